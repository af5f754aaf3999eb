//! A project for everybody, from its frozen slate on: what, where, for how many, whose money, who
//! asked (never by name), how the vote went, and the year after it.

use maud::{Markup, html};

use crate::followup::life::public_part;
use crate::kit::{self, Frame, PageStyle};
use crate::library::content::{fund_table, value};
use crate::library::photos::gallery;
use crate::library::tabs::stage;
use crate::path;
use domain::library::fund;
use domain::library::sheet::Field;
use service::followup::life::ProjectHistory;
use service::library::showing::PublicProject;
use text::say;
use text::{Words, format};

/// The page of a project.
pub(super) fn project(
    frame: &Frame<'_>,
    view: &PublicProject,
    life: Option<&ProjectHistory>,
) -> Markup {
    let words = frame.words;
    let sheet = &view.project.sheet;
    let shown = [
        Field::Place,
        Field::Scale,
        Field::Beneficiaries,
        Field::BeneficiaryCount,
        Field::Category,
        Field::LeadUnit,
        Field::SupportingUnits,
        Field::StartBy,
        Field::FinishBy,
        Field::Targets,
    ];
    let content = html! {
        p.crumbs { a href=(path::congress(&view.congress.slug)) { bdi lang="zh-Hans" { (view.congress.name) } } }
        h1 { bdi lang="zh-Hans" { (sheet.name) } }
        @for words_of in &view.translations {
            p.lead lang=(words_of.language.word()) dir="rtl" { (words_of.name)
                @if !words_of.summary.is_empty() { br; span.quiet { (words_of.summary) } } }
        }
        p { span.num { (sheet.code) } " " (stage(words, view.project.stage)) }
        p.lead { bdi lang="zh-Hans" { (sheet.summary) } }
        section.card {
            h2 { (say!(words, "public-what")) }
            @if !sheet.content.is_empty() { p { (value(words, Field::Content.word(), &sheet.content)) } }
            dl.facts { @for field in shown {
                @let text = sheet.text(field);
                @if !text.is_empty() { div { dt { (words.say_named("field", field.word(), &[])) }
                    dd { (value(words, field.word(), &text)) } } }
            } }
        }
        @if !view.pictures.is_empty() {
            section.card {
                h2 { (say!(words, "photos-title")) }
                (gallery(&view.pictures, |name| path::public_photo(view.project.id, name), |_| html! {}))
            }
        }
        section.card {
            h2 { (say!(words, "part-money")) }
            p { (say!(words, "public-money", money = format::money(words.language(), sheet.investment))) }
            @if !sheet.funds.is_empty() { (fund_table(words, &sheet.funds)) (bar(words, view)) }
        }
        section.card {
            h2 { (say!(words, "origins-title")) }
            ul.list { @for (origin, leads) in &view.origins { li { (words.say_named("origin", origin.word(), &[]))
                @if *leads > 0 { " " (say!(words, "origin-leads", leads = *leads)) } } } }
            @for earlier in &view.earlier { p { (say!(words, "public-earlier", year = i64::from(*earlier))) } }
        }
        (result(words, view))
        @if let Some(life) = life { (public_part(words, life)) }
    };
    let band = html! { bdi lang="zh-Hans" { (view.congress.name) } };
    kit::page(frame, PageStyle::Public, &sheet.name, &band, &content)
}

/// Sources as parts of one bar; the numbers stand in the table beside it.
fn bar(words: Words, view: &PublicProject) -> Markup {
    let funds = &view.project.sheet.funds;
    let total = fund::sums(funds).total.max(1);
    // Parts of a thousand: a browser draws amounts in fen inexactly.
    let share = |fen: i64| fen.saturating_mul(1000) / total;
    let mut before = 0;
    let parts: Vec<(i64, i64, bool)> = funds
        .iter()
        .map(|fund| {
            let from = share(before);
            before = before.saturating_add(fund.amount);
            (from, share(before) - from, fund.is_secured)
        })
        .collect();
    html! {
        svg.votes viewBox="0 0 1000 16" preserveAspectRatio="none" role="img"
            aria-label=(say!(words, "public-money-bar").text) {
            @for (from, width, is_secured) in parts {
                rect.in[is_secured].out[!is_secured] x=(from) width=(width) height="16" {}
            }
        }
    }
}

fn result(words: Words, view: &PublicProject) -> Markup {
    html! {
        section.card {
            h2 { (say!(words, "public-result")) }
            @if view.has_changed_result { p.told.bad { (say!(words, "results-changed")) } }
            @else if view.results.is_empty() { p.quiet { (say!(words, "public-result-none")) } }
            @for result in &view.results {
                p {
                    @if result.is_selected { span.tag.done { (say!(words, "verdict-selected")) } }
                    @else { span.tag.plain { (words.say_named("project", "not_selected", &[])) } }
                    " " (say!(words, "result-votes", year = i64::from(result.year), votes = result.votes, needed = result.needed, rank = result.rank))
                    " " a href=(path::result(result.poll)) { bdi lang="zh-Hans" { (result.title) } }
                }
            }
        }
    }
}

/// Several congresses use one code: which is meant.
pub(super) fn choose(frame: &Frame<'_>, code: &str, found: &[PublicProject]) -> Markup {
    let words = frame.words;
    let title = say!(words, "public-choose", code = code.to_owned());
    let content = html! {
        h1 { (title) }
        ul.list { @for view in found { li {
            a href=(path::public_project(&view.project.id.to_string())) {
                bdi lang="zh-Hans" { (view.congress.name) " · " (view.project.sheet.name) } }
        } } }
    };
    kit::page(
        frame,
        PageStyle::Public,
        &title.text,
        &html! { (frame.place) },
        &content,
    )
}

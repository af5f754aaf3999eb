//! What a project says, read-only: the sheet, its money, and how any field's text is shown.

use maud::{Markup, html};

use super::photos::gallery;
use super::tabs::{self, ProjectTab};
use crate::kit::{self, Frame};
use crate::path;
use domain::library::fund::{self, Fund};
use domain::library::kind::Category;
use domain::library::sheet::{Field, FieldKind};
use domain::library::stage::ProjectStage;
use service::library::reading::ProjectView;
use text::say;
use text::{Language, Words, format};

/// The text of a field as a reader sees it: money in words, words of closed lists, sources as lines.
pub(crate) fn value(words: Words, field: &str, text: &str) -> Markup {
    let money = |text: &str| {
        text.parse().map_or_else(
            |_| text.to_owned(),
            |fen| format::money(words.language(), fen),
        )
    };
    if text.is_empty() {
        return html! { span.quiet { "—" } };
    }
    match Field::from_word(field).map(Field::kind) {
        Some(FieldKind::Money) => html! { bdi.whole { (money(text)) } },
        Some(FieldKind::Funds) => fund_lines(words, &fund::read(text)),
        Some(FieldKind::Word) => match field {
            "category" => html! { (words.say_named("category", text, &[])) },
            "readiness" => html! { (words.say_named("readiness", text, &[])) },
            _ => html! { (words.say_named("origin", text, &[])) },
        },
        Some(FieldKind::Text | FieldKind::Count | FieldKind::Targets) => {
            lines(text, Language::ZhHans)
        }
        None => match (field, field.split_once('.')) {
            ("stage", _) if ProjectStage::from_word(text).is_some() => {
                html! { (words.say_named("project", text, &[])) }
            }
            (_, Some((_, "state"))) => html! { (words.say_named("translation", text, &[])) },
            (_, Some((tag, _))) => lines(text, Language::from_tag(tag).unwrap_or_default()),
            (_, None) => lines(text, Language::ZhHans),
        },
    }
}

/// A text of several lines in its language.
pub(super) fn lines(text: &str, language: Language) -> Markup {
    html! {
        bdi lang=(language.tag()) dir=(language.dir()) {
            @for (number, line) in text.lines().enumerate() { @if number > 0 { br; } (line) }
        }
    }
}

fn fund_lines(words: Words, funds: &[Fund]) -> Markup {
    html! {
        @for (number, fund) in funds.iter().enumerate() {
            @if number > 0 { br; }
            (words.say_named("fund", fund.kind.word(), &[])) " "
            @if !fund.source.is_empty() { bdi lang="zh-Hans" { (fund.source) } " " }
            bdi.whole { (format::money(words.language(), fund.amount)) } " "
            @if fund.is_secured { (say!(words, "secured-yes")) } @else { (say!(words, "secured-no")) }
        }
    }
}

/// The first tab: everything the sheet says but its money.
pub(super) fn content(frame: &Frame<'_>, view: &ProjectView) -> Markup {
    let words = frame.words;
    let sheet = &view.project.sheet;
    let shown = Field::ALL
        .iter()
        .filter(|field| !matches!(field, Field::Funds | Field::Code | Field::Name));
    let page = html! {
        section.card {
            dl.facts {
                @for field in shown {
                    div { dt { (words.say_named("field", field.word(), &[])) }
                        dd { (value(words, field.word(), &sheet.text(*field))) } }
                }
            }
        }
        @if !view.pictures.is_empty() {
            section.card {
                h2 { (say!(words, "photos-title")) }
                (gallery(&view.pictures, |name| path::photo(view.project.id, name), |_| html! {}))
            }
        }
        @if !view.lists.is_empty() {
            section.card {
                h2 { (say!(words, "project-lists")) }
                ul.list { @for list in &view.lists { li {
                    a href=(path::candidate_list(list.id)) {
                        (say!(words, "list-title", year = i64::from(list.year), number = list.number)) }
                    " " (words.say_named("list-stage", list.stage.word(), &[]))
                } } }
            }
        }
        @if view.project.stage.is_open_to_change() { (merge(frame, view)) }
    };
    tabs::page(frame, view, ProjectTab::Content, &page)
}

fn merge(frame: &Frame<'_>, view: &ProjectView) -> Markup {
    let words = frame.words;
    let form = kit::PageForm::blank(words, frame.problems);
    html! {
        @if view.project.stage != ProjectStage::Candidate {
            details.card open[frame.problems.iter().any(|one| one.place == domain::problem::ProblemPlace::Field("into".to_owned()))] {
                summary { (say!(words, "merge-title")) }
                form method="post" action=(path::merge_project(view.project.id)) {
                    (kit::token_field(frame.token))
                    p.hint { (say!(words, "merge-how")) }
                    (form.line("into", say!(words, "merge-into")).size(20))
                    (form.line("reason", say!(words, "merge-reason")))
                    button.button.plain { (say!(words, "merge-button")) }
                }
            }
        }
    }
}

/// The second tab: sources, sums, and the gap.
pub(super) fn funds(frame: &Frame<'_>, view: &ProjectView) -> Markup {
    let words = frame.words;
    let sheet = &view.project.sheet;
    let sums = fund::sums(&sheet.funds);
    let gap = sheet.need_this_year.saturating_sub(sums.secured_this_year);
    let money = |fen| format::money(words.language(), fen);
    let page = html! {
        section.card {
            dl.figures.small {
                div { dt { (words.say_named("field", "investment", &[])) } dd { (money(sheet.investment)) } }
                div { dt { (words.say_named("field", "need_this_year", &[])) } dd { (money(sheet.need_this_year)) } }
                div { dt { (say!(words, "funds-secured")) } dd { (money(sums.secured_this_year)) } }
            }
            @if gap > 0 { p.warn { (say!(words, "funds-gap", money = money(gap))) } }
            @else { p { span.tag.ok { "✓ " (say!(words, "funds-complete")) } } }
            @if sums.total != sheet.investment {
                p.warn { (say!(words, "funds-differ", sum = money(sums.total), investment = money(sheet.investment))) }
            }
            (fund_table(words, &sheet.funds))
        }
        @if !sheet.targets.is_empty() {
            section.card {
                h2 { (words.say_named("field", "targets", &[])) }
                dl.facts { @for target in &sheet.targets {
                    div { dt.num { (target.year) } dd { bdi lang="zh-Hans" { (target.text) } } }
                } }
            }
        }
    };
    tabs::page(frame, view, ProjectTab::Funds, &page)
}

/// Sources with total, this year's part, and whether secured.
pub(crate) fn fund_table(words: Words, funds: &[Fund]) -> Markup {
    let money = |fen| format::money(words.language(), fen);
    html! {
        @if funds.is_empty() { p.quiet { (say!(words, "funds-none")) } } @else {
            div.scroll tabindex="0" role="region" aria-label=(say!(words, "part-money").text) {
                table {
                    thead { tr {
                        th scope="col" { (words.say_named("fund-kind", "label", &[])) }
                        th.n scope="col" { (say!(words, "funds-total")) }
                        th.n scope="col" { (say!(words, "funds-year")) }
                        th scope="col" { (words.say_named("fund-secured", "label", &[])) }
                    } }
                    tbody { @for fund in funds { tr {
                        th scope="row" { (words.say_named("fund", fund.kind.word(), &[]))
                            @if !fund.source.is_empty() { " " bdi lang="zh-Hans" { (fund.source) } } }
                        td.n { (money(fund.amount)) } td.n { (money(fund.this_year)) }
                        td { @if fund.is_secured { span.tag.ok { "✓ " (say!(words, "secured-yes")) } }
                            @else { span.tag.warn { (say!(words, "secured-no")) } } }
                    } } }
                }
            }
        }
    }
}

/// The name of a category.
pub(crate) fn category(words: Words, category: Category) -> Markup {
    html! { (words.say_named("category", category.word(), &[])) }
}

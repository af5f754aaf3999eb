//! The list: a form of filters that posts nothing, a table, the way to older and newer leads.

use maud::{Markup, html};

use super::form;
use crate::form::Fields;
use crate::kit::{self, Frame};
use crate::path;
use domain::leads::filter::MOST_COUNTED;
use domain::leads::kind::{LeadKind, LeadOrigin};
use domain::leads::{Lead, LeadStage};
use machine::clock;
use service::files::FileKind;
use service::leads::triage::LeadListPage;
use text::say;
use text::{Phrase, Words};

/// The leads of a congress and year.
pub(super) fn list(frame: &Frame<'_>, desk: &LeadListPage) -> Markup {
    let words = frame.words;
    let title = say!(words, "leads-title", year = i64::from(desk.year));
    let here = path::leads(desk.congress.id, desk.year);
    let content = html! {
        p.crumbs { a href=(path::MANAGE) { (say!(words, "task-list")) } " › "
            a href=(path::calls(desk.congress.id)) { (say!(words, "calls-title")) } }
        h1 { (title) }
        p.quiet { bdi lang="zh-Hans" { (desk.congress.name) } }
        (filters(frame, desk, &here))
        p {
            @if desk.page.total > MOST_COUNTED { (say!(words, "leads-many", most = MOST_COUNTED)) }
            @else { (say!(words, "leads-total", leads = desk.page.total)) }
        }
        @if desk.page.leads.is_empty() { p { (say!(words, "leads-none")) } }
        @else { (table(words, &desk.page.leads)) }
        (pager(frame, desk, &here))
        p.acts.no-print {
            a.button.plain href=(path::propose(desk.congress.id)) { (say!(words, "lead-new")) }
            a.button.plain href=(saved_as(frame.typed, &here, "csv")) { (say!(words, "leads-csv")) }
            a.button.plain href=(saved_as(frame.typed, &here, "xlsx")) { (say!(words, "leads-xlsx")) }
            a.button.plain href=(path::files(desk.congress.id, FileKind::Leads { year: desk.year })) { (say!(words, "leads-files")) }
        }
    };
    kit::office_page(frame, &title.text, &content)
}

/// What the filter shows, as a file.
fn saved_as(fields: &Fields, here: &str, format: &str) -> String {
    let filters = form::address(fields);
    let and = if filters.is_empty() { "" } else { "&" };
    format!("{here}?{filters}{and}as={format}")
}

fn filters(frame: &Frame<'_>, desk: &LeadListPage, here: &str) -> Markup {
    let words = frame.words;
    let form = kit::PageForm::new(words, frame.typed, &[]);
    let named = |prefix: &'static str, word: &'static str| {
        (word.to_owned(), words.say_named(prefix, word, &[]).text)
    };
    let plain = |text: &String| (text.clone(), text.clone());
    let stages = LeadStage::ALL.map(|one| named("lead-stage", one.word()));
    let origins = LeadOrigin::ALL.map(|one| named("lead-origin", one.word()));
    let kinds = LeadKind::ALL.map(|one| named("lead-kind", one.word()));
    let regions: Vec<_> = desk.regions.iter().map(plain).collect();
    let calls = desk.calls.iter();
    let calls: Vec<_> = calls
        .map(|call| (call.id.to_string(), call.text.title.clone()))
        .collect();
    let pictures = [
        ("yes".to_owned(), say!(words, "with-picture").text),
        ("no".to_owned(), say!(words, "without-picture").text),
    ];
    html! {
        form.inline.filters.no-print method="get" action=(here) {
            (form.line("q", say!(words, "leads-search")).kind("search").most(60))
            (choice(frame, "stage", &say!(words, "lead-stage-label"), &stages))
            (choice(frame, "origin", &say!(words, "lead-origin-label"), &origins))
            (choice(frame, "kind", &say!(words, "lead-kind-label"), &kinds))
            (choice(frame, "region", &say!(words, "lead-region"), &regions))
            @if calls.len() > 1 { (choice(frame, "call", &say!(words, "lead-call"), &calls)) }
            (choice(frame, "picture", &say!(words, "lead-picture"), &pictures))
            button.button.plain { (say!(words, "leads-filter")) }
            @if !form::address(frame.typed).is_empty() { a href=(here) { (say!(words, "leads-all")) } }
        }
    }
}

fn choice(frame: &Frame<'_>, name: &str, label: &Phrase, options: &[(String, String)]) -> Markup {
    let words = frame.words;
    let form = kit::PageForm::new(words, frame.typed, &[]);
    html! {
        (form.select(name, label, kit::none_or(say!(words, "all"), options.iter().cloned())))
    }
}

fn table(words: Words, leads: &[Lead]) -> Markup {
    html! {
        div.scroll tabindex="0" role="region" aria-label=(say!(words, "leads-table").text) {
            table.stacked {
                thead { tr {
                    th scope="col" { (say!(words, "lead-what")) }
                    th scope="col" { (say!(words, "lead-kind-label")) }
                    th scope="col" { (say!(words, "lead-region")) }
                    th scope="col" { (say!(words, "lead-origin-label")) }
                    th scope="col" { (say!(words, "lead-received-at")) }
                    th scope="col" { (say!(words, "lead-stage-label")) }
                } }
                tbody { @for lead in leads { (row(words, lead)) } }
            }
        }
    }
}

fn row(words: Words, lead: &Lead) -> Markup {
    let wish = &lead.wish;
    html! {
        tr {
            th scope="row" {
                a href=(path::lead(lead.id)) { span.no { (lead.id) } " " bdi { (short(&wish.what)) } }
                @if lead.has_picture { " " span.tag.plain { (say!(words, "lead-picture-mark")) } }
            }
            td { (words.say_named("lead-kind", wish.kind.word(), &[])) }
            td { bdi { (wish.region) } }
            td { (words.say_named("lead-origin", wish.origin.word(), &[])) }
            td.num { (clock::day(lead.received_at)) }
            td { (stage(words, lead)) }
        }
    }
}

/// The stage as a tag.
pub(crate) fn stage(words: Words, lead: &Lead) -> Markup {
    let stage = lead.state.stage();
    let class = match stage {
        LeadStage::Received => "warn",
        LeadStage::TakenUp => "ok",
        LeadStage::Merged | LeadStage::Declined | LeadStage::HandedOver => "plain",
    };
    html! { span.tag.(class) { (words.say_named("lead-stage", stage.word(), &[])) } }
}

/// The first words of a wish. Cut between characters, and said so.
pub(crate) fn short(what: &str) -> String {
    const MOST: usize = 48;
    let mut line: String = what
        .lines()
        .next()
        .unwrap_or_default()
        .chars()
        .take(MOST)
        .collect();
    if line.chars().count() < what.chars().count() {
        line.push('…');
    }
    line
}

fn pager(frame: &Frame<'_>, desk: &LeadListPage, here: &str) -> Markup {
    let words = frame.words;
    let filters = form::address(frame.typed);
    let turned = |name: &str, lead: &Lead| {
        let and = if filters.is_empty() { "" } else { "&" };
        format!("{here}?{filters}{and}{name}={}", lead.id)
    };
    let page = &desk.page;
    let newer = page.leads.first().filter(|_| page.has_newer);
    let older = page.leads.last().filter(|_| page.has_older);
    html! {
        @if newer.is_some() || older.is_some() {
            nav.acts.no-print aria-label=(say!(words, "leads-pages").text) {
                @if let Some(lead) = newer { a.button.plain rel="prev" href=(turned("newer", lead)) { (say!(words, "leads-newer")) } }
                @if let Some(lead) = older { a.button.plain rel="next" href=(turned("older", lead)) { (say!(words, "leads-older")) } }
            }
        }
    }
}

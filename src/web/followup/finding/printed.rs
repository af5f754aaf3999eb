//! The printed order (督办单) and the printed ledger (台账, A4 landscape).

use maud::{Markup, html};

use crate::followup::life::stage;
use crate::kit::{self, Frame};
use crate::path;
use domain::congress::Congress;
use service::followup::inspecting::FindingView;
use text::say;
use text::{Words, format};

/// The order that goes to the unit on paper.
pub(super) fn order(frame: &Frame<'_>, view: &FindingView) -> Markup {
    let words = frame.words;
    let found = &view.finding;
    let title = say!(words, "order-title", name = view.congress.name.clone());
    let unit = view.unit.as_ref().map_or("", |unit| unit.name.as_str());
    let language = words.language();
    let content = html! {
        p.crumbs.no-print { a href=(path::finding(found.id)) { (say!(words, "finding-number", year = i64::from(found.year), number = found.number)) } }
        div.paper {
            h1.centred { (title) }
            @if frame.is_demo { p.demo-mark { (say!(words, "demo-word")) } }
            p.centred { (say!(words, "order-number", year = i64::from(found.year), number = found.number)) }
            table.printed { tbody {
                tr { th scope="row" { (say!(words, "order-to")) } td { bdi { (unit) } } }
                @if let Some(project) = &view.project {
                    tr { th scope="row" { (say!(words, "column-project")) } td { bdi lang="zh-Hans" { (project.name) } } }
                }
                tr { th scope="row" { (say!(words, "finding-text")) } td { bdi { (found.text) } @if !found.place.is_empty() { " (" bdi { (found.place) } ")" } } }
                tr { th scope="row" { (say!(words, "finding-found")) } td { bdi { (found.found_by) } " · " (format::date(language, found.found_on)) } }
                tr { th scope="row" { (say!(words, "due-day")) } td { @if let Some(due) = found.due { (format::date(language, due)) } } }
                tr.tall { th scope="row" { (say!(words, "order-answer")) } td {} }
                tr.tall { th scope="row" { (say!(words, "order-recheck")) } td {} }
            } }
            p.signatures { (say!(words, "order-foot")) }
        }
    };
    kit::office_page(frame, &title.text, &content)
}

/// The ledger of a year, overdue findings first; the same page is printed.
pub(super) fn ledger(
    frame: &Frame<'_>,
    congress: &Congress,
    year: i16,
    lines: &[FindingView],
) -> Markup {
    let words = frame.words;
    let title = say!(
        words,
        "ledger-of",
        name = congress.name.clone(),
        year = i64::from(year)
    );
    let overdue = lines
        .iter()
        .filter(|line| line.finding.days_overdue(line.today) > 0)
        .count();
    let closed = lines
        .iter()
        .filter(|line| line.finding.closed_on.is_some())
        .count();
    let today = lines.first().map(|line| line.today.to_string());
    let content = html! {
        p.crumbs.no-print { a href=(path::board(congress.id, year)) { (say!(words, "board-title", year = i64::from(year))) } }
        h1 { (title) }
        p { (say!(words, "ledger-sums", total = lines.len(), closed = closed, overdue = overdue, day = today.unwrap_or_default())) }
        p.no-print.quiet { (say!(words, "print-landscape")) }
        @if frame.is_demo { p.demo-mark { (say!(words, "demo-word")) } }
        div.scroll.landscape tabindex="0" role="region" aria-label=(title.text) { table.printed {
            thead { tr {
                th scope="col" { (say!(words, "ledger-no")) }
                th scope="col" { (say!(words, "column-project")) }
                th scope="col" { (say!(words, "finding-text")) }
                th scope="col" { (say!(words, "finding-found")) }
                th scope="col" { (say!(words, "plan-unit")) }
                th scope="col" { (say!(words, "due-day")) }
                th scope="col" { (say!(words, "order-answer")) }
                th scope="col" { (say!(words, "ledger-state")) }
            } }
            tbody { @for line in lines { (row(words, line)) } }
        } }
        @if lines.is_empty() { p.quiet { (say!(words, "findings-none")) } }
    };
    kit::office_page(frame, &title.text, &content)
}

fn row(words: Words, line: &FindingView) -> Markup {
    let found = &line.finding;
    let answer = line
        .steps
        .iter()
        .rfind(|taken| taken.step.act == domain::followup::finding::FindingAct::Answer);
    html! {
        tr {
            th.n scope="row" { a href=(path::finding(found.id)) { (found.number) } }
            td { @match &line.project {
                Some(project) => bdi lang="zh-Hans" { (project.name) },
                None => span.quiet { (say!(words, "finding-of-unit")) },
            } }
            td { bdi { (found.text) } }
            td { bdi { (found.found_by) } p.num { (found.found_on) } }
            td { @if let Some(unit) = &line.unit { bdi { (unit.name) } } }
            td.n { @if let Some(due) = found.due { (due) } }
            td { @if let Some(taken) = answer { bdi { (taken.step.text) } p.num { (taken.on) } } }
            td { (stage(words, found, found.days_overdue(line.today))) @if let Some(day) = found.closed_on { p.num { (day) } } }
        }
    }
}

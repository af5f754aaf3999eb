//! The printed task table (任务分解表): A4 landscape, one row a project.

use maud::{Markup, html};

use crate::kit::{self, Frame};
use crate::path;
use domain::congress::Congress;
use domain::followup::plan::Plan;
use service::followup::assigning::Assignment;
use text::say;
use text::{Words, format};

/// The table of a congress's year.
pub(super) fn page(
    frame: &Frame<'_>,
    congress: &Congress,
    year: i16,
    lines: &[Assignment],
) -> Markup {
    let words = frame.words;
    let title = say!(
        words,
        "task-table-title",
        name = congress.name.clone(),
        year = i64::from(year)
    );
    let content = html! {
        p.crumbs.no-print { a href=(path::board(congress.id, year)) { (say!(words, "board-title", year = i64::from(year))) } }
        h1 { (title) }
        p.no-print.quiet { (say!(words, "print-landscape")) }
        @if frame.is_demo { p.demo-mark { (say!(words, "demo-word")) } }
        div.scroll.landscape tabindex="0" role="region" aria-label=(title.text) { table.printed {
            thead { tr {
                th scope="col" { (say!(words, "column-project")) }
                th scope="col" { (say!(words, "plan-target")) }
                th scope="col" { (say!(words, "milestones")) }
                th scope="col" { (say!(words, "plan-funds")) }
                th scope="col" { (say!(words, "plan-leader")) }
                th scope="col" { (say!(words, "plan-unit")) }
                th scope="col" { (say!(words, "plan-acceptance")) }
                th scope="col" { (say!(words, "plan-group")) }
            } }
            tbody { @for line in lines { (row(words, line)) } }
        } }
        p.signatures { (say!(words, "task-table-foot")) }
    };
    kit::office_page(frame, &title.text, &content)
}

fn row(words: Words, line: &Assignment) -> Markup {
    html! {
        tr {
            th scope="row" { span.no { (line.project.code) } " " bdi lang="zh-Hans" { (line.project.name) } }
            @match &line.plan {
                Some(plan) => (cells(words, plan, &line.project.lead_unit)),
                None => td colspan="7" { (say!(words, "plan-none")) },
            }
        }
    }
}

fn cells(words: Words, plan: &Plan, unit: &str) -> Markup {
    let language = words.language();
    html! {
        td { bdi { (plan.target) } }
        td { @for one in &plan.milestones { p { span.num { (one.due) } " " bdi { (one.name) } " " span.num { (one.share) "%" } } } }
        td { @for fund in &plan.funds { p { bdi { (fund.source) } " " span.whole { (format::money(language, fund.amount)) } } } }
        td { bdi { (plan.leader) } }
        td { bdi { (unit) } @if !plan.partners.is_empty() { p.quiet { bdi { (plan.partners) } } } }
        td { bdi { (plan.acceptance) } p.num { (plan.accept_by) } }
        td { bdi { (plan.group) } }
    }
}

//! Who asked for a project, never by name: the first asker, the leads behind it, projects merged into
//! it, years before.

use maud::{Markup, html};

use super::tabs::{self, ProjectTab};
use crate::kit::Frame;
use crate::leads::list_view::{short, stage as lead_stage};
use crate::path;
use domain::leads::Lead;
use domain::library::project::Project;
use service::library::reading::{LEADS, ProjectView};
use text::say;
use text::{Words, format};

/// The page: origins, merges, earlier years with their results, and where it returned.
pub(super) fn origins(frame: &Frame<'_>, view: &ProjectView) -> Markup {
    let words = frame.words;
    let page = html! {
        section.card {
            h2 { (say!(words, "origins-title")) }
            ul.list { @for (origin, leads) in &view.askers { li { (words.say_named("origin", origin.word(), &[]))
                @if *leads > 0 { " " (say!(words, "origin-leads", leads = *leads)) } } } }
            p.quiet { (say!(words, "origins-no-names")) }
            @for merged in &view.merged {
                p { (words.say_named("origin", merged.sheet.origin.word(), &[])) " · "
                    (say!(words, "origins-merged")) " " (link(merged)) }
            }
            @if let Some(into) = &view.into { p { (say!(words, "origins-into")) " " (link(into)) } }
        }
        @if !view.leads.is_empty() { (leads(words, &view.leads)) }
        section.card {
            h2 { (say!(words, "vote-results-title")) }
            (results(words, view))
            @for earlier in &view.earlier {
                p { (say!(words, "origins-earlier", year = i64::from(earlier.year))) " " (link(earlier)) }
            }
            @if let Some(next) = &view.returned_as {
                p { (say!(words, "origins-returned", year = i64::from(next.year))) " " (link(next)) }
            }
        }
    };
    tabs::page(frame, view, ProjectTab::Origins, &page)
}

/// The leads themselves, each with its own origin: one that was merged is still somebody's.
fn leads(words: Words, leads: &[Lead]) -> Markup {
    html! {
        section.card {
            h2 { (say!(words, "origins-leads-title")) }
            ul.list { @for lead in leads { li {
                a href=(path::lead(lead.id)) { (say!(words, "lead-number", number = lead.id.0)) } " "
                (lead_stage(words, lead)) " "
                (words.say_named("lead-origin", lead.wish.origin.word(), &[]))
                @if !lead.wish.origin_ref.is_empty() { " " bdi { (lead.wish.origin_ref) } }
                " · " bdi { (lead.wish.region) } " · "
                span.num { (format::date_time(lead.received_at)) }
                p.typed { bdi { (short(&lead.wish.what)) } }
            } } }
            @if u32::try_from(leads.len()).is_ok_and(|shown| shown == LEADS) {
                p.quiet { (say!(words, "origins-leads-more", shown = LEADS)) }
            }
        }
    }
}

fn link(project: &Project) -> Markup {
    html! { a href=(path::manage_project(project.id)) {
    span.num { (project.sheet.code) } " " bdi lang="zh-Hans" { (project.sheet.name) } } }
}

/// Votes, needed, year and poll of each time it was voted on.
fn results(words: Words, view: &ProjectView) -> Markup {
    html! {
        @if view.results.is_empty() { p.quiet { (say!(words, "vote-results-none")) } }
        ul.list {
            @for result in &view.results { li {
                a href=(path::count(result.poll)) { bdi lang="zh-Hans" { (result.title) } } " "
                @if result.is_selected { span.tag.done { (say!(words, "verdict-selected")) } }
                @else { span.tag.plain { (words.say_named("project", "not_selected", &[])) } }
                " " (say!(words, "result-votes", year = i64::from(result.year), votes = result.votes, needed = result.needed, rank = result.rank))
            } }
        }
    }
}

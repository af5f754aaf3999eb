//! Who asked for a project, never by name: the first asker, projects merged into it, years before.

use maud::{Markup, html};

use super::tabs::{self, Tab};
use crate::domain::library::project::Project;
use crate::say;
use crate::service::library::reading::ProjectView;
use crate::text::Words;
use crate::web::kit::Frame;
use crate::web::path;

/// The page: origins, merges, earlier years with their results, and where it returned.
pub(super) fn origins(frame: &Frame<'_>, view: &ProjectView, token: &str) -> Markup {
    let words = frame.words;
    let page = html! {
        section.card {
            h2 { (say!(words, "origins-title")) }
            p { (words.say_named("origin", view.project.sheet.origin.word(), &[])) }
            p.quiet { (say!(words, "origins-no-names")) }
            @for merged in &view.merged {
                p { (words.say_named("origin", merged.sheet.origin.word(), &[])) " · "
                    (say!(words, "origins-merged")) " " (link(merged)) }
            }
            @if let Some(into) = &view.into { p { (say!(words, "origins-into")) " " (link(into)) } }
        }
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
    tabs::page(frame, view, Tab::Origins, token, &[], &page)
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

//! The history of a project: who, when, which field, before and after.

use maud::{Markup, html};

use super::content::value;
use super::tabs::{self, ProjectTab};
use crate::kit::Frame;
use crate::path;
use service::library::reading::{ProjectChangesPage, ProjectView};
use text::say;
use text::{Words, format};

/// The page, newest first.
pub(super) fn history(frame: &Frame<'_>, view: &ProjectView, page: &ProjectChangesPage) -> Markup {
    let words = frame.words;
    let table = html! {
        div.scroll tabindex="0" role="region" aria-label=(say!(words, "history-title").text) {
            table.history {
                caption { (say!(words, "history-how")) }
                thead { tr {
                    th scope="col" { (say!(words, "history-when")) }
                    th scope="col" { (say!(words, "history-who")) }
                    th scope="col" { (say!(words, "column-field")) }
                    th scope="col" { (say!(words, "history-before")) }
                    th scope="col" { (say!(words, "history-after")) }
                } }
                tbody {
                    @for change in &page.changes {
                        tr {
                            td.num { (format::moment(change.at)) }
                            td { @match &change.by { Some(name) => bdi { (name) }, None => (say!(words, "console")) } }
                            th scope="row" { (field_name(words, &change.field)) }
                            td { (value(words, &change.field, &change.before)) }
                            td { (value(words, &change.field, &change.after)) }
                        }
                    }
                }
            }
        }
        @if let Some(older) = page.older {
            p { a.button.plain href={ (path::project_history(view.project.id)) "?before=" (older) } {
                (say!(words, "history-older"))
            } }
        }
    };
    tabs::page(frame, view, ProjectTab::History, &table)
}

fn field_name(words: Words, field: &str) -> Markup {
    match field.split_once('.') {
        Some((tag, what)) => html! {
            (words.say_named("language", tag, &[])) " "
            (words.say_named("translation-field", what, &[]))
        },
        None => html! { (words.say_named("field", field, &[])) },
    }
}

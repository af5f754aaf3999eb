//! The history of a project: who, when, which field, before and after.

use maud::{Markup, html};

use super::content::value;
use super::tabs::{self, ProjectTab};
use crate::kit::Frame;
use service::library::reading::ProjectView;
use text::say;
use text::{Words, format};

/// The page, newest first.
pub(super) fn history(frame: &Frame<'_>, view: &ProjectView) -> Markup {
    let words = frame.words;
    let page = html! {
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
                    @for change in &view.changes {
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
    };
    tabs::page(frame, view, ProjectTab::History, &page)
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

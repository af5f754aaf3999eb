//! Two people edited one project: what was before, what the other saved, what was typed here, side
//! by side for each field that either changed.

use maud::{Markup, html};

use super::content::value;
use service::library::editing::EditConflict;
use text::say;
use text::{Words, format};

/// The notice above the form that carries both edits.
pub(super) fn collisions(words: Words, clash: &EditConflict) -> Markup {
    let who = clash.last.as_ref().and_then(|change| change.by.clone());
    let who = who.unwrap_or_else(|| say!(words, "console").text);
    let when = clash
        .last
        .as_ref()
        .map_or_else(String::new, |change| format::moment(change.at));
    html! {
        div.summary role="alert" tabindex="-1" {
            h2 { (say!(words, "clash-title", who = who, at = when)) }
            p { (say!(words, "clash-how")) }
        }
        div.scroll tabindex="0" role="region" aria-label=(say!(words, "clash-table").text) {
            table.clash {
                thead { tr {
                    th scope="col" { (say!(words, "column-field")) }
                    th scope="col" { (say!(words, "clash-before")) }
                    th scope="col" { (say!(words, "clash-theirs")) }
                    th scope="col" { (say!(words, "clash-mine")) }
                    th scope="col" { (say!(words, "clash-kept")) }
                } }
                tbody {
                    @for one in &clash.collisions {
                        tr.contested[one.is_contested()] {
                            th scope="row" { a href={ "#" (one.field.word()) } { (words.say_named("field", one.field.word(), &[])) } }
                            td { (value(words, one.field.word(), &one.before)) }
                            td { (value(words, one.field.word(), &one.theirs)) }
                            td { (value(words, one.field.word(), &one.mine)) }
                            td {
                                @if one.is_contested() { span.tag.warn { (say!(words, "clash-contested")) } }
                                @else if one.mine == one.before { (say!(words, "clash-takes-theirs")) }
                                @else { (say!(words, "clash-takes-mine")) }
                            }
                        }
                    }
                }
            }
        }
    }
}

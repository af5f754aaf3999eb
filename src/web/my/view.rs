//! The page: the congresses one serves, each with its tasks.

use maud::{Markup, html};

use crate::kit::{self, Frame};
use crate::path;
use domain::access::Role;
use domain::congress::Congress;
use text::say;

/// The home page of a deputy or of somebody of a unit.
pub(super) fn home(
    frame: &Frame<'_>,
    name: &str,
    places: &[(Congress, Role)],
    year: i16,
) -> Markup {
    let words = frame.words;
    let title = say!(words, "my-title");
    let content = html! {
        h1 { (title) }
        p.lead { bdi { (name) } }
        p { a.button.plain href=(path::INBOX) { (say!(words, "inbox-title")) } " "
            a.button.plain href=(path::MY_ACTS) { (say!(words, "waiting-title")) } }
        @for (congress, role) in places {
            section.card {
                h2 { (say!(words, "congress-of", name = congress.name.clone())) " · " (words.say_named("role", role.word(), &[])) }
                p { a.button.plain href=(path::propose(congress.id)) { (say!(words, "propose-title")) } }
                p { a.button.plain href=(path::board(congress.id, year)) { (say!(words, "board-title", year = i64::from(year))) } }
                p { a.button.plain href=(path::reviews(congress.id, year)) { (say!(words, "work-reviews")) } }
            }
        }
        @if places.is_empty() {
            p { a.button.plain href=(path::MANAGE) { (say!(words, "my-to-manage")) } }
        }
    };
    kit::office_page(frame, &title.text, &content)
}

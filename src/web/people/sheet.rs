//! Printed invitations: paper of another colour than voting slips, a frame of another kind, and words
//! that say what they are not.

use maud::{Markup, html};

use crate::kit::{self, Frame};
use crate::path;
use domain::congress::Congress;
use service::people::invited::PrintedInvitation;
use text::say;

/// The sheet with an invitation for each person.
pub(super) fn sheet(
    frame: &Frame<'_>,
    congress: &Congress,
    base: &str,
    printed: &[PrintedInvitation],
) -> Markup {
    let words = frame.words;
    let title = say!(words, "invitations-title");
    let content = html! {
        div.no-print {
            h1 { (title) }
            p.lead { (say!(words, "invitations-once", invitations = printed.len())) }
            p { (say!(words, "invitations-paper")) }
            p { a.button.plain href=(path::people(congress.id)) { (say!(words, "invitations-back")) } }
        }
        div.sheet {
            @for one in printed {
                section.slip.invitation {
                    div.qr { (kit::qr(&format!("{base}{}", path::invitation(one.code.text())))) }
                    div {
                        h2 { (say!(words, "invitation-head", name = congress.name.clone())) }
                        @if frame.is_demo { p.demo-mark { (say!(words, "demo-word")) } }
                        p { b { bdi { (one.name) } } " · " (words.say_named("role", one.role.word(), &[])) }
                        p { (say!(words, "invitation-how")) }
                        p.digits dir="ltr" { (one.code.grouped()) }
                        p.quiet dir="ltr" { (base) (path::JOIN) }
                        p.quiet { (say!(words, "invitation-username")) " " bdi dir="ltr" { (one.username) } }
                        p.quiet { (say!(words, "invitation-not-voting")) }
                    }
                }
            }
        }
    };
    kit::office_page(frame, &title.text, &content)
}

//! Printed slips of officers: paper of a colour of its own, and words that say what they are not.

use maud::{Markup, html};

use crate::kit::{self, Frame};
use crate::path;
use domain::congress::Congress;
use domain::id::SessionId;
use service::sitting::officer_devices::PrintedOfficerSlip;
use text::say;

/// The sheet with a slip for each officer. Without an address that phones reach there is no QR.
pub(super) fn sheet(
    frame: &Frame<'_>,
    session: SessionId,
    congress: &Congress,
    base: Option<&str>,
    printed: &[PrintedOfficerSlip],
) -> Markup {
    let words = frame.words;
    let title = say!(words, "officer-slips-title");
    let content = html! {
        div.no-print {
            h1 { (title) }
            p.lead { (say!(words, "officer-slips-once", slips = printed.len())) }
            p { (say!(words, "officer-slips-hand-over")) }
            p { a.button.plain href=(path::officers(session)) { (say!(words, "officer-slips-back")) } }
        }
        div.sheet {
            @for one in printed {
                section.slip.officer-slip {
                    @if let Some(base) = base {
                        div.qr { (kit::qr(&format!("{base}{}", path::officer_slip(one.code.text())))) }
                    }
                    div {
                        h2 { (say!(words, "officer-slip-head", name = congress.name.clone())) }
                        @if frame.is_demo { p.demo-mark { (say!(words, "demo-word")) } }
                        p { b { bdi lang="zh-Hans" { (one.officer.name) } } " · "
                            (words.say_named("role", one.officer.post.word(), &[])) }
                        @if base.is_some() { p { (say!(words, "officer-slip-how")) } }
                        @else { p { (say!(words, "officer-slip-how-machine")) } }
                        p.digits dir="ltr" { (one.code.grouped()) }
                        p.quiet dir="ltr" { (base.unwrap_or_default()) (path::OFFICER) }
                        p.quiet { (say!(words, "officer-slip-not-voting")) }
                    }
                }
            }
        }
    };
    kit::office_page(frame, &title.text, &content)
}

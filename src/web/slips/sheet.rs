//! The printed sheet: closed slips to cut and fold, all alike, without number or order.

use maud::{Markup, html};

use crate::domain::poll::Poll;
use crate::say;
use crate::service::roll_call::RollView;
use crate::service::slips::PrintedSlip;
use crate::web::kit::{self, Frame};
use crate::web::path;

/// The sheet with every slip's QR and ten digits.
pub(super) fn sheet(
    frame: &Frame<'_>,
    view: &RollView,
    base: &str,
    printed: &[PrintedSlip],
) -> Markup {
    let words = frame.words;
    let title = say!(words, "sheet-title");
    let name = kit::session_name(words, &view.congress.name, &view.session);
    let mut polls: Vec<&Poll> = view.rounds.iter().map(|(poll, _)| poll).collect();
    polls.dedup_by_key(|poll| poll.id);
    let content = html! {
        div.no-print {
            h1 { (title) }
            p.lead { (say!(words, "sheet-once", slips = printed.len())) }
            p { a.button.plain href=(path::slips(view.sitting.id)) { (say!(words, "sheet-back")) } }
        }
        div.sheet {
            @for slip in printed {
                section.slip {
                    div.qr { (kit::qr(&format!("{base}{}", path::slip(&slip.scanned)))) }
                    div {
                        h2 { (name) }
                        @if frame.is_demo { p.demo-mark { (say!(words, "demo-word")) } }
                        p { (say!(words, "slip-how")) }
                        @if polls.len() > 1 {
                            ul.slip-polls { @for poll in &polls {
                                li { (kit::colour(words, poll.colour)) " " bdi lang="zh-Hans" { (poll.title) } }
                            } }
                        }
                        p.digits dir="ltr" { (digits(&slip.typed)) }
                        p.quiet dir="ltr" { (base) (path::CODE) }
                        p.quiet { (say!(words, "slip-secret")) }
                    }
                }
            }
        }
    };
    kit::office_page(frame, &title.text, &content)
}

/// Ten digits in two groups of five.
pub(in crate::web) fn digits(typed: &str) -> String {
    match typed.split_at_checked(5) {
        Some((first, second)) => format!("{first} {second}"),
        None => typed.to_owned(),
    }
}

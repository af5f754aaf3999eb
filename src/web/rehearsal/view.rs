//! The rehearsal's page and the proof that it was wiped.

use maud::{Markup, html};

use crate::kit::{self, Frame};
use crate::path;
use domain::id::PollId;
use domain::round::RoundStage;
use service::poll::rehearsing::{RehearsalView, WipedTable};
use text::say;

pub(super) fn rehearsal(frame: &Frame<'_>, view: &RehearsalView) -> Markup {
    let words = frame.words;
    let title = say!(words, "rehearsal-title");
    let running = view.running.filter(|running| *running != view.poll);
    let content = html! {
        p.crumbs { a href=(path::manage_poll(view.poll)) { (say!(words, "rehearsal-back")) } }
        (kit::error_summary(words, frame.problems))
        h1 { (title) }
        @if view.is_rehearsal {
            p { (say!(words, "rehearsal-steps")) }
            section.card {
                h2 { (say!(words, "rehearsal-votes-title")) }
                @if view.stage == RoundStage::Open {
                    form method="post" action=(path::dummies(view.poll)) {
                        (kit::token_field(frame.token))
                        button.button { (say!(words, "rehearsal-votes")) }
                    }
                } @else { p.quiet { (say!(words, "rehearsal-votes-when")) } }
            }
            section.card {
                h2 { (say!(words, "rehearsal-wipe-title")) }
                p { (say!(words, "rehearsal-wipe-how")) }
                form method="post" action=(path::wipe(view.poll)) {
                    (kit::token_field(frame.token))
                    button.button.danger { (say!(words, "rehearsal-wipe")) }
                }
            }
        } @else if let Some(running) = running {
            p { (say!(words, "rehearsal-runs")) }
            p { a.button href=(path::manage_poll(running)) { (say!(words, "rehearsal-go")) } }
        } @else {
            p { (say!(words, "rehearsal-how")) }
            form method="post" action=(path::rehearsal(view.poll)) {
                (kit::token_field(frame.token))
                button.button { (say!(words, "rehearsal-start")) }
            }
        }
    };
    kit::office_page(
        frame,
        &kit::window_title(words, &title.text, frame.problems),
        &content,
    )
}

/// Every table that the rehearsal touched, and what is left of it.
pub(super) fn wiped(frame: &Frame<'_>, back: PollId, wiped: &[WipedTable]) -> Markup {
    let words = frame.words;
    let title = say!(words, "rehearsal-wiped-title");
    let content = html! {
        h1 { (title) }
        p { span.tag.ok { "✓ " (say!(words, "rehearsal-wiped", tables = wiped.len())) } }
        details { summary { (say!(words, "rehearsal-tables")) }
        div.scroll tabindex="0" role="region" aria-label=(title.text) { table {
            thead { tr { th scope="col" { (say!(words, "rehearsal-table")) }
                th.n scope="col" { (say!(words, "rehearsal-deleted")) }
                th.n scope="col" { (say!(words, "rehearsal-left")) } } }
            tbody { @for one in wiped {
                tr { th scope="row" { code { (one.table) } } td.n { (one.deleted) } td.n { (one.left) } }
            } }
        } } }
        p { a.button.plain href=(path::manage_poll(back)) { (say!(words, "rehearsal-back")) } }
    };
    kit::office_page(frame, &title.text, &content)
}

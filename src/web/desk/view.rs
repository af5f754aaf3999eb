//! The desk's page: what deputies hold, the two exchanges in steps, the reserve, helping.

use maud::{Markup, html};

use crate::kit::{self, Frame};
use crate::path;
use service::sitting::roll_call::RollView;
use service::voting::desk::DeskAct;
use text::say;
use text::{Phrase, Words};

pub(super) fn desk(frame: &Frame<'_>, view: &RollView) -> Markup {
    let form = frame.form();
    let words = frame.words;
    let title = say!(words, "desk-title");
    let desk = &view.desk;
    let content = html! {
        p.crumbs { a href=(path::slips(view.sitting.id)) { (say!(words, "slips")) } }
        (kit::error_summary(words, frame.problems))
        h1 { (title) " · " (say!(words, "sitting-number", number = view.sitting.number)) }
        dl.figures {
            div { dt { (say!(words, "figure-present")) } dd { (view.count.present) } }
            div { dt { (say!(words, "desk-slips")) } dd { (view.in_hand.slips) } }
            div { dt { (say!(words, "desk-papers")) } dd { (view.in_hand.papers) } }
            div { dt { (say!(words, "desk-assisted")) } dd { (desk.assisted) } }
        }
        p.quiet { (say!(words, "desk-no-names")) }
        @if desk.unfinished() > 0 {
            p.warn { "! " (say!(words, "problem-exchange-unfinished", waiting = desk.unfinished())) }
        }
        div.pair {
            section.card {
                h2 { (say!(words, "desk-slip-to-paper")) }
                ol {
                    li {
                        form method="post" action=(path::desk_act(view.sitting.id, "take-slip")) autocomplete="off" {
                            (kit::token_field(frame.token))
                            (form.line("code", say!(words, "desk-take-slip")).ltr().once())
                            button.button { (say!(words, "desk-take-slip-button")) }
                        }
                    }
                    li { (one(words, view, frame.token, DeskAct::GivePaper, desk.slips_in > desk.papers_out,
                        &say!(words, "desk-waiting", waiting = desk.slips_in - desk.papers_out.min(desk.slips_in)))) }
                }
            }
            section.card {
                h2 { (say!(words, "desk-paper-to-slip")) }
                ol {
                    li { (one(words, view, frame.token, DeskAct::TakePaper, view.in_hand.papers > 0, &say!(words, "desk-take-paper-how"))) }
                    li { (one(words, view, frame.token, DeskAct::GiveSlip, desk.papers_in > desk.slips_out,
                        &say!(words, "desk-waiting", waiting = desk.papers_in - desk.slips_out.min(desk.papers_in)))) }
                }
            }
        }
        (reserve(frame, view))
        section.card {
            h2 { (say!(words, "desk-assist-title")) }
            p { (say!(words, "desk-assist-how")) }
            (one(words, view, frame.token, DeskAct::Assist, true, &say!(words, "desk-assist-number", number = desk.assisted)))
        }
    };
    kit::office_page(
        frame,
        &kit::window_title(words, &title.text, frame.problems),
        &content,
    )
}

/// The button of one act, plain while it waits for something.
fn one(
    words: Words,
    view: &RollView,
    token: &str,
    act: DeskAct,
    is_next: bool,
    told: &Phrase,
) -> Markup {
    html! {
        form method="post" action=(path::desk_act(view.sitting.id, act.word())) {
            (kit::token_field(token))
            (kit::times_field(act.times(&view.desk)))
            p.quiet { (told) }
            button.button.plain[!is_next] { (words.say_named("desk-act", act.word(), &[])) }
        }
    }
}

fn reserve(frame: &Frame<'_>, view: &RollView) -> Markup {
    let words = frame.words;
    let form = frame.form();
    let desk = &view.desk;
    let kept = |name: &str, now: String| match frame.typed.get(name) {
        "" => now,
        typed => typed.to_owned(),
    };
    html! {
        section.card {
            h2 { (say!(words, "reserve-title")) }
            p { (say!(words, "reserve-how")) }
            form method="post" action=(path::desk_act(view.sitting.id, "reserve")) {
                (kit::token_field(frame.token))
                (form.line("reserve", say!(words, "reserve-number")).value(kept("reserve", desk.reserve.to_string())).size(4).digits())
                (form.line("reason", say!(words, "act-reason")).value(kept("reason", desk.reserve_reason.clone())).most(100))
                (form.tick("latecomers", "yes", say!(words, "reserve-latecomers")).chosen(desk.latecomers_draw))
                button.button.plain { (say!(words, "reserve-save")) }
            }
        }
    }
}

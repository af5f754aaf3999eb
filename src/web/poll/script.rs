//! The chair's script (主持词): every step of the day with the numbers that are known, to be printed
//! as a set beforehand.

use maud::{Markup, html};

use super::next::script_numbers;
use super::steps::ROUND_STEPS;
use crate::kit::{self, Frame};
use crate::path;
use service::poll::polling::PollView;
use text::say;

pub(super) fn script(frame: &Frame<'_>, view: &PollView) -> Markup {
    let words = frame.words;
    let title = say!(words, "script-title");
    let first = [
        (
            say!(words, "step-roll"),
            say!(
                words,
                "script-roll",
                due = view.due,
                needed = view.session.body.quorum(view.due)
            ),
        ),
        (say!(words, "adopt-title"), say!(words, "adopt-script")),
        (
            say!(words, "officers-step"),
            say!(words, "officers-step-script"),
        ),
    ];
    let content = html! {
        p.crumbs.no-print { a href=(path::manage_poll(view.poll.id)) { bdi lang="zh-Hans" { (view.poll.title) } } }
        h1 { (title) }
        p { (kit::session_name(words, &view.congress.name, &view.session)) " · "
            (say!(words, "sitting-number", number = view.sitting.number)) }
        p.quiet.no-print { (say!(words, "script-how")) }
        @for round in &view.rounds { (kit::changed_facts(words, &round.changed)) }
        // Numbers that are not as they were fixed are not read aloud.
        @if let Some(round) = view.rounds.last().filter(|_| view.rounds.iter().all(|one| one.changed.is_empty())) {
            ol.script-set {
                @for (name, text) in &first { li { h2 { (name) } p.script { (text) } } }
                @for (act, _) in ROUND_STEPS {
                    li { h2 { (words.say_named("act", act.word(), &[])) }
                        p.script { (words.say_named("script", act.word(), &script_numbers(words, view, round))) } }
                }
            }
        }
    };
    kit::office_page(frame, &title.text, &content)
}

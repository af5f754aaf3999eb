//! The steps of the day: those of the sitting, then those of the round, each with who and when.

use maud::{Markup, html};

use crate::kit;
use crate::path;
use domain::round::{RoundAct, RoundStage};
use domain::sitting::closing::ClosingAct;
use domain::sitting::stage::SittingStage;
use service::poll::polling::PollView;
use service::round::acts::ActDone;
use service::round::view::RoundView;
use text::format::time_of;
use text::say;
use text::{Phrase, Words};

/// The steps of a round in the order of the day.
pub(super) const ROUND_STEPS: [(RoundAct, RoundStage); 9] = [
    (RoundAct::Freeze, RoundStage::Frozen),
    (RoundAct::Seal, RoundStage::Sealed),
    (RoundAct::StartIssuing, RoundStage::Issuing),
    (RoundAct::OpenVote, RoundStage::Open),
    (RoundAct::CloseVote, RoundStage::Closed),
    (RoundAct::ConfirmAccount, RoundStage::Accounted),
    (RoundAct::OpenBox, RoundStage::Opened),
    (RoundAct::Count, RoundStage::Counted),
    (RoundAct::Certify, RoundStage::Certified),
];

/// One line of the list.
struct RunSheetStep<'s> {
    name: Phrase,
    is_past: bool,
    is_now: bool,
    done: Option<&'s ActDone>,
    href: Option<String>,
}

pub(super) fn steps(words: Words, view: &PollView, round: &RoundView) -> Markup {
    let of_sitting = sitting_steps(words, view, round);
    let is_ready = of_sitting.iter().all(|step| step.is_past);
    let of_round = round_steps(words, round, is_ready);
    let last = closing_step(words, view, round);
    let before = of_sitting.len() + of_round.len();
    html! {
        div.run-sheet {
            h2 { (say!(words, "steps-of-sitting")) }
            (list(words, &of_sitting, 1))
            h2 { (say!(words, "steps-of-round", number = round.round.number)) }
            (list(words, &of_round, of_sitting.len() + 1))
            h2 { (say!(words, "steps-of-end")) }
            (list(words, &[last], before + 1))
        }
    }
}

fn list(words: Words, steps: &[RunSheetStep<'_>], start: usize) -> Markup {
    html! {
        ol.steps start=(start) {
            @for (step, number) in steps.iter().zip(start..) {
                li.past[step.is_past].now[step.is_now] aria-current=[step.is_now.then_some("step")] {
                    span.number { (number) }
                    div {
                        @match &step.href {
                            Some(href) => a href=(href) { (step.name) },
                            None => (step.name),
                        }
                        @if let Some(done) = step.done {
                            small { (kit::stood(words, done)) " · " span.num { (time_of(done.done_at)) } }
                        }
                    }
                    @if step.is_past { span.tick aria-hidden="true" { "✓" } }
                }
            }
        }
    }
}

fn sitting_steps<'s>(words: Words, view: &'s PollView, round: &RoundView) -> Vec<RunSheetStep<'s>> {
    let has_quorum = view.sitting.quorum_present.is_some();
    let (has_rules, has_officers) = (view.poll.rules_adopted, round.facts.officers_adopted);
    let step = |name, is_past, is_now, act, href| RunSheetStep {
        name,
        is_past,
        is_now,
        done: view.day.last(act).filter(|_| is_past),
        href,
    };
    vec![
        step(
            say!(words, "step-roll"),
            has_quorum,
            !has_quorum,
            "declare-quorum",
            Some(path::roll(view.sitting.id)),
        ),
        step(
            say!(words, "adopt-title"),
            has_rules,
            has_quorum && !has_rules,
            "adopt-rules",
            Some(path::rules(view.poll.id)),
        ),
        step(
            say!(words, "officers-step"),
            has_officers,
            has_quorum && has_rules && !has_officers,
            "adopt-officers",
            Some(path::officers(view.session.id)),
        ),
    ]
}

/// The end of the sitting, which waits for the polls.
fn closing_step<'s>(words: Words, view: &'s PollView, round: &RoundView) -> RunSheetStep<'s> {
    let is_past = view.sitting.stage == SittingStage::Closed;
    RunSheetStep {
        name: words.say_named("act", ClosingAct::Close.word(), &[]),
        is_past,
        is_now: !is_past && view.is_published && round.round.stage == RoundStage::Certified,
        done: view.day.last(ClosingAct::Close.word()).filter(|_| is_past),
        href: Some(path::closing(view.sitting.id)),
    }
}

fn round_steps(words: Words, round: &RoundView, is_ready: bool) -> Vec<RunSheetStep<'_>> {
    let stage = round.round.stage;
    let is_void = stage == RoundStage::Void;
    let step = |(act, after): (RoundAct, RoundStage)| {
        let is_past = stage >= after && !is_void;
        let done = round.done.iter().rfind(|one| one.act == act.word());
        RunSheetStep {
            name: words.say_named("act", act.word(), &[]),
            is_past,
            is_now: is_ready && stage.next_act() == Some(act),
            done: done.filter(|_| is_past),
            href: None,
        }
    };
    ROUND_STEPS.into_iter().map(step).collect()
}

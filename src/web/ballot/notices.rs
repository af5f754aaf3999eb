//! What a deputy is told when there is no ballot to mark: why, and where to go.

use maud::{Markup, html};

use crate::kit::{self, Frame, PageStyle};
use crate::path;
use domain::id::PollId;
use domain::poll::{Poll, Round};
use domain::voting::right::RefusedSlip;
use service::voting::casting::BallotSheet;
use service::voting::presenting::CodeRefusal;
use text::say;
use text::{Phrase, Words};

/// Whether the reader may simply wait and look again.
fn may_wait(turned: RefusedSlip) -> bool {
    match turned {
        RefusedSlip::NotOpen | RefusedSlip::Paused => true,
        RefusedSlip::Cancelled
        | RefusedSlip::OtherSitting
        | RefusedSlip::Closed
        | RefusedSlip::Over
        | RefusedSlip::Void
        | RefusedSlip::NeverDrawn => false,
    }
}

/// Title and what to do.
fn words_of(words: Words, turned: RefusedSlip) -> (Phrase, Phrase) {
    match turned {
        RefusedSlip::Cancelled => (
            say!(words, "told-cancelled"),
            say!(words, "told-go-to-desk"),
        ),
        RefusedSlip::OtherSitting => (
            say!(words, "told-other-sitting"),
            say!(words, "told-go-to-desk"),
        ),
        RefusedSlip::NotOpen => (say!(words, "told-not-open"), say!(words, "told-wait-open")),
        RefusedSlip::Paused => (say!(words, "told-paused"), say!(words, "told-paused-kept")),
        RefusedSlip::Closed => (say!(words, "told-closed"), say!(words, "told-closed-desk")),
        RefusedSlip::Over => (say!(words, "told-over"), say!(words, "told-over-forgotten")),
        RefusedSlip::Void => (say!(words, "told-void"), say!(words, "told-void-next")),
        RefusedSlip::NeverDrawn => (
            say!(words, "told-never-drawn"),
            say!(words, "told-go-to-desk"),
        ),
    }
}

/// A slip that may not vote now, and why.
pub(super) fn turned(frame: &Frame<'_>, sheet: &BallotSheet, turned: RefusedSlip) -> Markup {
    let words = frame.words;
    let (title, what_to_do) = words_of(words, turned);
    let content = html! {
        div.told.bad[!may_wait(turned)] role="alert" {
            h1 { (title) }
            @if turned == RefusedSlip::Void {
                p { bdi lang="zh-Hans" { (sheet.round.void_reason) } }
            }
            @if let Some(voided) = sheet.voided.as_ref().filter(|_| may_wait(turned)) {
                p { (say!(words, "told-voided-before", number = voided.number)) " "
                    bdi lang="zh-Hans" { (voided.void_reason) } }
            }
            p.lead { (what_to_do) }
        }
        @if may_wait(turned) {
            (super::live::line(words, sheet))
            p { a.button.plain href=(path::ballot(sheet.poll.id)) { (say!(words, "told-look-again")) } }
        }
    };
    let band = super::view::band(words, sheet);
    kit::page(frame, PageStyle::Ballot, &title.text, &band, &content)
}

/// Typing a code: digits in groups, read forgivingly; and what was wrong with the last one.
pub(super) fn code(frame: &Frame<'_>, typed: &str, unknown: Option<CodeRefusal>) -> Markup {
    let words = frame.words;
    let problem = unknown.map(|unknown| match unknown {
        CodeRefusal::Code => say!(words, "code-unknown"),
        CodeRefusal::Cancelled => say!(words, "told-cancelled"),
        CodeRefusal::NotNow => say!(words, "code-not-now"),
        CodeRefusal::Ended => say!(words, "code-ended"),
    });
    let content = html! {
        @if let Some(problem) = &problem {
            div.summary role="alert" tabindex="-1" {
                h2 { (say!(words, "summary-title")) }
                ul { li { a href="#code" { (problem) } } }
            }
        }
        h1 { (say!(words, "code-title")) }
        p.lead { (say!(words, "code-scan")) }
        form method="post" action=(path::CODE) autocomplete="off" {
            label for="code" { (say!(words, "code-label")) }
            p.hint #code-hint { (say!(words, "code-hint")) }
            @if let Some(problem) = &problem { p.field-error #code-error { (problem) } }
            input.code #code name="code" value=(typed) inputmode="numeric" autocomplete="off"
                autocapitalize="off" spellcheck="false" dir="ltr" maxlength="40"
                aria-describedby=(if problem.is_some() { "code-hint code-error" } else { "code-hint" }) aria-invalid=[problem.is_some().then_some("true")];
            button.button { (say!(words, "code-enter")) }
        }
        p.quiet { (say!(words, "code-secret")) }
    };
    let title = say!(words, "code-title");
    let title = match problem {
        Some(_) => format!("{}{title}", say!(words, "error-title")),
        None => title.text,
    };
    kit::page(
        frame,
        PageStyle::Ballot,
        &title,
        &html! { (frame.place) },
        &content,
    )
}

/// The link of another slip, while the own one may still vote: which of the two is meant.
pub(super) fn other_slip(frame: &Frame<'_>, code: &str) -> Markup {
    let words = frame.words;
    // A tablet stays a tablet.
    let to = if frame.is_kiosk {
        path::KIOSK
    } else {
        path::CODE
    };
    let told = html! {
        p.lead { (say!(words, "other-slip-told")) }
        p { (say!(words, "other-slip-whose")) }
    };
    let title = say!(words, "other-slip-title");
    let button = say!(words, "other-slip-change");
    keep_or_change(frame, &title, &told, (to, ("code", code)), &button)
}

/// Asks whether the slip that is open here is to be kept; the other way is a form with one field.
pub(crate) fn keep_or_change(
    frame: &Frame<'_>,
    title: &Phrase,
    told: &Markup,
    (to, (name, value)): (&str, (&str, &str)),
    button: &Phrase,
) -> Markup {
    let words = frame.words;
    let content = html! {
        div.told {
            h1 { (title) }
            (told)
        }
        p { a.button href=(path::CODE) { (say!(words, "other-slip-keep")) } }
        form method="post" action=(to) autocomplete="off" {
            input type="hidden" name=(name) value=(value);
            button.button.plain { (button) }
        }
    };
    let band = html! { (frame.place) };
    kit::page(frame, PageStyle::Ballot, &title.text, &band, &content)
}

/// Several ballots at one sitting: choose one.
pub(super) fn choose(frame: &Frame<'_>, ballots: &[(PollId, Poll, Round)]) -> Markup {
    let words = frame.words;
    let content = html! {
        h1 { (say!(words, "choose-title")) }
        ul.choices {
            @for (poll, record, round) in ballots {
                li { a.button.plain href=(path::ballot(*poll)) {
                    @if ballots.len() > 1 { (kit::colour(words, record.colour)) " " }
                    bdi lang="zh-Hans" { (record.title) } " "
                    span.quiet { (words.say_named("stage", round.stage.word(), &[])) }
                } }
            }
            @if ballots.is_empty() { li { (say!(words, "choose-none")) } }
        }
    };
    let title = say!(words, "choose-title");
    kit::page(
        frame,
        PageStyle::Ballot,
        &title.text,
        &html! { (frame.place) },
        &content,
    )
}

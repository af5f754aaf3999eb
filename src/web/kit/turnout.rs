//! What came back, in the same words everywhere: as one number, or only the part of the slips while papers
//! wait to be counted.

use maud::{Markup, html};

use domain::poll::{Round, RoundKind};
use domain::round::account::Overrun;
use domain::round::turnout::{Papers, Turnout};
use text::say;
use text::{Phrase, Words};

/// What came back: the number; while papers wait, the slips' part and that papers wait.
pub(crate) fn returned(words: Words, turnout: &Turnout) -> Phrase {
    match turnout.returned() {
        Some(returned) => say!(words, "returned-whole", number = returned),
        None if turnout.papers() == Papers::Left => {
            say!(words, "returned-left", slips = turnout.slips())
        }
        None => say!(words, "returned-waiting", slips = turnout.slips()),
    }
}

/// A round by its number and by what it is held for.
pub(crate) fn round_name(words: Words, round: &Round) -> Phrase {
    let number = round.number;
    match round.kind {
        RoundKind::First => say!(words, "round-first", number = number),
        RoundKind::RunOff => say!(words, "round-run-off", number = number),
        RoundKind::Supplementary => say!(words, "round-supplementary", number = number),
    }
}

/// On the ballot's path: that this is another round than the one that was voted before.
pub(crate) fn later_round(words: Words, round: &Round) -> Markup {
    html! { @if round.number > 1 { p.round { b { (round_name(words, round)) } } } }
}

/// More of a kind came back than was handed out.
pub(crate) fn above(words: Words, above: Overrun) -> Phrase {
    say!(
        words,
        "returned-above",
        kind = above.kind.word(),
        returned = above.returned,
        issued = above.issued
    )
}

/// What a void round had come to; none where it was voided before anything was handed out.
pub(crate) fn void_numbers(words: Words, round: &Round, turnout: &Turnout) -> Option<Phrase> {
    round.issued?;
    let (papers, returned) = match turnout.papers() {
        Papers::None => ("none", 0),
        Papers::Counted(papers) => ("counted", papers),
        Papers::Uncounted | Papers::Left => ("left", 0),
    };
    Some(say!(
        words,
        "account-void",
        issued = turnout.issued(),
        cast = turnout.slips(),
        papers = papers,
        returned = returned
    ))
}

/// A void round: why, and what it had come to.
pub(crate) fn void_round(words: Words, round: &Round, turnout: &Turnout) -> Markup {
    html! {
        p { (say!(words, "round-void")) " " bdi lang="zh-Hans" { (round.void_reason) } }
        @if let Some(numbers) = void_numbers(words, round, turnout) { p { (numbers) } }
    }
}

/// The same as a cell that the office's script keeps up to date.
pub(crate) fn returned_cell(words: Words, turnout: &Turnout) -> Markup {
    html! {
        @match turnout.returned() {
            Some(returned) => dd data-number="returned" { (returned) },
            None => dd.told data-number-of="returned"
                data-template=(say!(words, "returned-waiting", slips = "#returned").text) {
                (returned(words, turnout))
            },
        }
    }
}

/// Issued and returned as members of a live message: the slips' part while papers wait.
pub(crate) fn turnout_json(turnout: &Turnout) -> String {
    let papers = match turnout.papers() {
        Papers::None => "none",
        Papers::Uncounted => "waiting",
        Papers::Counted(_) => "counted",
        Papers::Left => "left",
    };
    let returned = turnout.returned().unwrap_or(turnout.slips());
    format!(
        "\"issued\":{},\"returned\":{returned},\"papers\":\"{papers}\"",
        turnout.issued()
    )
}

//! What follows a round: nothing, a run-off, a supplementary round, the presidium, the same again.

use std::cmp::Reverse;

use super::outcome::{Decision, LineVerdict, Outcome};
use crate::ballot::LineNo;
use crate::poll::rules::{Rules, ShortfallRule, TieRule};
use crate::poll::template::{run_off, supplementary};

/// What the rules draft after a round.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NextRound {
    /// Nothing: the result stands.
    Nothing,
    /// A run-off among exactly the tied, with its rules.
    RunOff {
        /// The tied lines, by their numbers in this round.
        lines: Vec<LineNo>,
        /// The rules, with the places left as their places.
        rules: Box<Rules>,
    },
    /// A supplementary round among the next by votes, with its rules.
    Supplementary {
        /// Its lines, by their numbers in this round.
        lines: Vec<LineNo>,
        /// The rules, with the places left as their places.
        rules: Box<Rules>,
    },
    /// The presidium chooses among the tied ([`settle`](super::settle)) and gives its reason.
    Presidium {
        /// The tied lines.
        lines: Vec<LineNo>,
        /// Places left for them.
        places: u64,
    },
    /// The same slate by the same rules once more.
    Again,
    /// The rules do not say; the lint does not let such rules be frozen.
    Unsaid,
}

/// What the rules of a round draft after its outcome.
#[must_use]
pub fn next(outcome: &Outcome, rules: &Rules) -> NextRound {
    match &outcome.decision {
        Decision::Complete
        | Decision::Graded
        | Decision::Shortfall {
            is_accepted: true, ..
        } => NextRound::Nothing,
        Decision::VoidRound(_) => NextRound::Again,
        Decision::Tied { lines, places_left } => match rules.tie {
            TieRule::RunOff => NextRound::RunOff {
                lines: lines.clone(),
                rules: Box::new(run_off(rules, small(*places_left))),
            },
            TieRule::Presidium => NextRound::Presidium {
                lines: lines.clone(),
                places: *places_left,
            },
            TieRule::Unstated => NextRound::Unsaid,
        },
        Decision::Shortfall {
            missing,
            is_accepted: false,
        } => match rules.shortfall {
            ShortfallRule::Supplementary => NextRound::Supplementary {
                lines: next_by_votes(outcome, *missing),
                rules: Box::new(supplementary(rules, small(*missing))),
            },
            ShortfallRule::TakeFewer => NextRound::Nothing,
            ShortfallRule::Unstated => NextRound::Unsaid,
        },
    }
}

/// For L places left, the L + max(1, ceil(L/5)) highest that were not selected, and all that equal
/// the last of them; in the order of the slate.
fn next_by_votes(outcome: &Outcome, missing: u64) -> Vec<LineNo> {
    let left = || {
        outcome
            .lines
            .iter()
            .filter(|line| line.verdict != LineVerdict::Selected)
    };
    let mut scores: Vec<u64> = left().map(|line| line.score()).collect();
    scores.sort_unstable_by_key(|score| Reverse(*score));
    let wanted = missing.saturating_add(missing.div_ceil(5).max(1));
    let edge = usize::try_from(wanted)
        .ok()
        .and_then(|wanted| wanted.checked_sub(1))
        .and_then(|last| scores.get(last))
        .copied()
        .unwrap_or(0);
    left()
        .filter(|line| line.score() >= edge)
        .map(|line| line.line_no)
        .collect()
}

fn small(places: u64) -> u16 {
    u16::try_from(places).unwrap_or(u16::MAX)
}

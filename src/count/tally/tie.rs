//! Where the places end: the cut, or the tie across it, and how a presidium settles one.

use std::cmp::Reverse;

use super::outcome::{Decision, LineVerdict, Outcome};
use super::trace::{TraceEvent, TraceStep};
use crate::ballot::LineNo;
use crate::poll::clause::Clause;
use crate::poll::rules::{Rules, TieRule};
use crate::problem::Problem;

/// Where the places end among the candidates that pass.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Edge {
    /// At most K pass: all of them are chosen, so many places stay empty.
    Open {
        /// Places that stay empty.
        missing: u64,
    },
    /// More than K pass, and the places end between two scores: from this one up all are chosen.
    Cut {
        /// The lowest score chosen.
        least: u64,
    },
    /// More than K pass, and the places end inside a group of equal scores.
    Tied {
        /// Their score.
        at: u64,
        places_left: u64,
    },
    /// Some pass, but there are no places.
    NoPlaces,
}

impl Edge {
    /// Finds the edge: let c be the K-th highest score among those that pass; above c all are
    /// chosen, equal to c they are if all of them fit, else they are tied.
    pub(super) fn find(mut passed: Vec<u64>, places: u64) -> Self {
        passed.sort_unstable_by_key(|score| Reverse(*score));
        let count = number(passed.len());
        if count <= places {
            return Self::Open {
                missing: places.saturating_sub(count),
            };
        }
        let last = usize::try_from(places)
            .ok()
            .and_then(|places| places.checked_sub(1));
        let Some(at) = last.and_then(|last| passed.get(last)).copied() else {
            return Self::NoPlaces;
        };
        let above = number(passed.iter().filter(|score| **score > at).count());
        let equal = number(passed.iter().filter(|score| **score == at).count());
        let places_left = places.saturating_sub(above);
        if equal <= places_left {
            Self::Cut { least: at }
        } else {
            Self::Tied { at, places_left }
        }
    }

    /// What a line with this score comes to.
    pub(super) fn judge(self, score: u64, passes: bool, rules: &Rules) -> (LineVerdict, Clause) {
        if !passes {
            return (LineVerdict::BelowThreshold, rules.majority_clause());
        }
        match self {
            Self::Open { .. } => (LineVerdict::Selected, rules.majority_clause()),
            Self::Cut { least: at } | Self::Tied { at, .. } if score > at => {
                (LineVerdict::Selected, Clause::MostVotes)
            }
            Self::Cut { least: at } if score == at => (LineVerdict::Selected, Clause::MostVotes),
            Self::Tied { at, .. } if score == at => (LineVerdict::Tied, rules.tie_clause()),
            Self::Cut { .. } | Self::Tied { .. } | Self::NoPlaces => {
                (LineVerdict::BeyondPlaces, Clause::MostVotes)
            }
        }
    }
}

fn number(count: usize) -> u64 {
    u64::try_from(count).unwrap_or(u64::MAX)
}

/// The outcome once the presidium has chosen among the tied, as the rules leave to it. The reason
/// is recorded beside the round.
///
/// # Errors
/// `tie-not-for-presidium` when there is no tie or the rules do not leave it to the presidium;
/// `tie-choice-number` (facts `places`, `chosen`) when not exactly the places left were chosen;
/// `tie-choice-foreign` (fact `line`) for a line that is not tied or is named twice.
pub fn settle(outcome: Outcome, rules: &Rules, chosen: &[LineNo]) -> Result<Outcome, Problem> {
    let (tied, places_left) = match (&outcome.decision, rules.tie) {
        (Decision::Tied { lines, places_left }, TieRule::Presidium) => {
            (lines.clone(), *places_left)
        }
        (Decision::Tied { .. }, TieRule::RunOff | TieRule::Unstated)
        | (
            Decision::Complete
            | Decision::Shortfall { .. }
            | Decision::Graded
            | Decision::VoidRound(_),
            _,
        ) => {
            return Err(Problem::error("tie-not-for-presidium"));
        }
    };
    for (position, line) in chosen.iter().enumerate() {
        if !tied.contains(line) || chosen.iter().take(position).any(|before| before == line) {
            return Err(Problem::error("tie-choice-foreign").with("line", line));
        }
    }
    if number(chosen.len()) != places_left {
        let problem = Problem::error("tie-choice-number").with("places", places_left);
        return Err(problem.with("chosen", chosen.len()));
    }
    let mut settled = outcome;
    for line in settled
        .lines
        .iter_mut()
        .filter(|line| line.verdict == LineVerdict::Tied)
    {
        line.verdict = if chosen.contains(&line.line_no) {
            LineVerdict::Selected
        } else {
            LineVerdict::BeyondPlaces
        };
    }
    let mut lines = chosen.to_vec();
    lines.sort_unstable();
    settled
        .trace
        .retain(|step| !matches!(step.event, TraceEvent::PresidiumFollows { .. }));
    let clauses = &rules.clauses;
    settled.trace.push(TraceStep::new(
        TraceEvent::PresidiumDecided { lines },
        rules.tie_clause(),
        clauses,
    ));
    settled.trace.push(TraceStep::new(
        TraceEvent::Stands,
        Clause::MostVotes,
        clauses,
    ));
    settled.decision = Decision::Complete;
    Ok(settled)
}

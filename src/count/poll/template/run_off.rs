//! The run-off: among exactly the tied, for the places left, by the rules of the round before.

use super::Template;
use crate::poll::rules::{MarkLimit, PassRule, Rules};

/// The rules of a run-off for the places left.
///
/// Each of the tied has passed before, so the most votes win unless the rules want a majority once
/// more; a paper approves at most the places left; a tie here goes the way of the second tie.
#[must_use]
pub(crate) fn run_off(before: &Rules, places: u16) -> Rules {
    Rules {
        template: Template::RunOff,
        places,
        pass: if before.runoff_needs_majority {
            before.pass
        } else {
            PassRule::None
        },
        surplus_percent: 0,
        limit: MarkLimit::Places,
        tie: before.second_tie,
        ..before.clone()
    }
}

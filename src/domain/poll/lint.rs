//! What is wrong or unwise about rules for a given body and slate, as coded problems.

use super::rules::{Blank, Rules, Tie, Undermark};
use crate::domain::problem::Problem;

/// Errors refuse freezing; warnings are accepted with a reason that stays on record. `due` is N,
/// `lines` the number of candidates.
#[must_use]
pub fn lint(rules: &Rules, due: u32, lines: usize) -> Vec<Problem> {
    let mut found = Vec::new();
    let places = usize::from(rules.places);
    if places == 0 {
        found.push(Problem::error("places-none").at("places"));
    }
    if lines > 0 && lines < places {
        let problem = Problem::error("candidates-too-few").at("slate");
        found.push(problem.with("candidates", lines).with("places", places));
    }
    if lines > 0 && lines == places {
        found.push(Problem::warning("surplus-none").with("places", places));
    }
    if rules.tie == Tie::Presidium {
        found.push(Problem::warning("presidium-breaks-ties"));
    }
    if rules.undermark == Undermark::MustEqual && rules.blank == Blank::Valid {
        found.push(Problem::warning("blank-valid-though-exact"));
    }
    if rules.needed(due) > due {
        found.push(Problem::error("threshold-above-base").with("base", due));
    }
    found
}

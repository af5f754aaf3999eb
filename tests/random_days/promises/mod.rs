//! What must hold after every act, whoever did it.

mod ballots;
mod names;
mod numbers;
mod people;

use crate::day::Day;
use crate::target::Target;
use crate::told::Violation;

/// Promises that the days do not look at yet, each with what was broken when the days found it. The
/// product was mended since; a line goes once twenty days have looked at it and hold.
const NOT_YET: &[(&str, &str)] = &[
    (
        "an opening whose answer is lost is finished",
        "what it leaves is finished by the request that asked, or by a restart",
    ),
    (
        "a link replaces no slip",
        "a link to a used slip takes the place of an unused one",
    ),
    (
        "the run-sheet tells slips and papers",
        "it counts slips alone",
    ),
    (
        "each round shows its own account",
        "every round shows the newest one's",
    ),
    (
        "a sitting stays open for its polls",
        "one press closes it for ever",
    ),
];

/// Whether a promise is looked at. All are with `DAYS_ALL`, also those that are not kept yet; with
/// `DAYS_ONLY` it is that one alone.
pub(crate) fn holds(promise: &str) -> bool {
    if let Ok(only) = std::env::var("DAYS_ONLY") {
        return only == promise;
    }
    NOT_YET.iter().all(|(one, _)| *one != promise) || std::env::var("DAYS_ALL").is_ok()
}

/// Looks at everything that must hold, as an act leaves it.
pub(crate) fn check(day: &mut Day) -> Result<(), Violation> {
    names::check(day)?;
    ballots::check(day)?;
    people::check(day)
}

/// Looks at the pages that tell a poll's numbers.
pub(crate) fn check_pages(day: &mut Day, at: &Target) -> Result<(), Violation> {
    numbers::check(day, at)
}

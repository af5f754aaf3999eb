//! What must hold after every act, whoever did it.

mod ballots;
mod names;
mod numbers;
mod outcome;
mod people;
mod places;

use std::sync::OnceLock;

use crate::random_days::day::Day;
use crate::random_days::target::Target;
use crate::random_days::told::Violation;

/// Whether a promise that may be left out is looked at: with `DAYS_ONLY` it is that one alone.
pub(crate) fn holds(promise: &str) -> bool {
    static ONLY: OnceLock<Option<String>> = OnceLock::new();
    let only = ONLY.get_or_init(|| std::env::var("DAYS_ONLY").ok());
    only.as_ref().is_none_or(|only| only == promise)
}

/// Looks at everything that must hold, as an act leaves it.
pub(crate) fn check(day: &mut Day) -> Result<(), Violation> {
    names::check(day)?;
    ballots::check(day)?;
    people::check(day)
}

/// Looks at the pages that tell a poll's numbers.
pub(crate) fn check_pages(day: &mut Day, at: &Target) -> Result<(), Violation> {
    places::check(day, at)?;
    numbers::check(day, at)?;
    outcome::check(day, at)
}

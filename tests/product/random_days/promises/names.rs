//! No number that has been in an address comes again, also after what it named was wiped.

use std::collections::BTreeSet;

use super::holds;
use crate::random_days::day::Day;
use crate::random_days::told::Violation;

/// Whatever has a number in an address of the day.
const NAMED: [&str; 7] = [
    "congress", "session", "sitting", "poll", "round", "officer", "deputy",
];

pub(super) fn check(day: &mut Day) -> Result<(), Violation> {
    const PROMISE: &str = "no number comes again";
    if !holds(PROMISE) {
        return Ok(());
    }
    for table in NAMED {
        let sql = format!("select cast(id as text) from {table}");
        let now: BTreeSet<i64> = day
            .texts(&sql, &[])
            .iter()
            .map(|id| id.parse().unwrap())
            .collect();
        let (before, highest) = day.model.named.entry(table).or_default();
        let again = now.difference(before).find(|id| **id <= *highest);
        if let Some(id) = again {
            return Violation::of(PROMISE, format!("{table} {id}"));
        }
        *highest = (*highest).max(now.iter().next_back().copied().unwrap_or(0));
        *before = now;
    }
    Ok(())
}

//! The rows of the follow-up: plans, reports, facts, findings, changes, the calendar.
//!
//! [`courses`] loads what the lights of many projects come from in a few statements; the other
//! modules are one a table.

pub mod changes;
pub mod courses;
pub mod entries;
pub mod facts;
pub mod findings;
pub mod followed;
pub mod groups;
pub mod plans;
pub mod reports;
pub mod rules;

use rusqlite::Row;

use super::column::word;
use crate::domain::followup::month::Month;

/// A date column.
fn day(row: &Row<'_>, column: &str) -> Result<jiff::civil::Date, rusqlite::Error> {
    word(row, column, |text| text.parse().ok())
}

/// A date column that may be empty.
fn day_opt(row: &Row<'_>, column: &str) -> Result<Option<jiff::civil::Date>, rusqlite::Error> {
    match row.get_ref(column)?.as_str_or_null() {
        Ok(None) => Ok(None),
        Ok(Some(_)) | Err(_) => day(row, column).map(Some),
    }
}

/// A month column.
fn month(row: &Row<'_>, column: &str) -> Result<Month, rusqlite::Error> {
    word(row, column, Month::read)
}

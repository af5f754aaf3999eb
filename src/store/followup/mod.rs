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
pub mod ratings;
pub mod reports;
pub mod rules;

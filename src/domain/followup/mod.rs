//! What comes after the vote: plan, monthly reports, lights, findings, changes, the calendar of
//! supervision. Start with [`light`], the one rule that nobody can override.

pub(crate) mod amend;
pub mod change;
pub mod closing;
pub mod course;
pub mod entry;
pub mod event;
pub mod fact;
pub mod finding;
pub mod group;
pub mod light;
pub mod money;
pub mod month;
pub mod plan;
pub mod rating;
pub mod report;
pub mod selected_project;
pub mod share;
pub mod stage;

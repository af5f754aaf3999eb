//! The year after the vote: one folder a task, from the plan to the board.
//!
//! [`life`] is the page that tells a project's whole life; its sections are the public page's too.

pub(super) mod board;
pub(super) mod change;
mod field;
pub(super) mod finding;
pub(super) mod life;
pub(super) mod plan;
pub(super) mod report;

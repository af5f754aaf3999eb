//! Evaluations: drafting one, and what became of what the congress graded.

mod fate;
pub(super) mod handler;
mod list;
mod new;
pub(super) mod remarks;
mod year;

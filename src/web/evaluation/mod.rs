//! Evaluations: drafting one, and what became of what the congress graded.

pub(super) mod handler;
mod list;
mod new;
pub(super) mod remarks;

//! Residents' ratings: the page at a project's sign, the sign itself, what the office makes of it.

pub(super) mod handler;
mod view;

pub(super) use view::numbers;

//! Who owes what, since when: the office's list, and each person's own inbox.

mod inbox;
mod inbox_view;
mod line;
mod owing;
mod owing_view;
pub(super) mod routes;
mod rule;

//! Who owes what, since when: the office's list, and each person's own inbox.

mod inbox;
mod inbox_view;
mod line;
mod owing;
mod owing_view;
mod robot;
mod robot_text;
mod robot_view;
pub(super) mod routes;
mod rule;

pub(super) use robot_text::teller;

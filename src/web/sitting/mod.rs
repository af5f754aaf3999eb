//! The office's year: the task list, sessions, the library, the roll of a sitting.

mod closing;
pub(super) mod handler;
mod roll;
pub(super) mod routes;
mod view;

pub(super) use view::sitting_field;

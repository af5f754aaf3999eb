//! The office's year: the task list, sessions, the library, the roll of a sitting.

pub(super) mod handler;
mod roll;
mod view;

pub(super) use view::sitting_field;

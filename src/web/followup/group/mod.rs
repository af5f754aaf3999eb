//! Deputies' groups: one page with all of them and the form that keeps one.

pub(crate) mod handler;
mod view;

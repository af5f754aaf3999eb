//! Deputies' groups: one page with all of them and the form that keeps one.

pub(in crate::web) mod handler;
mod view;

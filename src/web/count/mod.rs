//! The outcome and the certified statement, for the officers.

pub(super) mod handler;
mod view;

//! The outcome and the certified statement, for the officers.

mod correction;
pub(super) mod handler;
mod view;

pub(super) use correction::{change, change_in_words};

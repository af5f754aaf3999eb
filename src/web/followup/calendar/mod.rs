//! The supervision calendar: the year at a glance, an entry with its questions.

pub(in crate::web) mod handler;
mod view;

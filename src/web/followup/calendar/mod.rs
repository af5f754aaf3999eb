//! The supervision calendar: the year at a glance, an entry with its questions.

pub(crate) mod handler;
mod view;

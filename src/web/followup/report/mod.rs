//! The monthly report, on one screen of a phone.

mod form;
pub(crate) mod handler;
mod view;

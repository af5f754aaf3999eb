//! The monthly report, on one screen of a phone.

mod form;
pub(in crate::web) mod handler;
mod view;

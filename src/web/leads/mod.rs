//! Leads: residents hand one in and follow it, deputies and units propose, the clerk sorts.
//!
//! `handler` and `propose` take leads in, `followed` shows what became of one, `list` and `triage`
//! are the clerk's. None of the pages here shows a contact but the clerk's answer to asking for it.

mod followed;
mod form;
mod form_view;
pub(super) mod handler;
pub(super) mod list;
pub(super) mod list_view;
pub(super) mod propose;
pub(crate) mod routes;
pub(super) mod triage;
mod triage_acts;
mod triage_view;

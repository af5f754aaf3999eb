//! Appraisal: the list of what is allowed, opinions of units, the conclusion with reasons, the form
//! for the file; and the pages on which units answer.

pub(super) mod handler;
mod opinions;
pub(crate) mod routes;
mod sheet;
mod view;

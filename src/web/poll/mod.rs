//! A poll for its officers: the run-sheet with one next step, the rules in plain words, the slate.

pub(super) mod handler;
pub(super) mod rules;
mod sheet;
mod slate;

//! A poll for its officers: the run-sheet with one next step, the rules in plain words, the slate.

mod hall;
pub(super) mod handler;
mod next;
pub(super) mod rules;
mod script;
mod sheet;
mod slate;
mod steps;

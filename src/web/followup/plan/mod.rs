//! Assigning: the form of a plan, and the printed table of all of them.

mod form;
pub(crate) mod handler;
mod table;
mod view;

//! Candidate lists: lines and their order, gaps and surplus, review, versions, and the change of a
//! frozen list by two people.

mod form;
pub(super) mod handler;
pub(crate) mod routes;
mod view;

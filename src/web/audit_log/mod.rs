//! How the audit log stands, and going on with a poll although it is broken.

mod handler;
pub(super) mod routes;
mod view;

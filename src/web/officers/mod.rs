//! The officers of a session: proposed, adopted, with the PINs that they choose themselves.

pub(super) mod handler;
pub(super) mod routes;
mod sheet;
mod view;

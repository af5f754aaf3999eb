//! The officers of a session: proposed, adopted, with the PINs that they choose themselves.

pub(super) mod handler;
mod view;

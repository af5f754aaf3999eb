//! The home of a deputy or of somebody of a unit: what waits for them.

pub(super) mod acts;
pub(super) mod handler;
mod view;

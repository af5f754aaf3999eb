//! The certified statement of a round and its corrections.

pub mod certifying;
pub mod correcting;
pub(crate) mod corrections;
pub(crate) mod counted;

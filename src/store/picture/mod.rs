//! Photos, and those that wait to be used.

pub mod pictures;
pub mod trays;

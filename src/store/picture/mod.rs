//! Photos, and those that wait to be used.

pub(crate) mod carrying;
pub mod examining;
pub mod picture_files;
pub mod pictures;
pub mod trays;

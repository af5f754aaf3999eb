//! Photos: brought, shrunk, kept until they are used.

pub mod photos;
pub mod pictures;
pub(crate) mod shrinking;
pub(crate) mod uploads;

/// The folder of the pictures' files, in a data directory and in a place of backups.
pub use store::picture::picture_files::FOLDER as PICTURES;

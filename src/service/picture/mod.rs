//! Photos: brought, shrunk, kept until they are used.

pub mod photos;
pub mod pictures;
pub(crate) mod shrinking;
pub(crate) mod uploads;

//! The audit log.

pub mod audits;
pub mod heads;

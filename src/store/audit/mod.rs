//! The audit log.

pub mod audits;

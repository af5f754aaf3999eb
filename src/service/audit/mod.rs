//! The log of what happened, whether it is whole, and how to go on where it is not.

pub mod audit_log;
pub mod check_result;
pub mod checking;
pub(crate) mod log;

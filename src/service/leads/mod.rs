//! Calls, leads of residents, and what the office makes of them.

pub mod calls;
pub mod handing_in;
pub mod triage;

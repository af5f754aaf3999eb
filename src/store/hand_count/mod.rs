//! Batches of papers that two tellers agreed on.

pub mod batches;

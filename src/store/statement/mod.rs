//! Certified statements.

pub mod statements;

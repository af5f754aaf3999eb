//! Evaluations and the grades of their lines.

pub mod evaluations;

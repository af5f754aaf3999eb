//! The rules of a poll as values: their templates, settings and clauses, their canonical text, and what is
//! wrong or unwise about them.

pub mod canonical;
pub mod clause;
pub mod kind;
pub mod lint;
pub mod rules;
pub mod setting;
pub mod template;

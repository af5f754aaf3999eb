//! The boards of a congress and of the prefecture: by light, unit, kind and month.

mod filter;
pub(in crate::web) mod handler;
mod view;

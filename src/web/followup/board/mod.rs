//! The boards of a congress and of the prefecture: by light, unit, kind and month.

mod filter;
pub(crate) mod handler;
mod view;

//! The numbers of a congress's lights.

pub(in crate::web) mod handler;
mod view;

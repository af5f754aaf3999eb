//! The numbers of a congress's lights.

pub(crate) mod handler;
mod view;

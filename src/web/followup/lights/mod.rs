//! The numbers of a congress's lights, and closing a year's account.

pub(in crate::web) mod handler;
mod view;

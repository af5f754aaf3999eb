//! The desk: slips and papers exchanged, the reserve, helping; numbers only.

pub(super) mod handler;
mod view;

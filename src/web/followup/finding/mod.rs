//! Findings: written down in three lines, followed in the ledger, printed as order and list.

pub(crate) mod handler;
mod printed;
mod view;

//! The clerk's list of units, and of the accounts of deputies and units; invitations to print.

pub(super) mod handler;
mod sheet;
mod view;

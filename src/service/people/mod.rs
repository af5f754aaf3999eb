//! Congresses, their deputies and units, accounts, and the slips that invite them.

pub mod accounts;
pub mod invited;
pub mod joining;

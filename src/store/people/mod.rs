//! Congresses, deputies, units, accounts and invitations.

pub mod accounts;
pub mod congresses;
pub mod deputies;
pub mod invitations;
pub mod units;

//! Who owes what, since when, and when somebody is reminded.
//!
//! A [`debt::Debt`] is read from facts that the product keeps anyway: no debt is stored, so none can be
//! left standing when it is settled. Nothing of a poll is a debt: no matter here knows a mark, a voter or a
//! count, and what a poll decided is owed by nobody before it is published.

pub mod debt;
pub mod delivery;
pub mod digest;
pub mod event;
pub mod monthly;
pub mod schedule;
pub mod webhook;

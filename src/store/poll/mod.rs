//! Polls, candidate lists and rehearsals.

pub mod candidate_lists;
pub mod polls;
pub mod rehearsals;

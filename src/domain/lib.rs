//! RULES. The law as pure functions from values to decisions with reasons.
//!
//! Here live no async, SQL, HTTP, serde, clock or randomness: whatever a rule needs is handed in,
//! and whatever it decides is handed back with its reason and its clause. What is needed to count, and nothing
//! else, is the crate `count`, whose modules stand here under the same names. Start with [`poll`] (rules and
//! rounds), then [`ballot`] (one paper) and [`tally`] (the count).

pub mod access;
pub mod act_of_two;
pub mod audit;
pub mod evaluation;
mod event;
pub mod followup;
pub mod hall;
pub mod hand_count;
pub mod installation;
pub mod leads;
pub mod library;
pub mod people;
pub mod picture;
pub mod poll;
pub mod publish;
pub mod reminder;
pub mod review;
pub mod round;
pub mod sitting;
pub mod statement;
pub mod voting;

pub use count::{ballot, congress, digest, id, problem, quorum, tally, words};

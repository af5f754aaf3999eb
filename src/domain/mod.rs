//! RULES. The law as pure functions from values to decisions with reasons.
//!
//! Here live no async, SQL, HTTP, serde, clock or randomness: whatever a rule needs is handed in,
//! and whatever it decides is handed back with its reason and its clause. Start with
//! [`poll`] (rules and rounds), then [`ballot`] (one paper) and [`tally`] (the count).

pub mod access;
pub mod act_of_two;
pub mod audit;
pub mod backup;
pub mod ballot;
pub mod chain;
pub mod congress;
pub mod digest;
pub mod evaluation;
pub mod fixed;
pub mod followup;
pub mod hall;
pub mod hand_count;
pub mod id;
pub mod invitation;
pub mod library;
pub mod new_key;
pub mod password;
pub mod person;
pub mod picture;
pub mod poll;
pub mod problem;
pub mod rating;
pub mod reminder;
pub mod review;
pub mod session;
pub mod statement;
pub mod tally;
pub mod two_people;

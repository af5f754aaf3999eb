//! THE COUNT: what a verifier needs, alone. Rules of a poll, ballot papers, and the tally with its reasons.
//!
//! No async, SQL, HTTP, serde, clock or randomness: values in, decisions with reasons and clauses out. Whoever
//! wants to count a congress's ballots again depends on this crate and on nothing else of the house. Start with
//! [`poll`] (rules), then [`ballot`] (one paper) and [`tally`] (the count).

pub mod ballot;
pub mod congress;
pub mod digest;
pub mod id;
pub mod poll;
pub mod problem;
pub mod quorum;
pub mod tally;
mod word;

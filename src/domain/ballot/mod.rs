//! One ballot paper: its marks, its encoding at fixed length, and whether it is valid.
//!
//! Read `mark.rs` and `paper.rs` first; `read.rs` makes papers of what was typed and `write.rs` the
//! other way, `check.rs` judges them. Lines are known by their number alone: names stay outside.

mod check;
mod mark;
mod paper;
mod read;
mod write;

pub use check::{Falling, Judgement, Verdict, VoidReason, judge, section_falls, verdict};
pub use mark::{BallotKind, Grade, LineNo, Mark};
pub use paper::{Paper, Unreadable};
pub use read::{Read, Source, read};
pub use write::{tick, write, write_rank};

#[cfg(test)]
mod tests;

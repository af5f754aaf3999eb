//! One ballot paper: its marks, its encoding at fixed length, and whether it is valid.

mod check;
mod mark;
mod paper;

pub use check::{Judgement, Verdict, VoidReason, judge};
pub use mark::{BallotKind, Mark};
pub use paper::{Paper, Unreadable};

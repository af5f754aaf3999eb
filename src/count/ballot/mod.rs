//! One ballot paper: its marks, its encoding at fixed length, and whether it is valid.
//!
//! Read `mark.rs` and `paper.rs` first; `read.rs` makes papers of what was typed and `write.rs` the
//! other way, `check.rs` judges them. Lines are known by their number alone: names stay outside.

mod check;
mod mark;
mod paper;
mod read;
pub mod remark;
mod sample;
mod write;

pub use crate::poll::kind::BallotKind;
pub(crate) use check::{DiscardedApprovals, section_falls};
pub use check::{PaperJudgement, Verdict, VoidReason, judge, verdict};
pub use mark::{Grade, LineNo, Mark};
pub use paper::{Paper, UnreadablePaper};
pub use read::{MarkSource, ReadPaper, read};
pub use remark::Remarks;
pub use sample::sample;
pub use write::{tick, write, write_rank};

/// What a deputy hands in on a phone: the marks, and remarks where the round asks for them. They are
/// sealed apart and never seen together again.
#[derive(Clone)]
pub struct Ballot {
    /// The marks.
    pub paper: Paper,
    /// The remarks; none at all where none are asked for.
    pub remarks: Remarks,
}

impl From<Paper> for Ballot {
    fn from(paper: Paper) -> Self {
        Self {
            paper,
            remarks: Remarks::default(),
        }
    }
}

#[cfg(test)]
mod tests;

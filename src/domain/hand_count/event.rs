//! What happens to a batch, for the audit log: numbers of papers and people, never a mark.

use crate::digest::Digest;
use crate::id::RoundId;
use crate::two_people::{Person, TwoPeople};

/// Something that happened to a batch of papers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BatchEvent {
    /// A teller typed it.
    Typed(Person),
    /// A teller typed the differing papers once more.
    Retyped(Person),
    /// A scrutineer proposed what papers are; a second one has not stood for it yet.
    Proposed(Person),
    /// Two scrutineers decided about so many papers.
    Decided(TwoPeople, u32),
    /// One takes back the paper that was called last, and another one stands for it.
    Undone(TwoPeople),
    /// It was called out: one marked, one watched.
    Called(TwoPeople),
    /// It is agreed and sealed to the box.
    Sealed {
        /// How many papers.
        papers: u32,
        /// Of its sealed papers.
        digest: Digest,
    },
}

impl BatchEvent {
    /// The kind as a word.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Typed(_) => "batch-typed",
            Self::Retyped(_) => "batch-retyped",
            Self::Proposed(_) => "batch-proposed",
            Self::Decided(..) => "batch-decided",
            Self::Undone(_) => "batch-undone",
            Self::Called(_) => "batch-called",
            Self::Sealed { .. } => "batch-sealed",
        }
    }

    /// The facts as one line of `name=value` words.
    #[must_use]
    pub fn detail(&self, round: RoundId, batch: u32) -> String {
        let place = format!("round={round} batch={batch}");
        match self {
            Self::Typed(who) | Self::Retyped(who) | Self::Proposed(who) => {
                format!("{place} by={who}")
            }
            Self::Undone(two) | Self::Called(two) => {
                let (first, second) = (two.first(), two.second());
                format!("{place} first={first} second={second}")
            }
            Self::Decided(two, papers) => {
                let (first, second) = (two.first(), two.second());
                format!("{place} first={first} second={second} papers={papers}")
            }
            Self::Sealed { papers, digest } => format!("{place} papers={papers} sealed={digest}"),
        }
    }
}

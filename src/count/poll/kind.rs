//! The kinds of ballot: what a deputy is asked to do with the lines of a paper.

use crate::words;

words! {
    /// The kinds of ballot.
    pub enum BallotKind {
        /// (a) approve, oppose or abstain for each candidate.
        PerItem = "per-item",
        /// (b) tick some candidates.
        Tick = "tick",
        /// (c) rank some candidates.
        Rank = "rank",
        /// (d) approve, oppose or abstain on the list as a whole.
        WholeList = "whole-list",
        /// (e) grade each item: an evaluation.
        Grade = "grade",
    }
}

impl BallotKind {
    /// The byte in an encoded paper.
    #[must_use]
    pub fn byte(self) -> u8 {
        match self {
            Self::PerItem => b'a',
            Self::Tick => b'b',
            Self::Rank => b'c',
            Self::WholeList => b'd',
            Self::Grade => b'e',
        }
    }

    /// Whether the rules may limit how many candidates a paper approves, ticks or ranks.
    #[must_use]
    pub fn is_limited(self) -> bool {
        match self {
            Self::PerItem | Self::Tick | Self::Rank => true,
            Self::WholeList | Self::Grade => false,
        }
    }

    /// How many marks a paper of so many lines bears: one each, or one for all.
    #[must_use]
    pub fn marks(self, lines: usize) -> usize {
        match self {
            Self::PerItem | Self::Tick | Self::Rank | Self::Grade => lines,
            Self::WholeList => 1,
        }
    }
}

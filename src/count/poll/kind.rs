//! The kinds of ballot: what a deputy is asked to do with the lines of a paper.

/// The kinds of ballot.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum BallotKind {
    /// (a) approve, oppose or abstain for each candidate.
    PerItem,
    /// (b) tick some candidates.
    Tick,
    /// (c) rank some candidates.
    Rank,
    /// (d) approve, oppose or abstain on the list as a whole.
    WholeList,
    /// (e) grade each item: an evaluation.
    Grade,
}

impl BallotKind {
    /// All kinds.
    pub const ALL: [Self; 5] = [
        Self::PerItem,
        Self::Tick,
        Self::Rank,
        Self::WholeList,
        Self::Grade,
    ];

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

    /// The word in the canonical text of rules and in messages (`kind-<word>`).
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::PerItem => "per-item",
            Self::Tick => "tick",
            Self::Rank => "rank",
            Self::WholeList => "whole-list",
            Self::Grade => "grade",
        }
    }

    /// The kind of a word.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
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

//! Clauses: what a rules text speaks about, and under which number this congress's text does.

use std::collections::BTreeMap;

use crate::poll::kind::BallotKind;

/// A matter that the rules text (票决办法) settles. An outcome names the one that decides.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Clause {
    /// How many must be present to sit.
    Quorum,
    /// Of which number a majority is taken.
    Base,
    /// How many votes a candidate needs.
    Majority,
    /// More candidates than places.
    Surplus,
    /// Which marks a paper offers.
    Ballot,
    /// How many candidates one paper may approve.
    Limit,
    /// More approvals than that.
    Overmark,
    /// Fewer approvals than that.
    Undermark,
    /// A line without a mark.
    Unmarked,
    /// A paper without a mark.
    Blank,
    /// More or fewer papers returned than issued.
    Returned,
    /// The places go to those with the most votes.
    MostVotes,
    /// How ranks are added up.
    RankSum,
    /// How the grades of an item become its grade.
    Grades,
    /// Equal votes at the last place.
    Tie,
    /// What a candidate needs in the run-off.
    RunOff,
    /// Equal votes again in the run-off.
    SecondTie,
    /// Fewer candidates pass than there are places.
    Shortfall,
}

impl Clause {
    /// All clauses, in the order in which texts speak about them.
    pub const ALL: [Self; 18] = [
        Self::Quorum,
        Self::Base,
        Self::Majority,
        Self::Surplus,
        Self::Ballot,
        Self::Limit,
        Self::Overmark,
        Self::Undermark,
        Self::Unmarked,
        Self::Blank,
        Self::Returned,
        Self::MostVotes,
        Self::RankSum,
        Self::Grades,
        Self::Tie,
        Self::RunOff,
        Self::SecondTie,
        Self::Shortfall,
    ];

    /// Whether a text about such papers speaks about it: one mark for a whole list is never too
    /// many, leaves no tie and needs no surplus; only ranks are added up; an evaluation fills no places.
    #[must_use]
    pub fn concerns(self, kind: BallotKind) -> bool {
        match self {
            Self::Quorum
            | Self::Base
            | Self::Majority
            | Self::Ballot
            | Self::Unmarked
            | Self::Blank
            | Self::Returned => true,
            Self::MostVotes | Self::Shortfall => kind != BallotKind::Grade,
            Self::Surplus
            | Self::Limit
            | Self::Overmark
            | Self::Undermark
            | Self::Tie
            | Self::RunOff
            | Self::SecondTie => kind.is_limited(),
            Self::RankSum => kind == BallotKind::Rank,
            Self::Grades => kind == BallotKind::Grade,
        }
    }

    /// The word in records and messages (`clause-<word>`).
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Quorum => "quorum",
            Self::Base => "base",
            Self::Majority => "majority",
            Self::Surplus => "surplus",
            Self::Ballot => "ballot",
            Self::Limit => "limit",
            Self::Overmark => "overmark",
            Self::Undermark => "undermark",
            Self::Unmarked => "unmarked",
            Self::Blank => "blank",
            Self::Returned => "returned",
            Self::MostVotes => "most-votes",
            Self::RankSum => "rank-sum",
            Self::Grades => "grades",
            Self::Tie => "tie",
            Self::RunOff => "run-off",
            Self::SecondTie => "second-tie",
            Self::Shortfall => "shortfall",
        }
    }

    /// The clause of a word.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|clause| clause.word() == word)
    }
}

/// The numbers that clauses bear in one congress's own rules text. A matter without a number is
/// not in the text, and the lint says so where the law wants it there.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Clauses(BTreeMap<Clause, u16>);

impl Clauses {
    /// Numbers clauses from 1 in this order, as a template does.
    #[must_use]
    pub(crate) fn in_order(clauses: &[Clause]) -> Self {
        Self(clauses.iter().copied().zip(1..).collect())
    }

    /// The number that the text gives a clause.
    #[must_use]
    pub fn number(&self, clause: Clause) -> Option<u16> {
        self.0.get(&clause).copied()
    }

    /// Sets the number of a clause, or takes the clause out of the text.
    pub fn set(&mut self, clause: Clause, number: Option<u16>) {
        match number {
            Some(number) => self.0.insert(clause, number),
            None => self.0.remove(&clause),
        };
    }

    /// All numbered clauses.
    pub fn iter(&self) -> impl Iterator<Item = (Clause, u16)> {
        self.0.iter().map(|(clause, number)| (*clause, *number))
    }
}

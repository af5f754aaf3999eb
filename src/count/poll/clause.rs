//! Clauses: what a rules text speaks about, and under which number this congress's text does.

use crate::words;
use std::collections::BTreeMap;

use crate::poll::kind::BallotKind;

words! {
    /// A matter that the rules text (票决办法) settles. An outcome names the one that decides.
    pub enum Clause {
        /// How many must be present to sit.
        Quorum = "quorum",
        /// Of which number a majority is taken.
        Base = "base",
        /// How many votes a candidate needs.
        Majority = "majority",
        /// More candidates than places.
        Surplus = "surplus",
        /// Which marks a paper offers.
        Ballot = "ballot",
        /// How many candidates one paper may approve.
        Limit = "limit",
        /// More approvals than that.
        Overmark = "overmark",
        /// Fewer approvals than that.
        Undermark = "undermark",
        /// A line without a mark.
        Unmarked = "unmarked",
        /// A paper without a mark.
        Blank = "blank",
        /// More or fewer papers returned than issued.
        Returned = "returned",
        /// The places go to those with the most votes.
        MostVotes = "most-votes",
        /// How ranks are added up.
        RankSum = "rank-sum",
        /// How the grades of an item become its grade.
        Grades = "grades",
        /// Equal votes at the last place.
        Tie = "tie",
        /// What a candidate needs in the run-off.
        RunOff = "run-off",
        /// Equal votes again in the run-off.
        SecondTie = "second-tie",
        /// Fewer candidates pass than there are places.
        Shortfall = "shortfall",
    }
}

impl Clause {
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

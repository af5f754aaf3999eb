//! What came of a round, line by line, with the clause that decides.

use std::collections::BTreeMap;

use crate::domain::ballot::VoidReason;

/// What a line came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LineVerdict {
    /// Chosen.
    Selected,
    /// Fewer approvals than needed.
    BelowThreshold,
    /// Enough approvals, but others had more and the places are gone.
    BeyondPlaces,
    /// Equal to others at the last place: nothing here decides between them.
    Tied,
}

impl LineVerdict {
    /// The word in records, exports and messages.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Selected => "selected",
            Self::BelowThreshold => "below_threshold",
            Self::BeyondPlaces => "beyond_places",
            Self::Tied => "tied",
        }
    }
}

/// The clause of the rules that decides a line or the round, as a word for messages and records.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Clause {
    /// A majority of all members in office is needed.
    Majority,
    /// The places go to those with the most approvals.
    MostVotes,
    /// Equal approvals at the last place.
    Tie,
    /// Fewer pass than there are places.
    Shortfall,
}

impl Clause {
    /// The word in records and messages.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Majority => "majority",
            Self::MostVotes => "most-votes",
            Self::Tie => "tie",
            Self::Shortfall => "shortfall",
        }
    }
}

/// One candidate's result.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineOutcome {
    /// Line number, from 1.
    pub line_no: u16,
    /// Papers that approve.
    pub approve: u64,
    /// Papers that oppose, unmarked lines included where the rules say so.
    pub oppose: u64,
    /// Papers that abstain, unmarked lines included where the rules say so.
    pub abstain: u64,
    /// Approvals needed.
    pub needed: u64,
    /// Approvals missing; zero when enough.
    pub short_by: u64,
    /// Competition rank by approvals (1, 2, 2, 4).
    pub rank: u64,
    /// What it came to.
    pub verdict: LineVerdict,
    /// The clause that decides.
    pub clause: Clause,
}

/// What the round decides as a whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Decision {
    /// Every place is filled.
    Complete,
    /// Equal at the edge: these lines, for so many places left. The count stops here.
    Tied {
        /// The tied lines.
        lines: Vec<u16>,
        /// Places left for them.
        places_left: u64,
    },
    /// Fewer pass than there are places.
    Shortfall {
        /// Places left empty.
        missing: u64,
        /// Whether the rules take the result as it is.
        is_accepted: bool,
    },
}

impl Decision {
    /// Whether nothing is left to decide.
    #[must_use]
    pub fn is_final(&self) -> bool {
        match self {
            Self::Complete => true,
            Self::Tied { .. } => false,
            Self::Shortfall { is_accepted, .. } => *is_accepted,
        }
    }
}

/// The outcome of a round. All counts are of papers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// Papers in the box.
    pub ballots: u64,
    /// Papers counted, blank ones included.
    pub valid: u64,
    /// Papers without a mark, part of the valid ones where the rules say so.
    pub blank: u64,
    /// Papers not counted, by reason.
    pub void: BTreeMap<VoidReason, u64>,
    /// Members due: the base.
    pub due: u64,
    /// Approvals needed.
    pub needed: u64,
    /// Places to fill.
    pub places: u64,
    /// Lines in the order of the slate.
    pub lines: Vec<LineOutcome>,
    /// What the round decides.
    pub decision: Decision,
}

impl Outcome {
    /// Papers not counted.
    #[must_use]
    pub fn void_total(&self) -> u64 {
        self.void
            .values()
            .fold(0, |sum, papers| sum.saturating_add(*papers))
    }

    /// The chosen lines in the order of the slate.
    pub fn selected(&self) -> impl Iterator<Item = &LineOutcome> {
        self.lines
            .iter()
            .filter(|line| line.verdict == LineVerdict::Selected)
    }
}

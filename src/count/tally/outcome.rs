//! What came of a round, line by line, with the clause that decides.

use crate::words;
use std::collections::BTreeMap;

use super::grade::GradedLine;
use super::trace::TraceStep;
use crate::ballot::{LineNo, VoidReason};
use crate::poll::clause::Clause;

words! {
    /// What a line came to.
    pub enum LineVerdict {
        /// Chosen.
        Selected = "selected",
        /// Fewer approvals than needed.
        BelowThreshold = "below_threshold",
        /// Enough approvals, but others had more and the places are gone.
        BeyondPlaces = "beyond_places",
        /// Equal to others at the last place: nothing here decides between them.
        Tied = "tied",
    }
}

/// One candidate's result. All numbers are of papers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineOutcome {
    /// Line number, from 1.
    pub line_no: LineNo,
    /// Papers that approve, tick or rank it.
    pub approve: u64,
    /// Papers that oppose, unmarked lines included where the rules say so.
    pub oppose: u64,
    /// Papers that abstain, unmarked lines included where the rules say so.
    pub abstain: u64,
    /// Points by rank, where papers are ranked; they order the candidates that pass.
    pub points: Option<u64>,
    /// Approvals needed.
    pub needed: u64,
    /// Approvals missing; zero when enough.
    pub short_by: u64,
    /// Competition rank by approvals or points (1, 2, 2, 4).
    pub rank: u64,
    /// What it came to.
    pub verdict: LineVerdict,
    /// The clause that decides.
    pub clause: Clause,
}

impl LineOutcome {
    /// What orders the candidates: points where papers are ranked, approvals otherwise.
    #[must_use]
    pub fn score(&self) -> u64 {
        self.points.unwrap_or(self.approve)
    }
}

/// Why a round is void.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum VoidRound {
    /// More papers came back than were issued (as 选举法 2020, article 44, has it for elections).
    ReturnedAboveIssued {
        /// Papers issued.
        issued: u64,
        /// Papers returned.
        returned: u64,
    },
}

/// What the round decides as a whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Decision {
    /// Every place is filled.
    Complete,
    /// Equal at the edge: these lines, for so many places left. The count stops here.
    Tied {
        /// The tied lines.
        lines: Vec<LineNo>,
        places_left: u64,
    },
    /// Fewer pass than there are places.
    Shortfall {
        /// Places left empty.
        missing: u64,
        /// Whether the result is taken as it is: the rules say so, or nobody is left to vote on.
        is_accepted: bool,
    },
    /// An evaluation: every line has its grade.
    Graded,
    /// The round is void: nothing was counted, and it is held again.
    VoidRound(VoidRound),
}

impl Decision {
    /// Whether nothing is left to decide.
    #[must_use]
    pub fn is_final(&self) -> bool {
        match self {
            Self::Complete | Self::Graded => true,
            Self::Tied { .. } | Self::VoidRound(_) => false,
            Self::Shortfall { is_accepted, .. } => *is_accepted,
        }
    }

    /// The word in records and messages.
    #[must_use]
    pub fn word(&self) -> &'static str {
        match self {
            Self::Complete => "complete",
            Self::Tied { .. } => "tied",
            Self::Shortfall { .. } => "shortfall",
            Self::Graded => "graded",
            Self::VoidRound(_) => "void",
        }
    }
}

/// The outcome of a round. All counts are of papers.
///
/// Issued = returned + not returned; returned = valid + void; blank papers are among the valid or
/// among the void, as the rules say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// Papers in the box: returned.
    pub ballots: u64,
    /// Papers issued, where known.
    pub issued: Option<u64>,
    /// Papers issued and not returned, where known: a number of the account, never an abstention.
    pub not_returned: Option<u64>,
    /// Papers counted.
    pub valid: u64,
    /// Papers without a mark.
    pub blank: u64,
    /// Papers not counted, by reason.
    pub void: BTreeMap<VoidReason, u64>,
    /// Members due: N.
    pub due: u64,
    /// The number of which the majority is taken; N unless the rules say otherwise.
    pub base: u64,
    /// Approvals needed.
    pub needed: u64,
    /// Places to fill.
    pub places: u64,
    /// Lines in the order of the slate; none for a void round or an evaluation.
    pub lines: Vec<LineOutcome>,
    /// The lines of an evaluation in the order of the slate; none for a selection.
    pub grades: Vec<GradedLine>,
    /// What the round decides.
    pub decision: Decision,
    /// How it came about, in order.
    pub trace: Vec<TraceStep>,
}

impl Outcome {
    /// Papers not counted.
    #[must_use]
    pub fn void_total(&self) -> u64 {
        self.ballots.saturating_sub(self.valid)
    }

    /// The chosen lines in the order of the slate.
    pub fn selected(&self) -> impl Iterator<Item = &LineOutcome> {
        self.lines
            .iter()
            .filter(|line| line.verdict == LineVerdict::Selected)
    }

    /// The line of a number.
    #[must_use]
    pub fn line(&self, line: LineNo) -> Option<&LineOutcome> {
        self.lines.iter().find(|outcome| outcome.line_no == line)
    }
}

//! The trace: what the count found and decided, in order, each with its clause, as data.
//!
//! `text::rules::trace_sentence` words it for screens and printed forms in any language; the record
//! has the same steps as words and facts of their own ([`TraceEvent::word`], [`TraceEvent::facts`]).

use super::grade::LineGrade;
use crate::ballot::{LineNo, VoidReason};
use crate::poll::clause::{Clause, Clauses};
use crate::poll::rules::CountingBase;

/// One step of a count.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TraceStep {
    /// What was found or decided.
    pub event: TraceEvent,
    pub clause: Clause,
    /// The clause's number in the rules text, where it has one.
    pub clause_no: Option<u16>,
}

impl TraceStep {
    /// A step by a clause of a rules text.
    #[must_use]
    pub fn new(event: TraceEvent, clause: Clause, clauses: &Clauses) -> Self {
        Self {
            event,
            clause,
            clause_no: clauses.number(clause),
        }
    }
}

/// What a count found or decided.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TraceEvent {
    /// Present against the quorum.
    Presence {
        /// Members present.
        present: u64,
        /// Members that must be.
        quorum: u64,
        /// Whether they are enough.
        is_met: bool,
    },
    /// The account: the round is valid.
    Account {
        /// Papers issued.
        issued: u64,
        /// Papers returned.
        returned: u64,
        /// Papers missing.
        missing: u64,
    },
    /// More papers returned than issued: the round is void.
    RoundVoid {
        /// Papers issued.
        issued: u64,
        /// Papers returned.
        returned: u64,
    },
    Papers {
        returned: u64,
        /// Counted.
        valid: u64,
        /// Not counted.
        void: u64,
        /// Without a mark.
        blank: u64,
    },
    /// Papers void for one reason.
    VoidPapers { reason: VoidReason, papers: u64 },
    /// Lines without a mark on valid papers, and what they count as is the clause's matter.
    UnmarkedLines {
        /// How many lines, over all papers.
        lines: u64,
    },
    /// Of which number a majority is taken.
    BaseIs { base: CountingBase, number: u64 },
    /// The votes needed.
    Needed { votes: u64 },
    /// No number of votes is needed.
    NothingNeeded,
    /// How many candidates reach it.
    Passed {
        /// Candidates.
        passed: u64,
        places: u64,
    },
    /// All that passed fit into the places and are selected.
    AllSelected { lines: Vec<LineNo> },
    /// More passed than there are places: those with at least so many votes are selected.
    Cut {
        /// The fewest votes that still count in.
        votes: u64,
        /// Whether those are points of ranks.
        is_points: bool,
        lines: Vec<LineNo>,
    },
    /// Above the tie: selected.
    AboveTie {
        /// The votes of the tie.
        votes: u64,
        /// Whether those are points of ranks.
        is_points: bool,
        lines: Vec<LineNo>,
    },
    /// Equal at the last place.
    Tied {
        votes: u64,
        /// Whether those are points of ranks.
        is_points: bool,
        lines: Vec<LineNo>,
        places_left: u64,
    },
    /// Places stay empty.
    Missing { places: u64 },
    /// The presidium decided between the tied.
    PresidiumDecided {
        /// The lines it chose.
        lines: Vec<LineNo>,
    },
    /// What the grades of an evaluation need.
    GradesNeed {
        /// Satisfied, for the best grade.
        satisfied: u64,
        /// Satisfied and basically satisfied together, for the middle one.
        basically: u64,
    },
    /// Lines that got a grade.
    Graded {
        grade: LineGrade,
        lines: Vec<LineNo>,
    },
    /// What follows: nothing, the result stands.
    Stands,
    /// What follows: a run-off.
    RunOffFollows { lines: Vec<LineNo>, places: u64 },
    /// What follows: the presidium decides, with a reason.
    PresidiumFollows {
        /// Between these.
        lines: Vec<LineNo>,
        places: u64,
    },
    /// What follows: a supplementary round.
    SupplementaryFollows { lines: Vec<LineNo>, places: u64 },
    /// What follows: the same round once more.
    AgainFollows,
    /// What follows is not said by the rules.
    Unsaid,
}

impl TraceEvent {
    /// The word in the record.
    #[must_use]
    pub fn word(&self) -> &'static str {
        match self {
            Self::Presence { .. } => "presence",
            Self::Account { .. } => "account",
            Self::RoundVoid { .. } => "round-void",
            Self::Papers { .. } => "papers",
            Self::VoidPapers { .. } => "void-papers",
            Self::UnmarkedLines { .. } => "unmarked-lines",
            Self::BaseIs { .. } => "base",
            Self::Needed { .. } => "needed",
            Self::NothingNeeded => "nothing-needed",
            Self::Passed { .. } => "passed",
            Self::AllSelected { .. } => "all-selected",
            Self::Cut { .. } => "cut",
            Self::AboveTie { .. } => "above-tie",
            Self::Tied { .. } => "tied",
            Self::Missing { .. } => "missing",
            Self::PresidiumDecided { .. } => "presidium-decided",
            Self::GradesNeed { .. } => "grades-need",
            Self::Graded { .. } => "graded",
            Self::Stands => "stands",
            Self::RunOffFollows { .. } => "run-off-follows",
            Self::PresidiumFollows { .. } => "presidium-follows",
            Self::SupplementaryFollows { .. } => "supplementary-follows",
            Self::AgainFollows => "again-follows",
            Self::Unsaid => "unsaid",
        }
    }

    /// Its numbers for the record, as `name=value` with a space between them, in a fixed order; lines
    /// by their numbers with commas.
    #[must_use]
    pub fn facts(&self) -> String {
        match self {
            Self::Presence {
                present,
                quorum,
                is_met,
            } => {
                let met = if *is_met { "yes" } else { "no" };
                format!("present={present} quorum={quorum} met={met}")
            }
            Self::Account {
                issued,
                returned,
                missing,
            } => {
                format!("issued={issued} returned={returned} missing={missing}")
            }
            Self::RoundVoid { issued, returned } => format!("issued={issued} returned={returned}"),
            Self::Papers {
                returned,
                valid,
                void,
                blank,
            } => {
                format!("returned={returned} valid={valid} void={void} blank={blank}")
            }
            Self::VoidPapers { reason, papers } => {
                format!("reason={} papers={papers}", reason.word())
            }
            Self::UnmarkedLines { lines } => format!("lines={lines}"),
            Self::BaseIs { base, number } => {
                format!("of={} number={number}", base.word())
            }
            Self::Needed { votes } => format!("votes={votes}"),
            Self::Passed { passed, places } => format!("passed={passed} places={places}"),
            Self::AllSelected { lines } | Self::PresidiumDecided { lines } => {
                format!("lines={}", joined(lines))
            }
            Self::Cut {
                votes,
                is_points,
                lines,
            }
            | Self::AboveTie {
                votes,
                is_points,
                lines,
            } => {
                format!("{}={votes} lines={}", unit(*is_points), joined(lines))
            }
            Self::Tied {
                votes,
                is_points,
                lines,
                places_left,
            } => {
                let (unit, lines) = (unit(*is_points), joined(lines));
                format!("{unit}={votes} lines={lines} places={places_left}")
            }
            Self::Missing { places } => format!("places={places}"),
            Self::RunOffFollows { lines, places }
            | Self::PresidiumFollows { lines, places }
            | Self::SupplementaryFollows { lines, places } => {
                format!("lines={} places={places}", joined(lines))
            }
            Self::GradesNeed {
                satisfied,
                basically,
            } => format!("satisfied={satisfied} basically={basically}"),
            Self::Graded { grade, lines } => {
                format!("grade={} lines={}", grade.word(), joined(lines))
            }
            Self::NothingNeeded | Self::Stands | Self::AgainFollows | Self::Unsaid => String::new(),
        }
    }
}

/// What a number of a cut or a tie counts.
fn unit(is_points: bool) -> &'static str {
    if is_points { "points" } else { "votes" }
}

fn joined(lines: &[LineNo]) -> String {
    let lines: Vec<String> = lines.iter().map(ToString::to_string).collect();
    lines.join(",")
}

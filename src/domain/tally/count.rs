//! The counter: takes papers one by one or as a multiset, in any order, in constant memory, and
//! decides at the end. Exact integers; nothing is ever broken by order, id or chance.

use std::collections::BTreeMap;

use super::outcome::{Clause, Decision, LineOutcome, LineVerdict, Outcome};
use crate::domain::ballot::{Mark, Paper, Verdict, VoidReason, judge};
use crate::domain::poll::rules::{Rules, Shortfall, Unmarked};

/// Sums of one line.
#[derive(Debug, Clone, Copy, Default)]
struct Sums {
    approve: u64,
    oppose: u64,
    abstain: u64,
}

/// A count in progress.
#[derive(Debug, Clone)]
pub struct Counter<'r> {
    rules: &'r Rules,
    sums: Vec<Sums>,
    ballots: u64,
    blank: u64,
    void: BTreeMap<VoidReason, u64>,
}

/// More lines than a slate may have, or more papers than a count can hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the count does not fit its numbers")]
pub struct UncountedLines;

impl<'r> Counter<'r> {
    /// Begins a count of a slate of so many lines.
    #[must_use]
    pub fn new(rules: &'r Rules, lines: usize) -> Self {
        let sums = vec![Sums::default(); lines];
        Self {
            rules,
            sums,
            ballots: 0,
            blank: 0,
            void: BTreeMap::new(),
        }
    }

    /// Adds so many equal papers.
    pub fn add(&mut self, paper: &Paper, papers: u64) {
        self.ballots = self.ballots.saturating_add(papers);
        match judge(paper, self.rules, self.sums.len()).verdict {
            Verdict::Void(reason) => self.add_void(reason, papers),
            verdict @ (Verdict::Valid | Verdict::Blank) => {
                if verdict == Verdict::Blank {
                    self.blank = self.blank.saturating_add(papers);
                }
                let Paper::Marks(marks) = paper;
                for (sums, mark) in self.sums.iter_mut().zip(marks) {
                    let sum = match (mark, self.rules.unmarked) {
                        (Mark::Approve, _) => &mut sums.approve,
                        (Mark::Oppose, _) | (Mark::Unmarked, Unmarked::Oppose) => &mut sums.oppose,
                        (Mark::Abstain, _) | (Mark::Unmarked, Unmarked::Abstain) => {
                            &mut sums.abstain
                        }
                    };
                    *sum = sum.saturating_add(papers);
                }
            }
        }
    }

    /// Adds papers whose bytes cannot be read: void, never dropped.
    pub fn add_unreadable(&mut self, papers: u64) {
        self.ballots = self.ballots.saturating_add(papers);
        self.add_void(VoidReason::Unreadable, papers);
    }

    fn add_void(&mut self, reason: VoidReason, papers: u64) {
        let sum = self.void.entry(reason).or_default();
        *sum = sum.saturating_add(papers);
    }

    /// Decides, for a body of `due` members.
    ///
    /// # Errors
    /// [`UncountedLines`] when the slate has more lines than line numbers.
    pub fn finish(self, due: u32) -> Result<Outcome, UncountedLines> {
        let needed = u64::from(self.rules.needed(due));
        let places = u64::from(self.rules.places);
        let approvals: Vec<u64> = self.sums.iter().map(|sums| sums.approve).collect();
        let edge = edge(&approvals, needed, places);
        let mut lines = Vec::new();
        for (place, sums) in self.sums.iter().enumerate() {
            let (verdict, clause) = edge.judge(sums.approve, needed);
            let above = approvals
                .iter()
                .filter(|other| **other > sums.approve)
                .count();
            lines.push(LineOutcome {
                line_no: u16::try_from(place)
                    .ok()
                    .and_then(|n| n.checked_add(1))
                    .ok_or(UncountedLines)?,
                approve: sums.approve,
                oppose: sums.oppose,
                abstain: sums.abstain,
                needed,
                short_by: needed.saturating_sub(sums.approve),
                rank: u64::try_from(above).unwrap_or(u64::MAX).saturating_add(1),
                verdict,
                clause,
            });
        }
        let void: u64 = self
            .void
            .values()
            .fold(0, |sum, papers| sum.saturating_add(*papers));
        let tied: Vec<u16> = lines
            .iter()
            .filter(|line| line.verdict == LineVerdict::Tied)
            .map(|line| line.line_no)
            .collect();
        let decision = match edge {
            Edge::Tied { places_left, .. } => Decision::Tied {
                lines: tied,
                places_left,
            },
            Edge::Open { missing } if missing > 0 => Decision::Shortfall {
                missing,
                is_accepted: self.rules.shortfall == Shortfall::TakeFewer,
            },
            Edge::Open { .. } | Edge::Cut { .. } => Decision::Complete,
        };
        Ok(Outcome {
            ballots: self.ballots,
            valid: self.ballots.saturating_sub(void),
            blank: self.blank,
            void: self.void,
            due: u64::from(due),
            needed,
            places,
            lines,
            decision,
        })
    }
}

/// Where the places end among those that pass.
enum Edge {
    /// At most K pass: all of them are chosen, so many places stay empty.
    Open { missing: u64 },
    /// More than K pass, and the places end between two counts: at least this many are chosen.
    Cut { least: u64 },
    /// More than K pass, and the places end inside a group of equal counts.
    Tied { at: u64, places_left: u64 },
}

/// Finds the edge: let c be the K-th highest count among those that pass; above c all are chosen,
/// equal to c they are if all of them fit, else they are tied.
fn edge(approvals: &[u64], needed: u64, places: u64) -> Edge {
    let mut passed: Vec<u64> = approvals
        .iter()
        .copied()
        .filter(|votes| *votes >= needed)
        .collect();
    passed.sort_unstable_by_key(|votes| std::cmp::Reverse(*votes));
    let count = u64::try_from(passed.len()).unwrap_or(u64::MAX);
    if count <= places {
        return Edge::Open {
            missing: places.saturating_sub(count),
        };
    }
    let last = usize::try_from(places).ok().and_then(|k| k.checked_sub(1));
    let Some(at) = last.and_then(|place| passed.get(place)).copied() else {
        return Edge::Cut { least: u64::MAX };
    };
    let above = passed.iter().filter(|votes| **votes > at).count();
    let equal = passed.iter().filter(|votes| **votes == at).count();
    let left = places.saturating_sub(u64::try_from(above).unwrap_or(u64::MAX));
    if u64::try_from(equal).unwrap_or(u64::MAX) <= left {
        Edge::Cut { least: at }
    } else {
        Edge::Tied {
            at,
            places_left: left,
        }
    }
}

impl Edge {
    fn judge(&self, approve: u64, needed: u64) -> (LineVerdict, Clause) {
        if approve < needed {
            return (LineVerdict::BelowThreshold, Clause::Majority);
        }
        match self {
            Self::Open { .. } => (LineVerdict::Selected, Clause::Majority),
            Self::Cut { least } if approve >= *least => (LineVerdict::Selected, Clause::MostVotes),
            Self::Tied { at, .. } if approve > *at => (LineVerdict::Selected, Clause::MostVotes),
            Self::Tied { at, .. } if approve == *at => (LineVerdict::Tied, Clause::Tie),
            Self::Cut { .. } | Self::Tied { .. } => (LineVerdict::BeyondPlaces, Clause::MostVotes),
        }
    }
}

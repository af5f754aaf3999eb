//! Adding up papers, one at a time and in any order, and deciding at the end.
//!
//! Memory is one row of sums a line, however many papers there are.

use std::collections::BTreeMap;

use super::next::{Next, next};
use super::outcome::{Decision, LineOutcome, LineVerdict, Outcome, VoidRound};
use super::tie::Edge;
use super::trace::{Event, Step};
use crate::domain::ballot::{
    BallotKind, Falling, LineNo, Mark, Paper, Verdict, VoidReason, section_falls, verdict,
};
use crate::domain::poll::clause::Clause;
use crate::domain::poll::rules::{Base, Numbers, Pass, Rules, Shortfall, Unmarked};

/// Why there is no outcome.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CountError {
    /// More papers, points or lines than their numbers hold.
    #[error("the count does not fit its numbers")]
    TooLarge,
    /// An evaluation is graded, not selected: its count is not part of this one.
    #[error("papers with grades are counted by an evaluation, not by a selection")]
    GradesAreNoSelection,
    /// The rules take the majority of those present, and their number was not given.
    #[error("the rules count those present, whose number is not known")]
    PresentUnknown,
    /// The account speaks of another number of papers than the box holds.
    #[error("the account has {account} papers returned, the box {counted}")]
    AccountDiffers {
        /// Papers returned by the account.
        account: u64,
        /// Papers counted.
        counted: u64,
    },
}

/// The sums of one line.
#[derive(Debug, Clone, Copy, Default)]
struct Sums {
    approve: u64,
    oppose: u64,
    abstain: u64,
    unmarked: u64,
    points: u64,
}

/// A count in progress.
#[derive(Debug, Clone)]
pub struct Counter<'r> {
    rules: &'r Rules,
    sums: Vec<Sums>,
    ballots: u64,
    blank: u64,
    void: BTreeMap<VoidReason, u64>,
    is_too_large: bool,
}

impl<'r> Counter<'r> {
    /// Begins a count of a slate of so many lines.
    #[must_use]
    pub fn new(rules: &'r Rules, lines: usize) -> Self {
        Self {
            rules,
            sums: vec![Sums::default(); lines],
            ballots: 0,
            blank: 0,
            void: BTreeMap::new(),
            is_too_large: false,
        }
    }

    /// Adds so many equal papers.
    pub fn add(&mut self, paper: &Paper, papers: u64) {
        self.plus(papers, |counter| &mut counter.ballots);
        if paper.is_blank() {
            self.plus(papers, |counter| &mut counter.blank);
        }
        match verdict(paper, self.rules, self.sums.len()) {
            Verdict::Void(reason) => self.add_void(reason, papers),
            Verdict::Valid | Verdict::Blank => self.add_valid(paper, papers),
        }
    }

    /// Adds papers whose bytes cannot be read: void, never dropped.
    pub fn add_unreadable(&mut self, papers: u64) {
        self.plus(papers, |counter| &mut counter.ballots);
        self.add_void(VoidReason::Unreadable, papers);
    }

    fn plus(&mut self, papers: u64, sum: impl FnOnce(&mut Self) -> &mut u64) {
        let sum = sum(self);
        match sum.checked_add(papers) {
            Some(more) => *sum = more,
            None => self.is_too_large = true,
        }
    }

    fn add_void(&mut self, reason: VoidReason, papers: u64) {
        self.plus(papers, |counter| counter.void.entry(reason).or_default());
    }

    fn add_valid(&mut self, paper: &Paper, papers: u64) {
        let lines = self.sums.len();
        let most = self.rules.most_approvals(lines);
        let falling = section_falls(paper, self.rules, lines);
        let mut fits = true;
        for (position, sums) in self.sums.iter_mut().enumerate() {
            let (mark, rank) = mark_of(paper, position, falling);
            let points = rank
                .and_then(|rank| self.rules.points(rank, most))
                .unwrap_or(0);
            fits &= sums.add(mark, self.rules.unmarked, papers, points);
        }
        self.is_too_large |= !fits;
    }

    /// Decides, with what is known of the hall.
    ///
    /// # Errors
    /// See [`CountError`].
    pub fn finish(self, numbers: &Numbers) -> Result<Outcome, CountError> {
        if self.is_too_large {
            return Err(CountError::TooLarge);
        }
        if self.rules.kind == BallotKind::Grade {
            return Err(CountError::GradesAreNoSelection);
        }
        if let Some(account) = numbers.returned.filter(|account| *account != self.ballots) {
            return Err(CountError::AccountDiffers {
                account,
                counted: self.ballots,
            });
        }
        let void = self
            .void
            .values()
            .try_fold(0_u64, |sum, papers| sum.checked_add(*papers));
        let valid = void.and_then(|void| self.ballots.checked_sub(void));
        let valid = valid.ok_or(CountError::TooLarge)?;
        let base = base(self.rules.base, numbers, self.ballots, valid)?;
        let outcome = Outcome {
            ballots: self.ballots,
            issued: numbers.issued,
            not_returned: numbers
                .issued
                .and_then(|issued| issued.checked_sub(self.ballots)),
            valid,
            blank: self.blank,
            void: self.void,
            due: u64::from(numbers.due),
            base,
            needed: self.rules.needed(base),
            places: u64::from(self.rules.places),
            lines: Vec::new(),
            decision: Decision::Complete,
            trace: Vec::new(),
        };
        Deciding {
            rules: self.rules,
            numbers,
            outcome,
        }
        .decide(&self.sums)
    }
}

impl Sums {
    /// Adds papers with this mark; whether the sums still hold them.
    fn add(&mut self, mark: Mark, unmarked: Unmarked, papers: u64, points: u64) -> bool {
        let sum = match (mark, unmarked) {
            (Mark::Approve, _) | (Mark::Unmarked, Unmarked::Approve) => &mut self.approve,
            (Mark::Oppose, _) | (Mark::Unmarked, Unmarked::Oppose) => &mut self.oppose,
            (Mark::Abstain, _) | (Mark::Unmarked, Unmarked::Abstain) => &mut self.abstain,
        };
        let Some(marked) = sum.checked_add(papers) else {
            return false;
        };
        *sum = marked;
        if mark == Mark::Unmarked {
            // Never above the sum of all marks, which was just checked for this line.
            self.unmarked = self.unmarked.saturating_add(papers);
        }
        let more = points
            .checked_mul(papers)
            .and_then(|more| self.points.checked_add(more));
        more.map(|points| self.points = points).is_some()
    }
}

/// How a line is marked on a valid paper, and its rank.
fn mark_of(paper: &Paper, position: usize, falling: Falling) -> (Mark, Option<u8>) {
    let mark = match paper {
        Paper::Marks(marks) => marks.get(position).copied(),
        Paper::Ticks(ticks) => ticks.get(position).map(|ticked| {
            if *ticked {
                Mark::Approve
            } else {
                Mark::Unmarked
            }
        }),
        Paper::Ranks(ranks) => {
            let rank = ranks.get(position).copied().filter(|rank| *rank > 0);
            let rank = rank.filter(|rank| stands(*rank, ranks, falling));
            return (rank.map_or(Mark::Unmarked, |_| Mark::Approve), rank);
        }
        Paper::List(mark) => Some(*mark),
        Paper::Grades(_) => None,
    };
    match (mark.unwrap_or(Mark::Unmarked), falling) {
        (Mark::Approve, Falling::All) => (Mark::Unmarked, None),
        (mark, Falling::All | Falling::None | Falling::BadRanks { .. }) => (mark, None),
    }
}

/// Whether a rank counts on a paper some of whose ranks fall away.
fn stands(rank: u8, ranks: &[u8], falling: Falling) -> bool {
    match falling {
        Falling::None => true,
        Falling::All => false,
        Falling::BadRanks { most } => {
            usize::from(rank) <= most && ranks.iter().filter(|other| **other == rank).count() == 1
        }
    }
}

fn base(base: Base, numbers: &Numbers, returned: u64, valid: u64) -> Result<u64, CountError> {
    match base {
        Base::InOffice => Ok(u64::from(numbers.due)),
        Base::Present => numbers
            .present
            .map(u64::from)
            .ok_or(CountError::PresentUnknown),
        Base::Returned => Ok(returned),
        Base::Valid => Ok(valid),
    }
}

/// An outcome on its way.
struct Deciding<'c> {
    rules: &'c Rules,
    numbers: &'c Numbers,
    outcome: Outcome,
}

impl Deciding<'_> {
    fn say(&mut self, event: Event, clause: Clause) {
        self.outcome
            .trace
            .push(Step::new(event, clause, &self.rules.clauses));
    }

    fn decide(mut self, sums: &[Sums]) -> Result<Outcome, CountError> {
        self.say_presence();
        let returned = self.outcome.ballots;
        match self.outcome.issued {
            Some(issued) if returned > issued => {
                self.outcome.decision =
                    Decision::VoidRound(VoidRound::ReturnedAboveIssued { issued, returned });
                self.say(Event::RoundVoid { issued, returned }, Clause::Returned);
                self.say(Event::AgainFollows, Clause::Returned);
                return Ok(self.outcome);
            }
            Some(issued) => {
                let missing = issued.saturating_sub(returned);
                self.say(
                    Event::Account {
                        issued,
                        returned,
                        missing,
                    },
                    Clause::Returned,
                );
            }
            None => {}
        }
        self.say_papers(sums);
        self.say_needed();
        let edge = self.judge_lines(sums)?;
        self.say_edge(edge);
        self.say_next();
        Ok(self.outcome)
    }

    fn say_presence(&mut self) {
        if let Some(present) = self.numbers.present {
            let quorum = self.rules.quorum_of(self.numbers.due);
            let is_met = present >= quorum;
            let (present, quorum) = (u64::from(present), u64::from(quorum));
            self.say(
                Event::Presence {
                    present,
                    quorum,
                    is_met,
                },
                Clause::Quorum,
            );
        }
    }

    fn say_papers(&mut self, sums: &[Sums]) {
        let (returned, valid) = (self.outcome.ballots, self.outcome.valid);
        let (void, blank) = (self.outcome.void_total(), self.outcome.blank);
        self.say(
            Event::Papers {
                returned,
                valid,
                void,
                blank,
            },
            Clause::Blank,
        );
        for (reason, papers) in self.outcome.void.clone() {
            let clause = match reason {
                VoidReason::Overmarked | VoidReason::RankRepeated => Clause::Overmark,
                VoidReason::Undermarked => Clause::Undermark,
                VoidReason::Blank => Clause::Blank,
                VoidReason::Unreadable => Clause::Ballot,
            };
            self.say(Event::VoidPapers { reason, papers }, clause);
        }
        let lines = sums
            .iter()
            .fold(0_u64, |all, sums| all.saturating_add(sums.unmarked));
        if lines > 0 {
            self.say(Event::UnmarkedLines { lines }, Clause::Unmarked);
        }
    }

    fn say_needed(&mut self) {
        let (base, number) = (self.rules.base, self.outcome.base);
        self.say(Event::BaseIs { base, number }, Clause::Base);
        match self.rules.pass {
            Pass::Majority | Pass::Votes(_) => {
                self.say(
                    Event::Needed {
                        votes: self.outcome.needed,
                    },
                    self.rules.majority_clause(),
                );
            }
            Pass::None => self.say(Event::NothingNeeded, self.rules.majority_clause()),
        }
    }

    fn judge_lines(&mut self, sums: &[Sums]) -> Result<Edge, CountError> {
        let needed = self.outcome.needed;
        let is_ranked = self.rules.kind == BallotKind::Rank;
        let score = |sums: &Sums| if is_ranked { sums.points } else { sums.approve };
        let passed: Vec<u64> = sums
            .iter()
            .filter(|sums| sums.approve >= needed)
            .map(score)
            .collect();
        let passes = u64::try_from(passed.len()).map_err(|_| CountError::TooLarge)?;
        let edge = Edge::find(passed, self.outcome.places);
        for (position, line) in sums.iter().enumerate() {
            let (verdict, clause) = edge.judge(score(line), line.approve >= needed, self.rules);
            let above = sums
                .iter()
                .filter(|other| score(other) > score(line))
                .count();
            let rank = u64::try_from(above)
                .ok()
                .and_then(|above| above.checked_add(1));
            self.outcome.lines.push(LineOutcome {
                line_no: LineNo::at(position).ok_or(CountError::TooLarge)?,
                approve: line.approve,
                oppose: line.oppose,
                abstain: line.abstain,
                points: is_ranked.then_some(line.points),
                needed,
                short_by: needed.saturating_sub(line.approve),
                rank: rank.ok_or(CountError::TooLarge)?,
                verdict,
                clause,
            });
        }
        let places = self.outcome.places;
        self.say(
            Event::Passed {
                passed: passes,
                places,
            },
            self.rules.majority_clause(),
        );
        Ok(edge)
    }

    fn lines_that_are(&self, verdict: LineVerdict) -> Vec<LineNo> {
        let lines = self
            .outcome
            .lines
            .iter()
            .filter(|line| line.verdict == verdict);
        lines.map(|line| line.line_no).collect()
    }

    fn say_edge(&mut self, edge: Edge) {
        let lines = self.lines_that_are(LineVerdict::Selected);
        let is_points = self.rules.kind == BallotKind::Rank;
        match edge {
            Edge::Open { missing } => {
                if !lines.is_empty() {
                    self.say(Event::AllSelected { lines }, self.rules.majority_clause());
                }
                if missing > 0 {
                    self.say(Event::Missing { places: missing }, Clause::Shortfall);
                    let is_accepted = self.rules.shortfall == Shortfall::TakeFewer
                        || self
                            .outcome
                            .lines
                            .iter()
                            .all(|l| l.verdict == LineVerdict::Selected);
                    self.outcome.decision = Decision::Shortfall {
                        missing,
                        is_accepted,
                    };
                }
            }
            Edge::Cut { least } => {
                self.say(
                    Event::Cut {
                        votes: least,
                        is_points,
                        lines,
                    },
                    Clause::MostVotes,
                );
            }
            Edge::Tied { at, places_left } => {
                if !lines.is_empty() {
                    self.say(
                        Event::AboveTie {
                            votes: at,
                            is_points,
                            lines,
                        },
                        Clause::MostVotes,
                    );
                }
                let lines = self.lines_that_are(LineVerdict::Tied);
                let tied = Event::Tied {
                    votes: at,
                    is_points,
                    lines: lines.clone(),
                    places_left,
                };
                self.say(tied, self.rules.tie_clause());
                self.outcome.decision = Decision::Tied { lines, places_left };
            }
            Edge::NoPlaces => {}
        }
    }

    fn say_next(&mut self) {
        let (event, clause) = match next(&self.outcome, self.rules) {
            Next::Nothing => match self.outcome.decision {
                Decision::Shortfall { .. } => (Event::Stands, Clause::Shortfall),
                Decision::Complete | Decision::Tied { .. } | Decision::VoidRound(_) => {
                    (Event::Stands, Clause::MostVotes)
                }
            },
            Next::RunOff { lines, rules } => {
                let places = u64::from(rules.places);
                (
                    Event::RunOffFollows { lines, places },
                    self.rules.tie_clause(),
                )
            }
            Next::Supplementary { lines, rules } => {
                let places = u64::from(rules.places);
                (
                    Event::SupplementaryFollows { lines, places },
                    Clause::Shortfall,
                )
            }
            Next::Presidium { lines, places } => (
                Event::PresidiumFollows { lines, places },
                self.rules.tie_clause(),
            ),
            Next::Again => (Event::AgainFollows, Clause::Returned),
            Next::Unsaid => match self.outcome.decision {
                Decision::Tied { .. } => (Event::Unsaid, self.rules.tie_clause()),
                Decision::Complete | Decision::Shortfall { .. } | Decision::VoidRound(_) => {
                    (Event::Unsaid, Clause::Shortfall)
                }
            },
        };
        self.say(event, clause);
    }
}

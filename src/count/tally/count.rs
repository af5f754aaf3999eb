//! Adding up papers, one at a time and in any order, and deciding at the end.
//!
//! Memory is one row of sums a line, however many papers there are.

use std::collections::BTreeMap;

use super::decide::PartialOutcome;
use super::grade::GradeSums;
use super::outcome::{Decision, Outcome};
use super::sums::{CountError, LineSums};
use crate::ballot::{
    BallotKind, DiscardedApprovals, Mark, Paper, Verdict, VoidReason, section_falls, verdict,
};
use crate::poll::rules::{CountingBase, HallNumbers, Rules, UnmarkedRule};

/// A count in progress.
#[derive(Debug, Clone)]
pub struct Counter<'r> {
    rules: &'r Rules,
    sums: Vec<LineSums>,
    grades: Vec<GradeSums>,
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
            sums: vec![LineSums::default(); lines],
            grades: vec![GradeSums::default(); lines],
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
        self.add_void_whole(VoidReason::Unreadable, papers);
    }

    /// Adds papers that are void as a whole, whatever is marked on them.
    pub fn add_void_whole(&mut self, reason: VoidReason, papers: u64) {
        self.plus(papers, |counter| &mut counter.ballots);
        self.add_void(reason, papers);
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
        if let Paper::Grades(grades) = paper {
            let sums = self.grades.iter_mut().zip(grades);
            for (sums, grade) in sums {
                self.is_too_large |= !sums.add(*grade, self.rules.unmarked, papers);
            }
            return;
        }
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
    pub fn finish(self, numbers: &HallNumbers) -> Result<Outcome, CountError> {
        if self.is_too_large {
            return Err(CountError::TooLarge);
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
            grades: Vec::new(),
            decision: Decision::Complete,
            trace: Vec::new(),
        };
        let deciding = PartialOutcome {
            rules: self.rules,
            numbers,
            outcome,
        };
        match self.rules.kind {
            BallotKind::Grade => deciding.grade(&self.grades),
            BallotKind::PerItem | BallotKind::Tick | BallotKind::Rank | BallotKind::WholeList => {
                deciding.decide(&self.sums)
            }
        }
    }
}

impl LineSums {
    /// Adds papers with this mark; whether the sums still hold them.
    fn add(&mut self, mark: Mark, unmarked: UnmarkedRule, papers: u64, points: u64) -> bool {
        let sum = match (mark, unmarked) {
            (Mark::Approve, _) | (Mark::Unmarked, UnmarkedRule::Approve) => &mut self.approve,
            (Mark::Oppose, _) | (Mark::Unmarked, UnmarkedRule::Oppose) => &mut self.oppose,
            (Mark::Abstain, _) | (Mark::Unmarked, UnmarkedRule::Abstain) => &mut self.abstain,
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
fn mark_of(paper: &Paper, position: usize, falling: DiscardedApprovals) -> (Mark, Option<u8>) {
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
        (Mark::Approve, DiscardedApprovals::All) => (Mark::Unmarked, None),
        (
            mark,
            DiscardedApprovals::All
            | DiscardedApprovals::None
            | DiscardedApprovals::BadRanks { .. },
        ) => (mark, None),
    }
}

/// Whether a rank counts on a paper some of whose ranks fall away.
fn stands(rank: u8, ranks: &[u8], falling: DiscardedApprovals) -> bool {
    match falling {
        DiscardedApprovals::None => true,
        DiscardedApprovals::All => false,
        DiscardedApprovals::BadRanks { most } => {
            usize::from(rank) <= most && ranks.iter().filter(|other| **other == rank).count() == 1
        }
    }
}

fn base(
    base: CountingBase,
    numbers: &HallNumbers,
    returned: u64,
    valid: u64,
) -> Result<u64, CountError> {
    match base {
        CountingBase::InOffice => Ok(u64::from(numbers.due)),
        CountingBase::Present => numbers
            .present
            .map(u64::from)
            .ok_or(CountError::PresentUnknown),
        CountingBase::Returned => Ok(returned),
        CountingBase::Valid => Ok(valid),
    }
}

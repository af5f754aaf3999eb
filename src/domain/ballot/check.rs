//! Whether a paper is valid, blank or void, and what a screen must not accept.

use super::{Mark, Paper};
use crate::domain::poll::rules::{Blank, Overmark, Rules, Undermark};
use crate::domain::problem::Problem;

/// What a paper is worth.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// Counted.
    Valid,
    /// No line is marked; counted as a valid paper.
    Blank,
    /// Returned and not counted.
    Void(VoidReason),
}

/// Why a paper is void.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum VoidReason {
    /// More approvals than the rules allow.
    Overmarked,
    /// Fewer approvals than the rules demand.
    Undermarked,
    /// No mark at all, where the rules make that void.
    Blank,
    /// The stored bytes are no paper of this round.
    Unreadable,
}

impl VoidReason {
    /// The word in the store and in messages.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Overmarked => "overmarked",
            Self::Undermarked => "undermarked",
            Self::Blank => "blank",
            Self::Unreadable => "unreadable",
        }
    }
}

/// A paper's verdict, and the problems a screen shows before it would be cast.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judgement {
    /// What it is worth once in the box.
    pub verdict: Verdict,
    /// Errors: a screen does not cast it so. Paper has no screen and keeps the verdict.
    pub problems: Vec<Problem>,
}

/// Judges a paper of so many lines by the rules.
#[must_use]
pub fn judge(paper: &Paper, rules: &Rules, lines: usize) -> Judgement {
    let Paper::Marks(marks) = paper;
    let approvals = marks.iter().filter(|mark| **mark == Mark::Approve).count();
    let most = rules.most_approvals(lines);
    if marks.iter().all(|mark| *mark == Mark::Unmarked) {
        let verdict = match rules.blank {
            Blank::Valid => Verdict::Blank,
            Blank::Void => Verdict::Void(VoidReason::Blank),
        };
        return Judgement {
            verdict,
            problems: demanded(rules, approvals),
        };
    }
    if approvals > most {
        let problem = Problem::error("marked-too-many")
            .with("approved", approvals)
            .with("most", most)
            .with("over", approvals - most);
        let verdict = match rules.overmark {
            Overmark::PaperVoid => Verdict::Void(VoidReason::Overmarked),
        };
        return Judgement {
            verdict,
            problems: vec![problem],
        };
    }
    let problems = demanded(rules, approvals);
    let verdict = if problems.is_empty() {
        Verdict::Valid
    } else {
        Verdict::Void(VoidReason::Undermarked)
    };
    Judgement { verdict, problems }
}

/// Fewer approvals than an exact number demands.
fn demanded(rules: &Rules, approvals: usize) -> Vec<Problem> {
    match rules.undermark {
        Undermark::Valid => Vec::new(),
        Undermark::MustEqual => {
            let exactly = usize::from(rules.places);
            if approvals < exactly {
                let problem = Problem::error("marked-too-few");
                vec![
                    problem
                        .with("exactly", exactly)
                        .with("missing", exactly - approvals),
                ]
            } else {
                Vec::new()
            }
        }
    }
}

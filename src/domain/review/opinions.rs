//! Opinions given at a review of the prefecture's work committee: counted, typed by two people, and
//! no vote (无表决效力). They have no threshold, no base and no grade, and nothing here makes one.

use super::{DepartmentReview, ReviewStage, Reviewer};
use crate::id::AccountId;
use crate::problem::Problem;

/// How many members gave which opinion.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Opinions {
    /// Members who gave an opinion.
    pub members: u32,
    pub satisfied: u32,
    /// Basically satisfied.
    pub basically: u32,
    pub dissatisfied: u32,
    /// Abstentions.
    pub abstain: u32,
}

impl Opinions {
    fn sum(&self) -> u64 {
        let parts = [
            self.satisfied,
            self.basically,
            self.dissatisfied,
            self.abstain,
        ];
        parts.into_iter().map(u64::from).sum()
    }
}

/// What one person typed from the count on paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TypedOpinions {
    pub by: AccountId,
    /// The numbers.
    pub opinions: Opinions,
}

/// The numbers on which two people agree.
#[must_use]
pub fn agreed(typed: &[TypedOpinions]) -> Option<Opinions> {
    let alike = |one: &&TypedOpinions| {
        let same = |other: &TypedOpinions| other.by != one.by && other.opinions == one.opinions;
        typed.iter().any(same)
    };
    typed.iter().find(alike).map(|one| one.opinions)
}

/// Whether the numbers were typed by one person and wait for the second.
#[must_use]
pub fn is_half_typed(typed: &[TypedOpinions]) -> bool {
    !typed.is_empty() && agreed(typed).is_none()
}

/// What stands against numbers that somebody types: `no-opinions-here`, `opinions-agreed`,
/// `opinions-nobody` and `opinions-sum` at `members`, `opinions-differ`.
#[must_use]
pub fn problems(
    review: &DepartmentReview,
    new: &TypedOpinions,
    before: &[TypedOpinions],
) -> Vec<Problem> {
    match review.reviewer {
        Reviewer::WorkCommittee => {}
        Reviewer::Congress { .. } => return vec![Problem::error("no-opinions-here")],
    }
    if review.stage != ReviewStage::Held {
        let problem = Problem::error("work-review-not-held");
        return vec![problem.with("stage", review.stage.word())];
    }
    if agreed(before).is_some() {
        return vec![Problem::error("opinions-agreed")];
    }
    let opinions = &new.opinions;
    let mut problems = Vec::new();
    if opinions.members == 0 {
        problems.push(Problem::error("opinions-nobody").at("members"));
    }
    if opinions.sum() != u64::from(opinions.members) {
        let problem = Problem::error("opinions-sum").at("members");
        problems.push(
            problem
                .with("members", opinions.members)
                .with("sum", opinions.sum()),
        );
    }
    let differs = |one: &TypedOpinions| one.by != new.by && one.opinions != *opinions;
    if problems.is_empty() && before.iter().any(differs) {
        problems.push(Problem::error("opinions-differ"));
    }
    problems
}

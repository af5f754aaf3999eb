//! Putting a department to an evaluation after its review: a congress may, the work committee never.

use super::{DepartmentReview, Reviewer};
use crate::congress::{Body, Level};
use crate::followup::change::deciding_body;
use crate::id::{PollId, UnitId};
use crate::problem::Problem;
use crate::tally::LineGrade;

/// An evaluation to which a review was put.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReviewPoll {
    /// The evaluation.
    pub poll: PollId,
    /// Whether nothing of it is frozen yet.
    pub is_draft: bool,
    /// The unit's grade, once it is certified.
    pub grade: Option<LineGrade>,
}

/// What comes next for a review.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NextReviewPoll {
    /// The unit that is graded.
    pub unit: UnitId,
    /// The evaluation that was dissatisfied with it and that is asked about again.
    pub second_of: Option<PollId>,
    /// A draft in whose place the new one comes.
    pub instead_of: Option<PollId>,
}

/// Whether a review may be put to an evaluation, and to which.
///
/// # Errors
/// `advisory-never-votes`, `work-review-not-held`, `work-review-poll-running`, or
/// `work-review-poll-decided` once the unit has a grade that is not dissatisfied.
pub fn next(review: &DepartmentReview, before: &[ReviewPoll]) -> Result<NextReviewPoll, Problem> {
    let unit = match review.reviewer {
        Reviewer::Congress { unit, .. } => unit,
        Reviewer::WorkCommittee => return Err(Problem::error("advisory-never-votes")),
    };
    if !review.stage.took_place() {
        let problem = Problem::error("work-review-not-held");
        return Err(problem.with("stage", review.stage.word()));
    }
    let draft = before.last().filter(|one| one.is_draft);
    let held = before.iter().rfind(|one| !one.is_draft);
    let second_of = match held {
        None => None,
        Some(put) => match put.grade {
            None => return Err(Problem::error("work-review-poll-running")),
            Some(LineGrade::Dissatisfied) => Some(put.poll),
            Some(LineGrade::Satisfied | LineGrade::Basically) => {
                return Err(Problem::error("work-review-poll-decided"));
            }
        },
    };
    Ok(NextReviewPoll {
        unit,
        second_of,
        instead_of: draft.map(|one| one.poll),
    })
}

/// What stands against the session to which it is put: another body's than the one that decides at
/// this level.
#[must_use]
pub fn problem_of_body(level: Level, body: Body) -> Option<Problem> {
    let wanted = deciding_body(level);
    let problem = || Problem::error("work-review-wrong-body").at("sitting");
    (body != wanted).then(|| problem().with("body", wanted.word()))
}

//! What a department must put right after a review (整改): from sent to closed, as a finding goes.
//!
//! A task is sent when it is given, so its way is a finding's from `sent` on: the same stages, acts
//! and deadlines ([`crate::followup::finding`]), and another check of who closes it.

use jiff::ToSpan as _;
use jiff::civil::Date;

use super::{DepartmentReview, missing};
use crate::followup::finding::{self, FindingAct, FindingStage, FindingStep};
use crate::followup::month::days_after;
use crate::id::{AccountId, ReviewId, ReviewTaskId, UnitId};
use crate::problem::Problem;

/// A task as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReviewTask {
    /// Identifier; 0 before it is saved.
    pub id: ReviewTaskId,
    pub review: ReviewId,
    /// Its number in the review.
    pub number: u32,
    /// What must be put right.
    pub what: String,
    /// Where it stands: `sent`, `answered` or `closed`.
    pub stage: FindingStage,
    /// The day on which it was given.
    pub given_on: Date,
    /// The day by which the department must answer.
    pub due: Date,
    /// The account that answered last.
    pub answered_by: Option<AccountId>,
    /// How often it came back.
    pub reopened: u32,
    /// The day on which it was closed.
    pub closed_on: Option<Date>,
}

/// Who acts on a task.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TaskActor {
    pub account: AccountId,
    /// The unit it belongs to; none for the office.
    pub unit: Option<UnitId>,
}

impl ReviewTask {
    /// A task that is given today.
    #[must_use]
    pub fn given(review: ReviewId, what: String, due: Date, today: Date) -> Self {
        Self {
            id: ReviewTaskId(0),
            review,
            number: 0,
            what,
            stage: FindingStage::Sent,
            given_on: today,
            due,
            answered_by: None,
            reopened: 0,
            closed_on: None,
        }
    }

    /// Days since its deadline, while the department owes an answer; 0 when it does not.
    #[must_use]
    pub fn days_overdue(&self, today: Date) -> u32 {
        match self.stage {
            FindingStage::Sent => days_after(self.due, today),
            FindingStage::Found
            | FindingStage::Answered
            | FindingStage::Closed
            | FindingStage::Dismissed => 0,
        }
    }

    /// Carries a step out that has no problems.
    pub fn apply(&mut self, step: &FindingStep, by: AccountId, today: Date) {
        if let Some(stage) = self.stage.after(step.act) {
            self.stage = stage;
        }
        match step.act {
            FindingAct::Extend => self.due = step.due.unwrap_or(self.due),
            FindingAct::Answer => self.answered_by = Some(by),
            FindingAct::Close => self.closed_on = Some(today),
            FindingAct::Reopen => {
                self.due = step.due.unwrap_or(self.due);
                self.reopened = self.reopened.saturating_add(1);
                self.closed_on = None;
            }
            FindingAct::Send | FindingAct::Dismiss | FindingAct::AskExtension => {}
        }
    }

    /// Whether somebody may check it again: never the department, nor whoever answered.
    #[must_use]
    pub fn may_recheck(&self, hand: TaskActor) -> bool {
        hand.unit.is_none() && self.answered_by != Some(hand.account)
    }
}

/// Days that a department is given where nobody names another day.
const USUAL_DAYS: i32 = 30;

/// The day that is proposed for an answer: from today, or from the day that stands where that lies ahead.
#[must_use]
pub fn usual_due(due: Option<Date>, today: Date) -> Date {
    let start = due.unwrap_or(today).max(today);
    start.saturating_add(USUAL_DAYS.days())
}

/// Whether an act is the department's own; the others are the office's.
#[must_use]
pub fn is_of_department(act: FindingAct) -> bool {
    match act {
        FindingAct::Answer | FindingAct::AskExtension => true,
        FindingAct::Send
        | FindingAct::Dismiss
        | FindingAct::Extend
        | FindingAct::Close
        | FindingAct::Reopen => false,
    }
}

/// What stands against giving a task.
#[must_use]
pub fn problems(
    review: &DepartmentReview,
    what: &str,
    due: Option<Date>,
    today: Date,
) -> Vec<Problem> {
    if !review.stage.took_place() {
        let problem = Problem::error("work-review-not-held");
        return vec![problem.with("stage", review.stage.word())];
    }
    let mut problems: Vec<Problem> = missing("text", what).into_iter().collect();
    problems.extend(finding::problem_of_deadline(due, today));
    problems
}

/// What stands against a step.
#[must_use]
pub fn problems_of_step(
    task: &ReviewTask,
    step: &FindingStep,
    hand: TaskActor,
    today: Date,
) -> Vec<Problem> {
    let mut problems = finding::problems_of_step(task.stage, Some(task.due), step, today);
    let is_recheck = matches!(step.act, FindingAct::Close | FindingAct::Reopen);
    if task.stage.after(step.act).is_some() && is_recheck && !task.may_recheck(hand) {
        problems.push(Problem::error("own-answer-closes"));
    }
    problems
}

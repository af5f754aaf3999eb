//! A question put to the department: answered on the spot or by a day.

use jiff::civil::Date;

use super::{DepartmentReview, ReviewStage, missing};
use crate::followup::entry;
use crate::id::{ReviewId, ReviewQuestionId};
use crate::problem::Problem;

/// A question with its answer, once there is one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReviewQuestion {
    /// Identifier; 0 before it is saved.
    pub id: ReviewQuestionId,
    pub review: ReviewId,
    /// Who asks; told to those who work on it, never to the public.
    pub asked_by: String,
    /// What is asked.
    pub text: String,
    /// Until when the written answer is due; none when it was answered there.
    pub answer_by: Option<Date>,
    /// The answer; empty while it is owed.
    pub answer: String,
    pub answered_on: Option<Date>,
}

impl ReviewQuestion {
    /// Days since the answer was due, while it is owed.
    #[must_use]
    pub fn days_overdue(&self, today: Date) -> u32 {
        entry::days_owed(self.answered_on, self.answer_by, today)
    }

    /// Whether the same was asked by the same: a form whose answer was lost.
    #[must_use]
    pub fn is_same(&self, other: &Self) -> bool {
        self.review == other.review && self.asked_by == other.asked_by && self.text == other.text
    }
}

/// What stands against writing a question down.
#[must_use]
pub fn problems(question: &ReviewQuestion, review: &DepartmentReview) -> Vec<Problem> {
    if review.stage != ReviewStage::Held {
        let problem = Problem::error("work-review-not-held");
        return vec![problem.with("stage", review.stage.word())];
    }
    let asked = (question.text.as_str(), question.answer.as_str());
    let mut problems = entry::problems_of_asking(asked, question.answer_by, review.on);
    problems.extend(missing("asked_by", &question.asked_by));
    for (field, text) in [("text", &question.text), ("answer", &question.answer)] {
        problems.extend(super::too_long(field, text));
    }
    problems
}

/// What stands against an answer in writing.
#[must_use]
pub fn problems_of_answer(
    question: &ReviewQuestion,
    answer: &str,
    review: &DepartmentReview,
) -> Vec<Problem> {
    if !review.stage.took_place() {
        let problem = Problem::error("work-review-not-held");
        return vec![problem.with("stage", review.stage.word())];
    }
    if question.answered_on.is_some() {
        return vec![Problem::error("question-answered")];
    }
    missing("answer", answer).into_iter().collect()
}

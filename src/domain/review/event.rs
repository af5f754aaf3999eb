//! What happened at a department review, for the audit chain. No event carries an opinion's number.

use super::ReviewAct;
use crate::followup::finding::FindingAct;
use crate::id::{PollId, ReviewId, ReviewQuestionId, ReviewTaskId};

/// An event of a review.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReviewEvent {
    /// It was planned.
    Planned(ReviewId),
    /// What it says of itself was changed.
    Changed(ReviewId),
    /// An act was done on it.
    Act(ReviewId, ReviewAct),
    /// A question was written down.
    Asked(ReviewId, ReviewQuestionId),
    /// A question was answered.
    Answered(ReviewId, ReviewQuestionId),
    /// A task was given.
    TaskGiven(ReviewId, ReviewTaskId),
    /// A step was taken with a task.
    TaskStep(ReviewTaskId, FindingAct),
    /// Somebody typed the opinions of an advisory review.
    OpinionsTyped(ReviewId),
    /// It was put to an evaluation.
    PutToPoll(ReviewId, PollId),
}

impl ReviewEvent {
    /// The kind as a word for lists and filters.
    #[must_use]
    pub fn kind(self) -> &'static str {
        match self {
            Self::Planned(_) => "review-planned",
            Self::Changed(_) => "review-changed",
            Self::Act(..) => "review-act",
            Self::Asked(..) => "review-asked",
            Self::Answered(..) => "review-answered",
            Self::TaskGiven(..) => "review-task-given",
            Self::TaskStep(..) => "review-task-step",
            Self::OpinionsTyped(_) => "review-opinions-typed",
            Self::PutToPoll(..) => "review-put-to-poll",
        }
    }

    /// The facts as `name=value` words.
    #[must_use]
    pub fn detail(self) -> String {
        match self {
            Self::Planned(review) | Self::Changed(review) | Self::OpinionsTyped(review) => {
                format!("review={review}")
            }
            Self::Act(review, act) => format!("review={review} act={}", act.word()),
            Self::Asked(review, question) | Self::Answered(review, question) => {
                format!("review={review} question={question}")
            }
            Self::TaskGiven(review, task) => format!("review={review} task={task}"),
            Self::TaskStep(task, act) => format!("task={task} act={}", act.word()),
            Self::PutToPoll(review, poll) => format!("review={review} poll={poll}"),
        }
    }
}

//! What happened at a department review, for the audit chain. No event carries an opinion's number.

use super::ReviewAct;
use crate::event::events;
use crate::followup::finding::FindingAct;
use crate::id::{PollId, ReviewId, ReviewQuestionId, ReviewTaskId};

events! {
    /// An event of a review.
    #[derive(Copy)]
    pub enum ReviewEvent {
        /// It was planned.
        Planned(review: ReviewId) = "review-planned";
        /// What it says of itself was changed.
        Changed(review: ReviewId) = "review-changed";
        /// An act was done on it.
        Act(review: ReviewId, act: ReviewAct) = "review-act";
        /// A question was written down.
        Asked(review: ReviewId, question: ReviewQuestionId) = "review-asked";
        /// A question was answered.
        Answered(review: ReviewId, question: ReviewQuestionId) = "review-answered";
        /// A task was given.
        TaskGiven(review: ReviewId, task: ReviewTaskId) = "review-task-given";
        /// A step was taken with a task.
        TaskStep(task: ReviewTaskId, act: FindingAct) = "review-task-step";
        /// Somebody typed the opinions of an advisory review.
        OpinionsTyped(review: ReviewId) = "review-opinions-typed";
        /// It was put to an evaluation.
        PutToPoll(review: ReviewId, poll: PollId) = "review-put-to-poll";
    }
}

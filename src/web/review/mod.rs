//! Department reviews (工作评议): the list of a year, the form, the page of one with its acts, and the
//! public page. What the prefecture's work committee holds says on each of them that it is no vote.

pub(super) mod act;
mod day;
mod evaluation;
mod form;
pub(super) mod handler;
mod list;
mod opinions;
mod parts;
pub(super) mod public;
mod record;
mod sheet;
mod tasks;
mod view;

use crate::at_desk::StaffDesk;
use crate::route::RouteRole;
use crate::route::RouteRole::{Either, May, Published};
use crate::route::acts;
use crate::route::table;
use crate::visitor::PathPiece;
use crate::visitor::TwoPathPieces;
use domain::access::Action::{KeepAdvisory, Oversee, Prepare, Report, Supervise};
use domain::followup::finding::FindingAct;
use domain::id::{CongressId, ReviewId, ReviewQuestionId, ReviewTaskId};
use domain::review::ReviewAct;
use domain::review::task;

pub(super) use list::{listed, released};

/// What the prefecture's work committee holds.
const ADVISES: RouteRole = May(KeepAdvisory);
/// Whoever keeps a review, of a congress or of the committee.
const KEEPS: RouteRole = Either(Supervise, KeepAdvisory);
/// Whoever answers for the department.
const ANSWERS: RouteRole = Either(Report, KeepAdvisory);

table! {
    /// Department reviews, of a congress and of the prefecture's work committee.
    pages;
    /// A department review that the office released.
    PUBLIC_REVIEW, public_review(review: ReviewId) = "/reviews/{review}" {
        reads: Published => public::show;
    }
    /// A congress's department reviews of a year.
    REVIEWS, reviews(congress: CongressId, year: i16) = "/manage/congresses/{congress}/reviews/{year}" {
        reads: May(Oversee) => handler::list;
    }
    /// A new one.
    NEW_REVIEW, new_review(congress: CongressId, year: i16) = "/manage/congresses/{congress}/reviews/{year}/new" {
        reads: May(Supervise) => handler::offer;
        writes: May(Supervise) => handler::plan;
    }
    /// The reviews of the prefecture's work committee of a year.
    ADVISORY_REVIEWS, advisory_reviews(year: i16) = "/manage/advisory-reviews/{year}" {
        reads: May(Oversee) => handler::list_advisory;
    }
    /// A new one.
    NEW_ADVISORY_REVIEW, new_advisory_review(year: i16) = "/manage/advisory-reviews/{year}/new" {
        reads: ADVISES => handler::offer_advisory;
        writes: ADVISES => handler::plan_advisory;
    }
    /// A department review for those who work on it.
    MANAGE_REVIEW, manage_review(review: ReviewId) = "/manage/reviews/{review}" {
        reads: May(Oversee) => act::show;
    }
    /// Correcting it.
    EDIT_REVIEW, edit_review(review: ReviewId) = "/manage/reviews/{review}/edit" {
        reads: KEEPS => handler::show_edit;
        writes: KEEPS => handler::change;
    }
    /// Writing down a question of it.
    REVIEW_QUESTIONS, review_questions(review: ReviewId) = "/manage/reviews/{review}/questions" {
        writes: KEEPS => act::ask;
    }
    /// Answering a question.
    REVIEW_ANSWER, review_answer(review: ReviewId, question: ReviewQuestionId) = "/manage/reviews/{review}/questions/{question}/answer" {
        writes: ANSWERS => act::answer;
    }
    /// Giving the department something to put right.
    REVIEW_TASKS, review_tasks(review: ReviewId) = "/manage/reviews/{review}/tasks" {
        writes: KEEPS => act::give_task;
    }
    /// Typing the opinions of an advisory review.
    REVIEW_OPINIONS, review_opinions(review: ReviewId) = "/manage/reviews/{review}/opinions" {
        writes: ADVISES => act::type_opinions;
    }
    /// Putting the department to an evaluation.
    REVIEW_POLLS, review_polls(review: ReviewId) = "/manage/reviews/{review}/polls" {
        writes: May(Prepare) => act::put_to_poll;
    }
    /// The printed record of a review, as PDF.
    REVIEW_RECORD, review_record(review: ReviewId) = "/manage/reviews/{review}/record" {
        reads: May(Oversee) => act::print;
    }
    /// A step with a task.
    REVIEW_TASK_STEP, review_task_step(review: ReviewId, task: ReviewTaskId, act: &str) = "/manage/reviews/{review}/tasks/{task}/{act}" {
        .. acts(
            REVIEW_TASK_STEP, FindingAct::ALL, FindingAct::word,
            |step| { if task::is_of_department(step) { ANSWERS } else { KEEPS } },
            |step| move |at: TwoPathPieces<ReviewId, ReviewTaskId>, desk: StaffDesk|
                act::step_task(step, at, desk),
        );
    }
    /// An act on a review.
    REVIEW_ACT, review_act(review: ReviewId, act: &str) = "/manage/reviews/{review}/{act}" {
        .. acts(
            REVIEW_ACT, ReviewAct::ALL, ReviewAct::word,
            |_| KEEPS,
            |one| move |at: PathPiece<ReviewId>, desk: StaffDesk|
                act::act_on(one, at, desk),
        );
    }
}

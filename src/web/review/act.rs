//! The page of a review, and every act on it: each answers with the page, and a refused one keeps what
//! was typed.

use axum::response::{IntoResponse, Redirect};
use maud::Markup;

use super::{form, record, view};
use crate::at_desk::{Answer, StaffDesk};
use crate::error::{self, Failure};
use crate::form::Fields;
use crate::forms;
use crate::path;
use crate::visitor::{PathPiece, TwoPathPieces};
use domain::followup::finding::FindingAct;
use domain::id::{ReviewId, ReviewQuestionId, ReviewTaskId, SittingId};
use domain::problem::Problem;
use domain::review::ReviewAct;
use service::ServiceError;

pub(crate) async fn show(PathPiece(review): PathPiece<ReviewId>, desk: StaffDesk) -> Answer {
    let page = page(&desk, review, &Fields::default(), &[]).await?;
    Ok(page.into_response())
}

pub(crate) async fn act_on(
    act: ReviewAct,
    PathPiece(review): PathPiece<ReviewId>,
    desk: StaffDesk,
) -> Answer {
    let step = form::step(act, &desk.fields);
    let done = desk.service.act_on_review(&desk.actor, review, step).await;
    show_refused(&desk, review, &desk.fields, done).await
}

pub(crate) async fn ask(PathPiece(review): PathPiece<ReviewId>, desk: StaffDesk) -> Answer {
    let new = form::question(review, &desk.fields);
    let done = desk.service.ask_at_review(&desk.actor, new).await;
    show_refused(&desk, review, &desk.fields, done.map(drop)).await
}

pub(crate) async fn answer(
    TwoPathPieces(review, question): TwoPathPieces<ReviewId, ReviewQuestionId>,
    desk: StaffDesk,
) -> Answer {
    let answer = desk.get("answer");
    let done = desk
        .service
        .answer_at_review(&desk.actor, (review, question), answer)
        .await;
    show_refused(&desk, review, &desk.fields, done).await
}

pub(crate) async fn give_task(PathPiece(review): PathPiece<ReviewId>, desk: StaffDesk) -> Answer {
    let due = desk.get("due").trim().parse().ok();
    let done = desk
        .service
        .give_review_task(&desk.actor, review, desk.get("text"), due)
        .await;
    show_refused(&desk, review, &desk.fields, done.map(drop)).await
}

pub(crate) async fn step_task(
    act: FindingAct,
    TwoPathPieces(review, task): TwoPathPieces<ReviewId, ReviewTaskId>,
    desk: StaffDesk,
) -> Answer {
    let step = form::task_step(act, &desk.fields);
    let done = desk
        .service
        .step_review_task(&desk.actor, (review, task), step)
        .await;
    show_refused(&desk, review, &desk.fields, done).await
}

pub(crate) async fn type_opinions(
    PathPiece(review): PathPiece<ReviewId>,
    desk: StaffDesk,
) -> Answer {
    let done = match form::opinions(&desk.fields) {
        Ok(typed) => desk.service.type_opinions(&desk.actor, review, typed).await,
        Err(problems) => Err(ServiceError::Invalid(problems)),
    };
    show_refused(&desk, review, &desk.fields, done).await
}

pub(crate) async fn put_to_poll(PathPiece(review): PathPiece<ReviewId>, desk: StaffDesk) -> Answer {
    let done = match desk.fields.number("sitting") {
        Ok(sitting) => {
            let title = desk.get("title");
            desk.service
                .put_review_to_poll(&desk.actor, review, SittingId(sitting), title)
                .await
        }
        Err(problem) => Err(ServiceError::invalid(problem)),
    };
    match done {
        Ok(poll) => Ok(Redirect::to(&path::rules(poll)).into_response()),
        Err(error) => show_refused(&desk, review, &desk.fields, Err(error)).await,
    }
}

pub(crate) async fn print(PathPiece(review): PathPiece<ReviewId>, desk: StaffDesk) -> Answer {
    let found = desk.service.get_review(&desk.actor, review).await;
    let found = desk.or_page(found)?;
    let form = record::record(&found, &desk.visitor.place);
    forms::pdf(&desk.app, &desk.visitor, "department-review", form).await
}

async fn show_refused(
    desk: &StaffDesk,
    review: ReviewId,
    fields: &Fields,
    done: Result<(), ServiceError>,
) -> Answer {
    match done {
        Ok(()) => Ok(Redirect::to(&path::manage_review(review)).into_response()),
        Err(error) => {
            let error = desk.refused(error)?;
            let page = page(desk, review, fields, error.problems()).await?;
            Ok(error::with_problems(&error, page))
        }
    }
}

async fn page(
    desk: &StaffDesk,
    review: ReviewId,
    fields: &Fields,
    problems: &[Problem],
) -> Result<Markup, Failure> {
    let found = desk.service.get_review(&desk.actor, review).await;
    let found = desk.or_page(found)?;
    let frame = desk.frame();
    Ok(view::page(&frame.typing(fields).against(problems), &found))
}

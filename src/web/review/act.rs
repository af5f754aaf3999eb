//! The page of a review, and every act on it: each answers with the page, and a refused one keeps what
//! was typed.

use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use maud::Markup;

use super::{form, record, view};
use crate::error::{self, Failure};
use crate::form::{Fields, StaffForm};
use crate::forms;
use crate::kit::Frame;
use crate::path;
use crate::visitor::{App, PathPiece, Staff, TwoPathPieces};
use domain::followup::finding::FindingAct;
use domain::id::{ReviewId, ReviewQuestionId, ReviewTaskId, SittingId};
use domain::problem::Problem;
use domain::review::ReviewAct;
use service::ServiceError;

pub(crate) async fn show(
    State(app): State<App>,
    staff: Staff,
    PathPiece(review): PathPiece<ReviewId>,
) -> Result<Response, Failure> {
    let page = page(&app, &staff, review, &Fields::default(), &[]).await?;
    Ok(page.into_response())
}

pub(crate) async fn act_on(
    act: ReviewAct,
    State(app): State<App>,
    PathPiece(review): PathPiece<ReviewId>,
    StaffForm { staff, fields }: StaffForm,
) -> Result<Response, Failure> {
    let step = form::step(act, &fields);
    let done = app.service.act_on_review(&staff.actor, review, step).await;
    show_refused(&app, &staff, review, &fields, done).await
}

pub(crate) async fn ask(
    State(app): State<App>,
    PathPiece(review): PathPiece<ReviewId>,
    StaffForm { staff, fields }: StaffForm,
) -> Result<Response, Failure> {
    let new = form::question(review, &fields);
    let done = app.service.ask_at_review(&staff.actor, new).await;
    show_refused(&app, &staff, review, &fields, done.map(drop)).await
}

pub(crate) async fn answer(
    State(app): State<App>,
    TwoPathPieces(review, question): TwoPathPieces<ReviewId, ReviewQuestionId>,
    StaffForm { staff, fields }: StaffForm,
) -> Result<Response, Failure> {
    let answer = fields.get("answer");
    let done = app
        .service
        .answer_at_review(&staff.actor, (review, question), answer)
        .await;
    show_refused(&app, &staff, review, &fields, done).await
}

pub(crate) async fn give_task(
    State(app): State<App>,
    PathPiece(review): PathPiece<ReviewId>,
    StaffForm { staff, fields }: StaffForm,
) -> Result<Response, Failure> {
    let due = fields.get("due").trim().parse().ok();
    let done = app
        .service
        .give_review_task(&staff.actor, review, fields.get("text"), due)
        .await;
    show_refused(&app, &staff, review, &fields, done.map(drop)).await
}

pub(crate) async fn step_task(
    act: FindingAct,
    State(app): State<App>,
    TwoPathPieces(review, task): TwoPathPieces<ReviewId, ReviewTaskId>,
    StaffForm { staff, fields }: StaffForm,
) -> Result<Response, Failure> {
    let step = form::task_step(act, &fields);
    let done = app
        .service
        .step_review_task(&staff.actor, (review, task), step)
        .await;
    show_refused(&app, &staff, review, &fields, done).await
}

pub(crate) async fn type_opinions(
    State(app): State<App>,
    PathPiece(review): PathPiece<ReviewId>,
    StaffForm { staff, fields }: StaffForm,
) -> Result<Response, Failure> {
    let done = match form::opinions(&fields) {
        Ok(typed) => app.service.type_opinions(&staff.actor, review, typed).await,
        Err(problems) => Err(ServiceError::Invalid(problems)),
    };
    show_refused(&app, &staff, review, &fields, done).await
}

pub(crate) async fn put_to_poll(
    State(app): State<App>,
    PathPiece(review): PathPiece<ReviewId>,
    StaffForm { staff, fields }: StaffForm,
) -> Result<Response, Failure> {
    let done = match fields.number("sitting") {
        Ok(sitting) => {
            let title = fields.get("title");
            app.service
                .put_review_to_poll(&staff.actor, review, SittingId(sitting), title)
                .await
        }
        Err(problem) => Err(ServiceError::invalid(problem)),
    };
    match done {
        Ok(poll) => Ok(Redirect::to(&path::rules(poll)).into_response()),
        Err(error) => show_refused(&app, &staff, review, &fields, Err(error)).await,
    }
}

pub(crate) async fn print(
    State(app): State<App>,
    staff: Staff,
    PathPiece(review): PathPiece<ReviewId>,
) -> Result<Response, Failure> {
    let found = app.service.get_review(&staff.actor, review).await;
    let found = staff.visitor.or_page(found)?;
    let form = record::record(&found, &staff.visitor.place);
    forms::pdf(&app, &staff.visitor, "department-review", form).await
}

async fn show_refused(
    app: &App,
    staff: &Staff,
    review: ReviewId,
    fields: &Fields,
    done: Result<(), ServiceError>,
) -> Result<Response, Failure> {
    match done {
        Ok(()) => Ok(Redirect::to(&path::manage_review(review)).into_response()),
        Err(error) => {
            let error = staff.visitor.refused(error)?;
            let page = page(app, staff, review, fields, error.problems()).await?;
            Ok(error::with_problems(&error, page))
        }
    }
}

async fn page(
    app: &App,
    staff: &Staff,
    review: ReviewId,
    fields: &Fields,
    problems: &[Problem],
) -> Result<Markup, Failure> {
    let found = app.service.get_review(&staff.actor, review).await;
    let found = staff.visitor.or_page(found)?;
    let frame = Frame::office(staff);
    Ok(view::page(&frame, &found, &staff.token, fields, problems))
}

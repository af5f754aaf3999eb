//! Requests of candidate lists.

use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};

use super::{form, view};
use crate::error::{self, Failure};
use crate::form::{Fields, StaffForm};
use crate::kit::{self, Frame};
use crate::path;
use crate::visitor::{App, PathPiece, Staff};
use domain::id::ListId;
use domain::problem::Problem;
use service::ServiceError;
use service::library::listing::ListReview;

pub(crate) async fn show(
    State(app): State<App>,
    staff: Staff,
    PathPiece(id): PathPiece<ListId>,
) -> Result<Response, Failure> {
    let found = staff
        .visitor
        .or_page(app.service.get_list(&staff.actor, id).await)?;
    let (frame, typed) = (Frame::office(&staff), Fields::default());
    Ok(view::list(&frame, &found, keys(&staff), &typed, &[]).into_response())
}

/// The form token, and the account that looks at the page.
fn keys(staff: &Staff) -> (&str, i64) {
    (
        &staff.token,
        staff.actor.account.map_or(0, |account| account.0),
    )
}

async fn show_refused(
    app: &App,
    staff: &Staff,
    id: ListId,
    fields: &Fields,
    done: Result<(), ServiceError>,
) -> Result<Response, Failure> {
    match done {
        Ok(()) => Ok(Redirect::to(&path::candidate_list(id)).into_response()),
        Err(error) => {
            let error = staff.visitor.refused(error)?;
            let found = staff
                .visitor
                .or_page(app.service.get_list(&staff.actor, id).await)?;
            let frame = Frame::office(staff);
            let page = view::list(&frame, &found, keys(staff), fields, error.problems());
            Ok(error::with_problems(&error, page))
        }
    }
}

pub(crate) async fn save(
    State(app): State<App>,
    PathPiece(id): PathPiece<ListId>,
    StaffForm { staff, fields }: StaffForm,
) -> Result<Response, Failure> {
    let done = match (form::read(&fields), fields.number("places")) {
        (Ok(lines), Ok(places)) => app.service.set_list(&staff.actor, id, places, lines).await,
        (Err(problem), _) | (_, Err(problem)) => Err(ServiceError::invalid(problem)),
    };
    show_refused(&app, &staff, id, &fields, done).await
}

/// Notes how a list was reviewed.
pub(crate) async fn note_review(
    State(app): State<App>,
    PathPiece(id): PathPiece<ListId>,
    StaffForm { staff, fields }: StaffForm,
) -> Result<Response, Failure> {
    let done = match fields.get("on").trim().parse() {
        Ok(on) => {
            let how = fields.get("how").to_owned();
            let review = ListReview { on, how };
            app.service.review_list(&staff.actor, id, review).await
        }
        Err(_) => Err(ServiceError::invalid(Problem::error("date-form").at("on"))),
    };
    show_refused(&app, &staff, id, &fields, done).await
}

/// Makes a list the formal one.
pub(crate) async fn fix(
    State(app): State<App>,
    PathPiece(id): PathPiece<ListId>,
    StaffForm { staff, fields }: StaffForm,
) -> Result<Response, Failure> {
    let done = app.service.fix_list(&staff.actor, id).await;
    show_refused(&app, &staff, id, &fields, done).await
}

/// Works on a list once more.
pub(crate) async fn reopen(
    State(app): State<App>,
    PathPiece(id): PathPiece<ListId>,
    StaffForm { staff, fields }: StaffForm,
) -> Result<Response, Failure> {
    let done = app.service.reopen_list(&staff.actor, id).await;
    show_refused(&app, &staff, id, &fields, done).await
}

pub(crate) async fn revise(
    State(app): State<App>,
    PathPiece(id): PathPiece<ListId>,
    StaffForm { staff, fields }: StaffForm,
) -> Result<Response, Failure> {
    let done = match form::read(&fields) {
        Ok(lines) => {
            let reason = fields.get("reason");
            app.service
                .ask_revision(&staff.actor, id, lines, reason)
                .await
        }
        Err(problem) => Err(ServiceError::invalid(problem)),
    };
    show_refused(&app, &staff, id, &fields, done).await
}

pub(crate) async fn confirm(
    State(app): State<App>,
    PathPiece(id): PathPiece<ListId>,
    StaffForm { staff, fields }: StaffForm,
) -> Result<Response, Failure> {
    let press = kit::pressed(&fields);
    let done = app.service.confirm_revision(&staff.actor, id, press).await;
    show_refused(&app, &staff, id, &fields, done.map(drop)).await
}

pub(crate) async fn drop_revision(
    State(app): State<App>,
    PathPiece(id): PathPiece<ListId>,
    StaffForm { staff, fields }: StaffForm,
) -> Result<Response, Failure> {
    let done = app.service.drop_revision(&staff.actor, id).await;
    show_refused(&app, &staff, id, &fields, done).await
}

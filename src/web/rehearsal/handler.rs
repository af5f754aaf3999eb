//! Starting a rehearsal, the dummies' votes, wiping.

use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};

use super::view;
use crate::error::{self, Failure};
use crate::form::StaffForm;
use crate::kit::Frame;
use crate::path;
use crate::visitor::{App, PathPiece, Staff};
use domain::id::PollId;
use service::ServiceError;
use text::say;
use text::{Language, Words};

pub(crate) async fn show(
    State(app): State<App>,
    staff: Staff,
    PathPiece(poll): PathPiece<PollId>,
) -> Result<Response, Failure> {
    let found = app.service.get_rehearsal(&staff.actor, poll).await;
    let found = staff.visitor.or_page(found)?;
    Ok(view::rehearsal(&Frame::office(&staff), &found, &staff.token, &[]).into_response())
}

pub(crate) async fn start(
    State(app): State<App>,
    PathPiece(poll): PathPiece<PollId>,
    StaffForm { staff, .. }: StaffForm,
) -> Result<Response, Failure> {
    // The mark stands before names that are stored: it is Chinese whoever presses.
    let mark = say!(Words::of(Language::ZhHans), "rehearsal-mark").text;
    let done = app.service.start_rehearsal(&staff.actor, poll, &mark).await;
    show_refused(&app, &staff, poll, done).await
}

pub(crate) async fn vote(
    State(app): State<App>,
    PathPiece(poll): PathPiece<PollId>,
    StaffForm { staff, .. }: StaffForm,
) -> Result<Response, Failure> {
    let done = app.service.rehearse_votes(&staff.actor, poll).await;
    show_refused(&app, &staff, poll, done.map(|_| poll)).await
}

pub(crate) async fn wipe(
    State(app): State<App>,
    PathPiece(poll): PathPiece<PollId>,
    StaffForm { staff, .. }: StaffForm,
) -> Result<Response, Failure> {
    match app.service.wipe_rehearsal(&staff.actor, poll).await {
        Ok((back, wiped)) => Ok(view::wiped(&Frame::office(&staff), back, &wiped).into_response()),
        Err(error) => show_refused(&app, &staff, poll, Err(error)).await,
    }
}

/// To the run-sheet of the poll; what was refused is shown on the rehearsal's page.
async fn show_refused(
    app: &App,
    staff: &Staff,
    poll: PollId,
    done: Result<PollId, ServiceError>,
) -> Result<Response, Failure> {
    match done {
        Ok(poll) => Ok(Redirect::to(&path::manage_poll(poll)).into_response()),
        Err(error) => {
            let error = staff.visitor.refused(error)?;
            let found = app.service.get_rehearsal(&staff.actor, poll).await;
            let found = staff.visitor.or_page(found)?;
            let frame = Frame::office(staff);
            let page = view::rehearsal(&frame, &found, &staff.token, error.problems());
            Ok(error::with_problems(&error, page))
        }
    }
}

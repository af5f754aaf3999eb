//! The page, and the two presses.

use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};

use super::view;
use crate::error::{self, Failure};
use crate::form::{Fields, StaffForm};
use crate::kit::{self, Frame};
use crate::path;
use crate::visitor::{App, PathPiece, Staff};
use domain::id::PollId;
use service::ServiceError;
use service::act_of_two::press::ActOutcome;

pub(crate) async fn show(
    State(app): State<App>,
    staff: Staff,
    PathPiece(poll): PathPiece<PollId>,
) -> Result<Response, Failure> {
    page(&app, &staff, poll, &Fields::default(), Ok(ActOutcome::Done)).await
}

/// Asks to go on although the log is broken, or confirms that.
pub(crate) async fn accept(
    State(app): State<App>,
    PathPiece(poll): PathPiece<PollId>,
    StaffForm { staff, fields }: StaffForm,
) -> Result<Response, Failure> {
    let press = kit::pressed(&fields);
    match app.service.accept_log(&staff.actor, poll, press).await {
        Ok(ActOutcome::Asked | ActOutcome::Done) => {
            Ok(Redirect::to(&path::audit_log(poll)).into_response())
        }
        done => page(&app, &staff, poll, &fields, done).await,
    }
}

/// The page; what was refused stands above it.
async fn page(
    app: &App,
    staff: &Staff,
    poll: PollId,
    typed: &Fields,
    done: Result<ActOutcome, ServiceError>,
) -> Result<Response, Failure> {
    let done = match done {
        Err(error) if !matches!(error, ServiceError::Refused(_) | ServiceError::Invalid(_)) => {
            return Err(staff.visitor.fail(error));
        }
        done => done,
    };
    let found = app.service.get_log(&staff.actor, poll).await;
    let found = staff.visitor.or_page(found)?;
    let seen = view::AuditLogPage {
        token: &staff.token,
        me: staff.actor.account,
        typed,
        note: done.as_ref().ok(),
        problems: done.as_ref().err().map_or(&[][..], ServiceError::problems),
    };
    let page = view::log(&Frame::office(staff), &found, &seen);
    Ok(match &done {
        Err(error) => error::with_problems(error, page),
        Ok(_) => page.into_response(),
    })
}

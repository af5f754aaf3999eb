//! One's own reminders: showing them, marking them as read.

use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};

use super::{inbox_view, line};
use crate::error::Failure;
use crate::form::StaffForm;
use crate::kit::Frame;
use crate::path;
use crate::visitor::{App, PathPiece, Staff};
use domain::id::ReminderId;
use service::ServiceError;

pub(crate) async fn show(State(app): State<App>, staff: Staff) -> Result<Response, Failure> {
    let found = app.service.get_inbox(&staff.actor).await;
    let found = staff.visitor.or_page(found)?;
    Ok(inbox_view::page(&Frame::office(&staff), &found, &staff.token).into_response())
}

/// Marks one as read; `go` leads on to where its debt is paid, anything else back to the inbox.
pub(crate) async fn read(
    State(app): State<App>,
    PathPiece(reminder): PathPiece<ReminderId>,
    StaffForm { staff, fields }: StaffForm,
) -> Result<Response, Failure> {
    let debt = app.service.read_reminder(&staff.actor, reminder).await;
    let debt = staff.visitor.or_page(debt)?;
    let to = if fields.get("then") == "go" {
        line::place(&debt)
    } else {
        path::INBOX.to_owned()
    };
    Ok(Redirect::to(&to).into_response())
}

pub(crate) async fn read_all(
    State(app): State<App>,
    StaffForm { staff, fields }: StaffForm,
) -> Result<Response, Failure> {
    let last = fields.number::<i64>("last").map(ReminderId);
    let done = match last {
        Ok(last) => app.service.read_reminders(&staff.actor, last).await,
        Err(problem) => Err(ServiceError::invalid(problem)),
    };
    staff.visitor.or_page(done)?;
    Ok(Redirect::to(path::INBOX).into_response())
}

//! One's own reminders: showing them, marking them as read.

use axum::response::{IntoResponse, Redirect};

use super::{inbox_view, line};
use crate::at_desk::{Answer, StaffDesk};
use crate::path;
use crate::visitor::PathPiece;
use domain::id::ReminderId;
use service::ServiceError;

pub(crate) async fn show(desk: StaffDesk) -> Answer {
    let found = desk.service.get_inbox(&desk.actor).await;
    let found = desk.or_page(found)?;
    Ok(inbox_view::page(&desk.frame(), &found).into_response())
}

/// Marks one as read; `go` leads on to where its debt is paid, anything else back to the inbox.
pub(crate) async fn read(PathPiece(reminder): PathPiece<ReminderId>, desk: StaffDesk) -> Answer {
    let debt = desk.service.read_reminder(&desk.actor, reminder).await;
    let debt = desk.or_page(debt)?;
    let to = if desk.get("then") == "go" {
        line::place(&debt)
    } else {
        path::INBOX.to_owned()
    };
    Ok(Redirect::to(&to).into_response())
}

pub(crate) async fn read_all(desk: StaffDesk) -> Answer {
    let last = desk.fields.number::<i64>("last").map(ReminderId);
    let done = match last {
        Ok(last) => desk.service.read_reminders(&desk.actor, last).await,
        Err(problem) => Err(ServiceError::invalid(problem)),
    };
    desk.or_page(done)?;
    Ok(Redirect::to(path::INBOX).into_response())
}

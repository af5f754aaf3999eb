//! The page, and the two presses.

use axum::response::{IntoResponse, Redirect};

use super::view;
use crate::at_desk::{Answer, StaffDesk};
use crate::error;
use crate::form::Fields;
use crate::kit;
use crate::path;
use crate::visitor::PathPiece;
use domain::id::PollId;
use service::ServiceError;
use service::act_of_two::press::ActOutcome;

pub(crate) async fn show(PathPiece(poll): PathPiece<PollId>, desk: StaffDesk) -> Answer {
    page(&desk, poll, &Fields::default(), Ok(ActOutcome::Done)).await
}

/// Asks to go on although the log is broken, or confirms that.
pub(crate) async fn accept(PathPiece(poll): PathPiece<PollId>, desk: StaffDesk) -> Answer {
    let press = kit::pressed(&desk.fields);
    match desk.service.accept_log(&desk.actor, poll, press).await {
        Ok(ActOutcome::Asked | ActOutcome::Done) => {
            Ok(Redirect::to(&path::audit_log(poll)).into_response())
        }
        done => page(&desk, poll, &desk.fields, done).await,
    }
}

/// The page; what was refused stands above it.
async fn page(
    desk: &StaffDesk,
    poll: PollId,
    typed: &Fields,
    done: Result<ActOutcome, ServiceError>,
) -> Answer {
    let done = match done {
        Err(error) if !matches!(error, ServiceError::Refused(_) | ServiceError::Invalid(_)) => {
            return Err(desk.fail(error));
        }
        done => done,
    };
    let found = desk.service.get_log(&desk.actor, poll).await;
    let found = desk.or_page(found)?;
    let seen = view::AuditLogPage {
        token: &desk.token,
        me: desk.actor.account,
        typed,
        note: done.as_ref().ok(),
        problems: done.as_ref().err().map_or(&[][..], ServiceError::problems),
    };
    let page = view::log(&desk.frame(), &found, &seen);
    Ok(match &done {
        Err(error) => error::with_problems(error, page),
        Ok(_) => page.into_response(),
    })
}

//! Starting a rehearsal, the dummies' votes, wiping.

use axum::response::{IntoResponse, Redirect};

use super::view;
use crate::at_desk::{Answer, StaffDesk};
use crate::error;
use crate::path;
use crate::visitor::PathPiece;
use domain::id::PollId;
use service::ServiceError;
use text::say;
use text::{Language, Words};

pub(crate) async fn show(PathPiece(poll): PathPiece<PollId>, desk: StaffDesk) -> Answer {
    let found = desk.service.get_rehearsal(&desk.actor, poll).await;
    let found = desk.or_page(found)?;
    Ok(view::rehearsal(&desk.frame(), &found).into_response())
}

pub(crate) async fn start(PathPiece(poll): PathPiece<PollId>, desk: StaffDesk) -> Answer {
    // The mark stands before names that are stored: it is Chinese whoever presses.
    let mark = say!(Words::of(Language::ZhHans), "rehearsal-mark").text;
    let done = desk.service.start_rehearsal(&desk.actor, poll, &mark).await;
    show_refused(&desk, poll, done).await
}

pub(crate) async fn vote(PathPiece(poll): PathPiece<PollId>, desk: StaffDesk) -> Answer {
    let done = desk.service.rehearse_votes(&desk.actor, poll).await;
    show_refused(&desk, poll, done.map(|_| poll)).await
}

pub(crate) async fn wipe(PathPiece(poll): PathPiece<PollId>, desk: StaffDesk) -> Answer {
    match desk.service.wipe_rehearsal(&desk.actor, poll).await {
        Ok((back, wiped)) => Ok(view::wiped(&desk.frame(), back, &wiped).into_response()),
        Err(error) => show_refused(&desk, poll, Err(error)).await,
    }
}

/// To the run-sheet of the poll; what was refused is shown on the rehearsal's page.
async fn show_refused(
    desk: &StaffDesk,
    poll: PollId,
    done: Result<PollId, ServiceError>,
) -> Answer {
    match done {
        Ok(poll) => Ok(Redirect::to(&path::manage_poll(poll)).into_response()),
        Err(error) => {
            let error = desk.refused(error)?;
            let found = desk.service.get_rehearsal(&desk.actor, poll).await;
            let found = desk.or_page(found)?;
            let frame = desk.frame();
            let page = view::rehearsal(&frame.against(error.problems()), &found);
            Ok(error::with_problems(&error, page))
        }
    }
}

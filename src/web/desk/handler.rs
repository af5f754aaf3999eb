//! The desk's acts, each a form of its own.

use axum::response::{IntoResponse, Redirect};

use super::view;
use crate::at_desk::{Answer, StaffDesk};
use crate::error;
use crate::form::Fields;
use crate::path;
use crate::visitor::PathPiece;
use domain::id::SittingId;
use service::ServiceError;
use service::voting::desk::DeskAct;

pub(crate) async fn show(PathPiece(sitting): PathPiece<SittingId>, desk: StaffDesk) -> Answer {
    let roll = desk.service.get_roll(&desk.actor, sitting).await;
    let roll = desk.or_page(roll)?;
    let frame = desk.frame();
    Ok(view::desk(&frame, &roll).into_response())
}

/// Gives or takes a paper or a slip, or helps somebody.
pub(crate) async fn act(
    act: DeskAct,
    PathPiece(sitting): PathPiece<SittingId>,
    desk: StaffDesk,
) -> Answer {
    let seen = desk.fields.seen_times();
    let acted = desk.service.act_at_desk(&desk.actor, sitting, act, seen);
    show_refused(&desk, sitting, &desk.fields, acted.await).await
}

/// Takes an unused slip back.
pub(crate) async fn take_slip(PathPiece(sitting): PathPiece<SittingId>, desk: StaffDesk) -> Answer {
    let code = desk.get("code");
    let taken = desk.service.hand_in_slip(&desk.actor, sitting, code).await;
    show_refused(&desk, sitting, &desk.fields, taken).await
}

/// Keeps slips back.
pub(crate) async fn keep_reserve(
    PathPiece(sitting): PathPiece<SittingId>,
    desk: StaffDesk,
) -> Answer {
    let done = match desk.fields.number("reserve") {
        Ok(reserve) => {
            let (reason, draw) = (desk.get("reason"), desk.get("latecomers") == "yes");
            desk.service
                .keep_reserve(&desk.actor, sitting, reserve, reason, draw)
                .await
        }
        Err(problem) => Err(ServiceError::invalid(problem)),
    };
    show_refused(&desk, sitting, &desk.fields, done).await
}

/// Back to the desk; what was refused stands above it.
async fn show_refused(
    desk: &StaffDesk,
    sitting: SittingId,
    fields: &Fields,
    done: Result<(), ServiceError>,
) -> Answer {
    match done {
        Ok(()) => Ok(Redirect::to(&path::desk(sitting)).into_response()),
        Err(error) => {
            let error = desk.refused(error)?;
            let roll = desk.service.get_roll(&desk.actor, sitting).await;
            let roll = desk.or_page(roll)?;
            let frame = desk.frame();
            let page = view::desk(&frame.typing(fields).against(error.problems()), &roll);
            Ok(error::with_problems(&error, page))
        }
    }
}

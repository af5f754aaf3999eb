//! The desk's acts, each a form of its own.

use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};

use super::view;
use crate::error::{self, Failure};
use crate::form::{Fields, StaffForm};
use crate::kit::Frame;
use crate::path;
use crate::visitor::{App, PathPiece, Staff};
use domain::id::SittingId;
use service::ServiceError;
use service::voting::desk::DeskAct;

pub(crate) async fn show(
    State(app): State<App>,
    staff: Staff,
    PathPiece(sitting): PathPiece<SittingId>,
) -> Result<Response, Failure> {
    let roll = app.service.get_roll(&staff.actor, sitting).await;
    let roll = staff.visitor.or_page(roll)?;
    let frame = Frame::office(&staff);
    Ok(view::desk(&frame, &roll, &staff.token, &Fields::default(), &[]).into_response())
}

/// Gives or takes a paper or a slip, or helps somebody.
pub(crate) async fn act(
    act: DeskAct,
    State(app): State<App>,
    PathPiece(sitting): PathPiece<SittingId>,
    StaffForm { staff, fields }: StaffForm,
) -> Result<Response, Failure> {
    let seen = fields.seen_times();
    let acted = app.service.act_at_desk(&staff.actor, sitting, act, seen);
    show_refused(&app, &staff, sitting, &fields, acted.await).await
}

/// Takes an unused slip back.
pub(crate) async fn take_slip(
    State(app): State<App>,
    PathPiece(sitting): PathPiece<SittingId>,
    StaffForm { staff, fields }: StaffForm,
) -> Result<Response, Failure> {
    let code = fields.get("code");
    let taken = app.service.hand_in_slip(&staff.actor, sitting, code).await;
    show_refused(&app, &staff, sitting, &fields, taken).await
}

/// Keeps slips back.
pub(crate) async fn keep_reserve(
    State(app): State<App>,
    PathPiece(sitting): PathPiece<SittingId>,
    StaffForm { staff, fields }: StaffForm,
) -> Result<Response, Failure> {
    let done = match fields.number("reserve") {
        Ok(reserve) => {
            let (reason, draw) = (fields.get("reason"), fields.get("latecomers") == "yes");
            app.service
                .keep_reserve(&staff.actor, sitting, reserve, reason, draw)
                .await
        }
        Err(problem) => Err(ServiceError::invalid(problem)),
    };
    show_refused(&app, &staff, sitting, &fields, done).await
}

/// Back to the desk; what was refused stands above it.
async fn show_refused(
    app: &App,
    staff: &Staff,
    sitting: SittingId,
    fields: &Fields,
    done: Result<(), ServiceError>,
) -> Result<Response, Failure> {
    match done {
        Ok(()) => Ok(Redirect::to(&path::desk(sitting)).into_response()),
        Err(error) => {
            let error = staff.visitor.refused(error)?;
            let roll = app.service.get_roll(&staff.actor, sitting).await;
            let roll = staff.visitor.or_page(roll)?;
            let frame = Frame::office(staff);
            let page = view::desk(&frame, &roll, &staff.token, fields, error.problems());
            Ok(error::with_problems(&error, page))
        }
    }
}

//! The robot of a chat group: setting it, trying it, taking it away.

use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};

use super::robot_view;
use crate::error::{self, Failure};
use crate::form::{Fields, StaffForm};
use crate::kit::Frame;
use crate::path;
use crate::visitor::{App, PathPiece, Staff};
use domain::id::CongressId;
use domain::reminder::webhook::RobotKind;

pub(crate) async fn show(
    State(app): State<App>,
    staff: Staff,
    PathPiece(congress): PathPiece<CongressId>,
) -> Result<Response, Failure> {
    let found = app.service.get_robot(&staff.actor, congress).await;
    let found = staff.visitor.or_page(found)?;
    let (frame, typed) = (Frame::office(&staff), Fields::default());
    let form = (&typed, &[][..], app.robots.hosts());
    Ok(robot_view::page(&frame, &found, form, &staff.token).into_response())
}

pub(crate) async fn set(
    State(app): State<App>,
    PathPiece(congress): PathPiece<CongressId>,
    StaffForm { staff, fields }: StaffForm,
) -> Result<Response, Failure> {
    let kind = RobotKind::from_word(fields.get("kind")).unwrap_or(RobotKind::WeCom);
    let typed = (kind, fields.get("url"), fields.get("secret"));
    let done = app
        .service
        .set_robot(&staff.actor, congress, typed, &app.robots)
        .await;
    match done {
        Ok(()) => Ok(Redirect::to(&path::webhook(congress)).into_response()),
        Err(error) => {
            let error = staff.visitor.refused(error)?;
            let found = app.service.get_robot(&staff.actor, congress).await;
            let found = staff.visitor.or_page(found)?;
            let frame = Frame::office(&staff);
            let form = (&fields, error.problems(), app.robots.hosts());
            let page = robot_view::page(&frame, &found, form, &staff.token);
            Ok(error::with_problems(&error, page))
        }
    }
}

pub(crate) async fn try_now(
    State(app): State<App>,
    PathPiece(congress): PathPiece<CongressId>,
    StaffForm { staff, .. }: StaffForm,
) -> Result<Response, Failure> {
    let done = app
        .service
        .try_robot(&staff.actor, congress, &app.robots)
        .await;
    staff.visitor.or_page(done)?;
    Ok(Redirect::to(&path::webhook(congress)).into_response())
}

pub(crate) async fn remove(
    State(app): State<App>,
    PathPiece(congress): PathPiece<CongressId>,
    StaffForm { staff, .. }: StaffForm,
) -> Result<Response, Failure> {
    let done = app.service.remove_robot(&staff.actor, congress).await;
    staff.visitor.or_page(done)?;
    Ok(Redirect::to(&path::webhook(congress)).into_response())
}

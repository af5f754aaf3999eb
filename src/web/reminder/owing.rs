//! The office's list: showing it, running the task now, trying a delivery again.

use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};

use super::owing_view;
use crate::error::Failure;
use crate::form::StaffForm;
use crate::kit::Frame;
use crate::path;
use crate::query::Query;
use crate::visitor::{App, PathPiece, Staff};
use domain::id::{CongressId, DeliveryId};

pub(crate) async fn show(
    State(app): State<App>,
    staff: Staff,
    PathPiece(congress): PathPiece<CongressId>,
    query: Query,
) -> Result<Response, Failure> {
    let found = app.service.get_owing(&staff.actor, congress).await;
    let found = staff.visitor.or_page(found)?;
    let frame = Frame::office(&staff);
    Ok(owing_view::page(&frame, &found, query.get("who"), &staff.token).into_response())
}

pub(crate) async fn run(
    State(app): State<App>,
    PathPiece(congress): PathPiece<CongressId>,
    StaffForm { staff, .. }: StaffForm,
) -> Result<Response, Failure> {
    let done = app.service.remind_now(&staff.actor, congress).await;
    staff.visitor.or_page(done)?;
    Ok(Redirect::to(&path::owing(congress)).into_response())
}

pub(crate) async fn try_again(
    State(app): State<App>,
    PathPiece(delivery): PathPiece<DeliveryId>,
    StaffForm { staff, .. }: StaffForm,
) -> Result<Response, Failure> {
    let whose = app.service.try_again(&staff.actor, delivery).await;
    let whose = staff.visitor.or_page(whose)?;
    Ok(Redirect::to(&path::owing(whose)).into_response())
}

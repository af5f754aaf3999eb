//! The office's list: showing it, running the task now, trying a delivery again.

use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};

use super::owing_view;
use crate::domain::id::{CongressId, DeliveryId};
use crate::web::error::Failure;
use crate::web::form::StaffForm;
use crate::web::kit::Frame;
use crate::web::path;
use crate::web::query::Query;
use crate::web::visitor::{App, At, Staff};

pub(in crate::web) async fn show(
    State(app): State<App>,
    staff: Staff,
    At(congress): At<CongressId>,
    query: Query,
) -> Result<Response, Failure> {
    let found = app.service.get_owing(&staff.actor, congress).await;
    let found = staff.visitor.go(found)?;
    let frame = Frame::office(&staff);
    Ok(owing_view::page(&frame, &found, query.get("who"), &staff.token).into_response())
}

pub(in crate::web) async fn run(
    State(app): State<App>,
    At(congress): At<CongressId>,
    StaffForm { staff, .. }: StaffForm,
) -> Result<Response, Failure> {
    let done = app.service.remind_now(&staff.actor, congress).await;
    staff.visitor.go(done)?;
    Ok(Redirect::to(&path::owing(congress)).into_response())
}

pub(in crate::web) async fn try_again(
    State(app): State<App>,
    At(delivery): At<DeliveryId>,
    StaffForm { staff, .. }: StaffForm,
) -> Result<Response, Failure> {
    let whose = app.service.try_again(&staff.actor, delivery).await;
    let whose = staff.visitor.go(whose)?;
    Ok(Redirect::to(&path::owing(whose)).into_response())
}

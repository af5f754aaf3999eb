//! The office's list: showing it, running the task now, trying a delivery again.

use axum::response::{IntoResponse, Redirect};

use super::owing_view;
use crate::at_desk::{Answer, StaffDesk};
use crate::path;
use crate::query::Query;
use crate::visitor::PathPiece;
use domain::id::{CongressId, DeliveryId};

pub(crate) async fn show(
    PathPiece(congress): PathPiece<CongressId>,
    query: Query,
    desk: StaffDesk,
) -> Answer {
    let found = desk.service.get_owing(&desk.actor, congress).await;
    let found = desk.or_page(found)?;
    let frame = desk.frame();
    Ok(owing_view::page(&frame, &found, query.get("who")).into_response())
}

pub(crate) async fn run(PathPiece(congress): PathPiece<CongressId>, desk: StaffDesk) -> Answer {
    let done = desk.service.remind_now(&desk.actor, congress).await;
    desk.or_page(done)?;
    Ok(Redirect::to(&path::owing(congress)).into_response())
}

pub(crate) async fn try_again(
    PathPiece(delivery): PathPiece<DeliveryId>,
    desk: StaffDesk,
) -> Answer {
    let whose = desk.service.try_again(&desk.actor, delivery).await;
    let whose = desk.or_page(whose)?;
    Ok(Redirect::to(&path::owing(whose)).into_response())
}

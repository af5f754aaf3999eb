//! Showing the boards.

use axum::extract::State;
use axum::response::{IntoResponse, Response};

use super::filter::Filter;
use super::view;
use crate::error::Failure;
use crate::kit::Frame;
use crate::visitor::{App, At, At2, Staff};
use domain::access::{self, Action};
use domain::id::CongressId;

pub(crate) async fn congress(
    State(app): State<App>,
    staff: Staff,
    At2(congress, year): At2<CongressId, i16>,
    filter: Filter,
) -> Result<Response, Failure> {
    let board = app.service.get_board(&staff.actor, congress, year).await;
    let board = staff.visitor.go(board)?;
    let may = |action| access::may(&staff.actor, action, Some(congress)).is_ok();
    let may = (may(Action::Supervise), may(Action::Report));
    Ok(view::board(&Frame::office(&staff), &board, &filter, may).into_response())
}

pub(crate) async fn prefecture(
    State(app): State<App>,
    staff: Staff,
    At(year): At<i16>,
    filter: Filter,
) -> Result<Response, Failure> {
    let board = app.service.get_overview(&staff.actor, year).await;
    let board = staff.visitor.go(board)?;
    Ok(view::board(&Frame::office(&staff), &board, &filter, (false, false)).into_response())
}

//! Showing the boards.

use axum::extract::State;
use axum::response::{IntoResponse, Response};

use super::filter::BoardFilter;
use super::view;
use crate::error::Failure;
use crate::kit::Frame;
use crate::visitor::{App, PathPiece, Staff, TwoPathPieces};
use domain::access::{self, Action};
use domain::id::CongressId;

pub(crate) async fn congress(
    State(app): State<App>,
    staff: Staff,
    TwoPathPieces(congress, year): TwoPathPieces<CongressId, i16>,
    filter: BoardFilter,
) -> Result<Response, Failure> {
    let board = app.service.get_board(&staff.actor, congress, year).await;
    let board = staff.visitor.or_page(board)?;
    let may = |action| access::may(&staff.actor, action, Some(congress)).is_ok();
    let may = (may(Action::Supervise), may(Action::Report));
    Ok(view::board(&Frame::office(&staff), &board, &filter, may).into_response())
}

pub(crate) async fn prefecture(
    State(app): State<App>,
    staff: Staff,
    PathPiece(year): PathPiece<i16>,
    filter: BoardFilter,
) -> Result<Response, Failure> {
    let board = app.service.get_overview(&staff.actor, year).await;
    let board = staff.visitor.or_page(board)?;
    Ok(view::board(&Frame::office(&staff), &board, &filter, (false, false)).into_response())
}

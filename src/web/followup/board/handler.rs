//! Showing the boards.

use axum::response::IntoResponse;

use super::filter::BoardFilter;
use super::view;
use crate::at_desk::{Answer, StaffDesk};
use crate::visitor::{PathPiece, TwoPathPieces};
use domain::access::{self, Action};
use domain::id::CongressId;

pub(crate) async fn congress(
    TwoPathPieces(congress, year): TwoPathPieces<CongressId, i16>,
    filter: BoardFilter,
    desk: StaffDesk,
) -> Answer {
    let board = desk.service.get_board(&desk.actor, congress, year).await;
    let board = desk.or_page(board)?;
    let may = |action| access::may(&desk.actor, action, Some(congress)).is_ok();
    let may = (may(Action::Supervise), may(Action::Report));
    Ok(view::board(&desk.frame(), &board, &filter, may).into_response())
}

pub(crate) async fn prefecture(
    PathPiece(year): PathPiece<i16>,
    filter: BoardFilter,
    desk: StaffDesk,
) -> Answer {
    let board = desk.service.get_overview(&desk.actor, year).await;
    let board = desk.or_page(board)?;
    Ok(view::board(&desk.frame(), &board, &filter, (false, false)).into_response())
}

//! A call for everybody.

use axum::extract::State;
use axum::response::{IntoResponse, Response};

use super::view;
use crate::error::Failure;
use crate::kit::Frame;
use crate::visitor::{App, PathPiece, Visitor};
use domain::id::CallId;
use service::ServiceError;

pub(crate) async fn show(
    State(app): State<App>,
    visitor: Visitor,
    PathPiece(call): PathPiece<CallId>,
) -> Result<Response, Failure> {
    let found = visitor.or_page(app.service.get_call(call).await)?;
    Ok(view::call(&Frame::of(&visitor), &found).into_response())
}

pub(crate) async fn poster(
    State(app): State<App>,
    visitor: Visitor,
    PathPiece(call): PathPiece<CallId>,
) -> Result<Response, Failure> {
    let found = visitor.or_page(app.service.get_call(call).await)?;
    let base = app.printed_address().map_err(ServiceError::refused);
    let base = visitor.or_page(base)?;
    Ok(view::poster(&Frame::of(&visitor), &found, base).into_response())
}

//! A call for everybody.

use axum::extract::State;
use axum::response::{IntoResponse, Response};

use super::view;
use crate::domain::id::CallId;
use crate::service::ServiceError;
use crate::web::error::Failure;
use crate::web::kit::Frame;
use crate::web::visitor::{App, At, Visitor};

pub(in crate::web) async fn show(
    State(app): State<App>,
    visitor: Visitor,
    At(call): At<CallId>,
) -> Result<Response, Failure> {
    let found = visitor.go(app.service.get_call(call).await)?;
    Ok(view::call(&Frame::of(&visitor), &found).into_response())
}

pub(in crate::web) async fn poster(
    State(app): State<App>,
    visitor: Visitor,
    At(call): At<CallId>,
) -> Result<Response, Failure> {
    let found = visitor.go(app.service.get_call(call).await)?;
    let base = app.printed_address().map_err(ServiceError::refused);
    let base = visitor.go(base)?;
    Ok(view::poster(&Frame::of(&visitor), &found, base).into_response())
}

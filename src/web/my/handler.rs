//! One page: who is signed in, and what there is to do.

use axum::extract::State;
use axum::response::{IntoResponse, Response};

use super::view;
use crate::web::error::Failure;
use crate::web::kit::Frame;
use crate::web::visitor::{App, Staff};

pub(in crate::web) async fn show(
    State(app): State<App>,
    staff: Staff,
) -> Result<Response, Failure> {
    let places = app.service.list_my_places(&staff.actor).await;
    let places = staff.visitor.go(places)?;
    Ok(view::home(&Frame::office(&staff), &staff.actor.name, &places).into_response())
}

//! One page: who is signed in, and what there is to do.

use axum::extract::State;
use axum::response::{IntoResponse, Response};

use super::view;
use crate::error::Failure;
use crate::kit::Frame;
use crate::visitor::{App, Staff};

pub(crate) async fn show(State(app): State<App>, staff: Staff) -> Result<Response, Failure> {
    let places = app.service.list_my_places(&staff.actor).await;
    let places = staff.visitor.or_page(places)?;
    let year = app.service.today().year();
    let frame = Frame::office(&staff);
    Ok(view::home(&frame, &staff.actor.name, &places, year).into_response())
}

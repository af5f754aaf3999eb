//! One page: who is signed in, and what there is to do.

use crate::at_desk::{Answer, StaffDesk};
use axum::response::IntoResponse;

use super::view;

pub(crate) async fn show(desk: StaffDesk) -> Answer {
    let places = desk.service.list_my_places(&desk.actor).await;
    let places = desk.or_page(places)?;
    let year = desk.service.today().year();
    let frame = desk.frame();
    Ok(view::home(&frame, &desk.actor.name, &places, year).into_response())
}

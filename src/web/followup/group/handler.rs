//! Showing the groups, keeping one.

use axum::response::{IntoResponse, Redirect};

use super::view;
use crate::at_desk::{Answer, StaffDesk};
use crate::error;
use crate::form::Fields;
use crate::path;
use crate::visitor::PathPiece;
use domain::access::Action;
use domain::id::CongressId;

pub(crate) async fn show(PathPiece(congress): PathPiece<CongressId>, desk: StaffDesk) -> Answer {
    let found = desk.service.list_groups(&desk.actor, congress).await;
    let found = desk.or_page(found)?;
    let token = desk
        .may(Action::Supervise, congress)
        .then_some(desk.token.as_str());
    let year = desk.service.today().year();
    let frame = desk.frame();
    let page = view::page(&frame, &found, year, token, (&Fields::default(), &[]));
    Ok(page.into_response())
}

pub(crate) async fn keep(PathPiece(congress): PathPiece<CongressId>, desk: StaffDesk) -> Answer {
    let (name, members) = (desk.get("name"), desk.get("members"));
    let kept = desk
        .service
        .keep_group(&desk.actor, congress, name, members);
    match kept.await {
        Ok(()) => Ok(Redirect::to(&path::groups(congress)).into_response()),
        Err(error) => {
            let error = desk.refused(error)?;
            let found = desk.service.list_groups(&desk.actor, congress).await;
            let found = desk.or_page(found)?;
            let year = desk.service.today().year();
            let frame = desk.frame();
            let shown = (&desk.fields, error.problems());
            let page = view::page(&frame, &found, year, Some(&desk.token), shown);
            Ok(error::with_problems(&error, page))
        }
    }
}

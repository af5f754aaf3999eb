//! The robot of a chat group: setting it, trying it, taking it away.

use axum::response::{IntoResponse, Redirect};

use super::robot_view;
use crate::at_desk::{Answer, StaffDesk};
use crate::error;
use crate::form::Fields;
use crate::path;
use crate::visitor::PathPiece;
use domain::id::CongressId;
use domain::reminder::webhook::RobotKind;

pub(crate) async fn show(PathPiece(congress): PathPiece<CongressId>, desk: StaffDesk) -> Answer {
    let found = desk.service.get_robot(&desk.actor, congress).await;
    let found = desk.or_page(found)?;
    let (frame, typed) = (desk.frame(), Fields::default());
    let form = (&typed, &[][..], desk.app.robots.hosts());
    Ok(robot_view::page(&frame, &found, form).into_response())
}

pub(crate) async fn set(PathPiece(congress): PathPiece<CongressId>, desk: StaffDesk) -> Answer {
    let kind = RobotKind::from_word(desk.get("kind")).unwrap_or(RobotKind::WeCom);
    let typed = (kind, desk.get("url"), desk.get("secret"));
    let done = desk
        .service
        .set_robot(&desk.actor, congress, typed, &desk.app.robots)
        .await;
    match done {
        Ok(()) => Ok(Redirect::to(&path::webhook(congress)).into_response()),
        Err(error) => {
            let error = desk.refused(error)?;
            let found = desk.service.get_robot(&desk.actor, congress).await;
            let found = desk.or_page(found)?;
            let frame = desk.frame();
            let form = (&desk.fields, error.problems(), desk.app.robots.hosts());
            let page = robot_view::page(&frame, &found, form);
            Ok(error::with_problems(&error, page))
        }
    }
}

pub(crate) async fn try_now(PathPiece(congress): PathPiece<CongressId>, desk: StaffDesk) -> Answer {
    let done = desk
        .service
        .try_robot(&desk.actor, congress, &desk.app.robots)
        .await;
    desk.or_page(done)?;
    Ok(Redirect::to(&path::webhook(congress)).into_response())
}

pub(crate) async fn remove(PathPiece(congress): PathPiece<CongressId>, desk: StaffDesk) -> Answer {
    let done = desk.service.remove_robot(&desk.actor, congress).await;
    desk.or_page(done)?;
    Ok(Redirect::to(&path::webhook(congress)).into_response())
}

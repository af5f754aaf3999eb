//! Showing and taking a plan; the printed table.

use axum::response::{IntoResponse, Redirect};

use super::{form, table, view};
use crate::at_desk::{Answer, StaffDesk};
use crate::error;
use crate::path;
use crate::visitor::{PathPiece, TwoPathPieces};
use domain::id::{CongressId, ProjectId};
use service::ServiceError;

pub(crate) async fn show(PathPiece(project): PathPiece<ProjectId>, desk: StaffDesk) -> Answer {
    let found = desk.service.get_assignment(&desk.actor, project).await;
    let found = desk.or_page(found)?;
    let frame = desk.frame();
    Ok(view::page(&frame, &found).into_response())
}

pub(crate) async fn assign(PathPiece(project): PathPiece<ProjectId>, desk: StaffDesk) -> Answer {
    let done = match form::read(project, &desk.fields) {
        Ok(plan) => desk.service.assign(&desk.actor, plan).await,
        Err(problems) => Err(ServiceError::Invalid(problems)),
    };
    match done {
        Ok(()) => Ok(Redirect::to(&path::life(project)).into_response()),
        Err(error) => {
            let error = desk.refused(error)?;
            let found = desk.service.get_assignment(&desk.actor, project).await;
            let found = desk.or_page(found)?;
            let frame = desk.frame();
            let page = view::page(&frame.against(error.problems()), &found);
            Ok(error::with_problems(&error, page))
        }
    }
}

pub(crate) async fn show_table(
    TwoPathPieces(congress, year): TwoPathPieces<CongressId, i16>,
    desk: StaffDesk,
) -> Answer {
    let found = desk
        .service
        .get_task_table(&desk.actor, congress, year)
        .await;
    let (congress, lines) = desk.or_page(found)?;
    Ok(table::page(&desk.frame(), &congress, year, &lines).into_response())
}

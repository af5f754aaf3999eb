//! Showing and taking a plan; the printed table.

use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};

use super::{form, table, view};
use crate::error::{self, Failure};
use crate::form::{Fields, StaffForm};
use crate::kit::Frame;
use crate::path;
use crate::visitor::{App, PathPiece, Staff, TwoPathPieces};
use domain::id::{CongressId, ProjectId};
use service::ServiceError;

pub(crate) async fn show(
    State(app): State<App>,
    staff: Staff,
    PathPiece(project): PathPiece<ProjectId>,
) -> Result<Response, Failure> {
    let found = app.service.get_assignment(&staff.actor, project).await;
    let found = staff.visitor.or_page(found)?;
    let frame = Frame::office(&staff);
    Ok(view::page(&frame, &found, &staff.token, &Fields::default(), &[]).into_response())
}

pub(crate) async fn assign(
    State(app): State<App>,
    PathPiece(project): PathPiece<ProjectId>,
    StaffForm { staff, fields }: StaffForm,
) -> Result<Response, Failure> {
    let done = match form::read(project, &fields) {
        Ok(plan) => app.service.assign(&staff.actor, plan).await,
        Err(problems) => Err(ServiceError::Invalid(problems)),
    };
    match done {
        Ok(()) => Ok(Redirect::to(&path::life(project)).into_response()),
        Err(error) => {
            let error = staff.visitor.refused(error)?;
            let found = app.service.get_assignment(&staff.actor, project).await;
            let found = staff.visitor.or_page(found)?;
            let frame = Frame::office(&staff);
            let page = view::page(&frame, &found, &staff.token, &fields, error.problems());
            Ok(error::with_problems(&error, page))
        }
    }
}

pub(crate) async fn show_table(
    State(app): State<App>,
    staff: Staff,
    TwoPathPieces(congress, year): TwoPathPieces<CongressId, i16>,
) -> Result<Response, Failure> {
    let found = app
        .service
        .get_task_table(&staff.actor, congress, year)
        .await;
    let (congress, lines) = staff.visitor.or_page(found)?;
    Ok(table::page(&Frame::office(&staff), &congress, year, &lines).into_response())
}

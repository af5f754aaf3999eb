//! Showing and taking a report.

use axum::response::{IntoResponse, Redirect};

use super::{form, view};
use crate::at_desk::{Answer, PhotoDesk, StaffDesk};
use crate::error;
use crate::followup::photo::{self, PhotoTray};
use crate::form::Fields;
use crate::path;
use crate::visitor::PathPiece;
use domain::id::ProjectId;
use service::ServiceError;

pub(crate) async fn show(PathPiece(project): PathPiece<ProjectId>, desk: StaffDesk) -> Answer {
    let found = desk.service.get_report_desk(&desk.actor, project).await;
    let found = desk.or_page(found)?;
    let photos = desk.service.list_tray(&desk.actor, project).await;
    let photos = desk.or_page(photos)?;
    let frame = desk.frame();
    let shown = (&Fields::default(), PhotoTray::full(project, &photos));
    Ok(view::page(&frame, &found, shown).into_response())
}

pub(crate) async fn write(
    PathPiece(project): PathPiece<ProjectId>,
    PhotoDesk { desk, parts }: PhotoDesk,
) -> Answer {
    let found = desk.service.get_report_desk(&desk.actor, project).await;
    let found = desk.or_page(found)?;
    let brought = photo::bring(&desk, project, parts).await?;
    let shown = (&brought.fields, brought.tray_of(project));
    let frame = desk.frame();
    if brought.is_only_photos() {
        return Ok(view::page(&frame, &found, shown).into_response());
    }
    let report = form::read(project, &found.plan, &brought.fields);
    let done = match (report, brought.whole()) {
        (Ok(report), Ok(photos)) => desk.service.write_report(&desk.actor, report, photos).await,
        (report, photos) => {
            let of_report = report.err().into_iter().flatten();
            let of_photos = photos.err().into_iter().flatten();
            Err(ServiceError::Invalid(of_report.chain(of_photos).collect()))
        }
    };
    match done {
        Ok(_) => Ok(Redirect::to(&path::life(project)).into_response()),
        Err(error) => {
            let error = desk.refused(error)?;
            let page = view::page(&frame.against(error.problems()), &found, shown);
            Ok(error::with_problems(&error, page))
        }
    }
}

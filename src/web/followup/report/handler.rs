//! Showing and taking a report.

use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};

use super::{form, view};
use crate::error::{self, Failure};
use crate::followup::photo::{self, PhotoTray};
use crate::form::Fields;
use crate::kit::Frame;
use crate::path;
use crate::photo_form::StaffPhotoForm;
use crate::visitor::{App, PathPiece, Staff};
use domain::id::ProjectId;
use service::ServiceError;

pub(crate) async fn show(
    State(app): State<App>,
    staff: Staff,
    PathPiece(project): PathPiece<ProjectId>,
) -> Result<Response, Failure> {
    let desk = app.service.get_report_desk(&staff.actor, project).await;
    let desk = staff.visitor.or_page(desk)?;
    let photos = app.service.list_tray(&staff.actor, project).await;
    let photos = staff.visitor.or_page(photos)?;
    let frame = Frame::office(&staff);
    let shown = (&Fields::default(), PhotoTray::full(project, &photos));
    Ok(view::page(&frame, &desk, &staff.token, shown, &[]).into_response())
}

pub(crate) async fn write(
    State(app): State<App>,
    PathPiece(project): PathPiece<ProjectId>,
    StaffPhotoForm { staff, parts }: StaffPhotoForm,
) -> Result<Response, Failure> {
    let desk = app.service.get_report_desk(&staff.actor, project).await;
    let desk = staff.visitor.or_page(desk)?;
    let brought = photo::bring(&app, &staff, project, parts).await?;
    let shown = (&brought.fields, brought.tray_of(project));
    let frame = Frame::office(&staff);
    if brought.is_only_photos() {
        return Ok(view::page(&frame, &desk, &staff.token, shown, &[]).into_response());
    }
    let report = form::read(project, &desk.plan, &brought.fields);
    let done = match (report, brought.whole()) {
        (Ok(report), Ok(photos)) => app.service.write_report(&staff.actor, report, photos).await,
        (report, photos) => {
            let of_report = report.err().into_iter().flatten();
            let of_photos = photos.err().into_iter().flatten();
            Err(ServiceError::Invalid(of_report.chain(of_photos).collect()))
        }
    };
    match done {
        Ok(_) => Ok(Redirect::to(&path::life(project)).into_response()),
        Err(error) => {
            let error = staff.visitor.refused(error)?;
            let page = view::page(&frame, &desk, &staff.token, shown, error.problems());
            Ok(error::with_problems(&error, page))
        }
    }
}

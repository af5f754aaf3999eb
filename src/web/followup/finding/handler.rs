//! Writing findings down, taking steps with them, printing order and ledger.

use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};

use super::{printed, view};
use crate::error::{self, Failure};
use crate::followup::photo::{self, PhotoTray};
use crate::form::Fields;
use crate::kit::Frame;
use crate::path;
use crate::photo_form::StaffPhotoForm;
use crate::visitor::{App, PathPiece, Staff, TwoPathPieces};
use domain::followup::finding::{FindingAct, FindingStep};
use domain::id::{CongressId, FindingId, ProjectId};
use service::ServiceError;

pub(crate) async fn show_new(
    State(app): State<App>,
    staff: Staff,
    PathPiece(project): PathPiece<ProjectId>,
) -> Result<Response, Failure> {
    let life = staff
        .visitor
        .or_page(app.service.get_finding_form(&staff.actor, project).await)?;
    let photos = app.service.list_tray(&staff.actor, project).await;
    let photos = staff.visitor.or_page(photos)?;
    let frame = Frame::office(&staff);
    let shown = (&Fields::default(), PhotoTray::full(project, &photos));
    Ok(view::new(&frame, &life, &staff.token, shown, &[]).into_response())
}

pub(crate) async fn write(
    State(app): State<App>,
    PathPiece(project): PathPiece<ProjectId>,
    StaffPhotoForm { staff, parts }: StaffPhotoForm,
) -> Result<Response, Failure> {
    let life = app.service.get_finding_form(&staff.actor, project).await;
    let life = staff.visitor.or_page(life)?;
    let brought = photo::bring(&app, &staff, project, parts).await?;
    let shown = (&brought.fields, brought.tray_of(project));
    let frame = Frame::office(&staff);
    if brought.is_only_photos() {
        return Ok(view::new(&frame, &life, &staff.token, shown, &[]).into_response());
    }
    let words = (brought.fields.get("text"), brought.fields.get("place"));
    let done = match brought.whole() {
        Ok(photos) => {
            app.service
                .write_finding(&staff.actor, project, words, photos)
                .await
        }
        Err(problems) => Err(ServiceError::Invalid(problems)),
    };
    match done {
        Ok(finding) => Ok(Redirect::to(&path::finding(finding)).into_response()),
        Err(error) => {
            let error = staff.visitor.refused(error)?;
            let page = view::new(&frame, &life, &staff.token, shown, error.problems());
            Ok(error::with_problems(&error, page))
        }
    }
}

pub(crate) async fn show(
    State(app): State<App>,
    staff: Staff,
    PathPiece(finding): PathPiece<FindingId>,
) -> Result<Response, Failure> {
    let found = staff
        .visitor
        .or_page(app.service.get_finding(&staff.actor, finding).await)?;
    let project = found.finding.project;
    let photos = match project {
        Some(project) => {
            let photos = app.service.list_tray(&staff.actor, project).await;
            staff.visitor.or_page(photos)?
        }
        None => Vec::new(),
    };
    let frame = Frame::office(&staff);
    let shown = (&Fields::default(), PhotoTray::full(project, &photos));
    Ok(view::finding(&frame, &found, &found.acts, &staff.token, shown, &[]).into_response())
}

pub(crate) async fn step(
    act: FindingAct,
    State(app): State<App>,
    PathPiece(finding): PathPiece<FindingId>,
    StaffPhotoForm { staff, parts }: StaffPhotoForm,
) -> Result<Response, Failure> {
    let found = app.service.get_finding(&staff.actor, finding).await;
    let found = staff.visitor.or_page(found)?;
    let brought = photo::bring(&app, &staff, found.finding.project, parts).await?;
    let fields = &brought.fields;
    let shown = (fields, brought.tray_of(found.finding.project));
    let frame = Frame::office(&staff);
    if brought.is_only_photos() {
        let page = view::finding(&frame, &found, &found.acts, &staff.token, shown, &[]);
        return Ok(page.into_response());
    }
    let step = FindingStep {
        act,
        text: fields.get("text").trim().to_owned(),
        due: fields.get("due").trim().parse().ok(),
        approver: fields.get("approver").trim().to_owned(),
    };
    let done = match brought.whole() {
        Ok(photos) => {
            app.service
                .step_finding(&staff.actor, finding, step, photos)
                .await
        }
        Err(problems) => Err(ServiceError::Invalid(problems)),
    };
    match done {
        Ok(()) => Ok(Redirect::to(&path::finding(finding)).into_response()),
        Err(error) => {
            let error = staff.visitor.refused(error)?;
            let found = staff
                .visitor
                .or_page(app.service.get_finding(&staff.actor, finding).await)?;
            let problems = error.problems();
            let page = view::finding(&frame, &found, &found.acts, &staff.token, shown, problems);
            Ok(error::with_problems(&error, page))
        }
    }
}

pub(crate) async fn show_order(
    State(app): State<App>,
    staff: Staff,
    PathPiece(finding): PathPiece<FindingId>,
) -> Result<Response, Failure> {
    let found = staff
        .visitor
        .or_page(app.service.get_finding(&staff.actor, finding).await)?;
    Ok(printed::order(&Frame::office(&staff), &found).into_response())
}

pub(crate) async fn show_ledger(
    State(app): State<App>,
    staff: Staff,
    TwoPathPieces(congress, year): TwoPathPieces<CongressId, i16>,
) -> Result<Response, Failure> {
    let found = app.service.get_ledger(&staff.actor, congress, year).await;
    let (congress, lines) = staff.visitor.or_page(found)?;
    Ok(printed::ledger(&Frame::office(&staff), &congress, year, &lines).into_response())
}

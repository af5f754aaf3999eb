//! Asking for a change, and writing down how its body decided.

use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};

use super::view;
use crate::error::{self, Failure};
use crate::form::{Fields, StaffForm};
use crate::kit::Frame;
use crate::path;
use crate::visitor::{App, PathPiece, Staff};
use domain::congress::Body;
use domain::followup::change::{ChangeDecision, ChangeKind};
use domain::id::{ChangeId, ProjectId};
use domain::problem::Problem;
use service::ServiceError;

pub(crate) async fn show_new(
    State(app): State<App>,
    staff: Staff,
    PathPiece(project): PathPiece<ProjectId>,
) -> Result<Response, Failure> {
    let desk = app.service.get_change_form(&staff.actor, project).await;
    let desk = staff.visitor.or_page(desk)?;
    let frame = Frame::office(&staff);
    Ok(view::new(&frame, &desk, &staff.token, &Fields::default(), &[]).into_response())
}

pub(crate) async fn ask(
    State(app): State<App>,
    PathPiece(project): PathPiece<ProjectId>,
    StaffForm { staff, fields }: StaffForm,
) -> Result<Response, Failure> {
    let done = match ChangeKind::from_word(fields.get("kind")) {
        Some(kind) => {
            let (reason, after) = (fields.get("reason"), fields.get("after"));
            let asked = app
                .service
                .ask_change(&staff.actor, project, kind, reason, after);
            asked.await
        }
        None => Err(ServiceError::invalid(
            Problem::error("choose-one").at("kind"),
        )),
    };
    match done {
        Ok(change) => Ok(Redirect::to(&path::change(change)).into_response()),
        Err(error) => {
            let error = staff.visitor.refused(error)?;
            let desk = app.service.get_change_form(&staff.actor, project).await;
            let desk = staff.visitor.or_page(desk)?;
            let frame = Frame::office(&staff);
            let page = view::new(&frame, &desk, &staff.token, &fields, error.problems());
            Ok(error::with_problems(&error, page))
        }
    }
}

pub(crate) async fn show(
    State(app): State<App>,
    staff: Staff,
    PathPiece(change): PathPiece<ChangeId>,
) -> Result<Response, Failure> {
    let page = page(&app, &staff, change, &Fields::default(), &[]).await?;
    Ok(page.into_response())
}

pub(crate) async fn decide(
    State(app): State<App>,
    PathPiece(change): PathPiece<ChangeId>,
    StaffForm { staff, fields }: StaffForm,
) -> Result<Response, Failure> {
    let done = match read(&fields) {
        Ok(decision) => {
            app.service
                .decide_change(&staff.actor, change, decision)
                .await
        }
        Err(problems) => Err(ServiceError::Invalid(problems)),
    };
    match done {
        Ok(project) => Ok(Redirect::to(&path::life(project)).into_response()),
        Err(error) => {
            let error = staff.visitor.refused(error)?;
            let page = page(&app, &staff, change, &fields, error.problems()).await?;
            Ok(error::with_problems(&error, page))
        }
    }
}

async fn page(
    app: &App,
    staff: &Staff,
    id: ChangeId,
    fields: &Fields,
    problems: &[Problem],
) -> Result<maud::Markup, Failure> {
    let desk = staff
        .visitor
        .or_page(app.service.get_change(&staff.actor, id).await)?;
    let Some(change) = desk.change.clone() else {
        return Err(Failure::no_such_page(staff.visitor.clone()));
    };
    let frame = Frame::office(staff);
    Ok(view::decide(
        &frame,
        &desk,
        &change,
        &staff.token,
        fields,
        problems,
    ))
}

fn read(fields: &Fields) -> Result<ChangeDecision, Vec<Problem>> {
    let body = Body::from_word(fields.get("body"));
    let granted = match fields.get("granted") {
        "yes" => Some(true),
        "no" => Some(false),
        _ => None,
    };
    let on = fields.get("on").trim().parse();
    match (body, granted, on) {
        (Some(body), Some(is_granted), Ok(on)) => Ok(ChangeDecision {
            body,
            is_granted,
            on,
            document: fields.get("document").trim().to_owned(),
            notice: fields.get("notice").trim().to_owned(),
        }),
        (body, granted, on) => {
            let mut problems = Vec::new();
            if body.is_none() {
                problems.push(Problem::error("choose-one").at("body"));
            }
            if granted.is_none() {
                problems.push(Problem::error("choose-one").at("granted"));
            }
            if on.is_err() {
                problems.push(Problem::error("date-form").at("on"));
            }
            Err(problems)
        }
    }
}

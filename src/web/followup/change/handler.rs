//! Asking for a change, and writing down how its body decided.

use axum::response::{IntoResponse, Redirect};

use super::view;
use crate::at_desk::{Answer, StaffDesk};
use crate::error::Failure;
use crate::form::Fields;
use crate::path;
use crate::visitor::PathPiece;
use domain::congress::Body;
use domain::followup::change::Change;
use domain::followup::change::{ChangeDecision, ChangeKind};
use domain::id::{ChangeId, ProjectId};
use domain::problem::Problem;
use service::ServiceError;
use service::followup::changing::ChangePage;

pub(crate) async fn show_new(PathPiece(project): PathPiece<ProjectId>, desk: StaffDesk) -> Answer {
    let found = desk.service.get_change_form(&desk.actor, project).await;
    Ok(view::new(&desk.frame(), &desk.or_page(found)?).into_response())
}

pub(crate) async fn ask(PathPiece(project): PathPiece<ProjectId>, desk: StaffDesk) -> Answer {
    let done = match ChangeKind::from_word(desk.get("kind")) {
        Some(kind) => {
            let (reason, after) = (desk.get("reason"), desk.get("after"));
            let asked = desk
                .service
                .ask_change(&desk.actor, project, kind, reason, after);
            asked.await
        }
        None => Err(ServiceError::invalid(
            Problem::error("choose-one").at("kind"),
        )),
    };
    match done {
        Ok(change) => Ok(Redirect::to(&path::change(change)).into_response()),
        Err(error) => {
            let found = desk.service.get_change_form(&desk.actor, project).await;
            let found = desk.or_page(found)?;
            desk.show_refused(error, |frame| view::new(frame, &found))
        }
    }
}

pub(crate) async fn show(PathPiece(change): PathPiece<ChangeId>, desk: StaffDesk) -> Answer {
    let (found, change) = found(&desk, change).await?;
    Ok(view::decide(&desk.frame(), &found, &change).into_response())
}

pub(crate) async fn decide(PathPiece(change): PathPiece<ChangeId>, desk: StaffDesk) -> Answer {
    let done = match read(&desk.fields) {
        Ok(decision) => {
            desk.service
                .decide_change(&desk.actor, change, decision)
                .await
        }
        Err(problems) => Err(ServiceError::Invalid(problems)),
    };
    match done {
        Ok(project) => Ok(Redirect::to(&path::life(project)).into_response()),
        Err(error) => {
            let (found, change) = found(&desk, change).await?;
            desk.show_refused(error, |frame| view::decide(frame, &found, &change))
        }
    }
}

/// A change with its project.
async fn found(desk: &StaffDesk, id: ChangeId) -> Result<(ChangePage, Change), Failure> {
    let found = desk.or_page(desk.service.get_change(&desk.actor, id).await)?;
    match found.change.clone() {
        Some(change) => Ok((found, change)),
        None => Err(desk.no_such_page()),
    }
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

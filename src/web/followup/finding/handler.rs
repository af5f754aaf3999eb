//! Writing findings down, taking steps with them, printing order and ledger.

use axum::response::{IntoResponse, Redirect};

use super::{printed, view};
use crate::at_desk::{Answer, PhotoDesk, StaffDesk};
use crate::error;
use crate::followup::photo::{self, PhotoTray};
use crate::form::Fields;
use crate::path;
use crate::visitor::{PathPiece, TwoPathPieces};
use domain::followup::finding::{FindingAct, FindingStep};
use domain::id::{CongressId, FindingId, ProjectId};
use service::ServiceError;

pub(crate) async fn show_new(PathPiece(project): PathPiece<ProjectId>, desk: StaffDesk) -> Answer {
    let life = desk.or_page(desk.service.get_finding_form(&desk.actor, project).await)?;
    let photos = desk.service.list_tray(&desk.actor, project).await;
    let photos = desk.or_page(photos)?;
    let frame = desk.frame();
    let shown = (&Fields::default(), PhotoTray::full(project, &photos));
    Ok(view::new(&frame, &life, shown).into_response())
}

pub(crate) async fn write(
    PathPiece(project): PathPiece<ProjectId>,
    PhotoDesk { desk, parts }: PhotoDesk,
) -> Answer {
    let life = desk.service.get_finding_form(&desk.actor, project).await;
    let life = desk.or_page(life)?;
    let brought = photo::bring(&desk, project, parts).await?;
    let shown = (&brought.fields, brought.tray_of(project));
    let frame = desk.frame();
    if brought.is_only_photos() {
        return Ok(view::new(&frame, &life, shown).into_response());
    }
    let words = (brought.fields.get("text"), brought.fields.get("place"));
    let done = match brought.whole() {
        Ok(photos) => {
            desk.service
                .write_finding(&desk.actor, project, words, photos)
                .await
        }
        Err(problems) => Err(ServiceError::Invalid(problems)),
    };
    match done {
        Ok(finding) => Ok(Redirect::to(&path::finding(finding)).into_response()),
        Err(error) => {
            let error = desk.refused(error)?;
            let page = view::new(&frame.against(error.problems()), &life, shown);
            Ok(error::with_problems(&error, page))
        }
    }
}

pub(crate) async fn show(PathPiece(finding): PathPiece<FindingId>, desk: StaffDesk) -> Answer {
    let found = desk.or_page(desk.service.get_finding(&desk.actor, finding).await)?;
    let project = found.finding.project;
    let photos = match project {
        Some(project) => {
            let photos = desk.service.list_tray(&desk.actor, project).await;
            desk.or_page(photos)?
        }
        None => Vec::new(),
    };
    let frame = desk.frame();
    let shown = (&Fields::default(), PhotoTray::full(project, &photos));
    Ok(view::finding(&frame, &found, &found.acts, shown).into_response())
}

pub(crate) async fn step(
    act: FindingAct,
    PathPiece(finding): PathPiece<FindingId>,
    PhotoDesk { desk, parts }: PhotoDesk,
) -> Answer {
    let found = desk.service.get_finding(&desk.actor, finding).await;
    let found = desk.or_page(found)?;
    let brought = photo::bring(&desk, found.finding.project, parts).await?;
    let fields = &brought.fields;
    let shown = (fields, brought.tray_of(found.finding.project));
    let frame = desk.frame();
    if brought.is_only_photos() {
        let page = view::finding(&frame, &found, &found.acts, shown);
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
            desk.service
                .step_finding(&desk.actor, finding, step, photos)
                .await
        }
        Err(problems) => Err(ServiceError::Invalid(problems)),
    };
    match done {
        Ok(()) => Ok(Redirect::to(&path::finding(finding)).into_response()),
        Err(error) => {
            let error = desk.refused(error)?;
            let found = desk.or_page(desk.service.get_finding(&desk.actor, finding).await)?;
            let problems = error.problems();
            let page = view::finding(&frame.against(problems), &found, &found.acts, shown);
            Ok(error::with_problems(&error, page))
        }
    }
}

pub(crate) async fn show_order(
    PathPiece(finding): PathPiece<FindingId>,
    desk: StaffDesk,
) -> Answer {
    let found = desk.or_page(desk.service.get_finding(&desk.actor, finding).await)?;
    Ok(printed::order(&desk.frame(), &found).into_response())
}

pub(crate) async fn show_ledger(
    TwoPathPieces(congress, year): TwoPathPieces<CongressId, i16>,
    desk: StaffDesk,
) -> Answer {
    let found = desk.service.get_ledger(&desk.actor, congress, year).await;
    let (congress, lines) = desk.or_page(found)?;
    Ok(printed::ledger(&desk.frame(), &congress, year, &lines).into_response())
}

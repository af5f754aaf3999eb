//! Writing findings down, taking steps with them, printing order and ledger.

use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};

use super::{printed, view};
use crate::domain::access;
use crate::domain::access::Actor;
use crate::domain::followup::finding::{FindingAct, Step};
use crate::domain::id::{CongressId, FindingId, ProjectId};
use crate::service::followup::inspecting::{FindingView, action_of};
use crate::web::error::{self, Failure};
use crate::web::form::{Fields, StaffForm};
use crate::web::kit::Frame;
use crate::web::path;
use crate::web::visitor::{App, At, At2, Staff};

pub(in crate::web) async fn show_new(
    State(app): State<App>,
    staff: Staff,
    At(project): At<ProjectId>,
) -> Result<Response, Failure> {
    let life = staff
        .visitor
        .go(app.service.get_finding_form(&staff.actor, project).await)?;
    let frame = Frame::office(&staff);
    Ok(view::new(&frame, &life, &staff.token, &Fields::default(), &[]).into_response())
}

pub(in crate::web) async fn write(
    State(app): State<App>,
    At(project): At<ProjectId>,
    StaffForm { staff, fields }: StaffForm,
) -> Result<Response, Failure> {
    let (text, place) = (fields.get("text"), fields.get("place"));
    match app
        .service
        .write_finding(&staff.actor, project, text, place)
        .await
    {
        Ok(finding) => Ok(Redirect::to(&path::finding(finding)).into_response()),
        Err(error) if !error.problems().is_empty() => {
            let life = staff
                .visitor
                .go(app.service.get_finding_form(&staff.actor, project).await)?;
            let frame = Frame::office(&staff);
            let page = view::new(&frame, &life, &staff.token, &fields, error.problems());
            Ok(error::with_problems(&error, page))
        }
        Err(error) => Err(staff.visitor.fail(error)),
    }
}

pub(in crate::web) async fn show(
    State(app): State<App>,
    staff: Staff,
    At(finding): At<FindingId>,
) -> Result<Response, Failure> {
    let found = staff
        .visitor
        .go(app.service.get_finding(&staff.actor, finding).await)?;
    let acts = acts(&staff.actor, &found);
    let frame = Frame::office(&staff);
    Ok(view::finding(&frame, &found, &acts, &staff.token, &Fields::default(), &[]).into_response())
}

pub(in crate::web) async fn step(
    State(app): State<App>,
    At2(finding, act): At2<FindingId, String>,
    StaffForm { staff, fields }: StaffForm,
) -> Result<Response, Failure> {
    let Some(act) = FindingAct::from_word(&act) else {
        return Err(Failure::no_such_page(staff.visitor));
    };
    let step = Step {
        act,
        text: fields.get("text").trim().to_owned(),
        due: fields.get("due").trim().parse().ok(),
        approver: fields.get("approver").trim().to_owned(),
    };
    match app.service.step_finding(&staff.actor, finding, step).await {
        Ok(()) => Ok(Redirect::to(&path::finding(finding)).into_response()),
        Err(error) if !error.problems().is_empty() => {
            let found = staff
                .visitor
                .go(app.service.get_finding(&staff.actor, finding).await)?;
            let acts = acts(&staff.actor, &found);
            let frame = Frame::office(&staff);
            let problems = error.problems();
            let page = view::finding(&frame, &found, &acts, &staff.token, &fields, problems);
            Ok(error::with_problems(&error, page))
        }
        Err(error) => Err(staff.visitor.fail(error)),
    }
}

pub(in crate::web) async fn show_order(
    State(app): State<App>,
    staff: Staff,
    At(finding): At<FindingId>,
) -> Result<Response, Failure> {
    let found = staff
        .visitor
        .go(app.service.get_finding(&staff.actor, finding).await)?;
    Ok(printed::order(&Frame::office(&staff), &found).into_response())
}

pub(in crate::web) async fn show_ledger(
    State(app): State<App>,
    staff: Staff,
    At2(congress, year): At2<CongressId, i16>,
) -> Result<Response, Failure> {
    let found = app.service.get_ledger(&staff.actor, congress, year).await;
    let (congress, lines) = staff.visitor.go(found)?;
    Ok(printed::ledger(&Frame::office(&staff), &congress, year, &lines).into_response())
}

/// The acts that the finding's stage has and the reader's roles allow.
fn acts(actor: &Actor, found: &FindingView) -> Vec<FindingAct> {
    let finding = &found.finding;
    let is_strange = actor.unit.is_some() && actor.unit != finding.unit;
    FindingAct::ALL
        .into_iter()
        .filter(|act| finding.stage.after(*act).is_some())
        .filter(|act| access::may(actor, action_of(*act), Some(found.congress.id)).is_ok())
        .filter(|_| !is_strange)
        .collect()
}

//! One lead at the clerk's desk, and every act on it.

use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};

use super::triage_view;
use crate::error::{self, Failure};
use crate::form::{Fields, StaffForm};
use crate::headers;
use crate::kit::Frame;
use crate::path;
use crate::visitor::{App, PathPiece, Staff, TwoPathPieces};
use domain::id::{LeadId, ProjectId};
use domain::leads::act::LeadAct;
use domain::leads::kind::LeadKind;
use domain::picture::PictureName;
use domain::problem::Problem;
use service::ServiceError;
use service::leads::triage::{LeadPart, NewProject};

pub(crate) async fn show(
    State(app): State<App>,
    staff: Staff,
    PathPiece(lead): PathPiece<LeadId>,
) -> Result<Response, Failure> {
    let found = staff
        .visitor
        .or_page(app.service.get_lead(&staff.actor, lead).await)?;
    let frame = Frame::office(&staff);
    let nothing = Fields::default();
    Ok(triage_view::lead(&frame, &found, &staff.token, &nothing, &[]).into_response())
}

pub(crate) async fn picture(
    State(app): State<App>,
    staff: Staff,
    TwoPathPieces(lead, name): TwoPathPieces<LeadId, PictureName>,
) -> Result<Response, Failure> {
    let bytes = app.service.get_lead_picture(&staff.actor, lead, name).await;
    Ok(headers::picture(staff.visitor.or_page(bytes)?))
}

/// Shows the contact in the answer itself and nowhere else; the look is in the audit log.
pub(crate) async fn contact(
    State(app): State<App>,
    PathPiece(lead): PathPiece<LeadId>,
    StaffForm { staff, .. }: StaffForm,
) -> Result<Response, Failure> {
    let contact = app.service.see_contact(&staff.actor, lead).await;
    let contact = staff.visitor.or_page(contact)?;
    Ok(triage_view::contact(&Frame::office(&staff), lead, &contact).into_response())
}

pub(crate) async fn act(
    act: LeadAct,
    State(app): State<App>,
    PathPiece(lead): PathPiece<LeadId>,
    StaffForm { staff, fields }: StaffForm,
) -> Result<Response, Failure> {
    match perform(&app, &staff, lead, act, &fields).await {
        Ok(next) => Ok(Redirect::to(&path::lead(next)).into_response()),
        Err(error) => {
            let error = staff.visitor.refused(error)?;
            let found = staff
                .visitor
                .or_page(app.service.get_lead(&staff.actor, lead).await)?;
            let frame = Frame::office(&staff);
            let problems = error.problems();
            let page = triage_view::lead(&frame, &found, &staff.token, &fields, problems);
            Ok(error::with_problems(&error, page))
        }
    }
}

/// Does an act; answers which lead to look at next.
async fn perform(
    app: &App,
    staff: &Staff,
    lead: LeadId,
    act: LeadAct,
    fields: &Fields,
) -> Result<LeadId, ServiceError> {
    let (service, actor) = (&app.service, &staff.actor);
    let number = |name| fields.number::<i64>(name).map_err(ServiceError::invalid);
    match act {
        LeadAct::Merge => {
            let into = LeadId(number("into")?);
            service.merge_lead(actor, lead, into).await?;
        }
        LeadAct::UndoMerge => service.undo_merge(actor, lead).await?,
        LeadAct::Split => {
            let kind = LeadKind::from_word(fields.get("kind"));
            let part = LeadPart {
                kind: kind.ok_or_else(no_kind)?,
                what: fields.get("what").to_owned(),
                place: fields.get("place").to_owned(),
            };
            service.split_lead(actor, lead, part).await?;
        }
        LeadAct::UndoSplit => {
            let whole = service.get_lead(actor, lead).await?.lead.split_from;
            service.undo_split(actor, lead).await?;
            return Ok(whole.unwrap_or(lead));
        }
        LeadAct::TakeUp if fields.get("project").is_empty() => {
            let new = NewProject {
                name: fields.get("name").to_owned(),
                summary: fields.get("summary").to_owned(),
            };
            service.take_up_new(actor, lead, new).await?;
        }
        LeadAct::TakeUp => {
            let project = ProjectId(number("project")?);
            service.take_up(actor, lead, project).await?;
        }
        LeadAct::Decline => {
            let reason = fields.get("reason");
            service.decline_lead(actor, lead, reason).await?;
        }
        LeadAct::HandOver => service.hand_over(actor, lead, fields.get("to")).await?,
        LeadAct::Reconsider => service.reconsider(actor, lead).await?,
    }
    Ok(lead)
}

fn no_kind() -> ServiceError {
    ServiceError::invalid(Problem::error("lead-kind").at("kind"))
}

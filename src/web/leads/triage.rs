//! One lead at the clerk's desk, and every act on it.

use axum::response::{IntoResponse, Redirect};

use super::triage_view;
use crate::at_desk::{Answer, StaffDesk};
use crate::error;
use crate::form::Fields;
use crate::headers;
use crate::path;
use crate::visitor::{PathPiece, TwoPathPieces};
use domain::id::{LeadId, ProjectId};
use domain::leads::act::LeadAct;
use domain::leads::kind::LeadKind;
use domain::picture::PictureName;
use domain::problem::Problem;
use service::ServiceError;
use service::leads::triage::{LeadPart, NewProject};

pub(crate) async fn show(PathPiece(lead): PathPiece<LeadId>, desk: StaffDesk) -> Answer {
    let found = desk.or_page(desk.service.get_lead(&desk.actor, lead).await)?;
    let frame = desk.frame();
    let nothing = Fields::default();
    Ok(triage_view::lead(&frame.typing(&nothing), &found).into_response())
}

pub(crate) async fn picture(
    TwoPathPieces(lead, name): TwoPathPieces<LeadId, PictureName>,
    desk: StaffDesk,
) -> Answer {
    let bytes = desk.service.get_lead_picture(&desk.actor, lead, name).await;
    Ok(headers::picture(desk.or_page(bytes)?))
}

/// Shows the contact in the answer itself and nowhere else; the look is in the audit log.
pub(crate) async fn contact(PathPiece(lead): PathPiece<LeadId>, desk: StaffDesk) -> Answer {
    let contact = desk.service.see_contact(&desk.actor, lead).await;
    let contact = desk.or_page(contact)?;
    Ok(triage_view::contact(&desk.frame(), lead, &contact).into_response())
}

pub(crate) async fn act(
    act: LeadAct,
    PathPiece(lead): PathPiece<LeadId>,
    desk: StaffDesk,
) -> Answer {
    match perform(&desk, lead, act, &desk.fields).await {
        Ok(next) => Ok(Redirect::to(&path::lead(next)).into_response()),
        Err(error) => {
            let error = desk.refused(error)?;
            let found = desk.or_page(desk.service.get_lead(&desk.actor, lead).await)?;
            let frame = desk.frame();
            let problems = error.problems();
            let page = triage_view::lead(&frame.against(problems), &found);
            Ok(error::with_problems(&error, page))
        }
    }
}

/// Does an act; answers which lead to look at next.
async fn perform(
    desk: &StaffDesk,
    lead: LeadId,
    act: LeadAct,
    fields: &Fields,
) -> Result<LeadId, ServiceError> {
    let (service, actor) = (&desk.service, &desk.actor);
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

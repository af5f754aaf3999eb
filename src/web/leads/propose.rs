//! Handing in a lead with an account: a deputy's own, a unit's, or a resident's by a clerk.

use axum::response::{IntoResponse, Redirect};

use super::form;
use super::form_view::{self, FilledForm};
use crate::at_desk::{Answer, PhotoDesk, StaffDesk};
use crate::error::{self, Failure};
use crate::form::Fields;
use crate::path;
use crate::visitor::PathPiece;
use domain::access::Role;
use domain::id::{CallId, CongressId};
use domain::leads::kind::LeadOrigin;
use domain::problem::Problem;
use service::ServiceError;
use service::leads::handing_in::LeadProposal;

pub(crate) async fn show(PathPiece(congress): PathPiece<CongressId>, desk: StaffDesk) -> Answer {
    let fields = Fields::of(vec![(
        "year".to_owned(),
        desk.service.today().year().to_string(),
    )]);
    let page = page(&desk, congress, &fields, &[]).await?;
    Ok(page.into_response())
}

async fn page(
    desk: &StaffDesk,
    congress: CongressId,
    fields: &Fields,
    problems: &[Problem],
) -> Result<maud::Markup, Failure> {
    let place = desk.service.get_place_to_propose(&desk.actor, congress);
    let place = desk.or_page(place.await)?;
    let calls = desk.service.list_open_calls(Some(congress)).await;
    let calls = desk.or_page(calls)?;
    let mut roles = desk.actor.roles_in(congress);
    let is_clerk = roles.any(|role| role == Role::Clerk);
    let filled = FilledForm { fields, problems };
    let frame = desk.frame();
    let named = (congress, place.name.as_str());
    Ok(form_view::account(&frame, named, &calls, is_clerk, &filled))
}

pub(crate) async fn submit(
    PathPiece(congress): PathPiece<CongressId>,
    PhotoDesk { desk, mut parts }: PhotoDesk,
) -> Answer {
    let photo = parts.one_photo();
    let fields = parts.fields;
    let done = match photo.and_then(|photo| proposed(congress, &fields, photo)) {
        Ok(new) => desk.service.propose(&desk.actor, new).await,
        Err(problem) => Err(ServiceError::invalid(problem)),
    };
    match done {
        Ok(receipt) => Ok(Redirect::to(&path::followed(receipt.digits())).into_response()),
        Err(error) => {
            let error = desk.refused(error)?;
            let page = page(&desk, congress, &fields, error.problems()).await?;
            Ok(error::with_problems(&error, page))
        }
    }
}

fn proposed(
    congress: CongressId,
    fields: &Fields,
    picture: Option<Vec<u8>>,
) -> Result<LeadProposal, Problem> {
    let call: Option<i64> = fields.get("call").parse().ok();
    let year = match call {
        Some(_) => 0,
        None => fields.number("year")?,
    };
    // An origin that is none is the service's to refuse: residents hand in for themselves.
    let origin = LeadOrigin::from_word(fields.get("origin")).unwrap_or(LeadOrigin::Resident);
    Ok(LeadProposal {
        congress,
        year,
        call: call.map(CallId),
        wish: form::wish(fields, origin)?,
        contact: fields.get("contact").to_owned(),
        picture,
    })
}

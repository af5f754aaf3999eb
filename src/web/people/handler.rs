//! Keeping people. An invitation's page is the answer to the form: its codes are shown once.

use axum::response::{IntoResponse, Redirect};

use super::{sheet, view};
use crate::at_desk::{Answer, StaffDesk};
use crate::error;
use crate::form::Fields;
use crate::path;
use crate::visitor::{PathPiece, TwoPathPieces};
use domain::access::Role;
use domain::id::{AccountId, CongressId, UnitId};
use domain::problem::Problem;
use service::ServiceError;
use service::people::invited::PrintedInvitation;

pub(crate) async fn show(PathPiece(congress): PathPiece<CongressId>, desk: StaffDesk) -> Answer {
    let found = desk.or_page(desk.service.list_people(&desk.actor, congress).await)?;
    let frame = desk.frame();
    Ok(view::people(&frame, &found).into_response())
}

pub(crate) async fn keep_unit(
    PathPiece(congress): PathPiece<CongressId>,
    desk: StaffDesk,
) -> Answer {
    let name = desk.get("unit");
    let done = desk.service.keep_unit(&desk.actor, congress, name).await;
    match done {
        Ok(_) => Ok(Redirect::to(&path::people(congress)).into_response()),
        Err(error) => show_refused(&desk, congress, &desk.fields, error).await,
    }
}

pub(crate) async fn invite_deputies(
    PathPiece(congress): PathPiece<CongressId>,
    desk: StaffDesk,
) -> Answer {
    let invite = desk.service.invite_deputies(&desk.actor, congress);
    print(&desk, congress, &desk.fields, invite).await
}

pub(crate) async fn invite_for_unit(
    PathPiece(congress): PathPiece<CongressId>,
    desk: StaffDesk,
) -> Answer {
    let unit = desk.get("of_unit").parse().map(UnitId);
    let role = Role::from_word(desk.get("role"));
    let invite = async {
        match (unit, role) {
            (Ok(unit), Some(role)) => {
                let name = desk.get("name");
                let invited = desk
                    .service
                    .invite_for_unit(&desk.actor, congress, unit, name, role);
                invited.await.map(|one| vec![one])
            }
            (Err(_), _) => Err(ServiceError::invalid(
                Problem::error("unit-unknown").at("of_unit"),
            )),
            (Ok(_), None) => {
                let problem = Problem::error("role-place").at("role");
                Err(ServiceError::invalid(problem))
            }
        }
    };
    print(&desk, congress, &desk.fields, invite).await
}

pub(crate) async fn act_on_account(
    TwoPathPieces(congress, account): TwoPathPieces<CongressId, AccountId>,
    desk: StaffDesk,
) -> Answer {
    let (service, actor) = (&desk.service, &desk.actor);
    let disabled = match desk.get("act") {
        "invite" => {
            let again = async {
                let invited = service.invite_again(actor, congress, account).await;
                invited.map(|one| vec![one])
            };
            return print(&desk, congress, &desk.fields, again).await;
        }
        "close" => true,
        "open" => false,
        _ => return Err(desk.no_such_page()),
    };
    let done = service
        .set_disabled(actor, congress, account, disabled)
        .await;
    match done {
        Ok(()) => Ok(Redirect::to(&path::people(congress)).into_response()),
        Err(error) => show_refused(&desk, congress, &desk.fields, error).await,
    }
}

/// The printed slips, or the page again with what stands against them. Nobody is invited before it is
/// sure that the slip's QR leads somewhere.
async fn print(
    desk: &StaffDesk,
    congress: CongressId,
    fields: &Fields,
    invite: impl Future<Output = Result<Vec<PrintedInvitation>, ServiceError>>,
) -> Answer {
    let done = match desk.app.printed_address() {
        Ok(base) => invite.await.map(|printed| (printed, base)),
        Err(problem) => Err(ServiceError::refused(problem)),
    };
    match done {
        Ok((printed, base)) => {
            let own = desk.service.get_own_congress(&desk.actor, congress).await;
            let congress = desk.or_page(own)?;
            let frame = desk.frame();
            Ok(sheet::sheet(&frame, &congress, base, &printed).into_response())
        }
        Err(error) => show_refused(desk, congress, fields, error).await,
    }
}

async fn show_refused(
    desk: &StaffDesk,
    congress: CongressId,
    fields: &Fields,
    error: ServiceError,
) -> Answer {
    let error = desk.refused(error)?;
    let found = desk.or_page(desk.service.list_people(&desk.actor, congress).await)?;
    let frame = desk.frame();
    let page = view::people(&frame.typing(fields).against(error.problems()), &found);
    Ok(error::with_problems(&error, page))
}

//! Keeping people. An invitation's page is the answer to the form: its codes are shown once.

use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};

use super::{sheet, view};
use crate::error::{self, Failure};
use crate::form::{Fields, StaffForm};
use crate::kit::Frame;
use crate::path;
use crate::visitor::{App, PathPiece, Staff, TwoPathPieces};
use domain::access::Role;
use domain::id::{AccountId, CongressId, UnitId};
use domain::problem::Problem;
use service::ServiceError;
use service::people::invited::PrintedInvitation;

pub(crate) async fn show(
    State(app): State<App>,
    staff: Staff,
    PathPiece(congress): PathPiece<CongressId>,
) -> Result<Response, Failure> {
    let found = staff
        .visitor
        .or_page(app.service.list_people(&staff.actor, congress).await)?;
    let frame = Frame::office(&staff);
    Ok(view::people(&frame, &found, &staff.token, &Fields::default(), &[]).into_response())
}

pub(crate) async fn keep_unit(
    State(app): State<App>,
    PathPiece(congress): PathPiece<CongressId>,
    StaffForm { staff, fields }: StaffForm,
) -> Result<Response, Failure> {
    let name = fields.get("unit");
    let done = app.service.keep_unit(&staff.actor, congress, name).await;
    match done {
        Ok(_) => Ok(Redirect::to(&path::people(congress)).into_response()),
        Err(error) => show_refused(&app, &staff, congress, &fields, error).await,
    }
}

pub(crate) async fn invite_deputies(
    State(app): State<App>,
    PathPiece(congress): PathPiece<CongressId>,
    StaffForm { staff, fields }: StaffForm,
) -> Result<Response, Failure> {
    let invite = app.service.invite_deputies(&staff.actor, congress);
    print(&app, &staff, congress, &fields, invite).await
}

pub(crate) async fn invite_for_unit(
    State(app): State<App>,
    PathPiece(congress): PathPiece<CongressId>,
    StaffForm { staff, fields }: StaffForm,
) -> Result<Response, Failure> {
    let unit = fields.get("of_unit").parse().map(UnitId);
    let role = Role::from_word(fields.get("role"));
    let invite = async {
        match (unit, role) {
            (Ok(unit), Some(role)) => {
                let name = fields.get("name");
                let invited = app
                    .service
                    .invite_for_unit(&staff.actor, congress, unit, name, role);
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
    print(&app, &staff, congress, &fields, invite).await
}

pub(crate) async fn act_on_account(
    State(app): State<App>,
    TwoPathPieces(congress, account): TwoPathPieces<CongressId, AccountId>,
    StaffForm { staff, fields }: StaffForm,
) -> Result<Response, Failure> {
    let (service, actor) = (&app.service, &staff.actor);
    let disabled = match fields.get("act") {
        "invite" => {
            let again = async {
                let invited = service.invite_again(actor, congress, account).await;
                invited.map(|one| vec![one])
            };
            return print(&app, &staff, congress, &fields, again).await;
        }
        "close" => true,
        "open" => false,
        _ => return Err(Failure::no_such_page(staff.visitor)),
    };
    let done = service
        .set_disabled(actor, congress, account, disabled)
        .await;
    match done {
        Ok(()) => Ok(Redirect::to(&path::people(congress)).into_response()),
        Err(error) => show_refused(&app, &staff, congress, &fields, error).await,
    }
}

/// The printed slips, or the page again with what stands against them. Nobody is invited before it is
/// sure that the slip's QR leads somewhere.
async fn print(
    app: &App,
    staff: &Staff,
    congress: CongressId,
    fields: &Fields,
    invite: impl Future<Output = Result<Vec<PrintedInvitation>, ServiceError>>,
) -> Result<Response, Failure> {
    let done = match app.printed_address() {
        Ok(base) => invite.await.map(|printed| (printed, base)),
        Err(problem) => Err(ServiceError::refused(problem)),
    };
    match done {
        Ok((printed, base)) => {
            let own = app.service.get_own_congress(&staff.actor, congress).await;
            let congress = staff.visitor.or_page(own)?;
            let frame = Frame::office(staff);
            Ok(sheet::sheet(&frame, &congress, base, &printed).into_response())
        }
        Err(error) => show_refused(app, staff, congress, fields, error).await,
    }
}

async fn show_refused(
    app: &App,
    staff: &Staff,
    congress: CongressId,
    fields: &Fields,
    error: ServiceError,
) -> Result<Response, Failure> {
    let error = staff.visitor.refused(error)?;
    let found = staff
        .visitor
        .or_page(app.service.list_people(&staff.actor, congress).await)?;
    let frame = Frame::office(staff);
    let page = view::people(&frame, &found, &staff.token, fields, error.problems());
    Ok(error::with_problems(&error, page))
}

//! Naming and adopting officers, setting and taking away their PINs.

use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};

use super::{sheet, view};
use crate::error::{self, Failure};
use crate::form::{Fields, StaffForm};
use crate::kit::{self, Frame};
use crate::path;
use crate::visitor::{App, PathPiece, Staff};
use domain::id::{OfficerId, SessionId, SittingId};
use domain::problem::Problem;
use domain::sitting::officer::Post;
use service::ServiceError;
use service::sitting::officers::NewOfficer;

pub(crate) async fn show(
    State(app): State<App>,
    staff: Staff,
    PathPiece(session): PathPiece<SessionId>,
) -> Result<Response, Failure> {
    let found = app.service.list_officers(&staff.actor, session).await;
    let found = staff.visitor.or_page(found)?;
    let frame = Frame::office(&staff);
    let me = staff.actor.account;
    Ok(view::officers(&frame, &found, &staff.token, me, &Fields::default(), &[]).into_response())
}

/// Proposes an officer.
pub(crate) async fn propose(
    State(app): State<App>,
    PathPiece(session): PathPiece<SessionId>,
    StaffForm { staff, fields }: StaffForm,
) -> Result<Response, Failure> {
    let done = match Post::from_word(fields.get("post")) {
        Some(post) => {
            let text = |name: &str| fields.get(name).to_owned();
            let new = NewOfficer {
                post,
                number: text("number"),
                name: text("name"),
                username: text("username"),
                unit: text("unit"),
            };
            let proposed = app.service.propose_officer(&staff.actor, session, new);
            proposed.await.map(drop)
        }
        None => Err(ServiceError::invalid(
            Problem::error("post-missing").at("post"),
        )),
    };
    show_refused(&app, &staff, session, &fields, done).await
}

/// Notes the adoption.
pub(crate) async fn adopt(
    State(app): State<App>,
    PathPiece(sitting): PathPiece<SittingId>,
    StaffForm { staff, fields }: StaffForm,
) -> Result<Response, Failure> {
    let roll = app.service.get_roll(&staff.actor, sitting).await;
    let session = staff.visitor.or_page(roll)?.session.id;
    let (service, actor) = (&app.service, &staff.actor);
    let done = service.adopt_officers(actor, sitting, kit::pressed(&fields));
    let done = done.await.map(drop);
    show_refused(&app, &staff, session, &fields, done).await
}

/// Gives slips out to officers without an account.
pub(crate) async fn give_slips(
    State(app): State<App>,
    PathPiece(sitting): PathPiece<SittingId>,
    StaffForm { staff, fields }: StaffForm,
) -> Result<Response, Failure> {
    let roll = app.service.get_roll(&staff.actor, sitting).await;
    let session = staff.visitor.or_page(roll)?.session.id;
    let chosen = fields.all("for").filter_map(|id| id.parse().ok());
    let chosen = chosen.map(OfficerId).collect();
    let (service, actor) = (&app.service, &staff.actor);
    let done = service.give_officer_slips(actor, sitting, chosen, kit::pressed(&fields));
    let done = done.await.map(drop);
    show_refused(&app, &staff, session, &fields, done).await
}

/// The slips that were given out, printed once: this answer is the only place of their codes.
pub(crate) async fn print_slips(
    State(app): State<App>,
    PathPiece(session): PathPiece<SessionId>,
    StaffForm { staff, fields }: StaffForm,
) -> Result<Response, Failure> {
    let printed = app.service.print_officer_slips(&staff.actor, session).await;
    match printed {
        Ok((congress, slips)) => {
            let frame = Frame::office(&staff);
            let base = app.officers_url.as_deref().or(app.public_url.as_deref());
            Ok(sheet::sheet(&frame, session, &congress, base, &slips).into_response())
        }
        Err(error) => show_refused(&app, &staff, session, &fields, Err(error)).await,
    }
}

/// Takes an officer from the list.
pub(crate) async fn withdraw(
    State(app): State<App>,
    PathPiece(officer): PathPiece<OfficerId>,
    StaffForm { staff, fields }: StaffForm,
) -> Result<Response, Failure> {
    let session = session_of(&app, &staff, officer).await?;
    let done = app.service.withdraw_officer(&staff.actor, officer).await;
    show_refused(&app, &staff, session, &fields, done).await
}

/// Keeps an officer's PIN.
pub(crate) async fn set_pin(
    State(app): State<App>,
    PathPiece(officer): PathPiece<OfficerId>,
    StaffForm { staff, fields }: StaffForm,
) -> Result<Response, Failure> {
    let session = session_of(&app, &staff, officer).await?;
    let (pin, repeat) = (fields.get("new_pin"), fields.get("repeat"));
    let set = app.service.set_pin(&staff.actor, officer, pin, repeat);
    show_refused(&app, &staff, session, &fields, set.await).await
}

/// Takes an officer's PIN away.
pub(crate) async fn clear_pin(
    State(app): State<App>,
    PathPiece(officer): PathPiece<OfficerId>,
    StaffForm { staff, fields }: StaffForm,
) -> Result<Response, Failure> {
    let session = session_of(&app, &staff, officer).await?;
    let press = kit::pressed(&fields);
    let cleared = app.service.clear_pin(&staff.actor, officer, press).await;
    show_refused(&app, &staff, session, &fields, cleared.map(drop)).await
}

async fn session_of(app: &App, staff: &Staff, officer: OfficerId) -> Result<SessionId, Failure> {
    let session = app.service.session_of_officer(&staff.actor, officer).await;
    staff.visitor.or_page(session)
}

async fn show_refused(
    app: &App,
    staff: &Staff,
    session: SessionId,
    typed: &Fields,
    done: Result<(), ServiceError>,
) -> Result<Response, Failure> {
    match done {
        Ok(()) => Ok(Redirect::to(&path::officers(session)).into_response()),
        Err(error) => {
            let error = staff.visitor.refused(error)?;
            let found = app.service.list_officers(&staff.actor, session).await;
            let found = staff.visitor.or_page(found)?;
            let frame = Frame::office(staff);
            let me = staff.actor.account;
            let problems = error.problems();
            let page = view::officers(&frame, &found, &staff.token, me, typed, problems);
            Ok(error::with_problems(&error, page))
        }
    }
}

//! Naming and adopting officers, setting and taking away their PINs.

use axum::response::{IntoResponse, Redirect};

use super::{sheet, view};
use crate::at_desk::{Answer, StaffDesk};
use crate::error::{self, Failure};
use crate::form::Fields;
use crate::kit;
use crate::path;
use crate::visitor::PathPiece;
use domain::id::{OfficerId, SessionId, SittingId};
use domain::problem::Problem;
use domain::sitting::officer::Post;
use service::ServiceError;
use service::sitting::officers::NewOfficer;

pub(crate) async fn show(PathPiece(session): PathPiece<SessionId>, desk: StaffDesk) -> Answer {
    let found = desk.service.list_officers(&desk.actor, session).await;
    let found = desk.or_page(found)?;
    let frame = desk.frame();
    let me = desk.actor.account;
    Ok(view::officers(&frame, &found, me).into_response())
}

/// Proposes an officer.
pub(crate) async fn propose(PathPiece(session): PathPiece<SessionId>, desk: StaffDesk) -> Answer {
    let done = match Post::from_word(desk.get("post")) {
        Some(post) => {
            let text = |name: &str| desk.get(name).to_owned();
            let new = NewOfficer {
                post,
                number: text("number"),
                name: text("name"),
                username: text("username"),
                unit: text("unit"),
            };
            let proposed = desk.service.propose_officer(&desk.actor, session, new);
            proposed.await.map(drop)
        }
        None => Err(ServiceError::invalid(
            Problem::error("post-missing").at("post"),
        )),
    };
    show_refused(&desk, session, &desk.fields, done).await
}

/// Notes the adoption.
pub(crate) async fn adopt(PathPiece(sitting): PathPiece<SittingId>, desk: StaffDesk) -> Answer {
    let roll = desk.service.get_roll(&desk.actor, sitting).await;
    let session = desk.or_page(roll)?.session.id;
    let (service, actor) = (&desk.service, &desk.actor);
    let done = service.adopt_officers(actor, sitting, kit::pressed(&desk.fields));
    let done = done.await.map(drop);
    show_refused(&desk, session, &desk.fields, done).await
}

/// Gives slips out to officers without an account.
pub(crate) async fn give_slips(
    PathPiece(sitting): PathPiece<SittingId>,
    desk: StaffDesk,
) -> Answer {
    let roll = desk.service.get_roll(&desk.actor, sitting).await;
    let session = desk.or_page(roll)?.session.id;
    let chosen = desk.fields.all("for").filter_map(|id| id.parse().ok());
    let chosen = chosen.map(OfficerId).collect();
    let (service, actor) = (&desk.service, &desk.actor);
    let done = service.give_officer_slips(actor, sitting, chosen, kit::pressed(&desk.fields));
    let done = done.await.map(drop);
    show_refused(&desk, session, &desk.fields, done).await
}

/// The slips that were given out, printed once: this answer is the only place of their codes.
pub(crate) async fn print_slips(
    PathPiece(session): PathPiece<SessionId>,
    desk: StaffDesk,
) -> Answer {
    let printed = desk.service.print_officer_slips(&desk.actor, session).await;
    match printed {
        Ok((congress, slips)) => {
            let frame = desk.frame();
            let base = desk
                .app
                .officers_url
                .as_deref()
                .or(desk.app.public_url.as_deref());
            Ok(sheet::sheet(&frame, session, &congress, base, &slips).into_response())
        }
        Err(error) => show_refused(&desk, session, &desk.fields, Err(error)).await,
    }
}

/// Takes an officer from the list.
pub(crate) async fn withdraw(PathPiece(officer): PathPiece<OfficerId>, desk: StaffDesk) -> Answer {
    let session = session_of(&desk, officer).await?;
    let done = desk.service.withdraw_officer(&desk.actor, officer).await;
    show_refused(&desk, session, &desk.fields, done).await
}

/// Keeps an officer's PIN.
pub(crate) async fn set_pin(PathPiece(officer): PathPiece<OfficerId>, desk: StaffDesk) -> Answer {
    let session = session_of(&desk, officer).await?;
    let (pin, repeat) = (desk.get("new_pin"), desk.get("repeat"));
    let set = desk.service.set_pin(&desk.actor, officer, pin, repeat);
    show_refused(&desk, session, &desk.fields, set.await).await
}

/// Takes an officer's PIN away.
pub(crate) async fn clear_pin(PathPiece(officer): PathPiece<OfficerId>, desk: StaffDesk) -> Answer {
    let session = session_of(&desk, officer).await?;
    let press = kit::pressed(&desk.fields);
    let cleared = desk.service.clear_pin(&desk.actor, officer, press).await;
    show_refused(&desk, session, &desk.fields, cleared.map(drop)).await
}

async fn session_of(desk: &StaffDesk, officer: OfficerId) -> Result<SessionId, Failure> {
    let session = desk.service.session_of_officer(&desk.actor, officer).await;
    desk.or_page(session)
}

async fn show_refused(
    desk: &StaffDesk,
    session: SessionId,
    typed: &Fields,
    done: Result<(), ServiceError>,
) -> Answer {
    match done {
        Ok(()) => Ok(Redirect::to(&path::officers(session)).into_response()),
        Err(error) => {
            let error = desk.refused(error)?;
            let found = desk.service.list_officers(&desk.actor, session).await;
            let found = desk.or_page(found)?;
            let frame = desk.frame();
            let me = desk.actor.account;
            let problems = error.problems();
            let page = view::officers(&frame.typing(typed).against(problems), &found, me);
            Ok(error::with_problems(&error, page))
        }
    }
}

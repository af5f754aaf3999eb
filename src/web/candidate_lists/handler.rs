//! Requests of candidate lists.

use axum::response::{IntoResponse, Redirect};

use super::{form, view};
use crate::at_desk::{Answer, StaffDesk};
use crate::error;
use crate::form::Fields;
use crate::kit;
use crate::path;
use crate::visitor::PathPiece;
use domain::id::ListId;
use domain::problem::Problem;
use service::ServiceError;
use service::library::listing::ListReview;

pub(crate) async fn show(PathPiece(id): PathPiece<ListId>, desk: StaffDesk) -> Answer {
    let found = desk.or_page(desk.service.get_list(&desk.actor, id).await)?;
    let (frame, typed) = (desk.frame(), Fields::default());
    Ok(view::list(&frame.typing(&typed), &found, keys(&desk)).into_response())
}

/// The form token, and the account that looks at the page.
fn keys(desk: &StaffDesk) -> (&str, i64) {
    (
        &desk.token,
        desk.actor.account.map_or(0, |account| account.0),
    )
}

async fn show_refused(
    desk: &StaffDesk,
    id: ListId,
    fields: &Fields,
    done: Result<(), ServiceError>,
) -> Answer {
    match done {
        Ok(()) => Ok(Redirect::to(&path::candidate_list(id)).into_response()),
        Err(error) => {
            let error = desk.refused(error)?;
            let found = desk.or_page(desk.service.get_list(&desk.actor, id).await)?;
            let frame = desk.frame();
            let page = view::list(
                &frame.typing(fields).against(error.problems()),
                &found,
                keys(desk),
            );
            Ok(error::with_problems(&error, page))
        }
    }
}

pub(crate) async fn save(PathPiece(id): PathPiece<ListId>, desk: StaffDesk) -> Answer {
    let done = match (form::read(&desk.fields), desk.fields.number("places")) {
        (Ok(lines), Ok(places)) => desk.service.set_list(&desk.actor, id, places, lines).await,
        (Err(problem), _) | (_, Err(problem)) => Err(ServiceError::invalid(problem)),
    };
    show_refused(&desk, id, &desk.fields, done).await
}

/// Notes how a list was reviewed.
pub(crate) async fn note_review(PathPiece(id): PathPiece<ListId>, desk: StaffDesk) -> Answer {
    let done = match desk.get("on").trim().parse() {
        Ok(on) => {
            let how = desk.get("how").to_owned();
            let review = ListReview { on, how };
            desk.service.review_list(&desk.actor, id, review).await
        }
        Err(_) => Err(ServiceError::invalid(Problem::error("date-form").at("on"))),
    };
    show_refused(&desk, id, &desk.fields, done).await
}

/// Makes a list the formal one.
pub(crate) async fn fix(PathPiece(id): PathPiece<ListId>, desk: StaffDesk) -> Answer {
    let done = desk.service.fix_list(&desk.actor, id).await;
    show_refused(&desk, id, &desk.fields, done).await
}

/// Works on a list once more.
pub(crate) async fn reopen(PathPiece(id): PathPiece<ListId>, desk: StaffDesk) -> Answer {
    let done = desk.service.reopen_list(&desk.actor, id).await;
    show_refused(&desk, id, &desk.fields, done).await
}

pub(crate) async fn revise(PathPiece(id): PathPiece<ListId>, desk: StaffDesk) -> Answer {
    let done = match form::read(&desk.fields) {
        Ok(lines) => {
            let reason = desk.get("reason");
            desk.service
                .ask_revision(&desk.actor, id, lines, reason)
                .await
        }
        Err(problem) => Err(ServiceError::invalid(problem)),
    };
    show_refused(&desk, id, &desk.fields, done).await
}

pub(crate) async fn confirm(PathPiece(id): PathPiece<ListId>, desk: StaffDesk) -> Answer {
    let press = kit::pressed(&desk.fields);
    let done = desk.service.confirm_revision(&desk.actor, id, press).await;
    show_refused(&desk, id, &desk.fields, done.map(drop)).await
}

pub(crate) async fn drop_revision(PathPiece(id): PathPiece<ListId>, desk: StaffDesk) -> Answer {
    let done = desk.service.drop_revision(&desk.actor, id).await;
    show_refused(&desk, id, &desk.fields, done).await
}

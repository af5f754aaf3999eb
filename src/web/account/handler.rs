//! Showing the account and the zero report; papers printed, spoilt, found.

use axum::response::{IntoResponse, Redirect};

use super::view;
use crate::at_desk::{Answer, StaffDesk};
use crate::error;
use crate::form::Fields;
use crate::kit;
use crate::path;
use crate::query::Query;
use crate::visitor::PathPiece;
use domain::id::{PollId, RoundId};
use domain::problem::Problem;
use service::ServiceError;

pub(crate) async fn show(
    PathPiece(poll): PathPiece<PollId>,
    query: Query,
    desk: StaffDesk,
) -> Answer {
    let number = match query.get("round") {
        "" => None,
        typed => match typed.parse() {
            Ok(number) => Some(number),
            Err(_) => return Err(desk.no_such_page()),
        },
    };
    page(&desk, (poll, number), &Fields::default(), Ok(())).await
}

/// The proof that the box was empty before slips went out.
pub(crate) async fn show_zero(PathPiece(poll): PathPiece<PollId>, desk: StaffDesk) -> Answer {
    let found = desk.service.get_poll(&desk.actor, poll).await;
    let found = desk.or_page(found)?;
    Ok(view::zero(&desk.frame(), &found).into_response())
}

/// Notes how many papers of a round were printed.
pub(crate) async fn note_printed(PathPiece(round): PathPiece<RoundId>, desk: StaffDesk) -> Answer {
    let done = match desk.fields.number("printed") {
        Ok(printed) => desk.service.print_papers(&desk.actor, round, printed).await,
        Err(problem) => Err(ServiceError::invalid(problem)),
    };
    page_of(&desk, round, &desk.fields, done).await
}

/// Gives a paper for one that was spoilt.
pub(crate) async fn replace(PathPiece(round): PathPiece<RoundId>, desk: StaffDesk) -> Answer {
    let (reason, seen) = (desk.get("reason"), desk.fields.seen_times());
    let replaced = desk.service.replace_paper(&desk.actor, round, reason, seen);
    page_of(&desk, round, &desk.fields, replaced.await).await
}

/// Enters the papers found in the boxes.
pub(crate) async fn enter(PathPiece(round): PathPiece<RoundId>, desk: StaffDesk) -> Answer {
    let done = match kit::boxes(desk.get("boxes")) {
        Some(boxes) => {
            let press = kit::pressed(&desk.fields);
            let entered = desk.service.enter_papers(&desk.actor, round, boxes, press);
            entered.await.map(drop)
        }
        None => Err(ServiceError::invalid(
            Problem::error("papers-boxes").at("boxes"),
        )),
    };
    page_of(&desk, round, &desk.fields, done).await
}

async fn page_of(
    desk: &StaffDesk,
    round: RoundId,
    typed: &Fields,
    done: Result<(), ServiceError>,
) -> Answer {
    let poll = desk.service.poll_of(&desk.actor, round).await;
    let poll = desk.or_page(poll)?;
    page(desk, (poll, None), typed, done).await
}

async fn page(
    desk: &StaffDesk,
    (poll, number): (PollId, Option<u32>),
    typed: &Fields,
    done: Result<(), ServiceError>,
) -> Answer {
    let error = match done {
        Ok(()) => None,
        Err(error) => Some(desk.refused(error)?),
    };
    if error.is_none() && !typed.get("token").is_empty() {
        return Ok(Redirect::to(&path::account(poll)).into_response());
    }
    let found = desk.service.get_poll(&desk.actor, poll).await;
    let found = desk.or_page(found)?;
    let mut rounds = found.rounds.iter();
    let shown = match number {
        Some(number) => rounds.find(|one| one.round.number == number),
        None => rounds.next_back(),
    };
    let Some(round) = shown else {
        return Err(desk.no_such_page());
    };
    let account = desk.service.get_account(&desk.actor, round.round.id).await;
    let account = desk.or_page(account)?;
    let problems = error.as_ref().map_or(&[][..], ServiceError::problems);
    let seen = view::AccountPage {
        token: &desk.token,
        me: desk.actor.account,
        typed,
        problems,
    };
    let page = view::account(&desk.frame(), (&found, round), &account, &seen);
    Ok(match &error {
        Some(error) => error::with_problems(error, page),
        None => page.into_response(),
    })
}

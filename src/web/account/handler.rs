//! Showing the account and the zero report; papers printed, spoilt, found.

use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};

use super::view;
use crate::error::{self, Failure};
use crate::form::{Fields, StaffForm};
use crate::kit::{self, Frame};
use crate::path;
use crate::query::Query;
use crate::visitor::{App, PathPiece, Staff};
use domain::id::{PollId, RoundId};
use domain::problem::Problem;
use service::ServiceError;

pub(crate) async fn show(
    State(app): State<App>,
    staff: Staff,
    PathPiece(poll): PathPiece<PollId>,
    query: Query,
) -> Result<Response, Failure> {
    let number = match query.get("round") {
        "" => None,
        typed => match typed.parse() {
            Ok(number) => Some(number),
            Err(_) => return Err(Failure::no_such_page(staff.visitor)),
        },
    };
    page(&app, &staff, (poll, number), &Fields::default(), Ok(())).await
}

/// The proof that the box was empty before slips went out.
pub(crate) async fn show_zero(
    State(app): State<App>,
    staff: Staff,
    PathPiece(poll): PathPiece<PollId>,
) -> Result<Response, Failure> {
    let found = app.service.get_poll(&staff.actor, poll).await;
    let found = staff.visitor.or_page(found)?;
    Ok(view::zero(&Frame::office(&staff), &found).into_response())
}

/// Notes how many papers of a round were printed.
pub(crate) async fn note_printed(
    State(app): State<App>,
    PathPiece(round): PathPiece<RoundId>,
    StaffForm { staff, fields }: StaffForm,
) -> Result<Response, Failure> {
    let done = match fields.number("printed") {
        Ok(printed) => app.service.print_papers(&staff.actor, round, printed).await,
        Err(problem) => Err(ServiceError::invalid(problem)),
    };
    page_of(&app, &staff, round, &fields, done).await
}

/// Gives a paper for one that was spoilt.
pub(crate) async fn replace(
    State(app): State<App>,
    PathPiece(round): PathPiece<RoundId>,
    StaffForm { staff, fields }: StaffForm,
) -> Result<Response, Failure> {
    let (reason, seen) = (fields.get("reason"), fields.seen_times());
    let replaced = app.service.replace_paper(&staff.actor, round, reason, seen);
    page_of(&app, &staff, round, &fields, replaced.await).await
}

/// Enters the papers found in the boxes.
pub(crate) async fn enter(
    State(app): State<App>,
    PathPiece(round): PathPiece<RoundId>,
    StaffForm { staff, fields }: StaffForm,
) -> Result<Response, Failure> {
    let done = match kit::boxes(fields.get("boxes")) {
        Some(boxes) => {
            let press = kit::pressed(&fields);
            let entered = app.service.enter_papers(&staff.actor, round, boxes, press);
            entered.await.map(drop)
        }
        None => Err(ServiceError::invalid(
            Problem::error("papers-boxes").at("boxes"),
        )),
    };
    page_of(&app, &staff, round, &fields, done).await
}

async fn page_of(
    app: &App,
    staff: &Staff,
    round: RoundId,
    typed: &Fields,
    done: Result<(), ServiceError>,
) -> Result<Response, Failure> {
    let poll = app.service.poll_of(&staff.actor, round).await;
    let poll = staff.visitor.or_page(poll)?;
    page(app, staff, (poll, None), typed, done).await
}

async fn page(
    app: &App,
    staff: &Staff,
    (poll, number): (PollId, Option<u32>),
    typed: &Fields,
    done: Result<(), ServiceError>,
) -> Result<Response, Failure> {
    let error = match done {
        Ok(()) => None,
        Err(error) => Some(staff.visitor.refused(error)?),
    };
    if error.is_none() && !typed.get("token").is_empty() {
        return Ok(Redirect::to(&path::account(poll)).into_response());
    }
    let found = app.service.get_poll(&staff.actor, poll).await;
    let found = staff.visitor.or_page(found)?;
    let mut rounds = found.rounds.iter();
    let shown = match number {
        Some(number) => rounds.find(|one| one.round.number == number),
        None => rounds.next_back(),
    };
    let Some(round) = shown else {
        return Err(Failure::no_such_page(staff.visitor.clone()));
    };
    let account = app.service.get_account(&staff.actor, round.round.id).await;
    let account = staff.visitor.or_page(account)?;
    let problems = error.as_ref().map_or(&[][..], ServiceError::problems);
    let seen = view::AccountPage {
        token: &staff.token,
        me: staff.actor.account,
        typed,
        problems,
    };
    let page = view::account(&Frame::office(staff), (&found, round), &account, &seen);
    Ok(match &error {
        Some(error) => error::with_problems(error, page),
        None => page.into_response(),
    })
}

//! The office's year, told page by page.

use axum::response::{IntoResponse, Redirect};

use super::{closing, roll, view};
use crate::at_desk::{Answer, StaffDesk};
use crate::error;
use crate::form::Fields;
use crate::kit;
use crate::path;
use crate::poll::rules;
use crate::visitor::PathPiece;
use domain::access::{self, Action};
use domain::congress::Body;
use domain::id::{CongressId, DeputyId, PollId, SessionId, SittingId};
use domain::problem::Problem;
use domain::sitting::closing::ClosingAct;
use domain::sitting::roll::Attendance;
use domain::sitting::stage::SittingAct;
use service::ServiceError;
use service::act_of_two::press::ActOutcome;
use service::poll::polling::NewPoll;
use service::sitting::sessions::NewSession;

pub(crate) async fn tasks(desk: StaffDesk) -> Answer {
    let desks = desk.or_page(desk.service.list_desks(&desk.actor).await)?;
    if desks.is_empty() && (desk.actor.deputy.is_some() || desk.actor.unit.is_some()) {
        return Ok(Redirect::to(path::MY).into_response());
    }
    let oversees = access::may(&desk.actor, Action::Oversee, None).is_ok();
    let year = oversees.then(|| desk.service.today().year());
    let administers = access::may(&desk.actor, Action::Administer, None).is_ok();
    let administers = if administers {
        let last = desk.or_page(desk.service.find_check(&desk.actor))?;
        Some(last.is_some_and(|(_, checked)| !checked.differences.is_empty()))
    } else {
        None
    };
    let waiting = desk.service.list_waiting(&desk.actor).await;
    let waiting = desk.or_page(waiting)?;
    let waiting = waiting.iter().filter(|one| !one.is_mine).count();
    let frame = desk.frame();
    Ok(view::tasks(&frame, &desks, year, (administers, waiting)).into_response())
}

pub(crate) async fn show(PathPiece(session): PathPiece<SessionId>, desk: StaffDesk) -> Answer {
    let found = desk.or_page(desk.service.get_session(&desk.actor, session).await)?;
    Ok(view::session(&desk.frame(), &found).into_response())
}

pub(crate) async fn show_new(
    PathPiece(congress): PathPiece<CongressId>,
    desk: StaffDesk,
) -> Answer {
    let congress = desk.or_page(desk.service.get_own_congress(&desk.actor, congress).await)?;
    let frame = desk.frame();
    Ok(view::new_session(&frame, &congress).into_response())
}

pub(crate) async fn create(PathPiece(congress): PathPiece<CongressId>, desk: StaffDesk) -> Answer {
    let done = match session_of(congress, &desk.fields) {
        Ok(new) => desk
            .service
            .create_session(&desk.actor, new)
            .await
            .map(|(id, _)| id),
        Err(problems) => Err(ServiceError::Invalid(problems)),
    };
    match done {
        Ok(session) => Ok(Redirect::to(&path::manage_session(session)).into_response()),
        Err(error) => {
            let error = desk.refused(error)?;
            let own = desk.service.get_own_congress(&desk.actor, congress).await;
            let congress = desk.or_page(own)?;
            let frame = desk.frame();
            let page = view::new_session(&frame.against(error.problems()), &congress);
            Ok(error::with_problems(&error, page))
        }
    }
}

fn session_of(congress: CongressId, fields: &Fields) -> Result<NewSession, Vec<Problem>> {
    let mut problems = Vec::new();
    let mut number = |name| {
        let found = fields.number::<u32>(name);
        found
            .map_err(|problem| problems.push(problem))
            .unwrap_or_default()
    };
    let (term_no, session_no, year) = (number("term_no"), number("session_no"), number("year"));
    let body = Body::from_word(fields.get("body"));
    if body.is_none() {
        problems.push(Problem::error("body-missing").at("body"));
    }
    let held_on = fields.get("held_on").trim().parse();
    if held_on.is_err() {
        problems.push(Problem::error("date-form").at("held_on"));
    }
    match (body, held_on) {
        (Some(body), Ok(held_on)) if problems.is_empty() => Ok(NewSession {
            congress,
            body,
            term_no,
            session_no,
            year: i16::try_from(year).unwrap_or(0),
            held_on,
        }),
        _ => Err(problems),
    }
}

pub(crate) async fn show_new_poll(
    PathPiece(session): PathPiece<SessionId>,
    desk: StaffDesk,
) -> Answer {
    let found = desk.or_page(desk.service.get_session(&desk.actor, session).await)?;
    let frame = desk.frame();
    Ok(view::new_poll(&frame, &found).into_response())
}

pub(crate) async fn create_poll(
    PathPiece(session): PathPiece<SessionId>,
    desk: StaffDesk,
) -> Answer {
    let template = rules::read_template(&desk.fields);
    let done = match (
        desk.fields.number("places"),
        desk.fields.number("sitting"),
        template,
    ) {
        (Ok(places), Ok(sitting), Ok(template)) => {
            let title = desk.get("title").to_owned();
            let new = NewPoll {
                session,
                sitting: SittingId(sitting),
                title,
                places,
                template,
            };
            desk.service
                .create_poll(&desk.actor, new)
                .await
                .map(|(poll, _)| poll)
        }
        (Err(problem), _, _) | (_, Err(problem), _) | (_, _, Err(problem)) => {
            Err(ServiceError::invalid(problem))
        }
    };
    match done {
        Ok(poll) => Ok(Redirect::to(&path::slate(poll)).into_response()),
        Err(error) => {
            let error = desk.refused(error)?;
            let found = desk.or_page(desk.service.get_session(&desk.actor, session).await)?;
            let frame = desk.frame();
            let page = view::new_poll(&frame.against(error.problems()), &found);
            Ok(error::with_problems(&error, page))
        }
    }
}

pub(crate) async fn show_roll(PathPiece(sitting): PathPiece<SittingId>, desk: StaffDesk) -> Answer {
    let found = desk.or_page(desk.service.get_roll(&desk.actor, sitting).await)?;
    Ok(roll::roll(&desk.frame(), &found).into_response())
}

/// Keeps the lines of the roll that the form carries.
pub(crate) async fn keep_roll(PathPiece(sitting): PathPiece<SittingId>, desk: StaffDesk) -> Answer {
    let lines = desk
        .fields
        .with_prefix("d")
        .filter_map(|(id, word)| Some((DeputyId(id.parse().ok()?), word)));
    let (service, actor) = (&desk.service, &desk.actor);
    let kept = match Attendance::from_word(desk.get("all")) {
        Some(attendance) => {
            let page = lines.map(|(deputy, _)| deputy).collect();
            service
                .keep_roll_alike(actor, sitting, attendance, page)
                .await
        }
        None => {
            let line = |(deputy, word)| Some((deputy, Attendance::from_word(word)?));
            let changes = lines.filter_map(line).collect();
            service.keep_roll(actor, sitting, changes).await
        }
    };
    roll_again(&desk, sitting, kept).await
}

/// Adds the next sitting of a session.
pub(crate) async fn add_sitting(
    PathPiece(session): PathPiece<SessionId>,
    desk: StaffDesk,
) -> Answer {
    let done = match desk.get("held_on").trim().parse() {
        Ok(day) => {
            let seen = desk.fields.seen_times();
            let added = desk.service.add_sitting(&desk.actor, session, day, seen);
            added.await
        }
        Err(_) => Err(ServiceError::invalid(
            Problem::error("date-form").at("held_on"),
        )),
    };
    match done {
        Ok(_) => Ok(Redirect::to(&path::manage_session(session)).into_response()),
        Err(error) => {
            let error = desk.refused(error)?;
            let found = desk.service.get_session(&desk.actor, session).await;
            let found = desk.or_page(found)?;
            let frame = desk.frame();
            let page = view::session(&frame.against(error.problems()), &found);
            Ok(error::with_problems(&error, page))
        }
    }
}

/// Closing the sitting: what it waits for.
pub(crate) async fn show_closing(
    PathPiece(sitting): PathPiece<SittingId>,
    desk: StaffDesk,
) -> Answer {
    closing_page(&desk, sitting, &Fields::default(), Ok(ActOutcome::Done)).await
}

/// Asks for the end of a sitting, or for taking it back, or confirms that.
pub(crate) async fn close(PathPiece(sitting): PathPiece<SittingId>, desk: StaffDesk) -> Answer {
    let Some(act) = ClosingAct::from_word(desk.get("act")) else {
        return Err(desk.no_such_page());
    };
    let press = kit::pressed(&desk.fields);
    let done = desk.service.close_sitting(&desk.actor, sitting, act, press);
    let done = done.await;
    closing_page(&desk, sitting, &desk.fields, done).await
}

/// Gives the draft of a poll to another sitting.
pub(crate) async fn give_poll(PathPiece(poll): PathPiece<PollId>, desk: StaffDesk) -> Answer {
    let from = desk.or_page(desk.service.get_poll(&desk.actor, poll).await)?;
    let done = match desk.fields.number("sitting") {
        Ok(to) => {
            let to = SittingId(to);
            desk.service.give_to_sitting(&desk.actor, poll, to).await
        }
        Err(problem) => Err(ServiceError::invalid(problem)),
    };
    let done = done.map(|()| ActOutcome::Done);
    closing_page(&desk, from.sitting.id, &desk.fields, done).await
}

/// Asks for withdrawing a poll, or confirms that.
pub(crate) async fn withdraw_poll(PathPiece(poll): PathPiece<PollId>, desk: StaffDesk) -> Answer {
    let from = desk.or_page(desk.service.get_poll(&desk.actor, poll).await)?;
    let press = kit::pressed(&desk.fields);
    let done = desk.service.withdraw_poll(&desk.actor, poll, press).await;
    closing_page(&desk, from.sitting.id, &desk.fields, done).await
}

/// The page of closing; what was refused stands above it.
async fn closing_page(
    desk: &StaffDesk,
    sitting: SittingId,
    typed: &Fields,
    done: Result<ActOutcome, ServiceError>,
) -> Answer {
    let is_pressed = !typed.get("token").is_empty();
    let done = match done {
        Ok(ActOutcome::Asked | ActOutcome::Done) if is_pressed => {
            return Ok(Redirect::to(&path::closing(sitting)).into_response());
        }
        Err(error) => Err(desk.refused(error)?),
        done @ Ok(_) => done,
    };
    let note = done.as_ref().ok();
    let found = desk.service.get_closing(&desk.actor, sitting).await;
    let found = desk.or_page(found)?;
    let problems = done.as_ref().err().map_or(&[][..], ServiceError::problems);
    let seen = closing::ClosingPage {
        token: &desk.token,
        me: desk.actor.account,
        typed,
        problems,
        note,
    };
    let page = closing::closing(&desk.frame(), &found, &seen);
    Ok(match &done {
        Err(error) => error::with_problems(error, page),
        Ok(_) => page.into_response(),
    })
}

/// A named act on the sitting.
pub(crate) async fn act(
    act: SittingAct,
    PathPiece(sitting): PathPiece<SittingId>,
    desk: StaffDesk,
) -> Answer {
    let done = desk.service.act_on_sitting(&desk.actor, sitting, act).await;
    roll_again(&desk, sitting, done).await
}

/// Back to the roll; what was refused stands above it.
async fn roll_again(
    desk: &StaffDesk,
    sitting: SittingId,
    done: Result<(), ServiceError>,
) -> Answer {
    match done {
        Ok(()) => Ok(Redirect::to(&path::roll(sitting)).into_response()),
        Err(error) => {
            let error = desk.refused(error)?;
            let found = desk.or_page(desk.service.get_roll(&desk.actor, sitting).await)?;
            let page = roll::roll(&desk.frame().against(error.problems()), &found);
            Ok(error::with_problems(&error, page))
        }
    }
}

//! The office's year, told page by page.

use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};

use super::{closing, roll, view};
use crate::error::{self, Failure};
use crate::form::{Fields, StaffForm};
use crate::kit::{self, Frame};
use crate::path;
use crate::poll::rules;
use crate::visitor::{App, PathPiece, Staff};
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

pub(crate) async fn tasks(State(app): State<App>, staff: Staff) -> Result<Response, Failure> {
    let desks = staff
        .visitor
        .or_page(app.service.list_desks(&staff.actor).await)?;
    if desks.is_empty() && (staff.actor.deputy.is_some() || staff.actor.unit.is_some()) {
        return Ok(Redirect::to(path::MY).into_response());
    }
    let oversees = access::may(&staff.actor, Action::Oversee, None).is_ok();
    let year = oversees.then(|| app.service.today().year());
    let administers = access::may(&staff.actor, Action::Administer, None).is_ok();
    let administers = if administers {
        let last = staff
            .visitor
            .or_page(app.service.find_check(&staff.actor))?;
        Some(last.is_some_and(|(_, checked)| !checked.differences.is_empty()))
    } else {
        None
    };
    let waiting = app.service.list_waiting(&staff.actor).await;
    let waiting = staff.visitor.or_page(waiting)?;
    let waiting = waiting.iter().filter(|one| !one.is_mine).count();
    let frame = Frame::office(&staff);
    Ok(view::tasks(&frame, &desks, year, (administers, waiting)).into_response())
}

pub(crate) async fn show(
    State(app): State<App>,
    staff: Staff,
    PathPiece(session): PathPiece<SessionId>,
) -> Result<Response, Failure> {
    let found = staff
        .visitor
        .or_page(app.service.get_session(&staff.actor, session).await)?;
    Ok(view::session(&Frame::office(&staff), &found, &staff.token, &[]).into_response())
}

pub(crate) async fn show_new(
    State(app): State<App>,
    staff: Staff,
    PathPiece(congress): PathPiece<CongressId>,
) -> Result<Response, Failure> {
    let congress = staff
        .visitor
        .or_page(app.service.get_own_congress(&staff.actor, congress).await)?;
    let frame = Frame::office(&staff);
    Ok(view::new_session(&frame, &congress, &staff.token, &Fields::default(), &[]).into_response())
}

pub(crate) async fn create(
    State(app): State<App>,
    PathPiece(congress): PathPiece<CongressId>,
    StaffForm { staff, fields }: StaffForm,
) -> Result<Response, Failure> {
    let done = match session_of(congress, &fields) {
        Ok(new) => app
            .service
            .create_session(&staff.actor, new)
            .await
            .map(|(id, _)| id),
        Err(problems) => Err(ServiceError::Invalid(problems)),
    };
    match done {
        Ok(session) => Ok(Redirect::to(&path::manage_session(session)).into_response()),
        Err(error) => {
            let error = staff.visitor.refused(error)?;
            let own = app.service.get_own_congress(&staff.actor, congress).await;
            let congress = staff.visitor.or_page(own)?;
            let frame = Frame::office(&staff);
            let page =
                view::new_session(&frame, &congress, &staff.token, &fields, error.problems());
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
    State(app): State<App>,
    staff: Staff,
    PathPiece(session): PathPiece<SessionId>,
) -> Result<Response, Failure> {
    let found = staff
        .visitor
        .or_page(app.service.get_session(&staff.actor, session).await)?;
    let frame = Frame::office(&staff);
    Ok(view::new_poll(&frame, &found, &staff.token, &Fields::default(), &[]).into_response())
}

pub(crate) async fn create_poll(
    State(app): State<App>,
    PathPiece(session): PathPiece<SessionId>,
    StaffForm { staff, fields }: StaffForm,
) -> Result<Response, Failure> {
    let template = rules::read_template(&fields);
    let done = match (fields.number("places"), fields.number("sitting"), template) {
        (Ok(places), Ok(sitting), Ok(template)) => {
            let title = fields.get("title").to_owned();
            let new = NewPoll {
                session,
                sitting: SittingId(sitting),
                title,
                places,
                template,
            };
            app.service
                .create_poll(&staff.actor, new)
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
            let error = staff.visitor.refused(error)?;
            let found = staff
                .visitor
                .or_page(app.service.get_session(&staff.actor, session).await)?;
            let frame = Frame::office(&staff);
            let page = view::new_poll(&frame, &found, &staff.token, &fields, error.problems());
            Ok(error::with_problems(&error, page))
        }
    }
}

pub(crate) async fn show_roll(
    State(app): State<App>,
    staff: Staff,
    PathPiece(sitting): PathPiece<SittingId>,
) -> Result<Response, Failure> {
    let found = staff
        .visitor
        .or_page(app.service.get_roll(&staff.actor, sitting).await)?;
    Ok(roll::roll(&Frame::office(&staff), &found, &staff.token, &[]).into_response())
}

/// Keeps the lines of the roll that the form carries.
pub(crate) async fn keep_roll(
    State(app): State<App>,
    PathPiece(sitting): PathPiece<SittingId>,
    StaffForm { staff, fields }: StaffForm,
) -> Result<Response, Failure> {
    let lines = fields
        .with_prefix("d")
        .filter_map(|(id, word)| Some((DeputyId(id.parse().ok()?), word)));
    let (service, actor) = (&app.service, &staff.actor);
    let kept = match Attendance::from_word(fields.get("all")) {
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
    roll_again(&app, &staff, sitting, kept).await
}

/// Adds the next sitting of a session.
pub(crate) async fn add_sitting(
    State(app): State<App>,
    PathPiece(session): PathPiece<SessionId>,
    StaffForm { staff, fields }: StaffForm,
) -> Result<Response, Failure> {
    let done = match fields.get("held_on").trim().parse() {
        Ok(day) => {
            let seen = fields.seen_times();
            let added = app.service.add_sitting(&staff.actor, session, day, seen);
            added.await
        }
        Err(_) => Err(ServiceError::invalid(
            Problem::error("date-form").at("held_on"),
        )),
    };
    match done {
        Ok(_) => Ok(Redirect::to(&path::manage_session(session)).into_response()),
        Err(error) => {
            let error = staff.visitor.refused(error)?;
            let found = app.service.get_session(&staff.actor, session).await;
            let found = staff.visitor.or_page(found)?;
            let frame = Frame::office(&staff);
            let page = view::session(&frame, &found, &staff.token, error.problems());
            Ok(error::with_problems(&error, page))
        }
    }
}

/// Closing the sitting: what it waits for.
pub(crate) async fn show_closing(
    State(app): State<App>,
    staff: Staff,
    PathPiece(sitting): PathPiece<SittingId>,
) -> Result<Response, Failure> {
    closing_page(
        &app,
        &staff,
        sitting,
        &Fields::default(),
        Ok(ActOutcome::Done),
    )
    .await
}

/// Asks for the end of a sitting, or for taking it back, or confirms that.
pub(crate) async fn close(
    State(app): State<App>,
    PathPiece(sitting): PathPiece<SittingId>,
    StaffForm { staff, fields }: StaffForm,
) -> Result<Response, Failure> {
    let Some(act) = ClosingAct::from_word(fields.get("act")) else {
        return Err(Failure::no_such_page(staff.visitor));
    };
    let press = kit::pressed(&fields);
    let done = app.service.close_sitting(&staff.actor, sitting, act, press);
    let done = done.await;
    closing_page(&app, &staff, sitting, &fields, done).await
}

/// Gives the draft of a poll to another sitting.
pub(crate) async fn give_poll(
    State(app): State<App>,
    PathPiece(poll): PathPiece<PollId>,
    StaffForm { staff, fields }: StaffForm,
) -> Result<Response, Failure> {
    let from = staff
        .visitor
        .or_page(app.service.get_poll(&staff.actor, poll).await)?;
    let done = match fields.number("sitting") {
        Ok(to) => {
            let to = SittingId(to);
            app.service.give_to_sitting(&staff.actor, poll, to).await
        }
        Err(problem) => Err(ServiceError::invalid(problem)),
    };
    let done = done.map(|()| ActOutcome::Done);
    closing_page(&app, &staff, from.sitting.id, &fields, done).await
}

/// Asks for withdrawing a poll, or confirms that.
pub(crate) async fn withdraw_poll(
    State(app): State<App>,
    PathPiece(poll): PathPiece<PollId>,
    StaffForm { staff, fields }: StaffForm,
) -> Result<Response, Failure> {
    let from = staff
        .visitor
        .or_page(app.service.get_poll(&staff.actor, poll).await)?;
    let press = kit::pressed(&fields);
    let done = app.service.withdraw_poll(&staff.actor, poll, press).await;
    closing_page(&app, &staff, from.sitting.id, &fields, done).await
}

/// The page of closing; what was refused stands above it.
async fn closing_page(
    app: &App,
    staff: &Staff,
    sitting: SittingId,
    typed: &Fields,
    done: Result<ActOutcome, ServiceError>,
) -> Result<Response, Failure> {
    let is_pressed = !typed.get("token").is_empty();
    let done = match done {
        Ok(ActOutcome::Asked | ActOutcome::Done) if is_pressed => {
            return Ok(Redirect::to(&path::closing(sitting)).into_response());
        }
        Err(error) => Err(staff.visitor.refused(error)?),
        done @ Ok(_) => done,
    };
    let note = done.as_ref().ok();
    let found = app.service.get_closing(&staff.actor, sitting).await;
    let found = staff.visitor.or_page(found)?;
    let problems = done.as_ref().err().map_or(&[][..], ServiceError::problems);
    let seen = closing::ClosingPage {
        token: &staff.token,
        me: staff.actor.account,
        typed,
        problems,
        note,
    };
    let page = closing::closing(&Frame::office(staff), &found, &seen);
    Ok(match &done {
        Err(error) => error::with_problems(error, page),
        Ok(_) => page.into_response(),
    })
}

/// A named act on the sitting.
pub(crate) async fn act(
    act: SittingAct,
    State(app): State<App>,
    PathPiece(sitting): PathPiece<SittingId>,
    StaffForm { staff, .. }: StaffForm,
) -> Result<Response, Failure> {
    let done = app.service.act_on_sitting(&staff.actor, sitting, act).await;
    roll_again(&app, &staff, sitting, done).await
}

/// Back to the roll; what was refused stands above it.
async fn roll_again(
    app: &App,
    staff: &Staff,
    sitting: SittingId,
    done: Result<(), ServiceError>,
) -> Result<Response, Failure> {
    match done {
        Ok(()) => Ok(Redirect::to(&path::roll(sitting)).into_response()),
        Err(error) => {
            let error = staff.visitor.refused(error)?;
            let found = staff
                .visitor
                .or_page(app.service.get_roll(&staff.actor, sitting).await)?;
            let page = roll::roll(
                &Frame::office(staff),
                &found,
                &staff.token,
                error.problems(),
            );
            Ok(error::with_problems(&error, page))
        }
    }
}

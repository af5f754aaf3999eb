//! The form of a new evaluation, and the page of all of a congress's evaluations.

use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};

use super::{list, new, year as year_view};
use crate::error::{self, Failure};
use crate::form::{Fields, StaffForm};
use crate::kit::Frame;
use crate::path;
use crate::query::Query;
use crate::visitor::{App, PathPiece, Staff, TwoPathPieces, Visitor};
use domain::access::{self, Action};
use domain::evaluation::parts_of;
use domain::id::{CongressId, PollId, ProjectId, SessionId, SittingId, UnitId};
use domain::poll::Subject;
use domain::problem::Problem;
use service::ServiceError;
use service::evaluation::{EarlierEvaluation, EvaluationChoices, NewEvaluation};
use service::sitting::sessions::SessionView;

pub(crate) async fn show_new(
    State(app): State<App>,
    staff: Staff,
    PathPiece(session): PathPiece<SessionId>,
    query: Query,
) -> Result<Response, Failure> {
    let (view, offer) = offered(&app, &staff, session).await?;
    let again = earlier(&offer, query.get("second_of"));
    let frame = Frame::office(&staff);
    let shown = (&Fields::default(), &[][..]);
    let page = new::form(&frame, (&view, &offer, again), &staff.token, shown);
    Ok(page.into_response())
}

pub(crate) async fn create(
    State(app): State<App>,
    PathPiece(session): PathPiece<SessionId>,
    StaffForm { staff, fields }: StaffForm,
) -> Result<Response, Failure> {
    let (view, offer) = offered(&app, &staff, session).await?;
    let second_of: Option<PollId> = fields.get("second_of").parse().ok();
    let again = earlier(&offer, fields.get("second_of"));
    let done = match fields.number("sitting") {
        Ok(sitting) => {
            let asked = NewEvaluation {
                session,
                sitting: SittingId(sitting),
                title: fields.get("title").to_owned(),
                subjects: subjects(&fields, again),
                second_of,
            };
            app.service.create_evaluation(&staff.actor, asked).await
        }
        Err(problem) => Err(ServiceError::invalid(problem)),
    };
    match done {
        Ok(poll) => Ok(Redirect::to(&path::rules(poll)).into_response()),
        Err(refused) => {
            let refused = staff.visitor.refused(refused)?;
            let frame = Frame::office(&staff);
            let shown = (&fields, refused.problems());
            let page = new::form(&frame, (&view, &offer, again), &staff.token, shown);
            Ok(error::with_problems(&refused, page))
        }
    }
}

async fn offered(
    app: &App,
    staff: &Staff,
    session: SessionId,
) -> Result<(SessionView, EvaluationChoices), Failure> {
    let got = app.service.get_session(&staff.actor, session).await;
    let view = staff.visitor.or_page(got)?;
    let got = app.service.offer_evaluation(&staff.actor, session).await;
    Ok((view, staff.visitor.or_page(got)?))
}

/// The earlier evaluation that is asked about again.
fn earlier<'o>(offer: &'o EvaluationChoices, second_of: &str) -> Option<&'o EarlierEvaluation> {
    let second_of = second_of.parse().ok();
    let mut all = offer.earlier.iter();
    all.find(|one| Some(one.poll.id) == second_of)
}

/// What the form asks to be graded: whole projects, parts one a line, parts of before, units.
fn subjects(fields: &Fields, again: Option<&EarlierEvaluation>) -> Vec<Subject> {
    let whole = fields.all("project").filter_map(|id| id.parse().ok());
    let mut subjects: Vec<Subject> = whole.map(Subject::Project).collect();
    for (id, typed) in fields.with_prefix("parts-") {
        let Ok(project) = id.parse::<ProjectId>() else {
            continue;
        };
        let parts = parts_of(typed).into_iter();
        subjects.extend(parts.map(|part| Subject::Part { project, part }));
    }
    let bad = again.map_or(&[][..], |again| &again.lines);
    for number in fields.all("again") {
        let line = bad.iter().find(|(line, ..)| line.to_string() == number);
        subjects.extend(line.map(|(_, subject, _)| subject.clone()));
    }
    let units = fields.all("unit").filter_map(|id| id.parse().ok());
    subjects.extend(units.map(|id: UnitId| Subject::Unit(id)));
    subjects
}

pub(crate) async fn list(
    State(app): State<App>,
    staff: Staff,
    PathPiece(congress): PathPiece<CongressId>,
) -> Result<Response, Failure> {
    let got = app.service.list_evaluations(&staff.actor, congress).await;
    let found = staff.visitor.or_page(got)?;
    Ok(list::page(&Frame::office(&staff), &found).into_response())
}

pub(crate) async fn show_year(
    State(app): State<App>,
    staff: Staff,
    TwoPathPieces(congress, year): TwoPathPieces<CongressId, i16>,
) -> Result<Response, Failure> {
    let page = year_page(&app, &staff, (congress, year), &[]).await?;
    Ok(page.into_response())
}

async fn year_page(
    app: &App,
    staff: &Staff,
    (congress, year): (CongressId, i16),
    problems: &[Problem],
) -> Result<maud::Markup, Failure> {
    let got = app.service.get_year(&staff.actor, congress, year).await;
    let view = staff.visitor.or_page(got)?;
    let may = access::may(&staff.actor, Action::Supervise, Some(congress)).is_ok();
    let token = may.then_some(staff.token.as_str());
    let frame = Frame::office(staff);
    Ok(year_view::office(&frame, &view, token, problems))
}

/// Closes a past year, once what is still open was read and confirmed.
pub(crate) async fn close_year(
    State(app): State<App>,
    TwoPathPieces(congress, year): TwoPathPieces<CongressId, i16>,
    StaffForm { staff, fields }: StaffForm,
) -> Result<Response, Failure> {
    let is_confirmed = fields.get("confirm") == "yes";
    let done = app
        .service
        .close_year(&staff.actor, congress, year, is_confirmed)
        .await;
    match done {
        Ok(()) => Ok(Redirect::to(&path::evaluation_year(congress, year)).into_response()),
        Err(refused) => {
            let refused = staff.visitor.refused(refused)?;
            let problems = refused.problems();
            let page = year_page(&app, &staff, (congress, year), problems).await?;
            Ok(error::with_problems(&refused, page))
        }
    }
}

pub(crate) async fn show_public_year(
    State(app): State<App>,
    visitor: Visitor,
    TwoPathPieces(slug, year): TwoPathPieces<String, i16>,
) -> Result<Response, Failure> {
    let view = visitor.or_page(app.service.get_public_year(&slug, year).await)?;
    Ok(year_view::public(&Frame::of(&visitor), &view).into_response())
}

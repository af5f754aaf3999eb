//! The form of a new evaluation, and the page of all of a congress's evaluations.

use axum::extract::State;
use axum::response::{IntoResponse, Redirect};

use super::{list, new, year as year_view};
use crate::at_desk::{Answer, StaffDesk};
use crate::error::{self, Failure};
use crate::form::Fields;
use crate::kit::Frame;
use crate::path;
use crate::query::Query;
use crate::visitor::{App, PathPiece, TwoPathPieces, Visitor};
use domain::access::{self, Action};
use domain::evaluation::parts_of;
use domain::id::{CongressId, PollId, ProjectId, SessionId, SittingId, UnitId};
use domain::poll::Subject;
use domain::problem::Problem;
use service::ServiceError;
use service::evaluation::{EarlierEvaluation, EvaluationChoices, NewEvaluation};
use service::sitting::sessions::SessionView;

pub(crate) async fn show_new(
    PathPiece(session): PathPiece<SessionId>,
    query: Query,
    desk: StaffDesk,
) -> Answer {
    let (view, offer) = offered(&desk, session).await?;
    let again = earlier(&offer, query.get("second_of"));
    let frame = desk.frame();
    let shown = (&Fields::default(), &[][..]);
    let page = new::form(&frame, (&view, &offer, again), shown);
    Ok(page.into_response())
}

pub(crate) async fn create(PathPiece(session): PathPiece<SessionId>, desk: StaffDesk) -> Answer {
    let (view, offer) = offered(&desk, session).await?;
    let second_of: Option<PollId> = desk.get("second_of").parse().ok();
    let again = earlier(&offer, desk.get("second_of"));
    let done = match desk.fields.number("sitting") {
        Ok(sitting) => {
            let asked = NewEvaluation {
                session,
                sitting: SittingId(sitting),
                title: desk.get("title").to_owned(),
                subjects: subjects(&desk.fields, again),
                second_of,
            };
            desk.service.create_evaluation(&desk.actor, asked).await
        }
        Err(problem) => Err(ServiceError::invalid(problem)),
    };
    match done {
        Ok(poll) => Ok(Redirect::to(&path::rules(poll)).into_response()),
        Err(refused) => {
            let refused = desk.refused(refused)?;
            let frame = desk.frame();
            let shown = (&desk.fields, refused.problems());
            let page = new::form(&frame, (&view, &offer, again), shown);
            Ok(error::with_problems(&refused, page))
        }
    }
}

async fn offered(
    desk: &StaffDesk,
    session: SessionId,
) -> Result<(SessionView, EvaluationChoices), Failure> {
    let got = desk.service.get_session(&desk.actor, session).await;
    let view = desk.or_page(got)?;
    let got = desk.service.offer_evaluation(&desk.actor, session).await;
    Ok((view, desk.or_page(got)?))
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

pub(crate) async fn list(PathPiece(congress): PathPiece<CongressId>, desk: StaffDesk) -> Answer {
    let got = desk.service.list_evaluations(&desk.actor, congress).await;
    let found = desk.or_page(got)?;
    Ok(list::page(&desk.frame(), &found).into_response())
}

pub(crate) async fn show_year(
    TwoPathPieces(congress, year): TwoPathPieces<CongressId, i16>,
    desk: StaffDesk,
) -> Answer {
    let page = year_page(&desk, (congress, year), &[]).await?;
    Ok(page.into_response())
}

async fn year_page(
    desk: &StaffDesk,
    (congress, year): (CongressId, i16),
    problems: &[Problem],
) -> Result<maud::Markup, Failure> {
    let got = desk.service.get_year(&desk.actor, congress, year).await;
    let view = desk.or_page(got)?;
    let may = access::may(&desk.actor, Action::Supervise, Some(congress)).is_ok();
    let token = may.then_some(desk.token.as_str());
    let frame = desk.frame();
    Ok(year_view::office(&frame.against(problems), &view, token))
}

/// Closes a past year, once what is still open was read and confirmed.
pub(crate) async fn close_year(
    TwoPathPieces(congress, year): TwoPathPieces<CongressId, i16>,
    desk: StaffDesk,
) -> Answer {
    let is_confirmed = desk.get("confirm") == "yes";
    let done = desk
        .service
        .close_year(&desk.actor, congress, year, is_confirmed)
        .await;
    match done {
        Ok(()) => Ok(Redirect::to(&path::evaluation_year(congress, year)).into_response()),
        Err(refused) => {
            let refused = desk.refused(refused)?;
            let problems = refused.problems();
            let page = year_page(&desk, (congress, year), problems).await?;
            Ok(error::with_problems(&refused, page))
        }
    }
}

pub(crate) async fn show_public_year(
    State(app): State<App>,
    visitor: Visitor,
    TwoPathPieces(slug, year): TwoPathPieces<String, i16>,
) -> Answer {
    let view = visitor.or_page(app.service.get_public_year(&slug, year).await)?;
    Ok(year_view::public(&Frame::of(&visitor), &view).into_response())
}

//! Showing the outcome, and correcting a certified statement by a new version.

use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};

use super::{correction, view};
use crate::error::{self, Failure};
use crate::form::{Fields, StaffForm};
use crate::kit::{self, Frame};
use crate::path;
use crate::visitor::{App, PathPiece, Staff};
use domain::ballot::LineNo;
use domain::id::{OfficerId, PollId, RoundId};
use domain::problem::Problem;
use service::ServiceError;
use service::act_of_two::press::ActOutcome;
use service::act_of_two::press::PressIntent;
use service::statement::correcting::CorrectionRequest;

pub(crate) async fn show(
    State(app): State<App>,
    staff: Staff,
    PathPiece(poll): PathPiece<PollId>,
) -> Result<Response, Failure> {
    let found = staff
        .visitor
        .or_page(app.service.get_result(&staff.actor, poll).await)?;
    Ok(view::outcome(
        &Frame::office(&staff),
        &found,
        (&staff.token, staff.actor.account),
        &[],
    )
    .into_response())
}

/// What the presidium decided about a tie.
pub(crate) async fn decide(
    State(app): State<App>,
    PathPiece(round): PathPiece<RoundId>,
    StaffForm { staff, fields }: StaffForm,
) -> Result<Response, Failure> {
    let chosen = fields
        .all("line")
        .filter_map(|line| line.parse().ok().map(LineNo))
        .collect();
    let press = kit::pressed(&fields);
    let done = app
        .service
        .decide_by_presidium(&staff.actor, round, chosen, press)
        .await;
    let poll = staff
        .visitor
        .or_page(app.service.poll_of(&staff.actor, round).await)?;
    match done {
        Ok(_) => Ok(Redirect::to(&path::count(poll)).into_response()),
        Err(error) => {
            let error = staff.visitor.refused(error)?;
            let found = staff
                .visitor
                .or_page(app.service.get_result(&staff.actor, poll).await)?;
            let frame = Frame::office(&staff);
            let page = view::outcome(
                &frame,
                &found,
                (&staff.token, staff.actor.account),
                error.problems(),
            );
            Ok(error::with_problems(&error, page))
        }
    }
}

pub(crate) async fn show_statement(
    State(app): State<App>,
    staff: Staff,
    PathPiece(poll): PathPiece<PollId>,
) -> Result<Response, Failure> {
    statement_page(&app, &staff, poll, &Fields::default(), None).await
}

/// Asks for a correction, or confirms the one that the page showed.
pub(crate) async fn correct(
    State(app): State<App>,
    PathPiece(poll): PathPiece<PollId>,
    StaffForm { staff, fields }: StaffForm,
) -> Result<Response, Failure> {
    let (service, actor) = (&app.service, &staff.actor);
    staff
        .visitor
        .or_page(service.permit_correcting(actor, poll).await)?;
    let press = kit::pressed(&fields);
    let wanted = match press.said {
        PressIntent::Ask => wanted(&fields).map(Some),
        PressIntent::Confirm(_) => Ok(None),
    };
    let done = match wanted {
        Ok(wanted) => service.correct(actor, poll, wanted, press).await,
        Err(problem) => Err(ServiceError::invalid(problem)),
    };
    match done {
        Ok(ActOutcome::Asked | ActOutcome::Done) => {
            Ok(Redirect::to(&path::statement(poll)).into_response())
        }
        done => statement_page(&app, &staff, poll, &fields, Some(done)).await,
    }
}

/// What a form wants to be corrected.
fn wanted(fields: &Fields) -> Result<CorrectionRequest, Problem> {
    match fields.get("kind") {
        "papers-found" => Ok(CorrectionRequest::PapersFound {
            round: fields.number("round")?,
            papers: fields.number("papers")?,
        }),
        "name" => {
            let line = fields.get("line").split_once('.');
            let line =
                line.and_then(|(round, line)| Some((round.parse().ok()?, line.parse().ok()?)));
            let Some((round, line)) = line else {
                return Err(Problem::error("correction-kind").at("line"));
            };
            let to = fields.get("name").to_owned();
            Ok(CorrectionRequest::Name { round, line, to })
        }
        "officer" => Ok(CorrectionRequest::Officer {
            officer: OfficerId(fields.number("officer")?),
            to: fields.get("name").to_owned(),
        }),
        _ => Err(Problem::error("correction-kind").at("kind")),
    }
}

/// The page of the statement; what was refused, or asked for before, stands at the correction.
async fn statement_page(
    app: &App,
    staff: &Staff,
    poll: PollId,
    typed: &Fields,
    done: Option<Result<ActOutcome, ServiceError>>,
) -> Result<Response, Failure> {
    let (visitor, actor) = (&staff.visitor, &staff.actor);
    let (error, asked_before) = match done {
        Some(Err(error)) => (Some(visitor.refused(error)?), None),
        Some(Ok(ActOutcome::AskedBefore(who))) => (None, Some(who)),
        Some(Ok(ActOutcome::Asked | ActOutcome::Done | ActOutcome::DoneBefore(_))) | None => {
            (None, None)
        }
    };
    let found = visitor.or_page(app.service.get_result(actor, poll).await)?;
    let versions = visitor.or_page(app.service.list_statements(actor, poll).await)?;
    let (waiting, officers) = visitor.or_page(app.service.get_correcting(actor, poll).await)?;
    let seen = correction::CorrectionPage {
        token: &staff.token,
        me: actor.account,
        typed,
        problems: error.as_ref().map_or(&[][..], ServiceError::problems),
        asked_before: asked_before.as_deref(),
    };
    let correcting = (officers.as_slice(), waiting.as_ref());
    let page = view::statement(&Frame::office(staff), &found, &versions, correcting, &seen);
    Ok(match &error {
        Some(error) => error::with_problems(error, page),
        None => page.into_response(),
    })
}

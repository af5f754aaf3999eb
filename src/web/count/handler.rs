//! Showing the outcome, and correcting a certified statement by a new version.

use axum::response::{IntoResponse, Redirect};

use super::{correction, view};
use crate::at_desk::{Answer, StaffDesk};
use crate::error;
use crate::form::Fields;
use crate::kit;
use crate::path;
use crate::visitor::PathPiece;
use domain::ballot::LineNo;
use domain::id::{OfficerId, PollId, RoundId};
use domain::problem::Problem;
use service::ServiceError;
use service::act_of_two::press::ActOutcome;
use service::act_of_two::press::PressIntent;
use service::statement::correcting::CorrectionRequest;

pub(crate) async fn show(PathPiece(poll): PathPiece<PollId>, desk: StaffDesk) -> Answer {
    let found = desk.or_page(desk.service.get_result(&desk.actor, poll).await)?;
    Ok(view::outcome(&desk.frame(), &found, (&desk.token, desk.actor.account)).into_response())
}

/// What the presidium decided about a tie.
pub(crate) async fn decide(PathPiece(round): PathPiece<RoundId>, desk: StaffDesk) -> Answer {
    let chosen = desk
        .fields
        .all("line")
        .filter_map(|line| line.parse().ok().map(LineNo))
        .collect();
    let press = kit::pressed(&desk.fields);
    let done = desk
        .service
        .decide_by_presidium(&desk.actor, round, chosen, press)
        .await;
    let poll = desk.or_page(desk.service.poll_of(&desk.actor, round).await)?;
    match done {
        Ok(_) => Ok(Redirect::to(&path::count(poll)).into_response()),
        Err(error) => {
            let error = desk.refused(error)?;
            let found = desk.or_page(desk.service.get_result(&desk.actor, poll).await)?;
            let frame = desk.frame();
            let page = view::outcome(
                &frame.against(error.problems()),
                &found,
                (&desk.token, desk.actor.account),
            );
            Ok(error::with_problems(&error, page))
        }
    }
}

pub(crate) async fn show_statement(PathPiece(poll): PathPiece<PollId>, desk: StaffDesk) -> Answer {
    statement_page(&desk, poll, &Fields::default(), None).await
}

/// Asks for a correction, or confirms the one that the page showed.
pub(crate) async fn correct(PathPiece(poll): PathPiece<PollId>, desk: StaffDesk) -> Answer {
    let (service, actor) = (&desk.service, &desk.actor);
    desk.or_page(service.permit_correcting(actor, poll).await)?;
    let press = kit::pressed(&desk.fields);
    let wanted = match press.said {
        PressIntent::Ask => wanted(&desk.fields).map(Some),
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
        done => statement_page(&desk, poll, &desk.fields, Some(done)).await,
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
    desk: &StaffDesk,
    poll: PollId,
    typed: &Fields,
    done: Option<Result<ActOutcome, ServiceError>>,
) -> Answer {
    let (visitor, actor) = (&desk.visitor, &desk.actor);
    let (error, asked_before) = match done {
        Some(Err(error)) => (Some(visitor.refused(error)?), None),
        Some(Ok(ActOutcome::AskedBefore(who))) => (None, Some(who)),
        Some(Ok(ActOutcome::Asked | ActOutcome::Done | ActOutcome::DoneBefore(_))) | None => {
            (None, None)
        }
    };
    let found = visitor.or_page(desk.service.get_result(actor, poll).await)?;
    let versions = visitor.or_page(desk.service.list_statements(actor, poll).await)?;
    let (waiting, officers) = visitor.or_page(desk.service.get_correcting(actor, poll).await)?;
    let seen = correction::CorrectionPage {
        token: &desk.token,
        me: actor.account,
        typed,
        problems: error.as_ref().map_or(&[][..], ServiceError::problems),
        asked_before: asked_before.as_deref(),
    };
    let correcting = (officers.as_slice(), waiting.as_ref());
    let page = view::statement(&desk.frame(), &found, &versions, correcting, &seen);
    Ok(match &error {
        Some(error) => error::with_problems(error, page),
        None => page.into_response(),
    })
}

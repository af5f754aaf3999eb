//! Showing the outcome, and correcting a certified statement by a new version.

use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};

use super::view;
use crate::domain::ballot::LineNo;
use crate::domain::id::{PollId, RoundId};
use crate::service::ServiceError;
use crate::web::error::{self, Failure};
use crate::web::form::StaffForm;
use crate::web::kit::Frame;
use crate::web::officers::handler::by_pin;
use crate::web::path;
use crate::web::visitor::{App, At, Staff};

pub(in crate::web) async fn show(
    State(app): State<App>,
    staff: Staff,
    At(poll): At<PollId>,
) -> Result<Response, Failure> {
    let found = staff
        .visitor
        .go(app.service.get_result(&staff.actor, poll).await)?;
    Ok(view::outcome(&Frame::office(&staff), &found, &staff.token, &[]).into_response())
}

/// What the presidium decided about a tie.
pub(in crate::web) async fn decide(
    State(app): State<App>,
    At(round): At<RoundId>,
    StaffForm { staff, fields }: StaffForm,
) -> Result<Response, Failure> {
    let chosen = fields
        .all("line")
        .filter_map(|line| line.parse().ok().map(LineNo))
        .collect();
    let reason = fields.get("reason");
    let done = app
        .service
        .decide_by_presidium(&staff.actor, round, chosen, reason, by_pin(&fields))
        .await;
    let poll = staff
        .visitor
        .go(app.service.poll_of(&staff.actor, round).await)?;
    match done {
        Ok(_) => Ok(Redirect::to(&path::count(poll)).into_response()),
        Err(error @ (ServiceError::Refused(_) | ServiceError::Invalid(_))) => {
            let found = staff
                .visitor
                .go(app.service.get_result(&staff.actor, poll).await)?;
            let frame = Frame::office(&staff);
            let page = view::outcome(&frame, &found, &staff.token, error.problems());
            Ok(error::with_problems(&error, page))
        }
        Err(error) => Err(staff.visitor.fail(error)),
    }
}

pub(in crate::web) async fn show_statement(
    State(app): State<App>,
    staff: Staff,
    At(poll): At<PollId>,
) -> Result<Response, Failure> {
    let found = staff
        .visitor
        .go(app.service.get_result(&staff.actor, poll).await)?;
    let versions = staff
        .visitor
        .go(app.service.list_statements(&staff.actor, poll).await)?;
    let frame = Frame::office(&staff);
    Ok(view::statement(&frame, &found, &versions, &staff.token, &[]).into_response())
}

/// Asks for a correction, or confirms one.
pub(in crate::web) async fn correct(
    State(app): State<App>,
    At(poll): At<PollId>,
    StaffForm { staff, fields }: StaffForm,
) -> Result<Response, Failure> {
    match app
        .service
        .correct_statement(&staff.actor, poll, fields.get("reason"))
        .await
    {
        Ok(_) => Ok(Redirect::to(&path::statement(poll)).into_response()),
        Err(error @ (ServiceError::Refused(_) | ServiceError::Invalid(_))) => {
            let found = staff
                .visitor
                .go(app.service.get_result(&staff.actor, poll).await)?;
            let listed = app.service.list_statements(&staff.actor, poll).await;
            let versions = staff.visitor.go(listed)?;
            let frame = Frame::office(&staff);
            let page = view::statement(&frame, &found, &versions, &staff.token, error.problems());
            Ok(error::with_problems(&error, page))
        }
        Err(error) => Err(staff.visitor.fail(error)),
    }
}

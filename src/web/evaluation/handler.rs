//! The form of a new evaluation, and the page of all of a congress's evaluations.

use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};

use super::{list, new};
use crate::domain::id::{CongressId, PollId, ProjectId, SessionId, SittingId};
use crate::service::ServiceError;
use crate::service::evaluating::NewEvaluation;
use crate::web::error::{self, Failure};
use crate::web::form::{Fields, StaffForm};
use crate::web::kit::Frame;
use crate::web::path;
use crate::web::visitor::{App, At, Staff};

pub(in crate::web) async fn show_new(
    State(app): State<App>,
    staff: Staff,
    At(session): At<SessionId>,
) -> Result<Response, Failure> {
    let page = form(&app, &staff, session, &Fields::default(), None).await?;
    Ok(page.into_response())
}

pub(in crate::web) async fn create(
    State(app): State<App>,
    At(session): At<SessionId>,
    StaffForm { staff, fields }: StaffForm,
) -> Result<Response, Failure> {
    let done = match fields.number("sitting") {
        Ok(sitting) => {
            let asked = NewEvaluation {
                session,
                sitting: SittingId(sitting),
                title: fields.get("title").to_owned(),
                projects: fields
                    .all("project")
                    .filter_map(|id| id.parse().ok().map(ProjectId))
                    .collect(),
                second_of: fields.get("second_of").parse().ok().map(PollId),
            };
            app.service.create_evaluation(&staff.actor, asked).await
        }
        Err(problem) => Err(ServiceError::invalid(problem)),
    };
    match done {
        Ok(poll) => Ok(Redirect::to(&path::rules(poll)).into_response()),
        Err(refused @ ServiceError::Invalid(_)) => {
            let page = form(&app, &staff, session, &fields, Some(&refused)).await?;
            Ok(error::with_problems(&refused, page))
        }
        Err(failed) => Err(staff.visitor.fail(failed)),
    }
}

async fn form(
    app: &App,
    staff: &Staff,
    session: SessionId,
    typed: &Fields,
    refused: Option<&ServiceError>,
) -> Result<maud::Markup, Failure> {
    let got = app.service.get_session(&staff.actor, session).await;
    let view = staff.visitor.go(got)?;
    let got = app.service.offer_evaluation(&staff.actor, session).await;
    let offer = staff.visitor.go(got)?;
    let problems = refused.map_or(&[][..], ServiceError::problems);
    let frame = Frame::office(staff);
    Ok(new::form(
        &frame,
        (&view, &offer),
        &staff.token,
        typed,
        problems,
    ))
}

pub(in crate::web) async fn list(
    State(app): State<App>,
    staff: Staff,
    At(congress): At<CongressId>,
) -> Result<Response, Failure> {
    let got = app.service.list_evaluations(&staff.actor, congress).await;
    let found = staff.visitor.go(got)?;
    Ok(list::page(&Frame::office(&staff), &found).into_response())
}

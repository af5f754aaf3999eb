//! Showing and keeping the calendar.

use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};

use super::view;
use crate::error::{self, Failure};
use crate::followup::may_supervise;
use crate::form::{Fields, StaffForm};
use crate::kit::Frame;
use crate::path;
use crate::visitor::{App, PathPiece, Staff, TwoPathPieces};
use domain::followup::entry::{EntryKind, Question};
use domain::id::{CongressId, EntryId, ProjectId};
use domain::problem::Problem;
use service::ServiceError;
use service::followup::calendar::NewEntry;

pub(crate) async fn show(
    State(app): State<App>,
    staff: Staff,
    TwoPathPieces(congress, year): TwoPathPieces<CongressId, i16>,
) -> Result<Response, Failure> {
    let found = app.service.get_calendar(&staff.actor, congress, year).await;
    let found = staff.visitor.or_page(found)?;
    let frame = Frame::office(&staff);
    let may = may_supervise(&staff.actor, congress);
    let token = may.then_some(staff.token.as_str());
    Ok(view::calendar(&frame, &found, token, &Fields::default(), &[]).into_response())
}

pub(crate) async fn make(
    State(app): State<App>,
    TwoPathPieces(congress, year): TwoPathPieces<CongressId, i16>,
    StaffForm { staff, fields }: StaffForm,
) -> Result<Response, Failure> {
    let done = match EntryKind::from_word(fields.get("kind")) {
        Some(kind) => {
            let new = NewEntry {
                congress,
                kind,
                topic: fields.get("topic").to_owned(),
                on: fields.get("on").trim().parse().ok(),
                unit: fields.get("unit").to_owned(),
            };
            app.service.make_entry(&staff.actor, new).await
        }
        None => Err(ServiceError::invalid(
            Problem::error("choose-one").at("kind"),
        )),
    };
    match done {
        Ok(entry) => Ok(Redirect::to(&path::entry(entry)).into_response()),
        Err(error) => {
            let error = staff.visitor.refused(error)?;
            let found = app.service.get_calendar(&staff.actor, congress, year).await;
            let found = staff.visitor.or_page(found)?;
            let frame = Frame::office(&staff);
            let problems = error.problems();
            let page = view::calendar(&frame, &found, Some(&staff.token), &fields, problems);
            Ok(error::with_problems(&error, page))
        }
    }
}

pub(crate) async fn show_entry(
    State(app): State<App>,
    staff: Staff,
    PathPiece(entry): PathPiece<EntryId>,
) -> Result<Response, Failure> {
    let page = entry_page(&app, &staff, entry, &Fields::default(), &[]).await?;
    Ok(page.into_response())
}

pub(crate) async fn hold(
    State(app): State<App>,
    PathPiece(entry): PathPiece<EntryId>,
    StaffForm { staff, fields }: StaffForm,
) -> Result<Response, Failure> {
    let on = fields.get("on").trim().parse().ok();
    let outcome = fields.get("outcome");
    let done = app
        .service
        .hold_entry(&staff.actor, entry, on, outcome)
        .await;
    show_refused(&app, &staff, entry, &fields, done).await
}

pub(crate) async fn ask(
    State(app): State<App>,
    PathPiece(entry): PathPiece<EntryId>,
    StaffForm { staff, fields }: StaffForm,
) -> Result<Response, Failure> {
    let text = |name| fields.get(name).trim().to_owned();
    let new = Question {
        id: 0,
        entry,
        asked_by: text("asked_by"),
        text: text("text"),
        project: fields.get("project").parse().ok().map(ProjectId),
        answer_by: fields.get("answer_by").trim().parse().ok(),
        answer: text("answer"),
        answered_on: None,
        finding: None,
    };
    let follow = fields.get("follow") == "yes";
    let done = app.service.ask_question(&staff.actor, new, follow).await;
    show_refused(&app, &staff, entry, &fields, done).await
}

pub(crate) async fn answer(
    State(app): State<App>,
    TwoPathPieces(entry, question): TwoPathPieces<EntryId, i64>,
    StaffForm { staff, fields }: StaffForm,
) -> Result<Response, Failure> {
    let answer = fields.get("answer");
    let done = app
        .service
        .answer_question(&staff.actor, question, answer)
        .await;
    show_refused(&app, &staff, entry, &fields, done.map(drop)).await
}

async fn show_refused(
    app: &App,
    staff: &Staff,
    entry: EntryId,
    fields: &Fields,
    done: Result<(), ServiceError>,
) -> Result<Response, Failure> {
    match done {
        Ok(()) => Ok(Redirect::to(&path::entry(entry)).into_response()),
        Err(error) => {
            let error = staff.visitor.refused(error)?;
            let page = entry_page(app, staff, entry, fields, error.problems()).await?;
            Ok(error::with_problems(&error, page))
        }
    }
}

async fn entry_page(
    app: &App,
    staff: &Staff,
    id: EntryId,
    fields: &Fields,
    problems: &[Problem],
) -> Result<maud::Markup, Failure> {
    let found = staff
        .visitor
        .or_page(app.service.get_entry(&staff.actor, id).await)?;
    let may = may_supervise(&staff.actor, found.congress.id);
    let token = may.then_some(staff.token.as_str());
    Ok(view::entry(
        &Frame::office(staff),
        &found,
        token,
        fields,
        problems,
    ))
}

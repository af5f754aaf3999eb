//! Requests of appraisals and opinions.

use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};

use super::{opinions, sheet, view};
use crate::error::{self, Failure};
use crate::form::{Fields, StaffForm};
use crate::kit::Frame;
use crate::path;
use crate::visitor::{App, PathPiece, Staff};
use domain::id::{CongressId, OpinionId, ProjectId};
use domain::library::appraisal::{Conclusion, ScreeningItem};
use domain::library::opinion::{AnswerChoice, OpinionKind};
use domain::problem::Problem;
use service::ServiceError;
use service::library::appraising::NewConclusion;
use service::library::opining::{NewAnswer, NewOpinion};

pub(crate) async fn show(
    State(app): State<App>,
    staff: Staff,
    PathPiece(id): PathPiece<ProjectId>,
) -> Result<Response, Failure> {
    let found = staff
        .visitor
        .or_page(app.service.get_appraisal(&staff.actor, id).await)?;
    let (frame, typed) = (Frame::office(&staff), Fields::default());
    Ok(view::appraisal(&frame, &found, &staff.token, &typed, &[]).into_response())
}

pub(crate) async fn show_sheet(
    State(app): State<App>,
    staff: Staff,
    PathPiece(id): PathPiece<ProjectId>,
) -> Result<Response, Failure> {
    let found = staff
        .visitor
        .or_page(app.service.get_appraisal(&staff.actor, id).await)?;
    Ok(sheet::sheet(&Frame::office(&staff), &found).into_response())
}

/// Back to the appraisal; what was refused stands above it with everything that was typed.
async fn show_refused(
    app: &App,
    staff: &Staff,
    id: ProjectId,
    fields: &Fields,
    done: Result<(), ServiceError>,
) -> Result<Response, Failure> {
    match done {
        Ok(()) => Ok(Redirect::to(&path::appraisal(id)).into_response()),
        Err(error) => {
            let error = staff.visitor.refused(error)?;
            let found = staff
                .visitor
                .or_page(app.service.get_appraisal(&staff.actor, id).await)?;
            let frame = Frame::office(staff);
            let page = view::appraisal(&frame, &found, &staff.token, fields, error.problems());
            Ok(error::with_problems(&error, page))
        }
    }
}

/// Saves the answers to the positive and negative list; unanswered items are left out.
pub(crate) async fn screen(
    State(app): State<App>,
    PathPiece(id): PathPiece<ProjectId>,
    StaffForm { staff, fields }: StaffForm,
) -> Result<Response, Failure> {
    let mut answers = Vec::new();
    for check in ScreeningItem::ALL.iter().copied() {
        let answer = fields.get(&format!("check_{}", check.word()));
        let note = fields.get(&format!("note_{}", check.word()));
        if matches!(answer, "yes" | "no") {
            answers.push((check, answer == "yes", note.to_owned()));
        }
    }
    let done = app.service.screen(&staff.actor, id, answers).await;
    show_refused(&app, &staff, id, &fields, done).await
}

pub(crate) async fn ask(
    State(app): State<App>,
    PathPiece(id): PathPiece<ProjectId>,
    StaffForm { staff, fields }: StaffForm,
) -> Result<Response, Failure> {
    let may = app.service.require_keeper(&staff.actor, id).await;
    staff.visitor.or_page(may)?;
    let done = match asked(&fields) {
        Ok(new) => app.service.ask_opinion(&staff.actor, id, new).await,
        Err(problem) => Err(ServiceError::invalid(problem)),
    };
    let done = done.map(drop);
    show_refused(&app, &staff, id, &fields, done).await
}

fn asked(fields: &Fields) -> Result<NewOpinion, Problem> {
    let day = |field: &'static str| {
        let text = fields.get(field).trim();
        text.parse()
            .map_err(|_| Problem::error("date-form").at(field))
    };
    let kind = OpinionKind::from_word(fields.get("kind"));
    Ok(NewOpinion {
        kind: kind.ok_or_else(|| Problem::error("project-field-missing").at("kind"))?,
        unit: fields.get("unit").to_owned(),
        asked_on: match fields.get("asked_on").trim() {
            "" => None,
            _ => Some(day("asked_on")?),
        },
        due_on: day("due_on")?,
    })
}

pub(crate) async fn conclude(
    State(app): State<App>,
    PathPiece(id): PathPiece<ProjectId>,
    StaffForm { staff, fields }: StaffForm,
) -> Result<Response, Failure> {
    let may = app.service.require_keeper(&staff.actor, id).await;
    staff.visitor.or_page(may)?;
    let Some(conclusion) = Conclusion::from_word(fields.get("conclusion")) else {
        return Err(Failure::no_such_page(staff.visitor));
    };
    let given = NewConclusion {
        conclusion,
        reason: fields.get("reason").to_owned(),
        exception: fields.get("exception").to_owned(),
    };
    let done = app.service.conclude(&staff.actor, id, given).await;
    show_refused(&app, &staff, id, &fields, done).await
}

pub(crate) async fn list(
    State(app): State<App>,
    staff: Staff,
    PathPiece(congress): PathPiece<CongressId>,
) -> Result<Response, Failure> {
    let found = staff
        .visitor
        .or_page(app.service.list_opinions(&staff.actor, congress).await)?;
    Ok(opinions::opinions(&Frame::office(&staff), &found).into_response())
}

pub(crate) async fn show_opinion(
    State(app): State<App>,
    staff: Staff,
    PathPiece(id): PathPiece<OpinionId>,
) -> Result<Response, Failure> {
    let found = staff
        .visitor
        .or_page(app.service.get_opinion(&staff.actor, id).await)?;
    let (frame, typed) = (Frame::office(&staff), Fields::default());
    Ok(opinions::opinion(&frame, &found, &staff.token, &typed, &[]).into_response())
}

pub(crate) async fn answer(
    State(app): State<App>,
    PathPiece(id): PathPiece<OpinionId>,
    StaffForm { staff, fields }: StaffForm,
) -> Result<Response, Failure> {
    let done = match answer_of(&fields) {
        Ok(given) => app.service.answer_opinion(&staff.actor, id, given).await,
        Err(problem) => Err(ServiceError::invalid(problem)),
    };
    match done {
        Ok(()) => Ok(Redirect::to(&path::opinion(id)).into_response()),
        Err(error) => {
            let error = staff.visitor.refused(error)?;
            let found = staff
                .visitor
                .or_page(app.service.get_opinion(&staff.actor, id).await)?;
            let frame = Frame::office(&staff);
            let page = opinions::opinion(&frame, &found, &staff.token, &fields, error.problems());
            Ok(error::with_problems(&error, page))
        }
    }
}

fn answer_of(fields: &Fields) -> Result<NewAnswer, Problem> {
    let answer = AnswerChoice::from_word(fields.get("answer"));
    let answer = answer.ok_or_else(|| Problem::error("answer-missing").at("answer"))?;
    let on = match fields.get("on").trim() {
        "" => None,
        text => Some(
            text.parse()
                .map_err(|_| Problem::error("date-form").at("on"))?,
        ),
    };
    Ok(NewAnswer {
        answer,
        text: fields.get("text").to_owned(),
        on,
    })
}

//! Requests of appraisals and opinions.

use axum::response::{IntoResponse, Redirect};

use super::{opinions, sheet, view};
use crate::at_desk::{Answer, StaffDesk};
use crate::error;
use crate::form::Fields;
use crate::path;
use crate::visitor::PathPiece;
use domain::id::{CongressId, OpinionId, ProjectId};
use domain::library::appraisal::{Conclusion, ScreeningItem};
use domain::library::opinion::{AnswerChoice, OpinionKind};
use domain::problem::Problem;
use service::ServiceError;
use service::library::appraising::NewConclusion;
use service::library::opining::{NewAnswer, NewOpinion};

pub(crate) async fn show(PathPiece(id): PathPiece<ProjectId>, desk: StaffDesk) -> Answer {
    let found = desk.or_page(desk.service.get_appraisal(&desk.actor, id).await)?;
    let (frame, typed) = (desk.frame(), Fields::default());
    Ok(view::appraisal(&frame.typing(&typed), &found).into_response())
}

pub(crate) async fn show_sheet(PathPiece(id): PathPiece<ProjectId>, desk: StaffDesk) -> Answer {
    let found = desk.or_page(desk.service.get_appraisal(&desk.actor, id).await)?;
    Ok(sheet::sheet(&desk.frame(), &found).into_response())
}

/// Back to the appraisal; what was refused stands above it with everything that was typed.
async fn show_refused(
    desk: &StaffDesk,
    id: ProjectId,
    fields: &Fields,
    done: Result<(), ServiceError>,
) -> Answer {
    match done {
        Ok(()) => Ok(Redirect::to(&path::appraisal(id)).into_response()),
        Err(error) => {
            let error = desk.refused(error)?;
            let found = desk.or_page(desk.service.get_appraisal(&desk.actor, id).await)?;
            let frame = desk.frame();
            let page = view::appraisal(&frame.typing(fields).against(error.problems()), &found);
            Ok(error::with_problems(&error, page))
        }
    }
}

/// Saves the answers to the positive and negative list; unanswered items are left out.
pub(crate) async fn screen(PathPiece(id): PathPiece<ProjectId>, desk: StaffDesk) -> Answer {
    let mut answers = Vec::new();
    for check in ScreeningItem::ALL.iter().copied() {
        let answer = desk.get(&format!("check_{}", check.word()));
        let note = desk.get(&format!("note_{}", check.word()));
        if matches!(answer, "yes" | "no") {
            answers.push((check, answer == "yes", note.to_owned()));
        }
    }
    let done = desk.service.screen(&desk.actor, id, answers).await;
    show_refused(&desk, id, &desk.fields, done).await
}

pub(crate) async fn ask(PathPiece(id): PathPiece<ProjectId>, desk: StaffDesk) -> Answer {
    let may = desk.service.require_keeper(&desk.actor, id).await;
    desk.or_page(may)?;
    let done = match asked(&desk.fields) {
        Ok(new) => desk.service.ask_opinion(&desk.actor, id, new).await,
        Err(problem) => Err(ServiceError::invalid(problem)),
    };
    let done = done.map(drop);
    show_refused(&desk, id, &desk.fields, done).await
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

pub(crate) async fn conclude(PathPiece(id): PathPiece<ProjectId>, desk: StaffDesk) -> Answer {
    let may = desk.service.require_keeper(&desk.actor, id).await;
    desk.or_page(may)?;
    let Some(conclusion) = Conclusion::from_word(desk.get("conclusion")) else {
        return Err(desk.no_such_page());
    };
    let given = NewConclusion {
        conclusion,
        reason: desk.get("reason").to_owned(),
        exception: desk.get("exception").to_owned(),
    };
    let done = desk.service.conclude(&desk.actor, id, given).await;
    show_refused(&desk, id, &desk.fields, done).await
}

pub(crate) async fn list(PathPiece(congress): PathPiece<CongressId>, desk: StaffDesk) -> Answer {
    let found = desk.or_page(desk.service.list_opinions(&desk.actor, congress).await)?;
    Ok(opinions::opinions(&desk.frame(), &found).into_response())
}

pub(crate) async fn show_opinion(PathPiece(id): PathPiece<OpinionId>, desk: StaffDesk) -> Answer {
    let found = desk.or_page(desk.service.get_opinion(&desk.actor, id).await)?;
    let (frame, typed) = (desk.frame(), Fields::default());
    Ok(opinions::opinion(&frame.typing(&typed), &found).into_response())
}

pub(crate) async fn answer(PathPiece(id): PathPiece<OpinionId>, desk: StaffDesk) -> Answer {
    let done = match answer_of(&desk.fields) {
        Ok(given) => desk.service.answer_opinion(&desk.actor, id, given).await,
        Err(problem) => Err(ServiceError::invalid(problem)),
    };
    match done {
        Ok(()) => Ok(Redirect::to(&path::opinion(id)).into_response()),
        Err(error) => {
            let error = desk.refused(error)?;
            let found = desk.or_page(desk.service.get_opinion(&desk.actor, id).await)?;
            let frame = desk.frame();
            let page = opinions::opinion(&frame.against(error.problems()), &found);
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

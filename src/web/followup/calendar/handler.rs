//! Showing and keeping the calendar.

use axum::response::{IntoResponse, Redirect};

use super::view;
use crate::at_desk::{Answer, StaffDesk};
use crate::error::{self, Failure};
use crate::form::Fields;
use crate::path;
use crate::visitor::{PathPiece, TwoPathPieces};
use domain::access::Action;
use domain::followup::entry::{EntryKind, Question};
use domain::id::{CongressId, EntryId, ProjectId};
use domain::problem::Problem;
use service::ServiceError;
use service::followup::calendar::NewEntry;

pub(crate) async fn show(
    TwoPathPieces(congress, year): TwoPathPieces<CongressId, i16>,
    desk: StaffDesk,
) -> Answer {
    let found = desk.service.get_calendar(&desk.actor, congress, year).await;
    let found = desk.or_page(found)?;
    let frame = desk.frame();
    let may = desk.may(Action::Supervise, congress);
    let token = may.then_some(desk.token.as_str());
    Ok(view::calendar(&frame, &found, token).into_response())
}

pub(crate) async fn make(
    TwoPathPieces(congress, year): TwoPathPieces<CongressId, i16>,
    desk: StaffDesk,
) -> Answer {
    let done = match EntryKind::from_word(desk.get("kind")) {
        Some(kind) => {
            let new = NewEntry {
                congress,
                kind,
                topic: desk.get("topic").to_owned(),
                on: desk.get("on").trim().parse().ok(),
                unit: desk.get("unit").to_owned(),
            };
            desk.service.make_entry(&desk.actor, new).await
        }
        None => Err(ServiceError::invalid(
            Problem::error("choose-one").at("kind"),
        )),
    };
    match done {
        Ok(entry) => Ok(Redirect::to(&path::entry(entry)).into_response()),
        Err(error) => {
            let error = desk.refused(error)?;
            let found = desk.service.get_calendar(&desk.actor, congress, year).await;
            let found = desk.or_page(found)?;
            let frame = desk.frame();
            let problems = error.problems();
            let page = view::calendar(&frame.against(problems), &found, Some(&desk.token));
            Ok(error::with_problems(&error, page))
        }
    }
}

pub(crate) async fn show_entry(PathPiece(entry): PathPiece<EntryId>, desk: StaffDesk) -> Answer {
    let page = entry_page(&desk, entry, &Fields::default(), &[]).await?;
    Ok(page.into_response())
}

pub(crate) async fn hold(PathPiece(entry): PathPiece<EntryId>, desk: StaffDesk) -> Answer {
    let on = desk.get("on").trim().parse().ok();
    let outcome = desk.get("outcome");
    let done = desk
        .service
        .hold_entry(&desk.actor, entry, on, outcome)
        .await;
    show_refused(&desk, entry, &desk.fields, done).await
}

pub(crate) async fn ask(PathPiece(entry): PathPiece<EntryId>, desk: StaffDesk) -> Answer {
    let text = |name| desk.get(name).trim().to_owned();
    let new = Question {
        id: 0,
        entry,
        asked_by: text("asked_by"),
        text: text("text"),
        project: desk.get("project").parse().ok().map(ProjectId),
        answer_by: desk.get("answer_by").trim().parse().ok(),
        answer: text("answer"),
        answered_on: None,
        finding: None,
    };
    let follow = desk.get("follow") == "yes";
    let done = desk.service.ask_question(&desk.actor, new, follow).await;
    show_refused(&desk, entry, &desk.fields, done).await
}

pub(crate) async fn answer(
    TwoPathPieces(entry, question): TwoPathPieces<EntryId, i64>,
    desk: StaffDesk,
) -> Answer {
    let answer = desk.get("answer");
    let done = desk
        .service
        .answer_question(&desk.actor, question, answer)
        .await;
    show_refused(&desk, entry, &desk.fields, done.map(drop)).await
}

async fn show_refused(
    desk: &StaffDesk,
    entry: EntryId,
    fields: &Fields,
    done: Result<(), ServiceError>,
) -> Answer {
    match done {
        Ok(()) => Ok(Redirect::to(&path::entry(entry)).into_response()),
        Err(error) => {
            let error = desk.refused(error)?;
            let page = entry_page(desk, entry, fields, error.problems()).await?;
            Ok(error::with_problems(&error, page))
        }
    }
}

async fn entry_page(
    desk: &StaffDesk,
    id: EntryId,
    fields: &Fields,
    problems: &[Problem],
) -> Result<maud::Markup, Failure> {
    let found = desk.or_page(desk.service.get_entry(&desk.actor, id).await)?;
    let may = desk.may(Action::Supervise, found.congress.id);
    let token = may.then_some(desk.token.as_str());
    Ok(view::entry(
        &desk.frame().typing(fields).against(problems),
        &found,
        token,
    ))
}

//! The counting room's pages and acts. What was typed comes back only in the answer to the press that
//! sent it, never under an address.

use axum::response::{IntoResponse, Redirect, Response};

use super::page::CountingPage;
use super::{calling, codes, deciding, room, typing};
use crate::at_desk::{Answer, StaffDesk};
use crate::error;
use crate::form::Fields;
use crate::kit;
use crate::path;
use crate::visitor::{PathPiece, TwoPathPieces};
use domain::id::RoundId;
use domain::problem::Problem;
use service::ServiceError;
use service::act_of_two::press::PressIntent;
use service::hand_count::calling::CallAct;
use service::hand_count::room::BatchPage;

pub(crate) async fn show(PathPiece(round): PathPiece<RoundId>, desk: StaffDesk) -> Answer {
    let found = desk.service.get_counting_room(&desk.actor, round).await;
    let found = desk.or_page(found)?;
    Ok(room::room(&desk.frame(), &found).into_response())
}

/// The problem codes on one sheet, for the wall.
pub(crate) async fn show_codes(desk: StaffDesk) -> Response {
    codes::sheet(&desk.frame()).into_response()
}

pub(crate) async fn show_batch(
    TwoPathPieces(round, number): TwoPathPieces<RoundId, u32>,
    desk: StaffDesk,
) -> Answer {
    let found = desk.service.get_batch(&desk.actor, round, number).await;
    let found = desk.or_page(found)?;
    let nothing = Fields::default();
    let seen = CountingPage {
        token: &desk.token,
        typed: &nothing,
        problems: &[],
    };
    Ok(page(&desk, &found, &seen).into_response())
}

/// Types a batch.
pub(crate) async fn type_in(
    TwoPathPieces(round, number): TwoPathPieces<RoundId, u32>,
    desk: StaffDesk,
) -> Answer {
    let done = match desk.fields.number("counted") {
        Ok(counted) => {
            let keys = papers(&desk.fields)
                .into_iter()
                .map(|(_, text)| text)
                .collect();
            let by = kit::by_pin(&desk.fields);
            let typed = desk
                .service
                .type_batch(&desk.actor, round, number, keys, counted, by);
            typed.await.map(drop)
        }
        Err(problem) => Err(ServiceError::invalid(problem)),
    };
    batch_again(&desk, (round, number), &desk.fields, done).await
}

/// Types those papers again on which two differ.
pub(crate) async fn type_again(
    TwoPathPieces(round, number): TwoPathPieces<RoundId, u32>,
    desk: StaffDesk,
) -> Answer {
    let (keys, by) = (papers(&desk.fields), kit::by_pin(&desk.fields));
    let typed = desk
        .service
        .retype_batch(&desk.actor, round, number, keys, by);
    let done = typed.await.map(drop);
    batch_again(&desk, (round, number), &desk.fields, done).await
}

/// Decides about papers on which tellers differ still.
pub(crate) async fn decide(
    TwoPathPieces(round, number): TwoPathPieces<RoundId, u32>,
    desk: StaffDesk,
) -> Answer {
    let (keys, by) = (papers(&desk.fields), kit::by_pin(&desk.fields));
    let decided = desk
        .service
        .decide_papers(&desk.actor, round, number, keys, by);
    let done = decided.await.map(drop);
    batch_again(&desk, (round, number), &desk.fields, done).await
}

/// Stands for what another one decided.
pub(crate) async fn confirm(
    TwoPathPieces(round, number): TwoPathPieces<RoundId, u32>,
    desk: StaffDesk,
) -> Answer {
    let done = match kit::pressed(&desk.fields).said {
        PressIntent::Confirm(seen) => {
            let confirmed = desk
                .service
                .confirm_decision(&desk.actor, round, number, seen, None);
            confirmed.await.map(drop)
        }
        PressIntent::Ask => Err(ServiceError::refused(Problem::error("act-changed"))),
    };
    batch_again(&desk, (round, number), &desk.fields, done).await
}

/// Back to the counting room; what was refused stands above the batch.
async fn batch_again(
    desk: &StaffDesk,
    (round, number): (RoundId, u32),
    fields: &Fields,
    done: Result<(), ServiceError>,
) -> Answer {
    match done {
        Ok(()) => Ok(Redirect::to(&path::counting(round)).into_response()),
        Err(error) => {
            let error = desk.refused(error)?;
            let found = desk.service.get_batch(&desk.actor, round, number).await;
            let found = desk.or_page(found)?;
            let seen = CountingPage {
                token: &desk.token,
                typed: fields,
                problems: error.problems(),
            };
            Ok(error::with_problems(&error, page(desk, &found, &seen)))
        }
    }
}

pub(crate) async fn show_calling(
    TwoPathPieces(round, number): TwoPathPieces<RoundId, u32>,
    desk: StaffDesk,
) -> Answer {
    calling_page(&desk, (round, number), &Fields::default(), None).await
}

/// Begins to call papers out.
pub(crate) async fn begin_calling(batch: TwoPathPieces<RoundId, u32>, desk: StaffDesk) -> Answer {
    call(batch, |_| CallAct::Begin, desk).await
}

/// Marks a paper down that was called.
pub(crate) async fn mark_called(batch: TwoPathPieces<RoundId, u32>, desk: StaffDesk) -> Answer {
    call(batch, |fields| CallAct::Mark(called(fields)), desk).await
}

/// Takes the last mark back.
pub(crate) async fn undo_called(batch: TwoPathPieces<RoundId, u32>, desk: StaffDesk) -> Answer {
    call(batch, |_| CallAct::Undo, desk).await
}

/// Ends the calling.
pub(crate) async fn end_calling(batch: TwoPathPieces<RoundId, u32>, desk: StaffDesk) -> Answer {
    let counted = |fields: &Fields| fields.number("counted").unwrap_or(0);
    call(batch, |fields| CallAct::End(counted(fields)), desk).await
}

/// An act of calling out.
async fn call(
    TwoPathPieces(round, number): TwoPathPieces<RoundId, u32>,
    act: impl Fn(&Fields) -> CallAct,
    desk: StaffDesk,
) -> Answer {
    let (act, by) = (act(&desk.fields), kit::by_pin(&desk.fields));
    match desk
        .service
        .call_papers(&desk.actor, round, number, act, by)
        .await
    {
        Ok(()) => Ok(Redirect::to(&path::calling(round, number)).into_response()),
        Err(error) => {
            let error = desk.refused(error)?;
            calling_page(&desk, (round, number), &desk.fields, Some(error)).await
        }
    }
}

async fn calling_page(
    desk: &StaffDesk,
    (round, number): (RoundId, u32),
    typed: &Fields,
    error: Option<ServiceError>,
) -> Answer {
    let found = desk.service.get_calling(&desk.actor, round, number).await;
    let found = desk.or_page(found)?;
    let seen = CountingPage {
        token: &desk.token,
        typed,
        problems: error.as_ref().map_or(&[][..], ServiceError::problems),
    };
    let page = calling::page(&desk.frame(), &found, &seen);
    Ok(match &error {
        Some(error) => error::with_problems(error, page),
        None => page.into_response(),
    })
}

/// The keys of a paper that was called: typed, or the large ones that were pressed.
fn called(fields: &Fields) -> String {
    let (keys, void) = (fields.get("keys").trim(), fields.get("void"));
    if !keys.is_empty() {
        return keys.to_owned();
    }
    if !void.is_empty() {
        return format!("/{void}");
    }
    let pressed = fields.with_prefix("line-");
    let mut pressed: Vec<(u32, &str)> = pressed
        .filter_map(|(number, key)| Some((number.parse().ok()?, key)))
        .collect();
    pressed.sort_unstable();
    let keys: Vec<&str> = pressed.into_iter().map(|(_, key)| key).collect();
    keys.join(" ")
}

/// The keys of each paper, by its number in the pile.
fn papers(fields: &Fields) -> Vec<(u32, String)> {
    let typed = fields.with_prefix("paper-");
    let mut papers: Vec<(u32, String)> = typed
        .filter_map(|(number, text)| Some((number.parse().ok()?, text.to_owned())))
        .collect();
    papers.sort_by_key(|(number, _)| *number);
    papers
}

fn page(desk: &StaffDesk, found: &BatchPage, seen: &CountingPage<'_>) -> maud::Markup {
    let frame = desk.frame();
    if found.decide.is_empty() {
        typing::batch(&frame, found, seen)
    } else {
        deciding::batch(&frame, found, seen)
    }
}

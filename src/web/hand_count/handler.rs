//! The counting room's pages and acts. What was typed comes back only in the answer to the press that
//! sent it, never under an address.

use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};

use super::page::CountingPage;
use super::{calling, codes, deciding, room, typing};
use crate::error::{self, Failure};
use crate::form::{Fields, StaffForm};
use crate::kit::{self, Frame};
use crate::path;
use crate::visitor::{App, PathPiece, Staff, TwoPathPieces};
use domain::id::RoundId;
use domain::problem::Problem;
use service::ServiceError;
use service::act_of_two::press::PressIntent;
use service::hand_count::calling::CallAct;
use service::hand_count::room::BatchPage;

pub(crate) async fn show(
    State(app): State<App>,
    staff: Staff,
    PathPiece(round): PathPiece<RoundId>,
) -> Result<Response, Failure> {
    let found = app.service.get_counting_room(&staff.actor, round).await;
    let found = staff.visitor.or_page(found)?;
    Ok(room::room(&Frame::office(&staff), &found).into_response())
}

/// The problem codes on one sheet, for the wall.
pub(crate) async fn show_codes(staff: Staff) -> Response {
    codes::sheet(&Frame::office(&staff)).into_response()
}

pub(crate) async fn show_batch(
    State(app): State<App>,
    staff: Staff,
    TwoPathPieces(round, number): TwoPathPieces<RoundId, u32>,
) -> Result<Response, Failure> {
    let found = app.service.get_batch(&staff.actor, round, number).await;
    let found = staff.visitor.or_page(found)?;
    let nothing = Fields::default();
    let seen = CountingPage {
        token: &staff.token,
        typed: &nothing,
        problems: &[],
    };
    Ok(page(&staff, &found, &seen).into_response())
}

/// Types a batch.
pub(crate) async fn type_in(
    State(app): State<App>,
    TwoPathPieces(round, number): TwoPathPieces<RoundId, u32>,
    StaffForm { staff, fields }: StaffForm,
) -> Result<Response, Failure> {
    let done = match fields.number("counted") {
        Ok(counted) => {
            let keys = papers(&fields).into_iter().map(|(_, text)| text).collect();
            let by = kit::by_pin(&fields);
            let typed = app
                .service
                .type_batch(&staff.actor, round, number, keys, counted, by);
            typed.await.map(drop)
        }
        Err(problem) => Err(ServiceError::invalid(problem)),
    };
    batch_again(&app, &staff, (round, number), &fields, done).await
}

/// Types those papers again on which two differ.
pub(crate) async fn type_again(
    State(app): State<App>,
    TwoPathPieces(round, number): TwoPathPieces<RoundId, u32>,
    StaffForm { staff, fields }: StaffForm,
) -> Result<Response, Failure> {
    let (keys, by) = (papers(&fields), kit::by_pin(&fields));
    let typed = app
        .service
        .retype_batch(&staff.actor, round, number, keys, by);
    let done = typed.await.map(drop);
    batch_again(&app, &staff, (round, number), &fields, done).await
}

/// Decides about papers on which tellers differ still.
pub(crate) async fn decide(
    State(app): State<App>,
    TwoPathPieces(round, number): TwoPathPieces<RoundId, u32>,
    StaffForm { staff, fields }: StaffForm,
) -> Result<Response, Failure> {
    let (keys, by) = (papers(&fields), kit::by_pin(&fields));
    let decided = app
        .service
        .decide_papers(&staff.actor, round, number, keys, by);
    let done = decided.await.map(drop);
    batch_again(&app, &staff, (round, number), &fields, done).await
}

/// Stands for what another one decided.
pub(crate) async fn confirm(
    State(app): State<App>,
    TwoPathPieces(round, number): TwoPathPieces<RoundId, u32>,
    StaffForm { staff, fields }: StaffForm,
) -> Result<Response, Failure> {
    let done = match kit::pressed(&fields).said {
        PressIntent::Confirm(seen) => {
            let confirmed = app
                .service
                .confirm_decision(&staff.actor, round, number, seen, None);
            confirmed.await.map(drop)
        }
        PressIntent::Ask => Err(ServiceError::refused(Problem::error("act-changed"))),
    };
    batch_again(&app, &staff, (round, number), &fields, done).await
}

/// Back to the counting room; what was refused stands above the batch.
async fn batch_again(
    app: &App,
    staff: &Staff,
    (round, number): (RoundId, u32),
    fields: &Fields,
    done: Result<(), ServiceError>,
) -> Result<Response, Failure> {
    match done {
        Ok(()) => Ok(Redirect::to(&path::counting(round)).into_response()),
        Err(error) => {
            let error = staff.visitor.refused(error)?;
            let found = app.service.get_batch(&staff.actor, round, number).await;
            let found = staff.visitor.or_page(found)?;
            let seen = CountingPage {
                token: &staff.token,
                typed: fields,
                problems: error.problems(),
            };
            Ok(error::with_problems(&error, page(staff, &found, &seen)))
        }
    }
}

pub(crate) async fn show_calling(
    State(app): State<App>,
    staff: Staff,
    TwoPathPieces(round, number): TwoPathPieces<RoundId, u32>,
) -> Result<Response, Failure> {
    calling_page(&app, &staff, (round, number), &Fields::default(), None).await
}

/// Begins to call papers out.
pub(crate) async fn begin_calling(
    app: State<App>,
    batch: TwoPathPieces<RoundId, u32>,
    form: StaffForm,
) -> Result<Response, Failure> {
    call(app, batch, form, |_| CallAct::Begin).await
}

/// Marks a paper down that was called.
pub(crate) async fn mark_called(
    app: State<App>,
    batch: TwoPathPieces<RoundId, u32>,
    form: StaffForm,
) -> Result<Response, Failure> {
    call(app, batch, form, |fields| CallAct::Mark(called(fields))).await
}

/// Takes the last mark back.
pub(crate) async fn undo_called(
    app: State<App>,
    batch: TwoPathPieces<RoundId, u32>,
    form: StaffForm,
) -> Result<Response, Failure> {
    call(app, batch, form, |_| CallAct::Undo).await
}

/// Ends the calling.
pub(crate) async fn end_calling(
    app: State<App>,
    batch: TwoPathPieces<RoundId, u32>,
    form: StaffForm,
) -> Result<Response, Failure> {
    let counted = |fields: &Fields| fields.number("counted").unwrap_or(0);
    call(app, batch, form, |fields| CallAct::End(counted(fields))).await
}

/// An act of calling out.
async fn call(
    State(app): State<App>,
    TwoPathPieces(round, number): TwoPathPieces<RoundId, u32>,
    StaffForm { staff, fields }: StaffForm,
    act: impl Fn(&Fields) -> CallAct,
) -> Result<Response, Failure> {
    let (act, by) = (act(&fields), kit::by_pin(&fields));
    match app
        .service
        .call_papers(&staff.actor, round, number, act, by)
        .await
    {
        Ok(()) => Ok(Redirect::to(&path::calling(round, number)).into_response()),
        Err(error) => {
            let error = staff.visitor.refused(error)?;
            calling_page(&app, &staff, (round, number), &fields, Some(error)).await
        }
    }
}

async fn calling_page(
    app: &App,
    staff: &Staff,
    (round, number): (RoundId, u32),
    typed: &Fields,
    error: Option<ServiceError>,
) -> Result<Response, Failure> {
    let found = app.service.get_calling(&staff.actor, round, number).await;
    let found = staff.visitor.or_page(found)?;
    let seen = CountingPage {
        token: &staff.token,
        typed,
        problems: error.as_ref().map_or(&[][..], ServiceError::problems),
    };
    let page = calling::page(&Frame::office(staff), &found, &seen);
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

fn page(staff: &Staff, found: &BatchPage, seen: &CountingPage<'_>) -> maud::Markup {
    let frame = Frame::office(staff);
    if found.decide.is_empty() {
        typing::batch(&frame, found, seen)
    } else {
        deciding::batch(&frame, found, seen)
    }
}

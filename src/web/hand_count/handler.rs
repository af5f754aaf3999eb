//! The counting room's pages and acts. What was typed comes back only in the answer to the press that
//! sent it, never under an address.

use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};

use super::{calling, codes, deciding, room, typing};
use crate::error::{self, Failure};
use crate::form::{Fields, StaffForm};
use crate::kit::{self, Frame};
use crate::path;
use crate::visitor::{App, At, At2, At3, Staff};
use domain::id::RoundId;
use domain::problem::Problem;
use service::ServiceError;
use service::asking::Said;
use service::hand_count::calling::CallAct;
use service::hand_count::room::BatchPage;

/// What a page shows besides what is stored: the form's token, what was typed, what is wrong.
pub(super) struct Seen<'p> {
    pub(super) token: &'p str,
    pub(super) typed: &'p Fields,
    pub(super) problems: &'p [Problem],
}

pub(crate) async fn show(
    State(app): State<App>,
    staff: Staff,
    At(round): At<RoundId>,
) -> Result<Response, Failure> {
    let found = app.service.get_counting_room(&staff.actor, round).await;
    let found = staff.visitor.go(found)?;
    Ok(room::room(&Frame::office(&staff), &found).into_response())
}

/// The problem codes on one sheet, for the wall.
pub(crate) async fn show_codes(staff: Staff) -> Response {
    codes::sheet(&Frame::office(&staff)).into_response()
}

pub(crate) async fn show_batch(
    State(app): State<App>,
    staff: Staff,
    At2(round, number): At2<RoundId, u32>,
) -> Result<Response, Failure> {
    let found = app.service.get_batch(&staff.actor, round, number).await;
    let found = staff.visitor.go(found)?;
    let nothing = Fields::default();
    let seen = Seen {
        token: &staff.token,
        typed: &nothing,
        problems: &[],
    };
    Ok(page(&staff, &found, &seen).into_response())
}

/// An act on a batch: typing it, typing it again, deciding, standing for what another one decided.
pub(crate) async fn act(
    State(app): State<App>,
    At3(round, number, act): At3<RoundId, u32, String>,
    StaffForm { staff, fields }: StaffForm,
) -> Result<Response, Failure> {
    if let Some(act) = act.strip_prefix("call-") {
        return call(&app, &staff, (round, number), act, &fields).await;
    }
    let (service, actor) = (&app.service, &staff.actor);
    let by = kit::by_pin(&fields);
    let done = match act.as_str() {
        "type" => match fields.number("counted") {
            Ok(counted) => {
                let keys = papers(&fields);
                let keys = keys.into_iter().map(|(_, text)| text).collect();
                service
                    .type_batch(actor, round, number, keys, counted, by)
                    .await
            }
            Err(problem) => Err(ServiceError::invalid(problem)),
        },
        "retype" => {
            let keys = papers(&fields);
            service.retype_batch(actor, round, number, keys, by).await
        }
        "decide" => {
            let keys = papers(&fields);
            service.decide_papers(actor, round, number, keys, by).await
        }
        "confirm" => match kit::pressed(&fields).said {
            Said::Confirm(seen) => {
                service
                    .confirm_decision(actor, round, number, seen, None)
                    .await
            }
            Said::Ask => Err(ServiceError::refused(Problem::error("act-changed"))),
        },
        _ => return Err(Failure::no_such_page(staff.visitor)),
    };
    match done {
        Ok(_) => Ok(Redirect::to(&path::counting(round)).into_response()),
        Err(error @ (ServiceError::Refused(_) | ServiceError::Invalid(_))) => {
            let found = app.service.get_batch(actor, round, number).await;
            let found = staff.visitor.go(found)?;
            let seen = Seen {
                token: &staff.token,
                typed: &fields,
                problems: error.problems(),
            };
            Ok(error::with_problems(&error, page(&staff, &found, &seen)))
        }
        Err(error) => Err(staff.visitor.fail(error)),
    }
}

pub(crate) async fn show_calling(
    State(app): State<App>,
    staff: Staff,
    At2(round, number): At2<RoundId, u32>,
) -> Result<Response, Failure> {
    calling_page(&app, &staff, (round, number), &Fields::default(), None).await
}

/// An act of calling out.
async fn call(
    app: &App,
    staff: &Staff,
    (round, number): (RoundId, u32),
    act: &str,
    fields: &Fields,
) -> Result<Response, Failure> {
    let act = match act {
        "begin" => CallAct::Begin,
        "mark" => CallAct::Mark(called(fields)),
        "undo" => CallAct::Undo,
        "end" => CallAct::End(fields.number("counted").unwrap_or(0)),
        _ => return Err(Failure::no_such_page(staff.visitor.clone())),
    };
    let by = kit::by_pin(fields);
    match app
        .service
        .call_papers(&staff.actor, round, number, act, by)
        .await
    {
        Ok(()) => Ok(Redirect::to(&path::calling(round, number)).into_response()),
        Err(error @ (ServiceError::Refused(_) | ServiceError::Invalid(_))) => {
            calling_page(app, staff, (round, number), fields, Some(error)).await
        }
        Err(error) => Err(staff.visitor.fail(error)),
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
    let found = staff.visitor.go(found)?;
    let seen = Seen {
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

fn page(staff: &Staff, found: &BatchPage, seen: &Seen<'_>) -> maud::Markup {
    let frame = Frame::office(staff);
    if found.decide.is_empty() {
        typing::batch(&frame, found, seen)
    } else {
        deciding::batch(&frame, found, seen)
    }
}

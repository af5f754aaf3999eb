//! A card is shown by the answer to a press and by nothing else: no address leads to one.

use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};

use super::view::{self, Shown};
use crate::error::{self, Failure};
use crate::form::StaffForm;
use crate::headers;
use crate::kit::{self, Frame};
use crate::path;
use crate::visitor::{App, At, At2, Staff};
use domain::id::RoundId;
use domain::poll::round::RoundAct;
use service::ServiceError;
use service::asking::Press;

pub(crate) async fn show(
    State(app): State<App>,
    staff: Staff,
    At(round): At<RoundId>,
) -> Result<Response, Failure> {
    let found = app.service.get_box(&staff.actor, round).await;
    let found = staff.visitor.go(found)?;
    let shown = Shown::plain(&staff);
    let page = view::page(&Frame::office(&staff), &found, &shown);
    Ok(headers::again_soon(page, found.round.round.is_dirty))
}

/// Sealing, sealing again, writing down what was destroyed: acts of two people with a choice.
pub(crate) async fn act(
    State(app): State<App>,
    At2(round, act): At2<RoundId, String>,
    StaffForm { staff, fields }: StaffForm,
) -> Result<Response, Failure> {
    let choice = match RoundAct::from_word(&act) {
        Some(act @ (RoundAct::Seal | RoundAct::SealAgain)) => (act, fields.get("holding")),
        Some(act @ RoundAct::RecordCards) => (act, fields.get("destroyed")),
        _ => return Err(Failure::no_such_page(staff.visitor)),
    };
    let (act, choice) = choice;
    let press = Press {
        reason: choice.to_owned(),
        ..kit::pressed(&fields)
    };
    let done = app.service.press(&staff.actor, round, act, press).await;
    again(&app, &staff, round, choice, done.map(drop)).await
}

/// The card itself, to the person who pressed.
pub(crate) async fn show_card(
    State(app): State<App>,
    At2(round, number): At2<RoundId, u8>,
    StaffForm { staff, fields }: StaffForm,
) -> Result<Response, Failure> {
    staff.needs_closed_line()?;
    let shown = app
        .service
        .show_card(&staff.actor, round, number, kit::by_pin(&fields));
    match shown.await {
        Ok(card) => Ok(view::card(&Frame::office(&staff), round, &card).into_response()),
        Err(error) => again(&app, &staff, round, "", Err(error)).await,
    }
}

pub(crate) async fn check_card(
    State(app): State<App>,
    At(round): At<RoundId>,
    StaffForm { staff, fields }: StaffForm,
) -> Result<Response, Failure> {
    let typed = fields.get("card");
    let done = app.service.check_cards(&staff.actor, round, typed).await;
    again(&app, &staff, round, typed, done).await
}

pub(crate) async fn give_card(
    State(app): State<App>,
    At(round): At<RoundId>,
    StaffForm { staff, fields }: StaffForm,
) -> Result<Response, Failure> {
    let typed = fields.get("card");
    let done = app.service.give_card(&staff.actor, round, typed).await;
    again(&app, &staff, round, typed, done.map(drop)).await
}

/// On to the page; or the page again with what was refused. A card that is not accepted stays in its
/// field, for whoever mistyped one group of nine should not type all of them again.
async fn again(
    app: &App,
    staff: &Staff,
    round: RoundId,
    typed: &str,
    done: Result<(), ServiceError>,
) -> Result<Response, Failure> {
    match done {
        Ok(()) => Ok(Redirect::to(&path::sealed_box(round)).into_response()),
        Err(error @ (ServiceError::Refused(_) | ServiceError::Invalid(_))) => {
            let found = app.service.get_box(&staff.actor, round).await;
            let found = staff.visitor.go(found)?;
            let shown = Shown {
                typed,
                problems: error.problems(),
                ..Shown::plain(staff)
            };
            let page = view::page(&Frame::office(staff), &found, &shown);
            Ok(error::with_problems(&error, page))
        }
        Err(error) => Err(staff.visitor.fail(error)),
    }
}

//! A card is shown by the answer to a press and by nothing else: no address leads to one.

use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};

use super::view::{self, BoxPage};
use crate::error::{self, Failure};
use crate::form::StaffForm;
use crate::headers;
use crate::kit::{self, Frame};
use crate::path;
use crate::visitor::{App, PathPiece, Staff, TwoPathPieces};
use domain::id::RoundId;
use domain::round::RoundAct;
use service::ServiceError;
use service::act_of_two::press::Press;

pub(crate) async fn show(
    State(app): State<App>,
    staff: Staff,
    PathPiece(round): PathPiece<RoundId>,
) -> Result<Response, Failure> {
    let found = app.service.get_box(&staff.actor, round).await;
    let found = staff.visitor.or_page(found)?;
    let shown = BoxPage::plain(&staff);
    let page = view::page(&Frame::office(&staff), &found, &shown);
    Ok(headers::again_soon(page, found.round.round.is_dirty))
}

/// The acts of two people on a box that come with a choice.
#[derive(Debug, Clone, Copy)]
pub(crate) enum BoxAct {
    Seal,
    SealAgain,
    RecordCards,
}

impl BoxAct {
    /// All of them.
    pub(crate) const ALL: [Self; 3] = [Self::Seal, Self::SealAgain, Self::RecordCards];

    /// The act on the round that it is.
    pub(crate) fn on_round(self) -> RoundAct {
        match self {
            Self::Seal => RoundAct::Seal,
            Self::SealAgain => RoundAct::SealAgain,
            Self::RecordCards => RoundAct::RecordCards,
        }
    }
}

/// Sealing, sealing again, writing down what was destroyed.
pub(crate) async fn act(
    act: BoxAct,
    State(app): State<App>,
    PathPiece(round): PathPiece<RoundId>,
    StaffForm { staff, fields }: StaffForm,
) -> Result<Response, Failure> {
    let choice = match act {
        BoxAct::Seal | BoxAct::SealAgain => fields.get("holding"),
        BoxAct::RecordCards => fields.get("destroyed"),
    };
    let act = act.on_round();
    let press = Press {
        reason: choice.to_owned(),
        ..kit::pressed(&fields)
    };
    let done = app.service.press(&staff.actor, round, act, press).await;
    show_refused(&app, &staff, round, choice, done.map(drop)).await
}

/// The card itself, to the person who pressed.
pub(crate) async fn show_card(
    State(app): State<App>,
    TwoPathPieces(round, number): TwoPathPieces<RoundId, u8>,
    StaffForm { staff, fields }: StaffForm,
) -> Result<Response, Failure> {
    let shown = app
        .service
        .show_card(&staff.actor, round, number, kit::by_pin(&fields));
    match shown.await {
        Ok(card) => Ok(view::card(&Frame::office(&staff), round, &card).into_response()),
        Err(error) => show_refused(&app, &staff, round, "", Err(error)).await,
    }
}

pub(crate) async fn check_card(
    State(app): State<App>,
    PathPiece(round): PathPiece<RoundId>,
    StaffForm { staff, fields }: StaffForm,
) -> Result<Response, Failure> {
    let typed = fields.get("card");
    let done = app.service.check_cards(&staff.actor, round, typed).await;
    show_refused(&app, &staff, round, typed, done).await
}

pub(crate) async fn give_card(
    State(app): State<App>,
    PathPiece(round): PathPiece<RoundId>,
    StaffForm { staff, fields }: StaffForm,
) -> Result<Response, Failure> {
    let typed = fields.get("card");
    let done = app.service.give_card(&staff.actor, round, typed).await;
    show_refused(&app, &staff, round, typed, done.map(drop)).await
}

/// On to the page; or the page again with what was refused. A card that is not accepted stays in its
/// field, for whoever mistyped one group of nine should not type all of them again.
async fn show_refused(
    app: &App,
    staff: &Staff,
    round: RoundId,
    typed: &str,
    done: Result<(), ServiceError>,
) -> Result<Response, Failure> {
    match done {
        Ok(()) => Ok(Redirect::to(&path::sealed_box(round)).into_response()),
        Err(error) => {
            let error = staff.visitor.refused(error)?;
            let found = app.service.get_box(&staff.actor, round).await;
            let found = staff.visitor.or_page(found)?;
            let shown = BoxPage {
                typed,
                problems: error.problems(),
                ..BoxPage::plain(staff)
            };
            let page = view::page(&Frame::office(staff), &found, &shown);
            Ok(error::with_problems(&error, page))
        }
    }
}

//! A card is shown by the answer to a press and by nothing else: no address leads to one.

use axum::response::{IntoResponse, Redirect};

use super::view::{self, BoxPage};
use crate::at_desk::{Answer, StaffDesk};
use crate::error;
use crate::headers;
use crate::kit;
use crate::path;
use crate::visitor::{PathPiece, TwoPathPieces};
use domain::id::RoundId;
use domain::round::RoundAct;
use service::ServiceError;
use service::act_of_two::press::Press;

pub(crate) async fn show(PathPiece(round): PathPiece<RoundId>, desk: StaffDesk) -> Answer {
    let found = desk.service.get_box(&desk.actor, round).await;
    let found = desk.or_page(found)?;
    let shown = BoxPage::plain(&desk);
    let page = view::page(&desk.frame(), &found, &shown);
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
    PathPiece(round): PathPiece<RoundId>,
    desk: StaffDesk,
) -> Answer {
    let choice = match act {
        BoxAct::Seal | BoxAct::SealAgain => desk.get("holding"),
        BoxAct::RecordCards => desk.get("destroyed"),
    };
    let act = act.on_round();
    let press = Press {
        reason: choice.to_owned(),
        ..kit::pressed(&desk.fields)
    };
    let done = desk.service.press(&desk.actor, round, act, press).await;
    show_refused(&desk, round, choice, done.map(drop)).await
}

/// The card itself, to the person who pressed.
pub(crate) async fn show_card(
    TwoPathPieces(round, number): TwoPathPieces<RoundId, u8>,
    desk: StaffDesk,
) -> Answer {
    let shown = desk
        .service
        .show_card(&desk.actor, round, number, kit::by_pin(&desk.fields));
    match shown.await {
        Ok(card) => Ok(view::card(&desk.frame(), round, &card).into_response()),
        Err(error) => show_refused(&desk, round, "", Err(error)).await,
    }
}

pub(crate) async fn check_card(PathPiece(round): PathPiece<RoundId>, desk: StaffDesk) -> Answer {
    let typed = desk.get("card");
    let done = desk.service.check_cards(&desk.actor, round, typed).await;
    show_refused(&desk, round, typed, done).await
}

pub(crate) async fn give_card(PathPiece(round): PathPiece<RoundId>, desk: StaffDesk) -> Answer {
    let typed = desk.get("card");
    let done = desk.service.give_card(&desk.actor, round, typed).await;
    show_refused(&desk, round, typed, done.map(drop)).await
}

/// On to the page; or the page again with what was refused. A card that is not accepted stays in its
/// field, for whoever mistyped one group of nine should not type all of them again.
async fn show_refused(
    desk: &StaffDesk,
    round: RoundId,
    typed: &str,
    done: Result<(), ServiceError>,
) -> Answer {
    match done {
        Ok(()) => Ok(Redirect::to(&path::sealed_box(round)).into_response()),
        Err(error) => {
            let error = desk.refused(error)?;
            let found = desk.service.get_box(&desk.actor, round).await;
            let found = desk.or_page(found)?;
            let shown = BoxPage {
                typed,
                problems: error.problems(),
                ..BoxPage::plain(desk)
            };
            let page = view::page(&desk.frame(), &found, &shown);
            Ok(error::with_problems(&error, page))
        }
    }
}

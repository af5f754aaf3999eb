//! The sealed box of a round: sealing it, its cards, giving them for opening, destroying them.

pub(super) mod handler;
mod view;

use crate::at_desk::StaffDesk;
use crate::route::RouteRole::May;
use crate::route::acts;
use crate::route::table;
use crate::visitor::PathPiece;
use domain::access::Action::{ActOnRound, Look};
use domain::access::line::LineContent::Secret;
use domain::id::RoundId;
use handler::BoxAct;

table! {
    /// The sealed box and its cards.
    pages;
    /// The sealed box of a round.
    SEALED_BOX, sealed_box(round: RoundId) = "/manage/rounds/{round}/box" {
        reads: May(Look) => handler::show;
    }
    /// Typing a card back.
    CHECK_CARD, check_card(round: RoundId) = "/manage/rounds/{round}/cards/check" {
        writes: May(ActOnRound) => handler::check_card, carrying Secret;
    }
    /// Giving a card for opening.
    GIVE_CARD, give_card(round: RoundId) = "/manage/rounds/{round}/cards/give" {
        writes: May(ActOnRound) => handler::give_card, carrying Secret;
    }
    /// A card, shown once.
    SHOW_CARD, show_card(round: RoundId, number: u8) = "/manage/rounds/{round}/cards/{number}" {
        writes: May(ActOnRound) => handler::show_card, carrying Secret;
    }
    /// Sealing, sealing again, writing down what was destroyed.
    BOX_ACT, box_act(round: RoundId, act: &str) = "/manage/rounds/{round}/box/{act}" {
        .. acts(
            BOX_ACT, BoxAct::ALL, |act| act.on_round().word(),
            |act| May(act.on_round().action()),
            |act| move |at: PathPiece<RoundId>, desk: StaffDesk|
                handler::act(act, at, desk),
        );
    }
}

//! The own device of an officer without an account: opened by a printed slip, it shows what waits, the
//! own card once, and takes the PIN. It works without scripts and needs nothing but this server.

mod device;
pub(super) mod handler;
mod view;

use crate::route::RouteRole::{Everybody, Officer};
use crate::route::table;
use domain::id::RoundId;

table! {
    /// The own devices of officers without an account: a slip opens one, and its pages serve it alone.
    pages;
    /// The own device of an officer without an account; its pages and nothing else get its cookie.
    OFFICER = "/officer" {
        reads: Everybody => handler::show;
        writes: Everybody => handler::enter_code;
    }
    /// The printed slip that opens it.
    OFFICER_SLIP, officer_slip(code: &str) = "/officer/open/{code}" {
        reads: Everybody => handler::greet;
        writes: Everybody => handler::open;
    }
    /// The officer's PIN.
    OFFICER_PIN = "/officer/pin" {
        writes: Officer => handler::set_pin;
    }
    /// Confirming what waits.
    OFFICER_CONFIRM = "/officer/confirm" {
        writes: Officer => handler::confirm;
    }
    /// Giving the device back.
    OFFICER_LEAVE = "/officer/leave" {
        writes: Officer => handler::leave;
    }
    /// Refusing what waits.
    OFFICER_TAKE_BACK = "/officer/take-back" {
        writes: Officer => handler::take_back;
    }
    /// Standing for what another scrutineer proposed about the papers of a batch.
    OFFICER_JUDGE, officer_judge(round: RoundId, number: u32) = "/officer/rounds/{round}/batches/{number}" {
        writes: Officer => handler::judge;
    }
    /// Typing the own card back there.
    OFFICER_CHECK_CARD, officer_check_card(round: RoundId) = "/officer/rounds/{round}/cards/check" {
        writes: Officer => handler::check_card;
    }
    /// Giving it for opening.
    OFFICER_GIVE_CARD, officer_give_card(round: RoundId) = "/officer/rounds/{round}/cards/give" {
        writes: Officer => handler::give_card;
    }
    /// The officer's own card, shown once.
    OFFICER_CARD, officer_card(round: RoundId, number: u8) = "/officer/rounds/{round}/cards/{number}" {
        writes: Officer => handler::show_card;
    }
}

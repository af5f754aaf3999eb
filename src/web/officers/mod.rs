//! The officers of a session: proposed, adopted, with the PINs that they choose themselves.

pub(super) mod handler;
mod sheet;
mod view;

use crate::route::RouteRole::{May, OneOf};
use crate::route::table;
use domain::access::Action::{ActOnRound, KeepRoll, Look, Witness};
use domain::access::line::LineContent::Secret;
use domain::id::{OfficerId, SessionId, SittingId};

table! {
    /// Scrutineers and tellers.
    pages;
    /// The officers of a session.
    OFFICERS, officers(session: SessionId) = "/manage/sessions/{session}/officers" {
        reads: May(Look) => handler::show;
        writes: May(KeepRoll) => handler::propose;
    }
    /// Noting that a sitting adopted the officers.
    ADOPT_OFFICERS, adopt_officers(sitting: SittingId) = "/manage/sittings/{sitting}/officers" {
        writes: OneOf(KeepRoll, Witness) => handler::adopt;
    }
    /// Giving slips out to officers without an account.
    GIVE_OFFICER_SLIPS, give_officer_slips(sitting: SittingId) = "/manage/sittings/{sitting}/officers/slips" {
        writes: OneOf(KeepRoll, Witness) => handler::give_slips;
    }
    /// Printing them, once.
    PRINT_OFFICER_SLIPS, print_officer_slips(session: SessionId) = "/manage/sessions/{session}/officers/slips" {
        writes: OneOf(KeepRoll, Witness) => handler::print_slips, carrying Secret;
    }
    /// An act on an officer: withdraw, PIN.
    OFFICER_ACT, officer_act(officer: OfficerId, act: &str) = "/manage/officers/{officer}/{act}" {
        act("withdraw"): May(KeepRoll) => handler::withdraw;
        act("pin"): May(Look) => handler::set_pin, carrying Secret;
        act("clear-pin"): May(ActOnRound) => handler::clear_pin;
    }
}

//! Checking deputies in: found by two characters, by delegation, or by a scanned check-in card.

pub(super) mod handler;
mod view;

use crate::route::RouteRole::{May, OneOf};
use crate::route::table;
use domain::access::Action::{ActOnRound, KeepRoll, Look};
use domain::id::{DeputyId, SittingId};

table! {
    /// Checking deputies in.
    pages;
    /// Checking deputies in.
    CHECK_IN, check_in(sitting: SittingId) = "/manage/sittings/{sitting}/check-in" {
        reads: May(Look) => handler::show;
        writes: May(Look) => handler::find;
    }
    /// One deputy at the check-in.
    CHECK_IN_ONE, check_in_one(sitting: SittingId, deputy: DeputyId) = "/manage/sittings/{sitting}/check-in/{deputy}" {
        writes: OneOf(KeepRoll, ActOnRound) => handler::act;
    }
}

//! The desk: slips and papers exchanged, the reserve, helping; numbers only.

pub(super) mod handler;
mod view;

use crate::at_desk::StaffDesk;
use crate::path::DESK_ACT;
use crate::route::RouteRole::May;
use crate::route::acts;
use crate::route::table;
use crate::visitor::PathPiece;
use domain::access::Action::{KeepRoll, KeepSlips, Look};
use domain::id::SittingId;
use service::voting::desk::DeskAct;

table! {
    /// The desk and its reserve.
    pages;
    /// The desk: slip for paper and paper for slip.
    DESK, desk(sitting: SittingId) = "/manage/sittings/{sitting}/desk" {
        reads: May(Look) => handler::show;
    }
    /// An act at the desk.
    DESK_ACT, desk_act(sitting: SittingId, act: &str) = "/manage/sittings/{sitting}/desk/{act}" {
        act("take-slip"): May(KeepSlips) => handler::take_slip;
        act("reserve"): May(KeepRoll) => handler::keep_reserve;
    }
}

table! {
    /// What is exchanged at the desk.
    exchanges;
    DESK_ACT {
        .. acts(
            DESK_ACT, DeskAct::ALL, DeskAct::word,
            |_| May(KeepSlips),
            |act| move |at: PathPiece<SittingId>, desk: StaffDesk|
                handler::act(act, at, desk),
        );
    }
}

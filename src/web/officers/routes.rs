//! Routes of the officers' list, each with its role.

use super::handler;
use crate::path;
use crate::route::RouteRole::{May, OneOf};
use crate::route::{Route, act, reads, writes};
use domain::access::Action::{ActOnRound, KeepRoll, Look, Witness};
use domain::access::line::LineContent::Secret;

/// Scrutineers and tellers.
pub(crate) fn pages() -> Vec<Route> {
    vec![
        reads(path::OFFICERS, May(Look), handler::show),
        writes(path::OFFICERS, May(KeepRoll), handler::propose),
        writes(
            path::ADOPT_OFFICERS,
            OneOf(KeepRoll, Witness),
            handler::adopt,
        ),
        writes(
            path::GIVE_OFFICER_SLIPS,
            OneOf(KeepRoll, Witness),
            handler::give_slips,
        ),
        writes(
            path::PRINT_OFFICER_SLIPS,
            OneOf(KeepRoll, Witness),
            handler::print_slips,
        )
        .carrying(Secret),
        act(
            path::OFFICER_ACT,
            "withdraw",
            May(KeepRoll),
            handler::withdraw,
        ),
        act(path::OFFICER_ACT, "pin", May(Look), handler::set_pin).carrying(Secret),
        act(
            path::OFFICER_ACT,
            "clear-pin",
            May(ActOnRound),
            handler::clear_pin,
        ),
    ]
}

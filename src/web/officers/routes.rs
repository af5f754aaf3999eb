//! Routes of the officers' list, each with its role.

use super::handler;
use crate::path;
use crate::routes::Who::{Either, May};
use crate::routes::{Route, reads, writes};
use domain::access::Action::{ActOnRound, KeepRoll, Look, Witness};

/// Scrutineers and tellers.
pub(crate) fn pages() -> Vec<Route> {
    vec![
        reads(path::OFFICERS, May(Look), handler::show),
        writes(path::OFFICERS, May(KeepRoll), handler::propose),
        writes(
            path::ADOPT_OFFICERS,
            Either(KeepRoll, Witness),
            handler::adopt,
        ),
        writes(
            path::GIVE_OFFICER_SLIPS,
            Either(KeepRoll, Witness),
            handler::give_slips,
        ),
        writes(
            path::PRINT_OFFICER_SLIPS,
            May(KeepRoll),
            handler::print_slips,
        ),
        writes(path::OFFICER_ACT, May(ActOnRound), handler::act),
    ]
}

//! Routes of the officers' list, each with its role.

use super::handler;
use crate::domain::access::Action::{ActOnRound, KeepRoll, Look, Witness};
use crate::web::path;
use crate::web::routes::Who::{Either, May};
use crate::web::routes::{Route, reads, writes};

/// Scrutineers and tellers.
pub(in crate::web) fn pages() -> Vec<Route> {
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

//! Routes of an officer's own device.

use super::handler;
use crate::path;
use crate::route::RouteRole::{Everybody, Officer};
use crate::route::{Route, reads, writes};

/// The own devices of officers without an account: a slip opens one, and its pages serve it alone.
pub(crate) fn pages() -> Vec<Route> {
    vec![
        reads(path::OFFICER, Everybody, handler::show),
        writes(path::OFFICER, Everybody, handler::enter_code),
        reads(path::OFFICER_SLIP, Everybody, handler::greet),
        writes(path::OFFICER_SLIP, Everybody, handler::open),
        writes(path::OFFICER_PIN, Officer, handler::set_pin),
        writes(path::OFFICER_CONFIRM, Officer, handler::confirm),
        writes(path::OFFICER_LEAVE, Officer, handler::leave),
        writes(path::OFFICER_TAKE_BACK, Officer, handler::take_back),
        writes(path::OFFICER_JUDGE, Officer, handler::judge),
        writes(path::OFFICER_CHECK_CARD, Officer, handler::check_card),
        writes(path::OFFICER_GIVE_CARD, Officer, handler::give_card),
        writes(path::OFFICER_CARD, Officer, handler::show_card),
    ]
}

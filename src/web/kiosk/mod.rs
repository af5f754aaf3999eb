//! The kiosk: a tablet in the hall that many voters use after each other, with large keys, and that
//! forgets each of them. The ballot's own pages are drawn in it; here is only its start.

pub(super) mod handler;
mod view;

use crate::route::RouteRole::{Everybody, Voter};
use crate::route::table;

table! {
    /// A tablet in the hall.
    pages;
    /// The start of a kiosk.
    KIOSK = "/ballot/kiosk" {
        reads: Everybody => handler::show;
        writes: Everybody => handler::enter_code;
    }
    /// Somebody touches the kiosk.
    KIOSK_STAY = "/ballot/kiosk/stay" {
        writes: Voter => handler::stay;
    }
}

//! The home of a deputy or of somebody of a unit: what waits for them.

pub(super) mod acts;
pub(super) mod handler;
mod view;

use crate::route::RouteRole::Staff;
use crate::route::table;
use domain::access::line::LineContent::SecondWord;
use domain::id::OfficerId;

table! {
    /// Deputies and units at home.
    pages;
    /// What a deputy or somebody of a unit has to do.
    MY = "/my" {
        reads: Staff => handler::show;
    }
    /// What waits for one as the second person.
    MY_ACTS = "/my/acts" {
        reads: Staff => acts::show;
        writes: Staff => acts::confirm, carrying SecondWord;
    }
    /// Taking back, or refusing, what waits for a second person.
    MY_TAKE_BACK = "/my/take-back" {
        writes: Staff => acts::take_back;
    }
    /// Noting that one saw an officer at the own device.
    SEE_OFFICER, see_officer(officer: OfficerId) = "/my/officers/{officer}/seen" {
        writes: Staff => acts::see_officer, carrying SecondWord;
    }
}

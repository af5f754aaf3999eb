//! Calls for leads: the public page and its poster, and the clerk's desk for them.

pub(super) mod desk;
mod desk_view;
pub(super) mod handler;
mod view;

use crate::route::RouteRole::{May, Public, Published};
use crate::route::table;
use domain::access::Action::KeepLibrary;
use domain::id::{CallId, CongressId};

table! {
    /// Calls for leads, for residents and the clerk.
    pages;
    /// A call for leads.
    CALL, call(call: CallId) = "/calls/{call}" {
        reads: Published => handler::show;
    }
    /// The call as a poster to print.
    POSTER, poster(call: CallId) = "/calls/{call}/poster" {
        reads: Public => handler::poster;
    }
    /// A congress's calls.
    CALLS, calls(congress: CongressId) = "/manage/congresses/{congress}/calls" {
        reads: May(KeepLibrary) => desk::list;
    }
    /// A new call.
    NEW_CALL, new_call(congress: CongressId) = "/manage/congresses/{congress}/calls/new" {
        reads: May(KeepLibrary) => desk::show_new;
        writes: May(KeepLibrary) => desk::create;
    }
    /// A call for its clerk.
    MANAGE_CALL, manage_call(call: CallId) = "/manage/calls/{call}" {
        reads: May(KeepLibrary) => desk::show;
        writes: May(KeepLibrary) => desk::change;
    }
    /// For how long residents' contacts are kept.
    CONTACT_DAYS, contact_days(congress: CongressId) = "/manage/congresses/{congress}/contact-days" {
        writes: May(KeepLibrary) => desk::set_contact_days;
    }
}

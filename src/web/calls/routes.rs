//! The routes of calls for leads, a part of the table in `web/routes.rs`.

use super::{desk, handler};
use crate::path;
use crate::route::RouteRole::{May, Public};
use crate::route::{Route, reads, writes};
use domain::access::Action::KeepLibrary;

/// Calls for leads, for residents and the clerk.
pub(crate) fn pages() -> Vec<Route> {
    vec![
        reads(path::CALL, Public, handler::show),
        reads(path::POSTER, Public, handler::poster),
        reads(path::CALLS, May(KeepLibrary), desk::list),
        reads(path::NEW_CALL, May(KeepLibrary), desk::show_new),
        writes(path::NEW_CALL, May(KeepLibrary), desk::create),
        reads(path::MANAGE_CALL, May(KeepLibrary), desk::show),
        writes(path::MANAGE_CALL, May(KeepLibrary), desk::change),
        writes(path::CONTACT_DAYS, May(KeepLibrary), desk::set_contact_days),
    ]
}

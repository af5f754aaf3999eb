//! The addresses of a poll's audit log.

use super::handler;
use crate::path;
use crate::route::RouteRole::May;
use crate::route::{Route, reads, writes};
use domain::access::Action::{Certify, Look};

/// The routes.
pub(crate) fn pages() -> Vec<Route> {
    vec![
        reads(path::AUDIT_LOG, May(Look), handler::show),
        writes(path::AUDIT_LOG, May(Certify), handler::accept),
    ]
}

//! How the audit log stands, and going on with a poll although it is broken.

mod handler;
mod view;

use crate::route::RouteRole::May;
use crate::route::table;
use domain::access::Action::{Certify, Look};
use domain::id::PollId;

table! {
    /// A poll's audit log.
    pages;
    /// How the audit log stands, and going on with the poll although it is broken.
    AUDIT_LOG, audit_log(poll: PollId) = "/manage/polls/{poll}/log" {
        reads: May(Look) => handler::show;
        writes: May(Certify) => handler::accept;
    }
}

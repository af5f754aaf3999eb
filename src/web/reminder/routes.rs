//! The routes of the reminders, a part of the table in `web/routes.rs`.

use super::{inbox, owing, robot, rule};
use crate::path;
use crate::route::RouteRole::{May, Staff};
use crate::route::{Route, reads, writes};
use domain::access::Action::Supervise;

/// Who owes what, and each person's inbox.
pub(crate) fn pages() -> Vec<Route> {
    vec![
        reads(path::OWING, May(Supervise), owing::show),
        writes(path::REMIND_NOW, May(Supervise), owing::run),
        writes(path::TRY_AGAIN, May(Supervise), owing::try_again),
        reads(path::REMINDER_RULE, May(Supervise), rule::show),
        writes(path::REMINDER_RULE, May(Supervise), rule::set),
        reads(path::WEBHOOK, May(Supervise), robot::show),
        writes(path::WEBHOOK, May(Supervise), robot::set),
        writes(path::TRY_WEBHOOK, May(Supervise), robot::try_now),
        writes(path::REMOVE_WEBHOOK, May(Supervise), robot::remove),
        reads(path::INBOX, Staff, inbox::show),
        writes(path::READ_REMINDERS, Staff, inbox::read_all),
        writes(path::READ_REMINDER, Staff, inbox::read),
    ]
}

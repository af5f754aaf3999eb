//! The addresses of a sitting: its roll, its end, and the drafts that it waits for.

use super::handler;
use crate::path;
use crate::routes::Who::May;
use crate::routes::{Route, reads, writes};
use domain::access::Action::{ActOnRound, KeepRoll, Look, Prepare};

/// The routes.
pub(crate) fn pages() -> Vec<Route> {
    vec![
        reads(path::ROLL, May(Look), handler::show_roll),
        writes(path::ROLL, May(KeepRoll), handler::keep_roll),
        writes(path::SITTING_ACT, May(KeepRoll), handler::act),
        reads(path::CLOSING, May(Look), handler::show_closing),
        writes(path::CLOSING, May(ActOnRound), handler::close),
        writes(path::ADD_SITTING, May(Prepare), handler::add_sitting),
        writes(path::POLL_SITTING, May(Prepare), handler::give_poll),
        writes(path::WITHDRAW_POLL, May(ActOnRound), handler::withdraw_poll),
    ]
}

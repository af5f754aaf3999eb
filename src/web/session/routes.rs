//! The addresses of a sitting: its roll, its end, and the drafts that it waits for.

use super::handler;
use crate::domain::access::Action::{ActOnRound, KeepRoll, Look, Prepare};
use crate::web::path;
use crate::web::routes::Who::May;
use crate::web::routes::{Route, reads, writes};

/// The routes.
pub(in crate::web) fn pages() -> Vec<Route> {
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

//! The addresses of a sitting: its roll, its end, and the drafts that it waits for.

use super::handler;
use crate::form::StaffForm;
use crate::path;
use crate::route::RouteRole::May;
use crate::route::{Route, acts, reads, writes};
use crate::visitor::{App, PathPiece};
use axum::extract::State;
use domain::access::Action::{ActOnRound, KeepRoll, Look, Prepare};
use domain::id::SittingId;
use domain::sitting::stage::SittingAct;

/// The routes.
pub(crate) fn pages() -> Vec<Route> {
    let mut pages = vec![
        reads(path::ROLL, May(Look), handler::show_roll),
        writes(path::ROLL, May(KeepRoll), handler::keep_roll),
        reads(path::CLOSING, May(Look), handler::show_closing),
        writes(path::CLOSING, May(ActOnRound), handler::close),
        writes(path::ADD_SITTING, May(Prepare), handler::add_sitting),
        writes(path::POLL_SITTING, May(Prepare), handler::give_poll),
        writes(path::WITHDRAW_POLL, May(ActOnRound), handler::withdraw_poll),
    ];
    pages.extend(acts(
        path::SITTING_ACT,
        SittingAct::ALL,
        SittingAct::word,
        |_| May(KeepRoll),
        |act| {
            move |app: State<App>, at: PathPiece<SittingId>, form: StaffForm| {
                handler::act(act, app, at, form)
            }
        },
    ));
    pages
}

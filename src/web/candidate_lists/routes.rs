//! The routes of candidate lists, a part of the table in `web/routes.rs`.

use super::handler;
use crate::library;
use crate::path;
use crate::route::RouteRole::May;
use crate::route::{Route, act, reads, writes};
use domain::access::Action::{KeepLibrary, Look, ReviseSlate};
use domain::library::list::ListAct;

/// Candidate lists, and the change of a frozen one by two people.
pub(crate) fn pages() -> Vec<Route> {
    vec![
        writes(
            path::NEW_LIST,
            May(KeepLibrary),
            library::handler::create_list,
        ),
        reads(path::CANDIDATE_LIST, May(Look), handler::show),
        writes(path::CANDIDATE_LIST, May(KeepLibrary), handler::save),
        act(
            path::LIST_ACT,
            ListAct::Review.word(),
            May(KeepLibrary),
            handler::note_review,
        ),
        act(
            path::LIST_ACT,
            ListAct::Fix.word(),
            May(KeepLibrary),
            handler::fix,
        ),
        act(
            path::LIST_ACT,
            ListAct::Reopen.word(),
            May(KeepLibrary),
            handler::reopen,
        ),
        writes(path::REVISE_LIST, May(ReviseSlate), handler::revise),
        writes(path::CONFIRM_REVISION, May(ReviseSlate), handler::confirm),
        writes(
            path::DROP_REVISION,
            May(ReviseSlate),
            handler::drop_revision,
        ),
    ]
}

//! Candidate lists: lines and their order, gaps and surplus, review, versions, and the change of a
//! frozen list by two people.

mod form;
pub(super) mod handler;
mod view;

use crate::library;
use crate::route::RouteRole::May;
use crate::route::table;
use domain::access::Action::{KeepLibrary, Look, ReviseSlate};
use domain::id::{CongressId, ListId};
use domain::library::list::ListAct;

table! {
    /// Candidate lists, and the change of a frozen one by two people.
    pages;
    /// A new candidate list.
    NEW_LIST, new_list(congress: CongressId, year: i16) = "/manage/congresses/{congress}/projects/{year}/lists" {
        writes: May(KeepLibrary) => library::handler::create_list;
    }
    /// A candidate list.
    CANDIDATE_LIST, candidate_list(list: ListId) = "/manage/candidate-lists/{list}" {
        reads: May(Look) => handler::show;
        writes: May(KeepLibrary) => handler::save;
    }
    /// An act on a list.
    LIST_ACT, list_act(list: ListId, act: &str) = "/manage/candidate-lists/{list}/act/{act}" {
        act(ListAct::Review.word()): May(KeepLibrary) => handler::note_review;
        act(ListAct::Fix.word()): May(KeepLibrary) => handler::fix;
        act(ListAct::Reopen.word()): May(KeepLibrary) => handler::reopen;
    }
    /// Asking for a change of a frozen list.
    REVISE_LIST, revise_list(list: ListId) = "/manage/candidate-lists/{list}/revision" {
        writes: May(ReviseSlate) => handler::revise;
    }
    /// Confirming it.
    CONFIRM_REVISION, confirm_revision(list: ListId) = "/manage/candidate-lists/{list}/revision/confirm" {
        writes: May(ReviseSlate) => handler::confirm;
    }
    /// Dropping it.
    DROP_REVISION, drop_revision(list: ListId) = "/manage/candidate-lists/{list}/revision/drop" {
        writes: May(ReviseSlate) => handler::drop_revision;
    }
}

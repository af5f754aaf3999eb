//! The ballot account (清点单) of a round, its papers, and the proof that the box was empty.

pub(super) mod handler;
mod view;

use crate::route::RouteRole::May;
use crate::route::table;
use domain::access::Action::{ActOnRound, KeepSlips, Look};
use domain::id::{PollId, RoundId};

pub(super) use view::columns;

table! {
    /// The ballot account of a round, and its papers.
    pages;
    /// The ballot account.
    ACCOUNT, account(poll: PollId) = "/count/{poll}/account" {
        reads: May(Look) => handler::show;
    }
    /// The proof that the box is empty.
    ZERO, zero(poll: PollId) = "/count/{poll}/zero" {
        reads: May(Look) => handler::show_zero;
    }
    /// An act on the papers of a round.
    PAPERS_ACT, papers_act(round: RoundId, act: &str) = "/count/rounds/{round}/papers/{act}" {
        act("printed"): May(KeepSlips) => handler::note_printed;
        act("spoilt"): May(KeepSlips) => handler::replace;
        act("returned"): May(ActOnRound) => handler::enter;
    }
}

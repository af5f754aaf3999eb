//! The outcome and the certified statement, for the officers.

mod correction;
pub(super) mod handler;
mod view;

use crate::route::RouteRole::May;
use crate::route::table;
use domain::access::Action::{ActOnRound, Certify, Look};
use domain::id::{PollId, RoundId};

pub(super) use correction::{change, change_in_words};

table! {
    /// The outcome and its statement.
    pages;
    /// The outcome for officers.
    COUNT, count(poll: PollId) = "/count/{poll}" {
        reads: May(Look) => handler::show;
    }
    /// What the presidium decided about a tie.
    PRESIDIUM, presidium(round: RoundId) = "/count/rounds/{round}/presidium" {
        writes: May(ActOnRound) => handler::decide;
    }
    /// The certified statement.
    STATEMENT, statement(poll: PollId) = "/count/{poll}/statement" {
        reads: May(Look) => handler::show_statement;
        writes: May(Certify) => handler::correct;
    }
}

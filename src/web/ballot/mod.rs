//! The deputy's path: code, ballot, review, cast, done. No account, no script needed.
//!
//! `handler.rs` tells the path, `form.rs` reads the marks strictly, `choice.rs` says what may be
//! chosen by the kind of ballot, `line.rs` what a line says, `view.rs` shows the ballot, `review.rs` the review before casting, `notices.rs`
//! what else a deputy is told. Nothing here is logged: no address, code, mark or time of a voter
//! leaves these files.

mod blank;
mod choice;
mod form;
pub(super) mod handler;
mod line;
pub(super) mod live;
mod notices;
mod remark;
mod review;
mod view;

use crate::route::RouteRole::{Everybody, Voter};
use crate::route::table;
use domain::id::PollId;

pub(super) use choice::choices;
pub(super) use notices::keep_or_change;

table! {
    /// The deputy's path: a slip, and no account.
    pages;
    /// A slip's address.
    SLIP, slip(code: &str) = "/b/{code}" {
        reads: Everybody => handler::scan;
    }
    /// Typing a code.
    CODE = "/ballot" {
        reads: Everybody => handler::show_code;
        writes: Everybody => handler::enter_code;
    }
    /// The ballot.
    BALLOT, ballot(poll: PollId) = "/ballot/{poll}" {
        reads: Voter => handler::show;
        writes: Voter => handler::change;
    }
    /// Checking it.
    REVIEW, review(poll: PollId) = "/ballot/{poll}/review" {
        reads: Voter => handler::show;
        writes: Voter => handler::review;
    }
    /// Casting it.
    CAST, cast(poll: PollId) = "/ballot/{poll}/cast" {
        writes: Voter => handler::cast;
    }
    /// It is in the box.
    DONE, done(poll: PollId) = "/ballot/{poll}/done" {
        reads: Voter => handler::done;
    }
    /// How voting stands, for the phone that holds a slip.
    BALLOT_LIVE, ballot_live(poll: PollId) = "/ballot/{poll}/live" {
        reads: Voter => live::live;
    }
}

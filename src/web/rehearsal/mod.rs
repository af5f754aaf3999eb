//! A rehearsal of a poll: started, carried by the day's own pages, wiped with proof.

pub(super) mod handler;
mod view;

use crate::route::RouteRole::May;
use crate::route::table;
use domain::access::Action::{Look, Prepare};
use domain::id::PollId;

table! {
    /// Rehearsing a poll.
    pages;
    /// Rehearsing it.
    REHEARSAL, rehearsal(poll: PollId) = "/manage/polls/{poll}/rehearsal" {
        reads: May(Look) => handler::show;
        writes: May(Prepare) => handler::start;
    }
    /// The dummies' votes.
    DUMMIES, dummies(poll: PollId) = "/manage/polls/{poll}/rehearsal/votes" {
        writes: May(Prepare) => handler::vote;
    }
    /// The end of a rehearsal.
    WIPE, wipe(poll: PollId) = "/manage/polls/{poll}/rehearsal/wipe" {
        writes: May(Prepare) => handler::wipe;
    }
}

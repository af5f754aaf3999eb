//! The office's year: the task list, sessions, the library, the roll of a sitting.

mod closing;
pub(super) mod handler;
mod roll;
mod view;

use crate::at_desk::StaffDesk;
use crate::route::RouteRole::{May, Staff};
use crate::route::acts;
use crate::route::table;
use crate::visitor::PathPiece;
use domain::access::Action::{ActOnRound, KeepRoll, Look, Prepare};
use domain::id::{CongressId, PollId, SessionId, SittingId};
use domain::sitting::stage::SittingAct;

pub(super) use view::sitting_field;

table! {
    /// The office's tasks, and its sessions.
    pages;
    /// The year's task list.
    MANAGE = "/manage" {
        reads: Staff => handler::tasks;
    }
    /// A new session.
    NEW_SESSION, new_session(congress: CongressId) = "/manage/congresses/{congress}/sessions/new" {
        reads: May(Look) => handler::show_new;
        writes: May(Prepare) => handler::create;
    }
    /// A session for its officers.
    MANAGE_SESSION, manage_session(session: SessionId) = "/manage/sessions/{session}" {
        reads: May(Look) => handler::show;
    }
    /// The form of a new poll.
    NEW_POLL, new_poll(session: SessionId) = "/manage/sessions/{session}/polls/new" {
        reads: May(Look) => handler::show_new_poll;
        writes: May(Prepare) => handler::create_poll;
    }
}

table! {
    /// A sitting: its roll, its end, and the drafts that it waits for.
    sittings;
    /// A sitting's roll.
    ROLL, roll(sitting: SittingId) = "/manage/sittings/{sitting}/roll" {
        reads: May(Look) => handler::show_roll;
        writes: May(KeepRoll) => handler::keep_roll;
    }
    /// Closing a sitting.
    CLOSING, closing(sitting: SittingId) = "/manage/sittings/{sitting}/closing" {
        reads: May(Look) => handler::show_closing;
        writes: May(ActOnRound) => handler::close;
    }
    /// Adding the next sitting of a session.
    ADD_SITTING, add_sitting(session: SessionId) = "/manage/sessions/{session}/sittings" {
        writes: May(Prepare) => handler::add_sitting;
    }
    /// Giving a poll's draft to another sitting.
    POLL_SITTING, poll_sitting(poll: PollId) = "/manage/polls/{poll}/sitting" {
        writes: May(Prepare) => handler::give_poll;
    }
    /// Withdrawing a poll.
    WITHDRAW_POLL, withdraw_poll(poll: PollId) = "/manage/polls/{poll}/withdraw" {
        writes: May(ActOnRound) => handler::withdraw_poll;
    }
    /// An act on a sitting.
    SITTING_ACT, sitting_act(sitting: SittingId, act: &str) = "/manage/sittings/{sitting}/{act}" {
        .. acts(
            SITTING_ACT, SittingAct::ALL, SittingAct::word,
            |_| May(KeepRoll),
            |act| move |at: PathPiece<SittingId>, desk: StaffDesk|
                handler::act(act, at, desk),
        );
    }
}

//! Counting papers by hand: the room with its batches, typing a batch, deciding, calling out, the
//! sheet of problem codes.

mod calling;
mod codes;
mod deciding;
pub(super) mod handler;
mod page;
mod room;
mod typing;

use crate::route::RouteRole::{Anywhere, May};
use crate::route::table;
use domain::access::Action::{CallPapers, JudgePapers, Look};
use domain::access::line::LineContent::SecondWord;
use domain::id::RoundId;

table! {
    /// Papers counted by hand. A teller may type on the screen of whoever works in the hall, with a PIN.
    pages;
    /// The counting room: papers typed by hand, batch by batch.
    COUNTING, counting(round: RoundId) = "/count/rounds/{round}/batches" {
        reads: May(Look) => handler::show;
    }
    /// One batch of papers.
    BATCH, batch(round: RoundId, number: u32) = "/count/rounds/{round}/batches/{number}" {
        reads: May(Look) => handler::show_batch;
    }
    /// A batch that is called out.
    CALLING, calling(round: RoundId, number: u32) = "/count/rounds/{round}/batches/{number}/calling" {
        reads: May(Look) => handler::show_calling;
    }
    /// An act on a batch.
    BATCH_ACT, batch_act(round: RoundId, number: u32, act: &str) = "/count/rounds/{round}/batches/{number}/{act}" {
        act("type"): May(Look) => handler::type_in, carrying SecondWord;
        act("retype"): May(Look) => handler::type_again, carrying SecondWord;
        act("decide"): May(JudgePapers) => handler::decide, carrying SecondWord;
        act("confirm"): May(JudgePapers) => handler::confirm, carrying SecondWord;
        act("call-begin"): May(CallPapers) => handler::begin_calling, carrying SecondWord;
        act("call-mark"): May(CallPapers) => handler::mark_called, carrying SecondWord;
        act("call-undo"): May(CallPapers) => handler::undo_called, carrying SecondWord;
        act("call-end"): May(CallPapers) => handler::end_calling, carrying SecondWord;
    }
    /// The numbered problems of the count.
    CODES = "/count/codes" {
        reads: Anywhere(Look) => handler::show_codes;
    }
}

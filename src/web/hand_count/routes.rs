//! The routes of the counting room, a part of the table in `web/routes.rs`.

use super::handler;
use crate::path;
use crate::route::RouteRole::{Anywhere, May};
use crate::route::{Route, act, reads};
use domain::access::Action::{CallPapers, JudgePapers, Look};
use domain::access::line::LineContent::SecondWord;

/// Papers counted by hand. A teller may type on the screen of whoever works in the hall, with a PIN.
pub(crate) fn pages() -> Vec<Route> {
    let batch = path::BATCH_ACT;
    vec![
        reads(path::COUNTING, May(Look), handler::show),
        reads(path::BATCH, May(Look), handler::show_batch),
        reads(path::CALLING, May(Look), handler::show_calling),
        act(batch, "type", May(Look), handler::type_in).carrying(SecondWord),
        act(batch, "retype", May(Look), handler::type_again).carrying(SecondWord),
        act(batch, "decide", May(JudgePapers), handler::decide).carrying(SecondWord),
        act(batch, "confirm", May(JudgePapers), handler::confirm).carrying(SecondWord),
        act(batch, "call-begin", May(CallPapers), handler::begin_calling).carrying(SecondWord),
        act(batch, "call-mark", May(CallPapers), handler::mark_called).carrying(SecondWord),
        act(batch, "call-undo", May(CallPapers), handler::undo_called).carrying(SecondWord),
        act(batch, "call-end", May(CallPapers), handler::end_calling).carrying(SecondWord),
        reads(path::CODES, Anywhere(Look), handler::show_codes),
    ]
}

//! A sitting's slips: print, hand out, cancel what is left.

pub(super) mod handler;
mod view;

use crate::route::RouteRole::May;
use crate::route::table;
use domain::access::Action::{KeepSlips, Look};
use domain::access::line::LineContent::{SecondWord, Secret};
use domain::id::SittingId;

table! {
    /// Printed slips.
    pages;
    /// A sitting's slips.
    SLIPS, slips(sitting: SittingId) = "/manage/sittings/{sitting}/slips" {
        reads: May(Look) => handler::show;
    }
    /// Asking for slips to be printed.
    ASK_SLIPS, ask_slips(sitting: SittingId) = "/manage/sittings/{sitting}/slips/ask" {
        writes: May(KeepSlips) => handler::ask;
    }
    /// Confirming the slips that somebody else asked for.
    CONFIRM_SLIPS, confirm_slips(sitting: SittingId) = "/manage/sittings/{sitting}/slips/confirm" {
        writes: May(KeepSlips) => handler::confirm, carrying SecondWord;
    }
    /// The print of slips, once, for the one who asked for it.
    SHOW_SLIPS, show_slips(sitting: SittingId) = "/manage/sittings/{sitting}/slips/print" {
        writes: May(KeepSlips) => handler::print, carrying Secret;
    }
    /// Handing slips out.
    ISSUE_SLIPS, issue_slips(sitting: SittingId) = "/manage/sittings/{sitting}/slips/issue" {
        writes: May(KeepSlips) => handler::issue;
    }
    /// Cancelling left-over slips.
    CANCEL_SLIPS, cancel_slips(sitting: SittingId) = "/manage/sittings/{sitting}/slips/cancel" {
        writes: May(KeepSlips) => handler::cancel;
    }
}

//! Official forms: which there are, and each as PDF. The words and numbers of a form are put
//! together here from what the service read; `paper` prints them.

mod ballot;
mod day;
pub(super) mod handler;
mod head;
mod notice;
mod pdf;
mod sign_in;
mod slips;
mod statement;
mod view;

use crate::route::RouteRole::{May, Public};
use crate::route::table;
use domain::access::Action::Look;
use domain::id::{NoticeId, PollId, SittingId};

pub(super) use head::{column, figure, head, text};
pub(super) use pdf::pdf;
pub(super) use slips::slips;

table! {
    /// Official forms as PDF.
    pages;
    /// The official forms of a poll.
    POLL_FORMS, poll_forms(poll: PollId) = "/manage/polls/{poll}/forms" {
        reads: May(Look) => handler::show;
    }
    /// One of them as PDF.
    POLL_FORM, poll_form(poll: PollId, form: &str) = "/manage/polls/{poll}/forms/{form}" {
        reads: May(Look) => handler::print;
    }
    /// The sheet to sign in at a sitting, as PDF.
    SIGN_IN_SHEET, sign_in_sheet(sitting: SittingId) = "/manage/sittings/{sitting}/sign-in-sheet" {
        reads: May(Look) => handler::print_sign_in;
    }
    /// The same as PDF.
    NOTICE_PDF, notice_pdf(notice: NoticeId) = "/notices/{notice}/pdf" {
        reads: Public => handler::print_notice;
    }
}

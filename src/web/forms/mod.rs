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

pub(super) use head::{column, figure, head, text};
pub(super) use pdf::pdf;
pub(super) use slips::slips;

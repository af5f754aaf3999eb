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

pub(super) use choice::choices;

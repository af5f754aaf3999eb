//! The deputy's path: code, ballot, review, cast, done. No account, no script needed.
//!
//! `handler.rs` tells the path, `form.rs` reads the marks strictly, `view.rs` and `told.rs` show.
//! Nothing here is logged: no address, code, mark or time of a voter leaves these files.

mod form;
pub(super) mod handler;
mod told;
mod view;

//! The ballot account (清点单) of a round, its papers, and the proof that the box was empty.

pub(super) mod handler;
mod view;

pub(super) use view::columns;

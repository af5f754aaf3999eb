//! Counting papers by hand: the room with its batches, typing a batch, deciding, calling out, the
//! sheet of problem codes.

mod calling;
mod codes;
mod deciding;
pub(super) mod handler;
mod page;
mod room;
pub(crate) mod routes;
mod typing;

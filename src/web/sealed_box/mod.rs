//! The sealed box of a round: sealing it, its cards, giving them for opening, destroying them.

pub(super) mod handler;
mod view;

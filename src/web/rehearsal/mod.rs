//! A rehearsal of a poll: started, carried by the day's own pages, wiped with proof.

pub(super) mod handler;
mod view;

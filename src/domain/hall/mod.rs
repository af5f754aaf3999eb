//! The hall: what its big screens may show, and how an operator chooses it.

pub mod cue;
pub mod scene;
pub mod screen;

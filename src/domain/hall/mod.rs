//! The hall: what its big screens may show, and how an operator chooses it.

pub mod scene;
pub mod screen;
pub mod suggested_scene;

//! Acts that take two people: asked for by one, shown to another, confirmed by that one.

pub mod asking;
pub mod confirming;
pub mod showing;
pub mod standing;

//! Acts that take two people: asked for by one, shown to another, confirmed by that one.

pub mod ask;
pub mod confirm;
pub mod person;
pub(crate) mod place;
pub mod press;
pub mod show;

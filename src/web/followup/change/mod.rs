//! Changes of what was voted: asked for, decided by the body of the level.

pub(crate) mod handler;
mod view;

//! Changes of what was voted: asked for, decided by the body of the level.

pub(in crate::web) mod handler;
mod view;

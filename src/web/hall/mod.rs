//! The hall's big screens: the screen itself, which has no controls, and the operator's page.

pub(super) mod control;
pub(super) mod handler;
mod page;
mod panel;
mod rows;
mod stage;
mod wall;

pub(super) use wall::Walls;

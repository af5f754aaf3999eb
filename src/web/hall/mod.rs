//! The hall's big screens: the screen itself, which has no controls, and the operator's page.

pub(super) mod control;
mod followed_screens;
pub(super) mod handler;
mod language;
mod page;
mod panel;
mod rows;
mod stage;

pub(super) use followed_screens::FollowedScreens;

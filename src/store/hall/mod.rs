//! Screens of the hall.

pub mod screens;

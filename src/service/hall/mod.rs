//! The hall on voting day: its screens, the numbers that move in steps, and who follows them.
//!
//! [`screens`] is the operator's part, [`scenes`] loads what one screen shows now, [`steps`] has the
//! numbers that everybody may follow.

mod lines;
pub mod scenes;
pub mod screens;
pub mod steps;

//! The hall on voting day: its screens, the numbers that change in steps, and who follows them.
//!
//! [`screens`] is the operator's part, `cues` names the scene of the present step, [`scenes`] loads what one
//! screen shows now, [`following`] has the numbers that everybody may follow.

pub(crate) mod cues;
pub mod following;
mod lines;
pub mod live_numbers;
pub mod scenes;
pub mod screens;

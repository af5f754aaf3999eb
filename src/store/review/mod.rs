//! Department reviews and public questions.

pub mod opinions;
pub mod polls;
pub mod questions;
pub mod reviews;
pub mod tasks;

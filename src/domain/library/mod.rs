//! The project library (项目库): calls and leads, what may come onto a slate, and how it gets there.
//!
//! A [`crate::leads::call`] asks residents; what comes in is a [`crate::leads`]. Read then [`sheet`] (what a project says),
//! [`stage`] (where it stands and what may move it), [`appraisal`] (what stands between the library
//! and candidacy), [`list`] (候选项目名单). Everything here decides from values handed in.

pub mod appraisal;
pub mod event;
pub mod fund;
pub mod grams;
pub mod kind;
pub mod list;
pub mod merge;
pub mod opinion;
pub mod project;
pub mod sheet;
pub mod stage;
pub mod translation;
pub mod typed;
pub mod wording;

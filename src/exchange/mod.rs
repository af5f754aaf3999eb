//! FILES IN AND OUT: rosters, projects, congresses as tables, read into domain values.
//!
//! A reader never saves: it answers with rows, or with every problem and its place, so that a trial
//! run and the real one are the same. Headers are data (`columns.csv`), in Chinese and English.

mod columns;
mod congresses;
mod deputies;
mod money;
mod projects;
mod table;

pub use congresses::{CongressRow, read_congresses};
pub use deputies::{DeputyRow, read_deputies};
pub use projects::{ProjectRow, read_projects};

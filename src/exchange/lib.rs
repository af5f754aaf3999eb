//! FILES IN AND OUT: rosters, projects, congresses as CSV and XLSX, to rows and back.
//!
//! A reader never saves: it answers with a [`Trial`], all rows and all problems with their places,
//! so that a trial run and the real one are the same. A file's name is never looked at, only its
//! bytes, and every size is bounded before it is trusted. Headers are data (`columns.csv`), in
//! Chinese and English. Read [`Trial`], then `table.rs` (which column is which), then `grid.rs`
//! (what a cell may hold), then `delimited.rs` and `xlsx.rs` (bytes). Ballots are the exception: they
//! are read one at a time ([`BallotFile`]), for a count must not grow with its file.

mod archive;
mod ballots;
mod cell;
mod columns;
mod congresses;
mod delimited;
mod deputies;
mod export;
mod file_row;
mod funding;
mod grid;
mod kind;
mod leads;
mod markup;
mod money;
mod pabulib;
mod picture;
mod projects;
mod records;
mod reports;
mod spot;
mod table;
mod trial;
mod xlsx;

pub use ballots::{BallotFile, BallotTable, FileBallot, FileCandidate};
pub use congresses::{CongressRow, read_congresses, try_congresses};
pub use deputies::{DeputyRow, read_deputies, try_deputies};
pub use export::{ExportError, Format, export};
pub use file_row::{Column, FileRow, columns_of, template};
pub use funding::source_name;
pub use grid::{MOST_BYTES, MOST_ROWS};
pub use leads::LeadRow;
pub use money::{amount, amount_text};
pub use pabulib::Pabulib;
pub use picture::{MOST_PICTURE_BYTES, ResizedPhoto, shrink};
pub use projects::{ProjectRow, read_people, read_projects, try_projects};
pub use reports::ReportRow;
pub use trial::{Import, Trial};

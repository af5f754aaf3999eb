//! FILES OF A CLERK: tried, looked at, then saved all or nothing; and given back as files.
//!
//! # The way of a file
//!
//! 1. `Service::try_file` reads it away from the threads that answer requests (`reading.rs`) and
//!    puts its bytes on the shelf (`waiting_files.rs`) under a random name. Nothing is saved.
//! 2. `Service::get_trial` compares it with what stands (`compare.rs`): new, changed, unchanged,
//!    left out, and every problem with its row and column.
//! 3. `Service::save_file` takes exactly those bytes, compares again inside its transaction, and
//!    saves only if what stands is still what the clerk was shown.
//!
//! The console's imports (`minsheng admin`) skip the shelf and share the rest: permit, read,
//! compare, save, one event.
//!
//! # A further kind of file
//!
//! A kind is what a file brings, such as a roster. To add one:
//!
//! 1. its columns in `src/exchange/columns.csv` and `examples.csv`, its row with
//!    [`FileRow`](exchange::FileRow) beside `src/exchange/deputies.rs`;
//! 2. a `Table` (`table.rs`) beside `deputies.rs` here: who may, what stands, how a row is saved, its event;
//! 3. a variant of [`FileKind`] with its word and its table;
//! 4. the messages `import-title-…`, `import-hint-…` and `import-column-…` of its word.
//!
//! Pages, bounds, trial, sample, exports and templates then work for it.

mod compare;
mod congresses;
mod deputies;
mod kind;
mod leads;
mod projects;
mod reading;
mod reports;
mod save;
mod table;
pub mod tables;
mod trial;
mod waiting_files;

pub use compare::{ChangeCounts, ChangedRow, Comparison, NamedRow, RowChange};
pub use kind::FileKind;
pub use table::AbsentRows;
pub use trial::{FileOutcome, FilePage, TrialView, UploadedFile};
pub use waiting_files::FileName;

pub use exchange::{Column, Format, MOST_BYTES, MOST_ROWS};

pub(crate) use leads::row_of as lead_row;
pub(crate) use reading::FileReaders;
pub(crate) use waiting_files::WaitingFiles;

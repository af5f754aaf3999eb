//! What the product says, kept word for word: for whoever rebuilds its inside and must show that nothing
//! moved.
//!
//! Before and after a change that must change nothing, run
//!
//! ```text
//! cargo nextest run --locked --test product golden::
//! ```
//!
//! A difference names the page, the role, the stage of the demo and the first line that is another one.
//! Where a change is meant, `UPDATE_SNAPSHOTS=1` before the same command writes the files in this folder
//! anew, and the diff of those files is what a reader of the change looks at.
//!
//! - `pages/` has a file a route, with every address that was asked for, every role that may see it and
//!   every stage of the demo. A line that all of them see stands once; a line that some see stands under
//!   the `@ stages: roles` that see it (`*`: all that see the page; `-clerk`: all but the clerk).
//!   Which roles are asked is read from `access.txt` beside this folder, and the routes from the product, so
//!   that a new page has a file by itself. A form is posted empty by one who may, and its answer kept.
//! - `days/` has voting days of every kind and the ways of a voter and of the office, step by step: the
//!   pages without their frame, the canonical texts and the log that each leaves.
//! - The other files here have one line, or one block, for each thing that they list.
//!
//! `masks.rs` tells what is not kept: what chance or the port of the test's server gave.

mod address;
mod audit;
mod days;
mod folded;
mod kept;
mod log;
mod masks;
mod pages;
mod product;
mod texts;
mod words;

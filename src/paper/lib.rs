//! PAPER. Official forms as PDF, by Typst.
//!
//! A form is data: a [`FormHead`] that names it on every page, and a [`FormBody`] that says which template
//! of `templates` draws it. The templates show what they are given as text, never as markup. The
//! [`Press`] turns a form into bytes on a thread of its own, with the typefaces of the office's
//! folder, then those compiled in (`fonts`, cut by `scripts/fonts`), then the system's; a character
//! that none of them has stops the print. Read [`form`] first, then `press.rs`.
//!
//! All of Typst stands behind the feature `typst`: a build without it has the same [`Press`], which
//! prints nothing and says so.

#[cfg(feature = "typst")]
mod faces;
mod folders;
pub mod form;
#[cfg(feature = "typst")]
mod missing;
#[cfg(not(feature = "typst"))]
mod no_press;
#[cfg(feature = "typst")]
mod press;
mod unprinted;
#[cfg(feature = "typst")]
mod world;

pub use folders::{FaceFolders, SYSTEM_FONTS};
pub use form::{
    BallotPaper, BlankCard, CallingSheet, CardSheet, CoverSheet, Figure, FormBody, FormHead,
    NoticeForm, ParallelSheet, PrintedForm, RecordBlock, RecordForm, RightToLeftLanguage,
    SealLabel, Signature, SlateLine, SlipCell, SlipSheet, TableColumn, Translation,
};
#[cfg(not(feature = "typst"))]
pub use no_press::Press;
#[cfg(feature = "typst")]
pub use press::Press;
pub use unprinted::PressError;

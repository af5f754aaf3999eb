//! PAPER. Official forms as PDF, by Typst.
//!
//! A form is data: a [`Head`] that names it on every page, and a [`Body`] that says which template
//! of `templates` draws it. The templates show what they are given as text, never as markup. The
//! [`Press`] turns a form into bytes on a thread of its own, with the typefaces of the office's
//! folder, then those compiled in (`fonts`, cut by `scripts/fonts`), then the system's; a character
//! that none of them has stops the print. Read [`form`] first, then [`press`].

mod faces;
pub mod form;
mod missing;
pub mod press;
mod world;

pub use faces::{FaceFolders, SYSTEM_FONTS};
pub use form::{
    Ballot, Block, Body, Card, Cards, Column, Cover, Figure, Foreign, Form, Head, Label, Line,
    Notice, Parallel, Record, Script, Signature, Slip, Slips, Tally,
};
pub use press::{Press, PressError};

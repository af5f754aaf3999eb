//! The rules of a poll: every setting on one side, their plain reading on the other.
//!
//! `page.rs` is the page, `templates.rs` the choice of a template, `fields.rs` draws the settings,
//! `form.rs` reads them. A setting that a kind of ballot does not know is neither shown nor read.

mod fields;
mod form;
mod page;
mod templates;

pub(super) use form::{read, typed};
pub(super) use page::{RulesPage, rules, tried};
pub(crate) use templates::{choices, read as read_template};

//! The project library for the office: the list of a year with search and filters, and a project's
//! page with its tabs as links.

mod clash;
pub(super) mod content;
pub(super) mod handler;
mod history;
mod index;
mod origins;
pub(super) mod photos;
pub(crate) mod routes;
mod sheet_form;
pub(super) mod tabs;
pub(super) mod translations;

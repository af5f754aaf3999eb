//! Photos of reports, findings and answers: the field of a form, the way of a photo over a bad line,
//! the photos on a page.

mod form;
pub(crate) mod handler;
mod view;

pub(super) use form::bring;
pub(super) use view::{PhotoTray, field, gallery};

//! The official forms: which there are, and from when each is true.

pub mod official_form;

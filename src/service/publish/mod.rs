//! Publishing a result, and what the official forms are printed from.

pub mod official_forms;
pub(crate) mod publishing;

//! Projects of the library, their history, opinions, appraisals, translations and results.

pub mod appraisals;
pub mod opinions;
pub mod project_changes;
pub mod project_leads;
pub mod projects;
pub mod screenings;
pub mod translations;
pub mod vote_results;

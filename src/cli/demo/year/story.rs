//! A project of the demo's year, for the parts that tell of it.

use domain::congress::Level;
use domain::followup::selected_project::SelectedProject;

use super::fate::DemoCourse;

/// The year that is lived.
pub(super) const YEAR: i16 = 2026;

/// One project with what the year has for it.
#[derive(Debug, Clone)]
pub(super) struct DemoProject {
    pub(super) project: SelectedProject,
    pub(super) level: Level,
    /// Its place among all, from which its texts are taken.
    pub(super) place: usize,
    pub(super) fate: DemoCourse,
}

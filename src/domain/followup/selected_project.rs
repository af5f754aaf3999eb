//! A project as the follow-up needs it: what was voted, as the library says it.

use crate::id::{CongressId, ProjectId};
use crate::library::project::ProjectStage;

/// A project that was selected, with what the library says of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SelectedProject {
    /// Identifier.
    pub id: ProjectId,
    pub congress: CongressId,
    /// The office's own code.
    pub code: String,
    /// The year it was selected for.
    pub year: i16,
    /// Its name, as on the ballot.
    pub name: String,
    /// One line: what, for how many.
    pub summary: String,
    /// Scale with its unit.
    pub scale: String,
    pub place: String,
    pub beneficiaries: String,
    /// Its kind.
    pub category: String,
    /// In fen.
    pub investment: i64,
    /// The unit that leads, by name.
    pub lead_unit: String,
    /// When it should be finished, in the library's words.
    pub finish_by: String,
    /// Where it stands.
    pub stage: ProjectStage,
}

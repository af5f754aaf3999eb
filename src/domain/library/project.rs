//! A livelihood project with its place on the way. A candidate is a project in a stage, never a
//! second record.

use super::kind::Category;
use super::sheet::Sheet;
pub use super::stage::ProjectStage;
use crate::id::{CongressId, ProjectId};

/// A project with everything that it says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Project {
    /// Identifier.
    pub id: ProjectId,
    /// Whose library.
    pub congress: CongressId,
    /// The year it is meant for.
    pub year: i16,
    /// What it says.
    pub sheet: Sheet,
    /// Where it stands.
    pub stage: ProjectStage,
    /// How often it was saved; a form carries it, so that nobody saves over another's text.
    pub version: u32,
    /// Why it was declined or merged; empty otherwise.
    pub reason: String,
    /// The project it went into.
    pub merged_into: Option<ProjectId>,
    /// Last year's project that returned as this one.
    pub previous: Option<ProjectId>,
}

/// A project as lists need it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProjectLine {
    /// Identifier.
    pub id: ProjectId,
    /// Whose library.
    pub congress: CongressId,
    /// The office's own code.
    pub code: String,
    /// The year it is meant for.
    pub year: i16,
    /// Name on the ballot.
    pub name: String,
    /// One line: what, for how many.
    pub summary: String,
    pub place: String,
    /// What it is about.
    pub category: Category,
    /// Investment in fen.
    pub investment: i64,
    /// What it needs this year, in fen.
    pub need_this_year: i64,
    /// Secured for this year, in fen.
    pub secured: i64,
    /// Unit that must carry it out.
    pub lead_unit: String,
    /// Where it stands.
    pub stage: ProjectStage,
}

impl ProjectLine {
    /// Fen still missing for this year.
    #[must_use]
    pub fn gap(&self) -> i64 {
        self.need_this_year.saturating_sub(self.secured).max(0)
    }
}

//! A livelihood project and its stages. A candidate is a project in a stage, never a second record.

use crate::domain::id::{CongressId, ProjectId};

/// Where a project stands on its way from the library to the vote.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ProjectStage {
    /// In the library.
    InLibrary,
    /// Being appraised.
    UnderAppraisal,
    /// May be put on a slate.
    Candidate,
    /// On a frozen slate.
    OnSlate,
    /// Chosen by the deputies.
    Selected,
    /// Not chosen; may return next year.
    NotSelected,
    /// Refused with a reason.
    Declined,
    /// Merged into another project.
    Merged,
}

impl ProjectStage {
    /// All stages.
    pub const ALL: [Self; 8] = [
        Self::InLibrary,
        Self::UnderAppraisal,
        Self::Candidate,
        Self::OnSlate,
        Self::Selected,
        Self::NotSelected,
        Self::Declined,
        Self::Merged,
    ];

    /// The word in the store.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::InLibrary => "in_library",
            Self::UnderAppraisal => "under_appraisal",
            Self::Candidate => "candidate",
            Self::OnSlate => "on_slate",
            Self::Selected => "selected",
            Self::NotSelected => "not_selected",
            Self::Declined => "declined",
            Self::Merged => "merged",
        }
    }

    /// The stage of a word.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|stage| stage.word() == word)
    }
}

/// A project as slates and pages need it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Project {
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
    /// What is built, in full.
    pub content: String,
    /// Scale with its unit.
    pub scale: String,
    /// Where.
    pub place: String,
    /// For whom and how many.
    pub beneficiaries: String,
    /// Kind, such as roads or water.
    pub category: String,
    /// Investment in fen.
    pub investment: i64,
    /// Unit that must carry it out.
    pub lead_unit: String,
    /// When it will be finished, in the plan's words.
    pub finish_by: String,
    /// Where it stands.
    pub stage: ProjectStage,
}

//! A livelihood project and its stages. A candidate is a project in a stage, never a second record.

use crate::domain::id::{CongressId, ProjectId};

/// Where a project stands on its way from the library through the vote to its grade.
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
    /// With its plan, at a unit.
    Assigned,
    /// Work has begun.
    InProgress,
    /// The works are finished, not accepted yet.
    Completed,
    /// Finished and accepted.
    Accepted,
    /// Graded by the deputies.
    Evaluated,
    /// Stopped for a time by its deciding body.
    Suspended,
    /// Ended unfinished by its deciding body.
    Terminated,
}

impl ProjectStage {
    /// All stages.
    pub const ALL: [Self; 15] = [
        Self::InLibrary,
        Self::UnderAppraisal,
        Self::Candidate,
        Self::OnSlate,
        Self::Selected,
        Self::NotSelected,
        Self::Declined,
        Self::Merged,
        Self::Assigned,
        Self::InProgress,
        Self::Completed,
        Self::Accepted,
        Self::Evaluated,
        Self::Suspended,
        Self::Terminated,
    ];

    /// Whether it is a candidate, or was one and went on to the vote.
    #[must_use]
    pub fn has_been_candidate(self) -> bool {
        match self {
            Self::Candidate
            | Self::OnSlate
            | Self::Selected
            | Self::NotSelected
            | Self::Assigned
            | Self::InProgress
            | Self::Completed
            | Self::Accepted
            | Self::Evaluated
            | Self::Suspended
            | Self::Terminated => true,
            Self::InLibrary | Self::UnderAppraisal | Self::Declined | Self::Merged => false,
        }
    }

    /// Whether its texts may still be changed: what is voted on does not change under the vote, and
    /// what was declined or merged stays so.
    #[must_use]
    pub fn is_open_to_change(self) -> bool {
        matches!(
            self,
            Self::InLibrary | Self::UnderAppraisal | Self::Candidate
        )
    }

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
            Self::Assigned => "assigned",
            Self::InProgress => "in_progress",
            Self::Completed => "completed",
            Self::Accepted => "accepted",
            Self::Evaluated => "evaluated",
            Self::Suspended => "suspended",
            Self::Terminated => "terminated",
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

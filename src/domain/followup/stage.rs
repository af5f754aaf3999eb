//! A project's stages after the vote, as one table.

use crate::library::project::ProjectStage;

/// An act that moves a selected project.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum FollowupAct {
    /// It gets its plan (交办).
    Assign,
    /// The first work is reported.
    Start,
    /// The works are finished.
    Complete,
    /// The finished work is accepted (验收).
    Accept,
    /// Deputies graded it (测评).
    Evaluate,
    /// The deciding body stops it for a time.
    Suspend,
    /// The deciding body lets it go on.
    Resume,
    /// The deciding body ends it.
    Terminate,
}

impl FollowupAct {
    /// All acts.
    pub const ALL: [Self; 8] = [
        Self::Assign,
        Self::Start,
        Self::Complete,
        Self::Accept,
        Self::Evaluate,
        Self::Suspend,
        Self::Resume,
        Self::Terminate,
    ];
}

/// The stage after an act, or nothing when the act does not belong here.
#[must_use]
pub fn after(stage: ProjectStage, act: FollowupAct) -> Option<ProjectStage> {
    use FollowupAct::{Accept, Assign, Complete, Evaluate, Resume, Start, Suspend, Terminate};
    use ProjectStage as S;
    match (stage, act) {
        (S::Selected, Assign) => Some(S::Assigned),
        // Whoever goes on after a stop has been at work or is about to be.
        (S::Assigned, Start) | (S::Suspended, Resume) => Some(S::InProgress),
        (S::InProgress, Complete) => Some(S::Completed),
        (S::Completed, Accept) => Some(S::Accepted),
        (S::Accepted, Evaluate) => Some(S::Evaluated),
        (S::Assigned | S::InProgress, Suspend) => Some(S::Suspended),
        (S::Assigned | S::InProgress | S::Suspended, Terminate) => Some(S::Terminated),
        (
            S::InLibrary
            | S::UnderAppraisal
            | S::Candidate
            | S::OnSlate
            | S::Selected
            | S::NotSelected
            | S::Declined
            | S::Merged
            | S::Assigned
            | S::InProgress
            | S::Completed
            | S::Accepted
            | S::Evaluated
            | S::Suspended
            | S::Terminated,
            Assign | Start | Complete | Accept | Evaluate | Suspend | Resume | Terminate,
        ) => None,
    }
}

/// Whether work is under way: reports are awaited and the plan may be changed.
#[must_use]
pub fn is_under_way(stage: ProjectStage) -> bool {
    match stage {
        ProjectStage::Assigned | ProjectStage::InProgress => true,
        ProjectStage::InLibrary
        | ProjectStage::UnderAppraisal
        | ProjectStage::Candidate
        | ProjectStage::OnSlate
        | ProjectStage::Selected
        | ProjectStage::NotSelected
        | ProjectStage::Declined
        | ProjectStage::Merged
        | ProjectStage::Completed
        | ProjectStage::Accepted
        | ProjectStage::Evaluated
        | ProjectStage::Suspended
        | ProjectStage::Terminated => false,
    }
}

/// Whether reports are taken: also between the end of the works and their acceptance, for money is
/// paid then.
#[must_use]
pub fn takes_reports(stage: ProjectStage) -> bool {
    is_under_way(stage) || stage == ProjectStage::Completed
}

/// Whether a project belongs to the follow-up at all.
#[must_use]
pub fn is_followed(stage: ProjectStage) -> bool {
    match stage {
        ProjectStage::Selected
        | ProjectStage::Assigned
        | ProjectStage::InProgress
        | ProjectStage::Completed
        | ProjectStage::Accepted
        | ProjectStage::Evaluated
        | ProjectStage::Suspended
        | ProjectStage::Terminated => true,
        ProjectStage::InLibrary
        | ProjectStage::UnderAppraisal
        | ProjectStage::Candidate
        | ProjectStage::OnSlate
        | ProjectStage::NotSelected
        | ProjectStage::Declined
        | ProjectStage::Merged => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_stage_knows_just_its_acts() {
        let table: Vec<String> = ProjectStage::ALL
            .iter()
            .copied()
            .flat_map(|stage| FollowupAct::ALL.map(|act| (stage, act)))
            .filter_map(|(stage, act)| {
                let then = after(stage, act)?;
                Some(format!("{} {act:?} {}", stage.word(), then.word()))
            })
            .collect();
        assert_eq!(
            table,
            [
                "selected Assign assigned",
                "assigned Start in_progress",
                "assigned Suspend suspended",
                "assigned Terminate terminated",
                "in_progress Complete completed",
                "in_progress Suspend suspended",
                "in_progress Terminate terminated",
                "completed Accept accepted",
                "accepted Evaluate evaluated",
                "suspended Resume in_progress",
                "suspended Terminate terminated",
            ]
        );
    }
}

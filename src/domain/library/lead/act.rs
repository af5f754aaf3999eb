//! What a clerk does with a lead, and from which state: the whole table.

use super::LeadState;
use crate::library::project::ProjectStage;
use crate::problem::Problem;

/// An act on a lead.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum LeadAct {
    /// It says the same as another one.
    Merge,
    /// It does not after all.
    UndoMerge,
    /// A part of it is another wish.
    Split,
    /// The part goes back into its whole.
    UndoSplit,
    /// It stands behind a project.
    TakeUp,
    /// It is not taken up, with a reason.
    Decline,
    /// It belongs elsewhere.
    HandOver,
    /// What was decided is taken back.
    Reconsider,
}

impl LeadAct {
    /// All acts.
    pub const ALL: [Self; 8] = [
        Self::Merge,
        Self::UndoMerge,
        Self::Split,
        Self::UndoSplit,
        Self::TakeUp,
        Self::Decline,
        Self::HandOver,
        Self::Reconsider,
    ];

    /// The word in events and addresses.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Merge => "merge",
            Self::UndoMerge => "undo-merge",
            Self::Split => "split",
            Self::UndoSplit => "undo-split",
            Self::TakeUp => "take-up",
            Self::Decline => "decline",
            Self::HandOver => "hand-over",
            Self::Reconsider => "reconsider",
        }
    }

    /// Whether a lead in this state may be the subject of the act; what the family of leads and the
    /// project say comes on top.
    #[must_use]
    pub fn is_from(self, state: &LeadState) -> bool {
        match self {
            Self::Merge
            | Self::Split
            | Self::UndoSplit
            | Self::TakeUp
            | Self::Decline
            | Self::HandOver => matches!(state, LeadState::Received),
            Self::UndoMerge => matches!(state, LeadState::Merged { .. }),
            Self::Reconsider => matches!(
                state,
                LeadState::TakenUp { .. }
                    | LeadState::Declined { .. }
                    | LeadState::HandedOver { .. }
            ),
        }
    }

    /// The same as a refusal.
    ///
    /// # Errors
    /// `lead-state` with the act and the stage.
    pub fn check(self, state: &LeadState) -> Result<(), Problem> {
        if self.is_from(state) {
            return Ok(());
        }
        Err(Problem::error("lead-state").with("stage", state.stage().word()))
    }
}

/// Whether a lead may join, or leave, a project in this stage: what is voted on keeps those who
/// asked for it.
///
/// # Errors
/// `lead-project-closed`.
pub fn joins(stage: ProjectStage) -> Result<(), Problem> {
    if stage.is_open_to_change() {
        return Ok(());
    }
    Err(Problem::error("lead-project-closed"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::{LeadId, ProjectId};

    #[test]
    fn every_act_starts_from_just_these_states() {
        let states = [
            LeadState::Received,
            LeadState::Merged { into: LeadId(1) },
            LeadState::TakenUp {
                project: ProjectId(1),
            },
            LeadState::Declined { reason: "r".into() },
            LeadState::HandedOver { to: "t".into() },
        ];
        let table: Vec<String> = LeadAct::ALL
            .into_iter()
            .map(|act| {
                let from: Vec<_> = states
                    .iter()
                    .filter(|state| act.check(state).is_ok())
                    .map(|state| state.stage().word())
                    .collect();
                format!("{}: {}", act.word(), from.join(" "))
            })
            .collect();
        assert_eq!(
            table,
            [
                "merge: received",
                "undo-merge: merged",
                "split: received",
                "undo-split: received",
                "take-up: received",
                "decline: received",
                "hand-over: received",
                "reconsider: taken_up declined handed_over",
            ]
        );
    }
}

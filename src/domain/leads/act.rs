//! What a clerk does with a lead, and from which state: the whole table.

use super::{LeadStage, LeadState};
use crate::library::project::ProjectStage;
use crate::problem::Problem;
use count::words;

words! {
    /// An act on a lead.
    pub enum LeadAct {
        /// It says the same as another one.
        Merge = "merge",
        /// It does not after all.
        UndoMerge = "undo-merge",
        /// A part of it is another wish.
        Split = "split",
        /// The part goes back into its whole.
        UndoSplit = "undo-split",
        /// It stands behind a project.
        TakeUp = "take-up",
        /// It is not taken up, with a reason.
        Decline = "decline",
        /// It belongs elsewhere.
        HandOver = "hand-over",
        /// What was decided is taken back.
        Reconsider = "reconsider",
    }
}

impl LeadAct {
    /// What stands against the act in this state; what the family of leads and the project say comes
    /// on top.
    ///
    /// # Errors
    /// `lead-state` with the act and the stage.
    pub fn check(self, state: &LeadState) -> Result<(), Problem> {
        let stage = state.stage();
        match stage.after(self) {
            Some(_) => Ok(()),
            None => Err(Problem::error("lead-state").with("stage", stage.word())),
        }
    }
}

impl LeadStage {
    /// The stage after an act, or nothing when the act does not belong here. A part whose split is taken
    /// back stays as it was until it is removed.
    #[must_use]
    pub fn after(self, act: LeadAct) -> Option<Self> {
        use LeadAct::{Decline, HandOver, Merge, Reconsider, Split, TakeUp, UndoMerge, UndoSplit};
        match (self, act) {
            (Self::Received, Merge) => Some(Self::Merged),
            (Self::Received, Split | UndoSplit)
            | (Self::Merged, UndoMerge)
            | (Self::TakenUp | Self::Declined | Self::HandedOver, Reconsider) => {
                Some(Self::Received)
            }
            (Self::Received, TakeUp) => Some(Self::TakenUp),
            (Self::Received, Decline) => Some(Self::Declined),
            (Self::Received, HandOver) => Some(Self::HandedOver),
            (
                Self::Received | Self::Merged | Self::TakenUp | Self::Declined | Self::HandedOver,
                Merge | UndoMerge | Split | UndoSplit | TakeUp | Decline | HandOver | Reconsider,
            ) => None,
        }
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

    #[test]
    fn every_act_leads_from_just_these_stages() {
        let table: Vec<String> = LeadAct::ALL
            .into_iter()
            .flat_map(|act| LeadStage::ALL.map(|stage| (act, stage)))
            .filter_map(|(act, stage)| {
                let to = stage.after(act)?;
                Some(format!("{} {} {}", stage.word(), act.word(), to.word()))
            })
            .collect();
        assert_eq!(
            table,
            [
                "received merge merged",
                "merged undo-merge received",
                "received split received",
                "received undo-split received",
                "received take-up taken_up",
                "received decline declined",
                "received hand-over handed_over",
                "taken_up reconsider received",
                "declined reconsider received",
                "handed_over reconsider received",
            ]
        );
    }
}

//! Where a project stands, and the one function that moves it. The whole table is in the tests.

use crate::problem::Problem;
use count::words;

words! {
    /// Where a project stands on its way from the library through the vote to its grade.
    pub enum ProjectStage {
        InLibrary = "in_library",
        /// Being appraised.
        UnderAppraisal = "under_appraisal",
        /// May be put on a candidate list.
        Candidate = "candidate",
        /// On a frozen slate.
        OnSlate = "on_slate",
        /// Chosen by the deputies.
        Selected = "selected",
        /// Not chosen; may return next year.
        NotSelected = "not_selected",
        /// Refused with a reason.
        Declined = "declined",
        /// Merged into another project.
        Merged = "merged",
        /// With its plan, at a unit.
        Assigned = "assigned",
        /// Work has begun.
        InProgress = "in_progress",
        /// The works are finished, not accepted yet.
        Completed = "completed",
        /// Finished and accepted.
        Accepted = "accepted",
        /// Graded by the deputies.
        Evaluated = "evaluated",
        /// Stopped for a time by its deciding body.
        Suspended = "suspended",
        /// Ended unfinished by its deciding body.
        Terminated = "terminated",
    }
}

words! {
    /// What moves a project.
    pub enum ProjectAct {
        /// The clerk begins its appraisal.
        StartAppraisal = "start-appraisal",
        /// The appraisal ends well.
        Pass = "pass",
        /// The appraisal sends it back to be worked on.
        SendBack = "send-back",
        /// It is refused, with a reason.
        Decline = "decline",
        /// A refused one is taken up again.
        Reopen = "reopen",
        /// A candidate is taken back into the library.
        Withdraw = "withdraw",
        /// It goes into another project.
        Merge = "merge",
        /// A slate with it is frozen.
        Freeze = "freeze",
        /// The round of that slate is voided, or the slate revised without it.
        Unfreeze = "unfreeze",
        /// The deputies chose it.
        Select = "select",
        /// The deputies did not choose it.
        PassOver = "pass-over",
        /// What was not chosen returns next year; the stage is that of its new entry.
        Return = "return",
    }
}

impl ProjectStage {
    /// The stage after an act.
    ///
    /// # Errors
    /// `library-out-of-turn` with act and stage.
    pub fn after(self, act: ProjectAct) -> Result<Self, Problem> {
        use ProjectAct as Act;
        // What follows the vote has its own table: domain/followup/stage.rs.
        let is_before_candidacy = matches!(self, Self::InLibrary | Self::UnderAppraisal);
        let (is_in_turn, next) = match act {
            Act::StartAppraisal => (self == Self::InLibrary, Self::UnderAppraisal),
            Act::Pass => (self == Self::UnderAppraisal, Self::Candidate),
            Act::SendBack => (self == Self::UnderAppraisal, Self::InLibrary),
            Act::Decline => (is_before_candidacy, Self::Declined),
            Act::Reopen => (self == Self::Declined, Self::InLibrary),
            Act::Withdraw => (self == Self::Candidate, Self::InLibrary),
            Act::Merge => (is_before_candidacy, Self::Merged),
            Act::Freeze => (self == Self::Candidate, Self::OnSlate),
            Act::Unfreeze => (self == Self::OnSlate, Self::Candidate),
            Act::Select => (self == Self::OnSlate, Self::Selected),
            Act::PassOver => (self == Self::OnSlate, Self::NotSelected),
            Act::Return => (self == Self::NotSelected, Self::InLibrary),
        };
        let next = is_in_turn.then_some(next);
        next.ok_or_else(|| {
            let problem = Problem::error("library-out-of-turn").with("act", act.word());
            problem.with("stage", self.word())
        })
    }

    /// Whether what the project says may still be edited: until its slate is frozen.
    #[must_use]
    pub fn is_open_to_change(self) -> bool {
        match self {
            Self::InLibrary | Self::UnderAppraisal | Self::Candidate => true,
            Self::OnSlate
            | Self::Selected
            | Self::NotSelected
            | Self::Declined
            | Self::Merged
            | Self::Assigned
            | Self::InProgress
            | Self::Completed
            | Self::Accepted
            | Self::Evaluated
            | Self::Suspended
            | Self::Terminated => false,
        }
    }

    /// Whether it is a candidate, or was one and went on to the vote.
    #[must_use]
    pub fn has_been_candidate(self) -> bool {
        self == Self::Candidate || self.is_public()
    }

    /// Whether a vote has decided about it, whatever came after.
    #[must_use]
    pub fn is_voted(self) -> bool {
        self.is_public() && self != Self::OnSlate
    }

    /// Whether everybody may read of it: from the frozen slate on.
    #[must_use]
    pub fn is_public(self) -> bool {
        match self {
            Self::OnSlate
            | Self::Selected
            | Self::NotSelected
            | Self::Assigned
            | Self::InProgress
            | Self::Completed
            | Self::Accepted
            | Self::Evaluated
            | Self::Suspended
            | Self::Terminated => true,
            Self::InLibrary
            | Self::UnderAppraisal
            | Self::Candidate
            | Self::Declined
            | Self::Merged => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_whole_table() {
        let mut arrows = Vec::new();
        for stage in ProjectStage::ALL {
            for act in ProjectAct::ALL {
                match stage.after(act) {
                    Ok(next) => {
                        arrows.push(format!("{} {} {}", stage.word(), act.word(), next.word()));
                    }
                    Err(problem) => assert_eq!(problem.code, "library-out-of-turn"),
                }
            }
        }
        assert_eq!(
            arrows,
            [
                "in_library start-appraisal under_appraisal",
                "in_library decline declined",
                "in_library merge merged",
                "under_appraisal pass candidate",
                "under_appraisal send-back in_library",
                "under_appraisal decline declined",
                "under_appraisal merge merged",
                "candidate withdraw in_library",
                "candidate freeze on_slate",
                "on_slate unfreeze candidate",
                "on_slate select selected",
                "on_slate pass-over not_selected",
                "not_selected return in_library",
                "declined reopen in_library",
            ]
        );
    }

    #[test]
    fn what_is_on_a_slate_is_read_by_everybody_and_edited_by_nobody() {
        for stage in ProjectStage::ALL {
            assert!(
                !(stage.is_public() && stage.is_open_to_change()),
                "{stage:?}"
            );
        }
    }
}

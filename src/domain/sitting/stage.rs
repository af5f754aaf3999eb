//! The stages of a sitting (全体会议) as one table.

use count::words;

words! {
    /// Where a sitting stands.
    pub enum SittingStage {
        /// In the calendar.
        Planned = "planned",
        /// The roll is being taken; the base N is fixed.
        RollOpen = "roll_open",
        /// The quorum is declared: the sitting may decide.
        QuorumDeclared = "quorum_declared",
        /// Interrupted, to be continued.
        Adjourned = "adjourned",
        /// Over.
        Closed = "closed",
    }
}

words! {
    /// A named act on a sitting that one person does. Its end is an act of two: [`super::closing::ClosingAct`].
    pub enum SittingAct {
        /// Open the roll: N is counted now.
        OpenRoll = "open-roll",
        /// Declare the quorum from the roll.
        DeclareQuorum = "declare-quorum",
        /// Declare it again after somebody came or left.
        DeclareAgain = "declare-again",
        /// Interrupt.
        Adjourn = "adjourn",
        /// Continue after an interruption.
        Resume = "resume",
    }
}

impl SittingStage {
    /// Whether a roll stands whose N is fixed and whose sitting is not over.
    #[must_use]
    pub fn has_open_roll(self) -> bool {
        match self {
            Self::RollOpen | Self::QuorumDeclared | Self::Adjourned => true,
            Self::Planned | Self::Closed => false,
        }
    }

    /// The stage after an act, or nothing when the act does not belong here.
    #[must_use]
    pub fn after(self, act: SittingAct) -> Option<Self> {
        match (self, act) {
            (Self::Planned, SittingAct::OpenRoll) => Some(Self::RollOpen),
            (Self::RollOpen, SittingAct::DeclareQuorum) | (Self::Adjourned, SittingAct::Resume) => {
                Some(Self::QuorumDeclared)
            }
            (Self::QuorumDeclared, SittingAct::DeclareAgain) => Some(Self::QuorumDeclared),
            (Self::QuorumDeclared, SittingAct::Adjourn) => Some(Self::Adjourned),
            (
                Self::Planned
                | Self::RollOpen
                | Self::QuorumDeclared
                | Self::Adjourned
                | Self::Closed,
                SittingAct::OpenRoll
                | SittingAct::DeclareQuorum
                | SittingAct::DeclareAgain
                | SittingAct::Adjourn
                | SittingAct::Resume,
            ) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_whole_table() {
        let allowed: Vec<(SittingStage, SittingAct, SittingStage)> = SittingStage::ALL
            .into_iter()
            .flat_map(|from| SittingAct::ALL.map(|act| (from, act)))
            .filter_map(|(from, act)| from.after(act).map(|to| (from, act, to)))
            .collect();
        use {SittingAct as A, SittingStage as S};
        assert_eq!(
            allowed,
            [
                (S::Planned, A::OpenRoll, S::RollOpen),
                (S::RollOpen, A::DeclareQuorum, S::QuorumDeclared),
                (S::QuorumDeclared, A::DeclareAgain, S::QuorumDeclared),
                (S::QuorumDeclared, A::Adjourn, S::Adjourned),
                (S::Adjourned, A::Resume, S::QuorumDeclared),
            ]
        );
    }

    #[test]
    fn words_go_both_ways() {
        for stage in SittingStage::ALL {
            assert_eq!(SittingStage::from_word(stage.word()), Some(stage));
        }
        for act in SittingAct::ALL {
            assert_eq!(SittingAct::from_word(act.word()), Some(act));
        }
    }
}

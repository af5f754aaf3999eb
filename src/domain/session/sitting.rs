//! The stages of a sitting (全体会议) as one table.

/// Where a sitting stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum SittingStage {
    /// In the calendar.
    Planned,
    /// The roll is being taken; the base N is fixed.
    RollOpen,
    /// The quorum is declared: the sitting may decide.
    QuorumDeclared,
    /// Interrupted, to be continued.
    Adjourned,
    /// Over.
    Closed,
}

/// A named act on a sitting that one person does. Its end is an act of two: [`super::closing::Closing`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum SittingAct {
    /// Open the roll: N is counted now.
    OpenRoll,
    /// Declare the quorum from the roll.
    DeclareQuorum,
    /// Declare it again after somebody came or left.
    DeclareAgain,
    /// Interrupt.
    Adjourn,
    /// Continue after an interruption.
    Resume,
}

impl SittingStage {
    /// All stages in order.
    pub const ALL: [Self; 5] = [
        Self::Planned,
        Self::RollOpen,
        Self::QuorumDeclared,
        Self::Adjourned,
        Self::Closed,
    ];

    /// The word in the store.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Planned => "planned",
            Self::RollOpen => "roll_open",
            Self::QuorumDeclared => "quorum_declared",
            Self::Adjourned => "adjourned",
            Self::Closed => "closed",
        }
    }

    /// The stage of a word.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|stage| stage.word() == word)
    }

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

impl SittingAct {
    /// All acts.
    pub const ALL: [Self; 5] = [
        Self::OpenRoll,
        Self::DeclareQuorum,
        Self::DeclareAgain,
        Self::Adjourn,
        Self::Resume,
    ];

    /// The word in addresses.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::OpenRoll => "open-roll",
            Self::DeclareQuorum => "declare-quorum",
            Self::DeclareAgain => "declare-again",
            Self::Adjourn => "adjourn",
            Self::Resume => "resume",
        }
    }

    /// The act of a word.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|act| act.word() == word)
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

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

/// A named act on a sitting.
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
    /// End (闭会): two stand for it.
    Close,
    /// Take the end back, while nothing followed: two stand for it.
    Reopen,
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

    /// The stage after an act, or nothing when the act does not belong here. A sitting that is taken
    /// up again goes back to where it was: with a quorum or to the open roll.
    #[must_use]
    pub fn after(self, act: SittingAct, has_quorum: bool) -> Option<Self> {
        match (self, act) {
            (Self::Planned, SittingAct::OpenRoll) => Some(Self::RollOpen),
            (Self::RollOpen, SittingAct::DeclareQuorum) | (Self::Adjourned, SittingAct::Resume) => {
                Some(Self::QuorumDeclared)
            }
            (Self::QuorumDeclared, SittingAct::DeclareAgain) => Some(Self::QuorumDeclared),
            (Self::QuorumDeclared, SittingAct::Adjourn) => Some(Self::Adjourned),
            // A sitting that never reaches its quorum is closed from the open roll.
            (Self::RollOpen | Self::QuorumDeclared | Self::Adjourned, SittingAct::Close) => {
                Some(Self::Closed)
            }
            (Self::Closed, SittingAct::Reopen) if has_quorum => Some(Self::QuorumDeclared),
            (Self::Closed, SittingAct::Reopen) => Some(Self::RollOpen),
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
                | SittingAct::Resume
                | SittingAct::Close
                | SittingAct::Reopen,
            ) => None,
        }
    }
}

impl SittingAct {
    /// All acts.
    pub const ALL: [Self; 7] = [
        Self::OpenRoll,
        Self::DeclareQuorum,
        Self::DeclareAgain,
        Self::Adjourn,
        Self::Resume,
        Self::Close,
        Self::Reopen,
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
            Self::Close => "close-sitting",
            Self::Reopen => "reopen-sitting",
        }
    }

    /// The act of a word.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|act| act.word() == word)
    }

    /// Whether two different people must stand for it.
    #[must_use]
    pub fn needs_two(self) -> bool {
        match self {
            Self::Close | Self::Reopen => true,
            Self::OpenRoll
            | Self::DeclareQuorum
            | Self::DeclareAgain
            | Self::Adjourn
            | Self::Resume => false,
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
            .filter_map(|(from, act)| from.after(act, true).map(|to| (from, act, to)))
            .collect();
        use {SittingAct as A, SittingStage as S};
        assert_eq!(
            allowed,
            [
                (S::Planned, A::OpenRoll, S::RollOpen),
                (S::RollOpen, A::DeclareQuorum, S::QuorumDeclared),
                (S::RollOpen, A::Close, S::Closed),
                (S::QuorumDeclared, A::DeclareAgain, S::QuorumDeclared),
                (S::QuorumDeclared, A::Adjourn, S::Adjourned),
                (S::QuorumDeclared, A::Close, S::Closed),
                (S::Adjourned, A::Resume, S::QuorumDeclared),
                (S::Adjourned, A::Close, S::Closed),
                (S::Closed, A::Reopen, S::QuorumDeclared),
            ]
        );
        assert_eq!(
            S::Closed.after(A::Reopen, false),
            Some(S::RollOpen),
            "it never reached its quorum"
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

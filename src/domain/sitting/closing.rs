//! Closing a sitting (闭会): it waits for every poll that is held there, and says for which.

use crate::id::{PollId, SittingId};
use crate::poll::Round;
use crate::problem::Problem;
use crate::round::RoundStage;
use crate::sitting::stage::SittingStage;
use count::words;

words! {
    /// Ending a sitting (闭会), or taking that back while nothing followed. Two people stand for either.
    pub enum ClosingAct {
        /// End it.
        Close = "close-sitting",
        /// Take the end back.
        Reopen = "reopen-sitting",
    }
}

impl ClosingAct {
    /// The stage of a sitting after it, or nothing where it does not belong. A sitting that never
    /// reaches its quorum is closed from the open roll; one that is taken up again goes back to where
    /// it was.
    #[must_use]
    pub fn after(self, stage: SittingStage, has_quorum: bool) -> Option<SittingStage> {
        match (self, stage) {
            (
                Self::Close,
                SittingStage::RollOpen | SittingStage::QuorumDeclared | SittingStage::Adjourned,
            ) => Some(SittingStage::Closed),
            (Self::Reopen, SittingStage::Closed) if has_quorum => {
                Some(SittingStage::QuorumDeclared)
            }
            (Self::Reopen, SittingStage::Closed) => Some(SittingStage::RollOpen),
            (Self::Close, SittingStage::Planned | SittingStage::Closed)
            | (
                Self::Reopen,
                SittingStage::Planned
                | SittingStage::RollOpen
                | SittingStage::QuorumDeclared
                | SittingStage::Adjourned,
            ) => None,
        }
    }
}

/// Where a poll of the sitting stands when the sitting shall close.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PollStatus {
    /// Certified; or counted to the end in a rehearsal, which goes no further.
    Decided,
    /// Two people took it back.
    Withdrawn,
    /// Its next round was given to another sitting.
    GivenOn,
    /// Its first round is a draft: it has not begun.
    NotBegun,
    /// A further round is drafted.
    NextRound(u32),
    /// A round is under way.
    Running(RoundStage),
    /// Counted, and not certified yet.
    Counted,
}

/// A poll of a sitting that shall close.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeldPoll {
    pub poll: PollId,
    pub title: String,
    pub standing: PollStatus,
    /// Its opened or void rounds whose destroyed cards are not written down.
    pub unrecorded: u32,
}

/// Where a poll stands at a sitting, by its newest round.
#[must_use]
pub fn standing(
    newest: &Round,
    at: SittingId,
    is_withdrawn: bool,
    ends_with_count: bool,
) -> PollStatus {
    if is_withdrawn {
        return PollStatus::Withdrawn;
    }
    if newest.sitting != at {
        return PollStatus::GivenOn;
    }
    match newest.stage {
        RoundStage::Certified => PollStatus::Decided,
        RoundStage::Counted if ends_with_count => PollStatus::Decided,
        RoundStage::Counted => PollStatus::Counted,
        RoundStage::Draft if newest.number == 1 => PollStatus::NotBegun,
        RoundStage::Draft => PollStatus::NextRound(newest.number),
        RoundStage::Frozen
        | RoundStage::Sealed
        | RoundStage::Issuing
        | RoundStage::Open
        | RoundStage::Paused
        | RoundStage::Closed
        | RoundStage::Accounted
        | RoundStage::Opened
        | RoundStage::Void => PollStatus::Running(newest.stage),
    }
}

impl HeldPoll {
    /// What stands against closing the sitting because of this poll; each says what to do.
    #[must_use]
    pub fn against_closing(&self) -> Vec<Problem> {
        let of = |code| Problem::error(code).with("poll", &self.title);
        let mut found = Vec::new();
        match self.standing {
            PollStatus::Decided | PollStatus::Withdrawn | PollStatus::GivenOn => {}
            PollStatus::NotBegun => found.push(of("closing-poll-not-begun")),
            PollStatus::NextRound(number) => {
                found.push(of("closing-poll-next-round").with("number", number));
            }
            PollStatus::Running(stage) => {
                found.push(of("closing-poll-running").with("stage", stage.word()));
            }
            PollStatus::Counted => found.push(of("closing-poll-counted")),
        }
        if self.unrecorded > 0 {
            found.push(of("closing-cards-unrecorded"));
        }
        found
    }

    /// Whether its draft may be given to another sitting, or the poll be withdrawn.
    #[must_use]
    pub fn is_drafted(&self) -> bool {
        matches!(
            self.standing,
            PollStatus::NotBegun | PollStatus::NextRound(_)
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sitting_closes_once_it_has_begun_and_goes_back_to_where_it_was() {
        use {ClosingAct as C, SittingStage as S};
        let allowed: Vec<(C, S, S)> = C::ALL
            .into_iter()
            .flat_map(|act| S::ALL.map(|from| (act, from)))
            .filter_map(|(act, from)| act.after(from, true).map(|to| (act, from, to)))
            .collect();
        assert_eq!(
            allowed,
            [
                (C::Close, S::RollOpen, S::Closed),
                (C::Close, S::QuorumDeclared, S::Closed),
                (C::Close, S::Adjourned, S::Closed),
                (C::Reopen, S::Closed, S::QuorumDeclared),
            ]
        );
        let without = C::Reopen.after(S::Closed, false);
        assert_eq!(without, Some(S::RollOpen), "it never reached its quorum");
    }
}

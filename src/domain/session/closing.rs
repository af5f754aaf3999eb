//! Closing a sitting (闭会): it waits for every poll that is held there, and says for which.

use crate::domain::id::{PollId, SittingId};
use crate::domain::poll::Round;
use crate::domain::poll::round::RoundStage;
use crate::domain::problem::Problem;

/// Where a poll of the sitting stands when the sitting shall close.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
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
    /// The poll.
    pub poll: PollId,
    /// Its title.
    pub title: String,
    /// Where it stands.
    pub standing: Standing,
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
) -> Standing {
    if is_withdrawn {
        return Standing::Withdrawn;
    }
    if newest.sitting != at {
        return Standing::GivenOn;
    }
    match newest.stage {
        RoundStage::Certified => Standing::Decided,
        RoundStage::Counted if ends_with_count => Standing::Decided,
        RoundStage::Counted => Standing::Counted,
        RoundStage::Draft if newest.number == 1 => Standing::NotBegun,
        RoundStage::Draft => Standing::NextRound(newest.number),
        RoundStage::Frozen
        | RoundStage::Sealed
        | RoundStage::Issuing
        | RoundStage::Open
        | RoundStage::Paused
        | RoundStage::Closed
        | RoundStage::Accounted
        | RoundStage::Opened
        | RoundStage::Void => Standing::Running(newest.stage),
    }
}

impl HeldPoll {
    /// What stands against closing the sitting because of this poll; each says what to do.
    #[must_use]
    pub fn against_closing(&self) -> Vec<Problem> {
        let of = |code| Problem::error(code).with("poll", &self.title);
        let mut found = Vec::new();
        match self.standing {
            Standing::Decided | Standing::Withdrawn | Standing::GivenOn => {}
            Standing::NotBegun => found.push(of("closing-poll-not-begun")),
            Standing::NextRound(number) => {
                found.push(of("closing-poll-next-round").with("number", number));
            }
            Standing::Running(stage) => {
                found.push(of("closing-poll-running").with("stage", stage.word()));
            }
            Standing::Counted => found.push(of("closing-poll-counted")),
        }
        if self.unrecorded > 0 {
            found.push(of("closing-cards-unrecorded"));
        }
        found
    }

    /// Whether its draft may be given to another sitting, or the poll be withdrawn.
    #[must_use]
    pub fn is_drafted(&self) -> bool {
        matches!(self.standing, Standing::NotBegun | Standing::NextRound(_))
    }
}

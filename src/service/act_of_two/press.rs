//! A press of a button that two stand for, what waits for the second, and what came of it.

use domain::digest::Digest;
use domain::id::{AccountId, OfficerId};
use store::act_of_two::act_requests::ActRequest;
use store::act_of_two::acts_done::ActDone;

/// What the button said that was pressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum PressIntent {
    /// "Ask for": never a confirmation, even if somebody else asked in the meantime.
    #[default]
    Ask,
    /// "Confirm" what was shown, by its digest.
    Confirm(Digest),
}

/// A press of a button that two stand for.
#[derive(Debug, Clone, Default)]
pub struct Press {
    /// What is typed beside the button: why, or who shall hold the key of a box (a word of
    /// `KeyHolding`), or how many cards were destroyed.
    pub reason: String,
    /// What the button said.
    pub said: PressIntent,
    /// The second person: on the same screen, or on a device of their own.
    pub by_pin: Option<PinEntry>,
}

impl Press {
    /// Asking, with what is typed beside the button.
    #[must_use]
    pub fn asking(reason: &str) -> Self {
        Self {
            reason: reason.to_owned(),
            ..Self::default()
        }
    }

    /// Confirming what was shown.
    #[must_use]
    pub fn confirming(seen: Digest) -> Self {
        Self {
            said: PressIntent::Confirm(seen),
            ..Self::default()
        }
    }
}

/// What waits for a second person on something, as a page shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PendingAct {
    /// The act's word.
    pub act: String,
    pub asked_by: AccountId,
    pub asked_by_name: String,
    /// Milliseconds: when.
    pub asked_at: i64,
    /// The reason given.
    pub reason: String,
    /// The digest of what would be done: a confirmation is of that, and of nothing else.
    pub seen: Digest,
}

impl PendingAct {
    /// A request with the digest of what it would do.
    pub(crate) fn of(request: ActRequest, seen: Digest) -> Self {
        Self {
            act: request.act,
            asked_by: request.asked_by,
            asked_by_name: request.asked_by_name,
            asked_at: request.asked_at,
            reason: request.reason,
            seen,
        }
    }
}

/// What came of pressing an act's button.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ActOutcome {
    /// It waits for a second person.
    Asked,
    Done,
    /// It was done before, by those.
    DoneBefore(ActDone),
    /// Somebody else asked for it a moment ago: nothing was confirmed.
    AskedBefore(String),
}

impl ActOutcome {
    /// A press of what waits already: by whom, if it was somebody else.
    pub(crate) fn waits(who: Option<String>) -> Self {
        who.map_or(Self::Asked, Self::AskedBefore)
    }
}

/// What an officer types: on their own device, or as the second person on somebody else's screen.
#[derive(Clone)]
pub struct PinEntry {
    pub officer: OfficerId,
    pub pin: String,
}

/// The PIN is never printed.
impl std::fmt::Debug for PinEntry {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ByPin")
            .field("officer", &self.officer)
            .finish_non_exhaustive()
    }
}

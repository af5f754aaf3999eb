//! What is written down of a voting day beside the acts on its rounds. Never a name beside a slip,
//! never a slip's code.

use crate::domain::id::{OfficerId, SittingId};

/// An event of a voting day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DayEvent {
    /// An officer was proposed.
    OfficerProposed {
        /// The officer.
        officer: OfficerId,
        /// The post's word.
        post: &'static str,
    },
    /// An officer was taken from the list before the adoption.
    OfficerWithdrawn {
        /// The officer.
        officer: OfficerId,
    },
    /// A sitting adopted its officers.
    OfficersAdopted {
        /// The sitting.
        sitting: SittingId,
        /// How many.
        officers: u64,
    },
    /// An officer chose a PIN.
    PinSet {
        /// Whose.
        officer: OfficerId,
    },
    /// A PIN was wrong.
    PinWrong {
        /// Whose.
        officer: OfficerId,
        /// Tries left before it is locked.
        left: u32,
    },
    /// Somebody asked for a PIN to be taken away.
    PinClearAsked {
        /// Whose.
        officer: OfficerId,
    },
    /// Two people took a PIN away.
    PinCleared {
        /// Whose.
        officer: OfficerId,
        /// How both stood for it.
        people: String,
    },
}

impl DayEvent {
    /// The kind as a word for lists and filters.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self {
            Self::OfficerProposed { .. } => "officer-proposed",
            Self::OfficerWithdrawn { .. } => "officer-withdrawn",
            Self::OfficersAdopted { .. } => "officers-adopted",
            Self::PinSet { .. } => "pin-set",
            Self::PinWrong { .. } => "pin-wrong",
            Self::PinClearAsked { .. } => "pin-clear-asked",
            Self::PinCleared { .. } => "pin-cleared",
        }
    }

    /// The facts as one line of `name=value` words, for the chain.
    #[must_use]
    pub fn detail(&self) -> String {
        match self {
            Self::OfficerProposed { officer, post } => format!("officer={officer} post={post}"),
            Self::OfficersAdopted { sitting, officers } => {
                format!("sitting={sitting} officers={officers}")
            }
            Self::OfficerWithdrawn { officer }
            | Self::PinSet { officer }
            | Self::PinClearAsked { officer } => format!("officer={officer}"),
            Self::PinWrong { officer, left } => format!("officer={officer} left={left}"),
            Self::PinCleared { officer, people } => format!("officer={officer} by={people}"),
        }
    }
}

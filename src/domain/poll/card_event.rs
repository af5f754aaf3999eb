//! What happens to the cards of a sealed box, for the audit log: never a digit of one.

use crate::id::RoundId;
use crate::two_people::Person;

/// What happened to a card.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CardEvent {
    /// It was shown to its holder, once.
    Shown(Person),
    /// It was typed back and agrees with what is stored of it.
    Checked,
    /// It was given for opening the box.
    Given,
}

impl CardEvent {
    /// The kind as a word.
    #[must_use]
    pub fn kind(self) -> &'static str {
        match self {
            Self::Shown(_) => "card-shown",
            Self::Checked => "card-checked",
            Self::Given => "card-given",
        }
    }

    /// The facts as one line of `name=value` words.
    #[must_use]
    pub fn detail(self, round: RoundId, card: u8) -> String {
        match self {
            Self::Shown(holder) => format!("round={round} card={card} holder={holder}"),
            Self::Checked | Self::Given => format!("round={round} card={card}"),
        }
    }
}

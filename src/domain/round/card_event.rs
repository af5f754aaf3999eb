//! What happens to the cards of a sealed box, for the audit log: never a digit of one.

use crate::act_of_two::two_people::{Participation, Person};
use crate::event::events;

/// The word under which stands, beside the acts of two, that somebody gave another's card.
pub const CARD_GIVEN: &str = "card-given";

events! {
    /// What happened to a card.
    #[derive(Copy)]
    pub enum CardEvent {
        /// It was shown to its holder, once.
        Shown(holder: Person) = "card-shown";
        /// It was typed back and agrees with what is stored of it.
        Checked = "card-checked";
        /// Its holder gave it for opening the box.
        Given(holder: Person) = "card-given";
        /// Somebody else gave it for its holder.
        GivenFor { by: Person, holder: Participation } = "card-given-for";
    }
}

//! What happens to the cards of a sealed box, for the audit log: never a digit of one.

use crate::act_of_two::two_people::Person;
use crate::event::events;

events! {
    /// What happened to a card.
    #[derive(Copy)]
    pub enum CardEvent {
        /// It was shown to its holder, once.
        Shown(holder: Person) = "card-shown";
        /// It was typed back and agrees with what is stored of it.
        Checked = "card-checked";
        /// It was given for opening the box.
        Given = "card-given";
    }
}

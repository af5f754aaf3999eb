//! What happened around reminders, for the audit chain: never an address of a webhook, never a text.

use crate::event::events;
use crate::id::{CongressId, DeliveryId};

events! {
    /// An event of the reminders.
    #[derive(Copy)]
    pub enum ReminderEvent {
        /// The daily task wrote reminders: whose, how many.
        Written(congress: CongressId, reminders: u64) = "reminders-written";
        /// The numbers were set.
        RuleSet(congress: CongressId) = "reminder-rule-set";
        /// A webhook was set, or given another address.
        WebhookSet(congress: CongressId) = "webhook-set";
        /// It was taken away.
        WebhookRemoved(congress: CongressId) = "webhook-removed";
        /// A trial message was sent, and whether it arrived.
        WebhookTried(congress: CongressId, arrived: bool) = "webhook-tried";
        /// A delivery that was given up is tried again.
        TriedAgain(delivery: DeliveryId) = "delivery-tried-again";
    }
}

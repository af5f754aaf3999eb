//! What happened around reminders, for the audit chain: never an address of a webhook, never a text.

use crate::id::{CongressId, DeliveryId};

/// An event of the reminders.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReminderEvent {
    /// The daily task wrote reminders: whose, how many.
    Written(CongressId, u64),
    /// The numbers were set.
    RuleSet(CongressId),
    /// A webhook was set, or given another address.
    WebhookSet(CongressId),
    /// It was taken away.
    WebhookRemoved(CongressId),
    /// A trial message was sent, and whether it arrived.
    WebhookTried(CongressId, bool),
    /// A delivery that was given up is tried again.
    TriedAgain(DeliveryId),
}

impl ReminderEvent {
    /// The kind as a word for lists and filters.
    #[must_use]
    pub fn kind(self) -> &'static str {
        match self {
            Self::Written(..) => "reminders-written",
            Self::RuleSet(_) => "reminder-rule-set",
            Self::WebhookSet(_) => "webhook-set",
            Self::WebhookRemoved(_) => "webhook-removed",
            Self::WebhookTried(..) => "webhook-tried",
            Self::TriedAgain(_) => "delivery-tried-again",
        }
    }

    /// The facts as `name=value` words.
    #[must_use]
    pub fn detail(self) -> String {
        match self {
            Self::Written(congress, reminders) => {
                format!("congress={congress} reminders={reminders}")
            }
            Self::RuleSet(congress)
            | Self::WebhookSet(congress)
            | Self::WebhookRemoved(congress) => format!("congress={congress}"),
            Self::WebhookTried(congress, arrived) => {
                format!("congress={congress} arrived={arrived}")
            }
            Self::TriedAgain(delivery) => format!("delivery={delivery}"),
        }
    }
}

//! What happens to calls and leads, for the audit log. No event carries a wish's words or a contact.

use super::act::LeadAct;
use super::kind::Origin;
use crate::id::{CallId, CongressId, LeadId};

/// An auditable event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LeadEvent {
    /// A call was published.
    CallCreated(CallId),
    /// What a call says was changed.
    CallChanged(CallId),
    /// A lead came in.
    Received {
        /// The lead.
        lead: LeadId,
        /// Where it came from.
        origin: Origin,
    },
    /// Leads came in by a file.
    Imported {
        /// Whose.
        congress: CongressId,
        /// How many rows.
        rows: u64,
    },
    /// An act on a lead.
    Acted {
        /// The lead.
        lead: LeadId,
        /// The act.
        act: LeadAct,
        /// The other lead or the project concerned.
        with: Option<i64>,
    },
    /// Somebody looked at a contact.
    ContactSeen(LeadId),
    /// Contacts were deleted because their time was over.
    ContactsForgotten {
        /// Whose.
        congress: CongressId,
        /// How many.
        contacts: u64,
    },
    /// It was set for how long contacts are kept.
    ContactDaysSet {
        /// Whose.
        congress: CongressId,
        /// Days.
        days: i64,
    },
}

impl LeadEvent {
    /// The kind as a word for lists and filters.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self {
            Self::CallCreated(_) => "call-created",
            Self::CallChanged(_) => "call-changed",
            Self::Received { .. } => "lead-received",
            Self::Imported { .. } => "leads-imported",
            Self::Acted { .. } => "lead-acted",
            Self::ContactSeen(_) => "contact-seen",
            Self::ContactsForgotten { .. } => "contacts-forgotten",
            Self::ContactDaysSet { .. } => "contact-days-set",
        }
    }

    /// The facts as one line of `name=value` words.
    #[must_use]
    pub fn detail(&self) -> String {
        match self {
            Self::CallCreated(call) | Self::CallChanged(call) => format!("call={call}"),
            Self::Received { lead, origin } => format!("lead={lead} origin={}", origin.word()),
            Self::Imported { congress, rows } => format!("congress={congress} rows={rows}"),
            Self::Acted { lead, act, with } => {
                let with = with.map_or(String::new(), |id| format!(" with={id}"));
                format!("lead={lead} act={}{with}", act.word())
            }
            Self::ContactSeen(lead) => format!("lead={lead}"),
            Self::ContactsForgotten { congress, contacts } => {
                format!("congress={congress} contacts={contacts}")
            }
            Self::ContactDaysSet { congress, days } => format!("congress={congress} days={days}"),
        }
    }
}

//! What happens to calls and leads, for the audit log. No event carries a wish's words or a contact.

use super::act::LeadAct;
use super::kind::LeadOrigin;
use crate::event::also;
use crate::event::events;
use crate::id::{CallId, CongressId, LeadId};

events! {
    /// An auditable event.
    pub enum LeadEvent {
        /// A call was published.
        CallCreated(call: CallId) = "call-created";
        /// What a call says was changed.
        CallChanged(call: CallId) = "call-changed";
        /// A lead came in.
        Received { lead: LeadId, origin: LeadOrigin } = "lead-received";
        /// Leads came in by a file.
        Imported { congress: CongressId, rows: u64 } = "leads-imported";
        /// An act on a lead.
        Acted { lead: LeadId, act: LeadAct, with: Option<i64> }
            = "lead-acted" => "lead={lead} act={act}{}", also("with", *with);
        /// Somebody looked at a contact.
        ContactSeen(lead: LeadId) = "contact-seen";
        /// Contacts were deleted because their time was over.
        ContactsForgotten { congress: CongressId, contacts: u64 } = "contacts-forgotten";
        /// It was set for how long contacts are kept.
        ContactDaysSet { congress: CongressId, days: i64 } = "contact-days-set";
    }
}

//! Visits to a kiosk: one voter at one tablet, from the code that was typed to the end page.
//!
//! A kiosk's cookie is the random name of a visit and nothing else. The visit is kept in memory, is
//! bound to the tablet's address, and is gone with the cast, with the next start, or after a while
//! without a request: a cookie that was copied from a tablet opens nothing afterwards, and nothing
//! elsewhere. A phone carries its slip in a cookie of its own; a tablet never does.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use super::ticket::Ticket;

use machine::clock::MonotonicTime;

pub(super) struct KioskVisit {
    pub(super) ticket: Ticket,
    pub(super) address: String,
    pub(super) seen: MonotonicTime,
}

/// The visits that are going on, in memory only, by the hash of their names.
#[derive(Clone, Default)]
pub(crate) struct KioskVisits(pub(super) Arc<Mutex<BTreeMap<[u8; 32], KioskVisit>>>);

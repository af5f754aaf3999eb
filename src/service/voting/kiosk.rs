//! A visit at a tablet begins, goes on and ends.

use std::collections::BTreeMap;
use std::sync::PoisonError;
use std::time::Duration;

use super::kiosk_visits::KioskVisit;
use super::ticket::Ticket;
use crate::installation::keys::digest;
use crate::{Service, ServiceError};
use domain::digest::Digest;
use machine::bounds::{VISITS, VISITS_OF_ADDRESS};
use machine::clock::MonotonicTime;

/// How long a visit lasts without a request. The tablet itself wipes after 90 seconds without a
/// touch and tells the server of touches; this is for a tablet that broke.
const LASTS: Duration = Duration::from_secs(180);

/// Where as many visits of a kind go on as may, the quietest of them ends.
fn make_way(
    visits: &mut BTreeMap<[u8; 32], KioskVisit>,
    most: usize,
    of_kind: impl Fn(&KioskVisit) -> bool,
) {
    let such = visits.iter().filter(|(_, visit)| of_kind(visit));
    if such.clone().count() < most {
        return;
    }
    let quietest = such.min_by_key(|(_, visit)| visit.seen);
    if let Some(name) = quietest.map(|(name, _)| *name) {
        visits.remove(&name);
    }
}

fn is_alive(visit: &KioskVisit, now: MonotonicTime) -> bool {
    now.since(visit.seen) < LASTS
}

impl Service {
    /// Begins a visit of a slip at the tablet of an address; answers with the cookie's value. A slip has one
    /// visit: its earlier one ends. Where there are too many, here or in all, the one that was quiet for
    /// longest makes way.
    ///
    /// # Errors
    /// [`ServiceError::Broken`] without randomness.
    pub fn begin_visit(&self, ticket: Ticket, address: &str) -> Result<String, ServiceError> {
        let name = Digest(self.random.bytes()?).to_string();
        let now = self.clock.moment();
        let mut visits = self
            .kiosk_visits
            .0
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        // A slip votes at one tablet: at another one its earlier visit is over.
        visits.retain(|_, visit| is_alive(visit, now) && !visit.ticket.is_of_slip(ticket));
        make_way(&mut visits, VISITS_OF_ADDRESS, |visit| {
            visit.address == address
        });
        make_way(&mut visits, VISITS, |_| true);
        let visit = KioskVisit {
            ticket,
            address: address.to_owned(),
            seen: now,
        };
        visits.insert(digest(name.as_bytes()).0, visit);
        Ok(name)
    }

    /// The slip of a visit that is going on at this address; asking keeps it going.
    #[must_use]
    pub fn find_visit(&self, cookie: &str, address: &str) -> Option<Ticket> {
        let now = self.clock.moment();
        let mut visits = self
            .kiosk_visits
            .0
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        let visit = visits.get_mut(&digest(cookie.as_bytes()).0)?;
        if visit.address != address || !is_alive(visit, now) {
            return None;
        }
        visit.seen = now;
        Some(visit.ticket)
    }

    /// Notes in a visit that its voter heard of a cast: what a phone keeps in a cookie, a tablet keeps
    /// here, and loses with the visit.
    pub fn hear_in_visit(&self, cookie: &str, address: &str, heard: &str) {
        let mut visits = self
            .kiosk_visits
            .0
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        let visit = visits.get_mut(&digest(cookie.as_bytes()).0);
        if let Some(visit) = visit.filter(|visit| visit.address == address) {
            visit.ticket = visit.ticket.with_heard(heard);
        }
    }

    /// Ends a visit from the address where it goes on: its cookie opens nothing any more. From
    /// elsewhere it is left alone, for a thief must not throw a voter out.
    pub fn end_visit(&self, cookie: &str, address: &str) {
        let mut visits = self
            .kiosk_visits
            .0
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        let name = digest(cookie.as_bytes()).0;
        if visits
            .get(&name)
            .is_some_and(|visit| visit.address == address)
        {
            visits.remove(&name);
        }
    }
}

//! Limits on leads and on ratings from residents, each with counters of its own: by device, by address, by congress;
//! and how many wait to be written, so that whatever comes in there is always room for a ballot.

use std::sync::Arc;

use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use super::rate_limit::RateCounter;
pub use super::rate_limit::RetryAfter;
use crate::ServiceError;
use domain::id::CongressId;
use machine::bounds::{
    LEADS_OF_ADDRESS, LEADS_OF_CONGRESS, LEADS_OF_DEVICE, LEADS_OF_NAMELESS, WAITING_LEADS,
    WRONG_RECEIPTS,
};
use machine::clock::Clock;

/// The limits, in memory only.
#[derive(Clone)]
pub(crate) struct LeadLimits {
    devices: RateCounter<String>,
    nameless: RateCounter<String>,
    addresses: RateCounter<String>,
    congresses: RateCounter<i64>,
    receipts: RateCounter<String>,
    waiting: Arc<Semaphore>,
}

impl LeadLimits {
    pub(crate) fn new(clock: &Clock) -> Self {
        Self {
            devices: RateCounter::new(LEADS_OF_DEVICE, clock),
            nameless: RateCounter::new(LEADS_OF_NAMELESS, clock),
            addresses: RateCounter::new(LEADS_OF_ADDRESS, clock),
            congresses: RateCounter::new(LEADS_OF_CONGRESS, clock),
            receipts: RateCounter::new(WRONG_RECEIPTS, clock),
            waiting: Arc::new(Semaphore::new(WAITING_LEADS)),
        }
    }

    /// Counts a lead or a rating about to be written, or says when to come back.
    pub(crate) fn handed_in(
        &self,
        congress: CongressId,
        address: &str,
        device: Option<&str>,
    ) -> Result<(), RetryAfter> {
        match device {
            Some(device) => self.devices.count(&device.to_owned())?,
            None => self.nameless.count(&address.to_owned())?,
        }
        self.addresses.count(&address.to_owned())?;
        self.congresses.count(&congress.0)
    }

    /// Counts a wrong receipt number.
    pub(crate) fn wrong_receipt(&self, address: &str) -> Result<(), RetryAfter> {
        self.receipts.count(&address.to_owned())
    }

    /// A place among those that wait for the writer.
    pub(crate) fn waiting(&self) -> Result<OwnedSemaphorePermit, ServiceError> {
        let place = Arc::clone(&self.waiting).try_acquire_owned();
        place.map_err(|_| ServiceError::Busy)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Service;
    use crate::access::sender::Sender;
    use crate::leads::handing_in::{LeadReceipt, LeadSubmission};
    use domain::access::Actor;
    use domain::id::CallId;
    use domain::leads::Wish;
    use domain::leads::call::CallText;
    use domain::leads::kind::{LeadKind, LeadOrigin};
    use machine::random::Random;
    use store::{WriteTx, Written};

    fn let_in(
        floods: &LeadLimits,
        times: u32,
        address: &str,
        device: impl Fn(u32) -> Option<String>,
    ) -> u32 {
        let tries =
            (0..times).map(|n| floods.handed_in(CongressId(1), address, device(n).as_deref()));
        u32::try_from(tries.filter(Result::is_ok).count()).unwrap()
    }

    #[test]
    fn a_village_behind_one_gateway_is_spared_and_one_phone_is_not() {
        let floods = LeadLimits::new(&Clock::system());
        assert_eq!(
            let_in(&floods, 50, "a", |_| Some("one".into())),
            5,
            "one phone"
        );
        assert_eq!(
            let_in(&floods, 150, "a", |n| Some(format!("phone {n}"))),
            150,
            "a village"
        );
        assert_eq!(let_in(&floods, 50, "b", |_| None), 20, "without a cookie");
        assert_eq!(
            let_in(&floods, 300, "c", |n| Some(format!("made up {n}"))),
            200,
            "one address"
        );
    }

    #[test]
    fn a_congress_takes_so_many_whatever_address_they_come_from() {
        let floods = LeadLimits::new(&Clock::system());
        let tries = (0..2_500).map(|n| {
            let (address, device) = (format!("address {n}"), format!("device {n}"));
            floods.handed_in(CongressId(1), &address, Some(&device))
        });
        let refused: Vec<_> = tries.filter_map(Result::err).collect();
        assert!((490..=500).contains(&refused.len()), "{}", refused.len());
        assert!(refused.iter().all(|wait| (1..=2).contains(&wait.seconds)));
        assert!(
            floods.handed_in(CongressId(2), "x", Some("y")).is_ok(),
            "another congress"
        );
    }

    /// A service with one open call, whose clock stands.
    async fn with_call(dir: &std::path::Path) -> (Service, CallId, Clock) {
        let clock = Clock::fixed("2026-01-15T04:00:00Z".parse().unwrap());
        let service = Service::open(dir, clock.clone(), Random::seeded(1))
            .await
            .unwrap();
        let console = Actor::console();
        let file = "code,slug,name,level,parent\n654325,a,A,county,\n";
        let done = service.import_congresses(&console, file.as_bytes()).await;
        done.unwrap();
        let congress = service.find_congress("a").await.unwrap();
        let text = CallText {
            year: 2027,
            title: "call".into(),
            scope: "what".into(),
            excluded: "not what".into(),
            regions: Vec::new(),
            opens_on: jiff::civil::date(2026, 1, 1),
            closes_on: jiff::civil::date(2026, 2, 15),
        };
        let call = service.create_call(&console, congress, text, false).await;
        (service, call.unwrap(), clock)
    }

    fn lead(call: CallId, stamp: String) -> LeadSubmission {
        LeadSubmission {
            call,
            wish: Wish {
                origin: LeadOrigin::Resident,
                origin_ref: String::new(),
                region: "here".into(),
                kind: LeadKind::Roads,
                what: "a road".into(),
                place: String::new(),
            },
            contact: String::new(),
            picture: None,
            stamp,
            trap: String::new(),
        }
    }

    /// The writer is held up, a flood of leads comes from everywhere: a sixteenth of the queue waits,
    /// the others are told to come back at once, and ballots still find room behind them.
    #[tokio::test(flavor = "multi_thread")]
    async fn however_many_leads_wait_there_is_room_for_ballots() {
        let dir = tempfile::tempdir().unwrap();
        let (service, call, clock) = with_call(dir.path()).await;
        let stamps: Vec<String> = (0..300)
            .map(|_| service.stamp_form(call).unwrap())
            .collect();
        clock.set("2026-01-15T04:01:00Z".parse().unwrap());
        let (go, wait) = std::sync::mpsc::channel::<()>();
        let (begun, has_begun) = std::sync::mpsc::channel();
        let store = service.store.clone();
        let blocked = tokio::spawn(async move {
            let work = move |_: &WriteTx<'_>| -> Result<Written<()>, ServiceError> {
                begun.send(()).unwrap();
                wait.recv().unwrap();
                Ok(Written::quiet((), "a test holds the writer"))
            };
            store.write(work).await
        });
        has_begun.recv().unwrap();
        let flood: Vec<_> = stamps
            .into_iter()
            .enumerate()
            .map(|(n, stamp)| {
                let service = service.clone();
                tokio::spawn(async move {
                    let sender = Sender {
                        address: format!("address {n}"),
                        device: Some(format!("device {n}")),
                    };
                    service.hand_in(lead(call, stamp), &sender).await
                })
            })
            .collect();
        while service.lead_limits.waiting.available_permits() > 0 {
            tokio::task::yield_now().await;
        }
        // As many casts as the queue has places beyond the leads', less the one at work.
        let casts: Vec<_> = (0..900)
            .map(|_| {
                let store = service.store.clone();
                tokio::spawn(async move {
                    let work = |_: &WriteTx<'_>| -> Result<Written<()>, ServiceError> {
                        Ok(Written::quiet((), "a test stands for a ballot"))
                    };
                    store.write(work).await
                })
            })
            .collect();
        tokio::task::yield_now().await;
        go.send(()).unwrap();
        blocked.await.unwrap().unwrap();
        for cast in casts {
            cast.await.unwrap().unwrap();
        }
        let (mut taken, mut told) = (0, 0);
        for one in flood {
            match one.await.unwrap() {
                Ok(LeadReceipt::In(_)) => taken += 1,
                Err(ServiceError::Busy) => told += 1,
                other => panic!("{other:?}"),
            }
        }
        assert_eq!(taken + told, 300);
        assert!(
            told > 0 && taken >= WAITING_LEADS,
            "{taken} taken, {told} told"
        );
    }
}

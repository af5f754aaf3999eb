//! Limits on leads and on ratings from residents, each with counters of its own: by device, by address, by congress; and how many wait to be
//! written, so that whatever comes in there is always room for a ballot.

use std::num::NonZeroU32;
use std::sync::Arc;
use std::time::Duration;

use governor::clock::{Clock as _, DefaultClock};
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use super::ServiceError;
use crate::domain::id::CongressId;

/// One phone: five at once, for a family shares one, then one in ten minutes.
const OF_DEVICE: (u32, Duration) = (5, Duration::from_secs(600));
/// A browser without the cookie, by address: twenty at once, then one a minute.
const OF_NAMELESS: (u32, Duration) = (20, Duration::from_secs(60));
/// One address: a village or a station day behind one gateway is 200 people in an hour or two; then
/// one in three seconds, which is 1,200 an hour.
const OF_ADDRESS: (u32, Duration) = (200, Duration::from_secs(3));
/// One congress in all: 2,000 at once is more than a county's whole call brought anywhere we read
/// of; then one a second.
const OF_CONGRESS: (u32, Duration) = (2_000, Duration::from_secs(1));
/// Wrong receipt numbers of one address: sixty at once, then one in two seconds. Of 10^15 numbers a
/// guesser at this pace hits one of 200,000 leads in some three centuries.
const WRONG_RECEIPTS: (u32, Duration) = (60, Duration::from_secs(2));
/// Leads that wait for the writer at one moment: a sixteenth of its queue.
const WAITING: usize = 64;
/// Keys remembered by each limit before those that recovered are dropped.
const MOST: usize = 10_000;

/// Come back in so many seconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ComeBack {
    /// Seconds.
    pub seconds: i64,
}

/// The limits, in memory only.
#[derive(Clone)]
pub struct Floods {
    devices: Arc<DefaultKeyedRateLimiter<String>>,
    nameless: Arc<DefaultKeyedRateLimiter<String>>,
    addresses: Arc<DefaultKeyedRateLimiter<String>>,
    congresses: Arc<DefaultKeyedRateLimiter<i64>>,
    receipts: Arc<DefaultKeyedRateLimiter<String>>,
    waiting: Arc<Semaphore>,
}

fn quota((burst, each): (u32, Duration)) -> Quota {
    let burst = NonZeroU32::new(burst).unwrap_or(NonZeroU32::MIN);
    let each = Quota::with_period(each).unwrap_or(Quota::per_second(NonZeroU32::MIN));
    each.allow_burst(burst)
}

impl Floods {
    pub(crate) fn new() -> Self {
        Self {
            devices: Arc::new(RateLimiter::keyed(quota(OF_DEVICE))),
            nameless: Arc::new(RateLimiter::keyed(quota(OF_NAMELESS))),
            addresses: Arc::new(RateLimiter::keyed(quota(OF_ADDRESS))),
            congresses: Arc::new(RateLimiter::keyed(quota(OF_CONGRESS))),
            receipts: Arc::new(RateLimiter::keyed(quota(WRONG_RECEIPTS))),
            waiting: Arc::new(Semaphore::new(WAITING)),
        }
    }

    /// Counts a lead or a rating about to be written, or says when to come back.
    pub(crate) fn handed_in(
        &self,
        congress: CongressId,
        address: &str,
        device: Option<&str>,
    ) -> Result<(), ComeBack> {
        match device {
            Some(device) => check(&self.devices, &device.to_owned())?,
            None => check(&self.nameless, &address.to_owned())?,
        }
        check(&self.addresses, &address.to_owned())?;
        check(&self.congresses, &congress.0)
    }

    /// Counts a wrong receipt number.
    pub(crate) fn wrong_receipt(&self, address: &str) -> Result<(), ComeBack> {
        check(&self.receipts, &address.to_owned())
    }

    /// A place among those that wait for the writer.
    pub(crate) fn waiting(&self) -> Result<OwnedSemaphorePermit, ServiceError> {
        let place = Arc::clone(&self.waiting).try_acquire_owned();
        place.map_err(|_| ServiceError::Busy)
    }
}

fn check<K: Clone + Eq + std::hash::Hash>(
    limit: &DefaultKeyedRateLimiter<K>,
    key: &K,
) -> Result<(), ComeBack> {
    if limit.len() > MOST {
        limit.retain_recent();
    }
    limit.check_key(key).map_err(|until| {
        let wait = until.wait_time_from(DefaultClock::default().now());
        let seconds = i64::try_from(wait.as_secs()).unwrap_or(i64::MAX - 1);
        ComeBack {
            seconds: seconds.saturating_add(1),
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::Clock;
    use crate::domain::access::Actor;
    use crate::domain::id::CallId;
    use crate::domain::library::call::CallText;
    use crate::domain::library::lead::Wish;
    use crate::domain::library::lead::kind::{LeadKind, Origin};
    use crate::random::Random;
    use crate::service::Service;
    use crate::service::leads::{HandedIn, Sender, Taken};
    use crate::store::{WriteTx, Written};

    fn let_in(
        floods: &Floods,
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
        let floods = Floods::new();
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
        let floods = Floods::new();
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

    fn lead(call: CallId, stamp: String) -> HandedIn {
        HandedIn {
            call,
            wish: Wish {
                origin: Origin::Resident,
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
        while service.floods.waiting.available_permits() > 0 {
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
                Ok(Taken::In(_)) => taken += 1,
                Err(ServiceError::Busy) => told += 1,
                other => panic!("{other:?}"),
            }
        }
        assert_eq!(taken + told, 300);
        assert!(told > 0 && taken >= WAITING, "{taken} taken, {told} told");
    }
}

//! A rate limit for each sender: so many at once, then one in each interval; in memory only.
//!
//! Each key owes so much time as it used beyond its pace; time that passes pays it back. Time is the
//! clock's monotonic moment, so that setting the machine's clock locks nobody out.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use machine::bounds::{REMEMBERED, RateLimit};
use machine::clock::{Clock, MonotonicTime};

/// Come back in so many seconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RetryAfter {
    pub seconds: i64,
}

impl RetryAfter {
    /// After a time, in whole seconds and at least one.
    pub(crate) fn after(time: Duration) -> Self {
        let begun = u64::from(time.subsec_nanos() > 0);
        let seconds = time.as_secs().saturating_add(begun).max(1);
        Self {
            seconds: i64::try_from(seconds).unwrap_or(i64::MAX),
        }
    }
}

/// What each key has used, by when it will have been paid back.
#[derive(Clone)]
pub(crate) struct RateCounter<K> {
    pace: RateLimit,
    clock: Clock,
    paid_at: Arc<Mutex<BTreeMap<K, MonotonicTime>>>,
}

impl<K: Ord + Clone> RateCounter<K> {
    pub(crate) fn new(pace: RateLimit, clock: &Clock) -> Self {
        Self {
            pace,
            clock: clock.clone(),
            paid_at: Arc::default(),
        }
    }

    /// Counts one of a key, or says when to come back; then nothing is counted.
    pub(crate) fn count(&self, key: &K) -> Result<(), RetryAfter> {
        let now = self.clock.moment();
        let mut paid_at = self.paid_at.lock().unwrap_or_else(PoisonError::into_inner);
        let before = paid_at.get(key).copied().unwrap_or(now).max(now);
        let after = before.after(self.pace.each);
        let credit = self.pace.each.saturating_mul(self.pace.burst);
        if after.since(now) > credit {
            return Err(RetryAfter::after(after.since(now).saturating_sub(credit)));
        }
        paid_at.insert(key.clone(), after);
        forget(&mut paid_at, now);
        Ok(())
    }

    /// Takes one of a key back: it should not have been counted.
    pub(crate) fn take_back(&self, key: &K) {
        let now = self.clock.moment();
        let mut paid_at = self.paid_at.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(paid) = paid_at.get_mut(key) {
            *paid = now.after(paid.since(now).saturating_sub(self.pace.each));
        }
    }
}

/// Drops what was paid back once there are too many, and then whoever owes least.
fn forget<K: Ord + Clone>(paid_at: &mut BTreeMap<K, MonotonicTime>, now: MonotonicTime) {
    if paid_at.len() <= REMEMBERED {
        return;
    }
    paid_at.retain(|_, paid| *paid > now);
    while paid_at.len() > REMEMBERED {
        let Some(least) = paid_at.iter().min_by_key(|(_, paid)| **paid) else {
            return;
        };
        let least = least.0.clone();
        paid_at.remove(&least);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_burst_is_let_in_and_then_one_in_each_time_whatever_the_calendar_says() {
        let clock = Clock::fixed("2026-01-15T04:00:00Z".parse().unwrap());
        let pace = RateLimit {
            burst: 3,
            each: Duration::from_secs(10),
        };
        let counter = RateCounter::new(pace, &clock);
        let let_in = |times: u32| (0..times).filter(|_| counter.count(&"a").is_ok()).count();
        assert_eq!(let_in(5), 3);
        assert_eq!(counter.count(&"a"), Err(RetryAfter { seconds: 10 }));
        assert_eq!(counter.count(&"b"), Ok(()));
        for set in ["2016-01-15T04:00:00Z", "2036-01-15T04:00:00Z"] {
            clock.set(set.parse().unwrap());
            assert_eq!(let_in(1), 0, "{set}: no time passed");
        }
        clock.pass(Duration::from_secs(20));
        assert_eq!(let_in(5), 2);
        counter.take_back(&"a");
        assert_eq!(let_in(2), 1, "what was taken back is free again");
        clock.pass(Duration::from_secs(3_600));
        assert_eq!(let_in(9), 3, "a long rest gives no more than the burst");
    }
}

//! Limits on wrong tries: of slip codes by address, of passwords by account.
//!
//! A hall of deputies shares one address, so a limit must never hold up a true code: only wrong
//! tries are counted, a code from a QR is not counted at all, and a true typed code is let in even
//! from an address that has used up its tries. What bounds guessing in total is the cost of a typed
//! code ([`crate::password::Cost::TYPED_CODE`]).

use std::collections::BTreeMap;
use std::num::NonZeroU32;
use std::sync::{Arc, Mutex, PoisonError};

use governor::clock::{Clock as _, DefaultClock};
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};
use jiff::{SignedDuration, Timestamp};

/// Wrong ten-digit codes an address may send at once, and then each second, before it is told to
/// wait.
const CODES: (u32, u32) = (60, 1);
/// Wrong passwords in a row that cost no waiting.
const FREE_TRIES: u32 = 5;
/// The longest wait between two tries at a password, in seconds.
const LONGEST_WAIT: i64 = 60;
/// Names and addresses remembered at most.
const MOST: usize = 10_000;

/// The counters, in memory only.
#[derive(Clone)]
pub struct Limits {
    codes: Arc<DefaultKeyedRateLimiter<String>>,
    passwords: Arc<Mutex<BTreeMap<String, WrongInARow>>>,
}

struct WrongInARow {
    tries: u32,
    until: Timestamp,
}

/// Too many wrong tries: wait so many seconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TooMany {
    /// Seconds until the next try is looked at.
    pub seconds: i64,
}

impl Limits {
    pub(crate) fn new() -> Self {
        let count = |n| NonZeroU32::new(n).unwrap_or(NonZeroU32::MIN);
        let codes = Quota::per_second(count(CODES.1)).allow_burst(count(CODES.0));
        Self {
            codes: Arc::new(RateLimiter::keyed(codes)),
            passwords: Arc::default(),
        }
    }

    /// Counts a wrong code from an address.
    pub(crate) fn wrong_code(&self, address: &str) -> Result<(), TooMany> {
        if self.codes.len() > MOST {
            self.codes.retain_recent();
        }
        self.codes.check_key(&address.to_owned()).map_err(|until| {
            let wait = until.wait_time_from(DefaultClock::default().now());
            TooMany {
                seconds: i64::try_from(wait.as_secs()).unwrap_or(LONGEST_WAIT) + 1,
            }
        })
    }

    /// Whether a password of this account is looked at now.
    pub(crate) fn may_try_password(&self, username: &str, now: Timestamp) -> Result<(), TooMany> {
        let wrong = self
            .passwords
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        match wrong.get(username) {
            Some(row) if row.until > now => {
                let wait = row.until.duration_since(now).as_secs();
                // A clock set back must not lock an account for hours.
                Err(TooMany {
                    seconds: (wait + 1).clamp(1, LONGEST_WAIT),
                })
            }
            _ => Ok(()),
        }
    }

    /// Counts a wrong password: after a few, each costs twice the wait of the one before.
    pub(crate) fn wrong_password(&self, username: &str, now: Timestamp) {
        let mut wrong = self
            .passwords
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        if wrong.len() > MOST {
            wrong.retain(|_, row| row.until > now);
        }
        let row = wrong.entry(username.to_owned()).or_insert(WrongInARow {
            tries: 0,
            until: Timestamp::UNIX_EPOCH,
        });
        row.tries = row.tries.saturating_add(1);
        if row.tries >= FREE_TRIES {
            let doubled = 1_i64 << (row.tries - FREE_TRIES).min(10);
            let wait = SignedDuration::from_secs(doubled.min(LONGEST_WAIT));
            row.until = now.saturating_add(wait).unwrap_or(now);
        }
    }

    /// Forgets the wrong tries of an account that signed in.
    pub(crate) fn right_password(&self, username: &str) {
        self.passwords
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .remove(username);
    }
}

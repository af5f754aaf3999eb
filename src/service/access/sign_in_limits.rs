//! Limits on wrong tries: of passwords by account and by where they come from; and how many wrong codes came.
//!
//! A hall of deputies shares one address, so the codes of slips are limited by none: all wait in one row,
//! and what bounds guessing in total is the cost of a typed code (`crate::access::password::HashCost::TYPED_CODE`)
//! and that it is looked up only while it is voted with. A password is counted by account and address, or by account and
//! browser where one signed in before: whoever floods an account from elsewhere keeps nobody out.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use super::rate_limit::{RateCounter, RetryAfter};
use crate::access::password::HashQueue;
use crate::access::sender::Sender;
use machine::bounds::{
    FREE_TRIES, LONGEST_WAIT, REMEMBERED, SIGN_INS_OF_ADDRESS, TRIES_STEPS, TRIES_TOLD,
    WRONG_INVITATIONS,
};
use machine::clock::{Clock, MonotonicTime};

/// The counters, in memory only.
#[derive(Clone)]
pub(crate) struct SignInLimits {
    clock: Clock,
    invitations: RateCounter<String>,
    sign_ins: RateCounter<AttemptSource>,
    passwords: Arc<Mutex<BTreeMap<SignInAttempt, FailureCount>>>,
    wrong_codes: Arc<Mutex<RecentWrongCodes>>,
}

/// An account as it is knocked at from one place.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct SignInAttempt {
    username: String,
    from: AttemptSource,
}

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum AttemptSource {
    /// A browser that signed in before.
    Device(String),
    /// Any other browser at an address.
    Address(String),
    /// The account's own page, where the old password is asked.
    OwnPage,
}

#[derive(Debug, Clone, Copy)]
struct FailureCount {
    tries: u32,
    until: MonotonicTime,
}

/// How many wrong codes came lately: in this half of the time over which they are told, and in the one
/// before.
#[derive(Debug, Clone, Copy, Default)]
struct RecentWrongCodes {
    since: MonotonicTime,
    now: u64,
    before: u64,
}

/// Too many wrong tries: wait so many seconds.
pub(crate) type WaitTime = RetryAfter;

/// A try at a password that was counted before it was looked at.
#[must_use = "a try ends right, wrong or unseen"]
pub(crate) struct PasswordTry {
    door: SignInAttempt,
}

impl PasswordTry {
    /// The queue in which it waits.
    pub(crate) fn lane(&self) -> HashQueue {
        match self.door.from {
            AttemptSource::Device(_) | AttemptSource::OwnPage => HashQueue::Known,
            AttemptSource::Address(_) => HashQueue::Anyone,
        }
    }
}

impl SignInLimits {
    pub(crate) fn new(clock: &Clock) -> Self {
        Self {
            clock: clock.clone(),
            invitations: RateCounter::new(WRONG_INVITATIONS, clock),
            sign_ins: RateCounter::new(SIGN_INS_OF_ADDRESS, clock),
            passwords: Arc::default(),
            wrong_codes: Arc::default(),
        }
    }

    /// Counts a wrong code.
    pub(crate) fn wrong_code(&self) {
        let now = self.clock.moment();
        let mut lately = self
            .wrong_codes
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        lately.turn(now);
        lately.now = lately.now.saturating_add(1);
    }

    /// Counts a wrong code of a first sign-in: it is no slip's, and is not told on the day.
    pub(crate) fn wrong_invitation(&self, address: &str) -> Result<(), WaitTime> {
        self.invitations.count(&address.to_owned())
    }

    /// How many wrong codes came lately, as the largest step that they reached; none below the first.
    pub(crate) fn wrong_codes(&self) -> Option<u64> {
        let mut lately = self
            .wrong_codes
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        lately.turn(self.clock.moment());
        let all = lately.now.saturating_add(lately.before);
        TRIES_STEPS.into_iter().rfind(|step| *step <= all)
    }

    /// Counts a try at a password, before any work is done for it; or says when to come back.
    pub(crate) fn try_password(
        &self,
        username: &str,
        sender: &Sender,
    ) -> Result<PasswordTry, WaitTime> {
        let from = match &sender.device {
            Some(device) => AttemptSource::Device(device.clone()),
            None => AttemptSource::Address(sender.address.clone()),
        };
        self.sign_ins.count(&from)?;
        let door = SignInAttempt {
            username: username.to_owned(),
            from,
        };
        let counted = self.knock(door.clone());
        if counted.is_err() {
            self.free(&door);
        }
        counted
    }

    /// Counts a try at the old password on the account's own page.
    pub(crate) fn try_old_password(&self, username: &str) -> Result<PasswordTry, WaitTime> {
        self.knock(SignInAttempt {
            username: username.to_owned(),
            from: AttemptSource::OwnPage,
        })
    }

    /// Counts before looking, so that no number of tries at once can go past the wait.
    fn knock(&self, door: SignInAttempt) -> Result<PasswordTry, WaitTime> {
        let now = self.clock.moment();
        let mut rows = self
            .passwords
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        if rows.len() > REMEMBERED {
            rows.retain(|_, row| row.until > now);
            while rows.len() > REMEMBERED && rows.pop_first().is_some() {}
        }
        let row = rows.entry(door.clone()).or_insert(FailureCount {
            tries: 0,
            until: now,
        });
        if row.until > now {
            return Err(RetryAfter::after(row.until.since(now)));
        }
        row.tries = row.tries.saturating_add(1);
        if let Some(doublings) = row.tries.checked_sub(FREE_TRIES) {
            let wait = Duration::from_secs(1_u64 << doublings.min(10));
            row.until = now.after(wait.min(LONGEST_WAIT));
        }
        Ok(PasswordTry { door })
    }

    /// The password was right: the tries before it are forgotten.
    pub(crate) fn was_right(&self, tried: &PasswordTry) {
        self.passwords
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .remove(&tried.door);
        self.free(&tried.door);
    }

    /// Nobody looked at it, for too many waited: it does not count.
    pub(crate) fn was_not_seen(&self, tried: &PasswordTry) {
        let now = self.clock.moment();
        let mut rows = self
            .passwords
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        if let Some(row) = rows.get_mut(&tried.door) {
            row.tries = row.tries.saturating_sub(1);
            row.until = now;
        }
        drop(rows);
        self.free(&tried.door);
    }

    fn free(&self, door: &SignInAttempt) {
        self.sign_ins.take_back(&door.from);
    }
}

impl RecentWrongCodes {
    fn turn(&mut self, now: MonotonicTime) {
        let half = TRIES_TOLD / 2;
        let passed = now.since(self.since);
        if passed >= half {
            self.before = if passed >= TRIES_TOLD { 0 } else { self.now };
            (self.now, self.since) = (0, now);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn from(address: &str, device: Option<&str>) -> Sender {
        Sender {
            address: address.to_owned(),
            device: device.map(str::to_owned),
        }
    }

    fn limits() -> (SignInLimits, Clock) {
        let clock = Clock::fixed("2026-01-15T04:00:00Z".parse().unwrap());
        (SignInLimits::new(&clock), clock)
    }

    #[test]
    fn a_flood_of_wrong_passwords_keeps_out_nobody_but_its_own_address() {
        let (limits, _) = limits();
        let flood = from("10.0.0.9", None);
        let looked_at = (0..500).filter(|_| limits.try_password("chief", &flood).is_ok());
        assert_eq!(looked_at.count(), 5, "then it waits");
        for other in [from("10.0.0.1", None), from("10.0.0.9", Some("known"))] {
            let tried = limits.try_password("chief", &other);
            assert!(tried.is_ok(), "{other:?}");
        }
    }

    #[test]
    fn an_address_that_tries_many_names_waits_and_one_with_right_passwords_does_not() {
        let (limits, clock) = limits();
        let address = from("10.0.0.9", None);
        let tries = (0..200).map(|n| limits.try_password(&format!("name {n}"), &address));
        assert_eq!(tries.filter(Result::is_ok).count(), 30);
        clock.pass(Duration::from_secs(3_600));
        for n in 0..200 {
            let tried = limits.try_password(&format!("deputy {n}"), &address);
            limits.was_right(&tried.ok().unwrap());
        }
    }

    #[test]
    fn waits_double_and_a_clock_that_is_set_neither_shortens_nor_stretches_them() {
        let (limits, clock) = limits();
        let home = from("10.0.0.9", Some("known"));
        let wait = || match limits.try_password("chief", &home) {
            Ok(_) => 0,
            Err(RetryAfter { seconds }) => seconds,
        };
        let waits: Vec<i64> = (0..6).map(|_| wait()).collect();
        assert_eq!(waits, [0, 0, 0, 0, 0, 1]);
        for set in ["2016-01-15T04:00:00Z", "2036-01-15T04:00:00Z"] {
            clock.set(set.parse().unwrap());
            assert_eq!(wait(), 1, "{set}");
        }
        clock.pass(Duration::from_secs(1));
        assert_eq!((wait(), wait()), (0, 2), "the next wait is twice as long");
        clock.pass(Duration::from_secs(2));
        let tried = limits.try_password("chief", &home).ok().unwrap();
        limits.was_right(&tried);
        assert_eq!(wait(), 0, "a right one wipes the slate");
    }

    #[test]
    fn a_try_that_nobody_looked_at_is_not_counted() {
        let (limits, _) = limits();
        let home = from("10.0.0.9", None);
        for _ in 0..100 {
            let tried = limits.try_password("clerk", &home).ok().unwrap();
            limits.was_not_seen(&tried);
        }
        assert!(limits.try_password("clerk", &home).is_ok());
    }

    #[test]
    fn wrong_codes_are_told_in_steps_and_forgotten_after_a_while() {
        let (limits, clock) = limits();
        assert_eq!(limits.wrong_codes(), None);
        for _ in 0..99 {
            limits.wrong_code();
        }
        assert_eq!(limits.wrong_codes(), Some(50));
        limits.wrong_code();
        assert_eq!(limits.wrong_codes(), Some(100));
        clock.pass(TRIES_TOLD / 2);
        assert_eq!(limits.wrong_codes(), Some(100));
        clock.pass(TRIES_TOLD / 2);
        assert_eq!(limits.wrong_codes(), None);
    }
}

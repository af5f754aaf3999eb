//! How a message of the outbox is carried: each channel by itself, tried again, given up in the end.
//!
//! At least once: an attempt is counted before it is made, so a server that stops in the middle of one
//! makes the next after its start, and the receiver may hear the same twice.

use crate::id::{CongressId, DeliveryId, RunId};
use count::words;

words! {
    /// A way by which reminders reach people.
    pub enum Channel {
        /// The inbox of each person's own pages.
        Inbox = "inbox",
        /// The robot of a chat group.
        Webhook = "webhook",
    }
}

words! {
    /// Where a delivery stands.
    pub enum DeliveryStage {
        /// It is tried when its time comes.
        Waiting = "waiting",
        /// The other side said that it has it.
        Delivered = "delivered",
        /// It was tried often enough; the office may have it tried again.
        GivenUp = "given_up",
    }
}

/// Why an attempt failed. Codes only: the words of the other side are shown to nobody, for they may
/// repeat the address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DeliveryFailure {
    /// The congress has no webhook any more.
    Removed,
    /// The operator does not allow its host any more.
    NotAllowed,
    /// Nobody could be reached there.
    Unreachable,
    /// The connection could not be made safe.
    Insecure,
    /// No whole answer came in time.
    TooSlow,
    /// The answer was longer than a robot's is.
    TooLong,
    /// It answered with a way elsewhere, which is not followed.
    Redirect,
    /// It answered with another status than 200.
    Status(u16),
    /// The answer could not be read.
    Unreadable,
    /// The robot refused with a code.
    Code(i64),
}

impl DeliveryFailure {
    /// The word in the store, and of the message that tells it.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Removed => "removed",
            Self::NotAllowed => "not-allowed",
            Self::Unreachable => "unreachable",
            Self::Insecure => "insecure",
            Self::TooSlow => "too-slow",
            Self::TooLong => "too-long",
            Self::Redirect => "redirect",
            Self::Status(_) => "status",
            Self::Unreadable => "unreadable",
            Self::Code(_) => "code",
        }
    }

    /// The number that belongs to the word; 0 where none does.
    #[must_use]
    pub fn number(self) -> i64 {
        match self {
            Self::Status(status) => i64::from(status),
            Self::Code(code) => code,
            Self::Removed
            | Self::NotAllowed
            | Self::Unreachable
            | Self::Insecure
            | Self::TooSlow
            | Self::TooLong
            | Self::Redirect
            | Self::Unreadable => 0,
        }
    }

    /// The failure of a stored word and number.
    #[must_use]
    pub fn from_stored(word: &str, number: i64) -> Option<Self> {
        Some(match word {
            "removed" => Self::Removed,
            "not-allowed" => Self::NotAllowed,
            "unreachable" => Self::Unreachable,
            "insecure" => Self::Insecure,
            "too-slow" => Self::TooSlow,
            "too-long" => Self::TooLong,
            "redirect" => Self::Redirect,
            "status" => Self::Status(u16::try_from(number).ok()?),
            "unreadable" => Self::Unreadable,
            "code" => Self::Code(number),
            _ => return None,
        })
    }
}

/// A run of the daily task on its way through one channel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Delivery {
    /// Identifier.
    pub id: DeliveryId,
    pub congress: CongressId,
    pub run: RunId,
    pub channel: Channel,
    /// Where it stands.
    pub stage: DeliveryStage,
    /// Attempts that were begun.
    pub attempts: u32,
    /// When the next is due, in milliseconds.
    pub next_at: i64,
    /// Why the last one failed.
    pub failure: Option<DeliveryFailure>,
}

/// Attempts before a delivery is given up: two to three hours.
pub(crate) const MOST_ATTEMPTS: u32 = 8;

/// Milliseconds between the first attempt and the second; each wait is twice the one before.
const FIRST_WAIT: u64 = 60_000;

/// The shortest wait after so many attempts, in milliseconds. Up to half of it again is added by
/// chance, so that robots that failed together are not asked together again.
#[must_use]
pub fn wait(attempts: u32) -> u64 {
    let doubled = attempts.saturating_sub(1).min(MOST_ATTEMPTS);
    FIRST_WAIT.saturating_mul(1 << doubled)
}

/// Where a delivery stands after so many attempts, the last of which failed for this reason. What
/// only a person can mend is not tried again by itself.
#[must_use]
pub fn after_failure(attempts: u32, failure: DeliveryFailure) -> DeliveryStage {
    let is_for_people = match failure {
        DeliveryFailure::Removed | DeliveryFailure::NotAllowed => true,
        DeliveryFailure::Unreachable
        | DeliveryFailure::Insecure
        | DeliveryFailure::TooSlow
        | DeliveryFailure::TooLong
        | DeliveryFailure::Redirect
        | DeliveryFailure::Status(_)
        | DeliveryFailure::Unreadable
        | DeliveryFailure::Code(_) => false,
    };
    if is_for_people || attempts >= MOST_ATTEMPTS {
        DeliveryStage::GivenUp
    } else {
        DeliveryStage::Waiting
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_double_and_end() {
        let waits: Vec<u64> = (1..=8).map(|attempts| wait(attempts) / 60_000).collect();
        assert_eq!(waits, [1, 2, 4, 8, 16, 32, 64, 128]);
        assert!(wait(u32::MAX) < 24 * 3_600_000, "never a day");
        let status = DeliveryFailure::Status(500);
        assert_eq!(after_failure(7, status), DeliveryStage::Waiting);
        assert_eq!(after_failure(8, status), DeliveryStage::GivenUp);
        assert_eq!(
            after_failure(1, DeliveryFailure::Removed),
            DeliveryStage::GivenUp
        );
    }

    #[test]
    fn a_failure_comes_back_from_the_store_as_it_went() {
        for failure in [
            DeliveryFailure::Removed,
            DeliveryFailure::NotAllowed,
            DeliveryFailure::Unreachable,
            DeliveryFailure::Insecure,
            DeliveryFailure::TooSlow,
            DeliveryFailure::TooLong,
            DeliveryFailure::Redirect,
            DeliveryFailure::Status(500),
            DeliveryFailure::Unreadable,
            DeliveryFailure::Code(93_000),
        ] {
            let found = DeliveryFailure::from_stored(failure.word(), failure.number());
            assert_eq!(found, Some(failure));
        }
    }
}

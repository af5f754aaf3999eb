//! Shares of a box's secret that this process keeps in memory for a while, and in no file: those that
//! wait to be shown, and those that were typed for opening. Both are wiped when nobody touches them.
//!
//! The one exception is a demo's box, whose secret lies in a file beside the database, readable by
//! its owner alone, until the box is opened.

use std::collections::BTreeMap;
use std::fs::OpenOptions;
use std::io::{ErrorKind, Read as _, Write as _};
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use zeroize::Zeroizing;

use crate::ServiceError;
use domain::id::{BoxName, RoundId};
use machine::clock::Clock;
use seal::{Secret, Share};

/// So long shares wait to be shown to their holders.
const TO_BE_SHOWN: SignedDuration = SignedDuration::from_mins(15);
/// So long typed cards are kept for opening.
const TYPED: SignedDuration = SignedDuration::from_mins(5);
/// How often the desk is looked over.
const ROUND: Duration = Duration::from_secs(20);

/// Shares that lie on the card_shares, by box. None of it has `Debug`; a share is overwritten when it is
/// dropped.
#[derive(Clone)]
pub(crate) struct CardShares {
    lying: Arc<Mutex<StoredShares>>,
    clock: Clock,
    directory: Arc<PathBuf>,
}

#[derive(Default)]
struct StoredShares {
    to_be_shown: BTreeMap<BoxName, ShareSet>,
    typed: BTreeMap<BoxName, ShareSet>,
}

struct ShareSet {
    round: RoundId,
    shares: Vec<Share>,
    touched: Timestamp,
}

/// What lies on the desk for a round.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct RoundShares {
    /// Shares that wait to be shown.
    pub(crate) waiting: u32,
    /// Cards that were typed for opening.
    pub(crate) given: u32,
}

impl CardShares {
    pub(crate) fn new(directory: &Path, clock: &Clock) -> Self {
        Self {
            lying: Arc::default(),
            clock: clock.clone(),
            directory: Arc::new(directory.to_owned()),
        }
    }

    /// Wipes what was left lying, now and then, for as long as the desk is used.
    pub(crate) fn watch(&self) {
        let (lying, clock) = (Arc::downgrade(&self.lying), self.clock.clone());
        tokio::spawn(async move {
            let mut ticks = tokio::time::interval(ROUND);
            loop {
                ticks.tick().await;
                let Some(lying) = lying.upgrade() else { return };
                lying
                    .lock()
                    .unwrap_or_else(PoisonError::into_inner)
                    .sweep(clock.now());
            }
        });
    }

    fn lying(&self) -> MutexGuard<'_, StoredShares> {
        let mut lying = self.lying.lock().unwrap_or_else(PoisonError::into_inner);
        lying.sweep(self.clock.now());
        lying
    }

    /// What lies on the desk for a box now.
    pub(crate) fn on_desk(&self, name: BoxName) -> RoundShares {
        let lying = self.lying();
        let count = |pile: Option<&ShareSet>| {
            pile.map_or(0, |pile| u32::try_from(pile.shares.len()).unwrap_or(0))
        };
        RoundShares {
            waiting: count(lying.to_be_shown.get(&name)),
            given: count(lying.typed.get(&name)),
        }
    }

    /// Lays down the shares of a new box, and takes away whatever lay there for the round.
    pub(crate) fn keep(&self, round: RoundId, name: BoxName, shares: Vec<Share>) {
        self.forget(round);
        let touched = self.clock.now();
        self.lying().to_be_shown.insert(
            name,
            ShareSet {
                round,
                shares,
                touched,
            },
        );
    }

    /// Takes a share away to be shown: it is not on the desk any more.
    pub(crate) fn take(&self, name: BoxName, number: u8) -> Option<Share> {
        let now = self.clock.now();
        let mut lying = self.lying();
        let pile = lying.to_be_shown.get_mut(&name)?;
        pile.touched = now;
        let place = pile
            .shares
            .iter()
            .position(|share| share.number() == number)?;
        Some(pile.shares.swap_remove(place))
    }

    /// Whether a share waits to be shown.
    pub(crate) fn has(&self, name: BoxName, number: u8) -> bool {
        let lying = self.lying();
        let pile = lying.to_be_shown.get(&name);
        pile.is_some_and(|pile| pile.shares.iter().any(|share| share.number() == number))
    }

    /// Lays down a card that was typed for opening; false when it lies there already.
    pub(crate) fn give(&self, round: RoundId, name: BoxName, share: Share) -> bool {
        let touched = self.clock.now();
        let mut lying = self.lying();
        let pile = lying.typed.entry(name).or_insert_with(|| ShareSet {
            round,
            shares: Vec::new(),
            touched,
        });
        pile.touched = touched;
        let is_new = pile
            .shares
            .iter()
            .all(|lying| lying.number() != share.number());
        if is_new {
            pile.shares.push(share);
        }
        is_new
    }

    /// The cards that were typed for opening.
    pub(crate) fn given(&self, name: BoxName) -> Vec<Share> {
        let lying = self.lying();
        let pile = lying.typed.get(&name);
        pile.map_or_else(Vec::new, |pile| pile.shares.clone())
    }

    /// Wipes everything that lies there for a round, of whichever of its boxes.
    pub(crate) fn forget(&self, round: RoundId) {
        let mut lying = self.lying();
        lying.to_be_shown.retain(|_, pile| pile.round != round);
        lying.typed.retain(|_, pile| pile.round != round);
    }

    fn key_file(&self, round: RoundId) -> PathBuf {
        self.directory.join(format!("minsheng-box-{round}.key"))
    }

    /// Keeps a demo's secret in a file.
    pub(crate) fn keep_key(&self, round: RoundId, secret: &Secret) -> Result<(), ServiceError> {
        self.remove_key(round)?;
        OpenOptions::new()
            .write(true)
            .create_new(true)
            .mode(0o600)
            .open(self.key_file(round))
            .and_then(|mut file| {
                file.write_all(secret.bytes())?;
                file.sync_all()
            })
            .map_err(broken)
    }

    /// A demo's secret, if its file is there.
    pub(crate) fn read_key(&self, round: RoundId) -> Result<Option<Secret>, ServiceError> {
        let mut bytes = Zeroizing::new([0; 16]);
        match OpenOptions::new().read(true).open(self.key_file(round)) {
            Ok(mut file) => {
                file.read_exact(&mut *bytes).map_err(broken)?;
                Ok(Some(Secret::of(*bytes)))
            }
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
            Err(error) => Err(broken(error)),
        }
    }

    /// The rounds of which a secret lies in a file.
    pub(crate) fn list_keys(&self) -> Result<Vec<RoundId>, ServiceError> {
        let mut found = Vec::new();
        for entry in std::fs::read_dir(&*self.directory).map_err(broken)? {
            let name = entry.map_err(broken)?.file_name();
            let round = name.to_str().and_then(|name| {
                let number = name.strip_prefix("minsheng-box-")?.strip_suffix(".key")?;
                number.parse().ok()
            });
            found.extend(round.map(RoundId));
        }
        Ok(found)
    }

    /// Removes the file of a demo's secret, if there is one.
    pub(crate) fn remove_key(&self, round: RoundId) -> Result<(), ServiceError> {
        match std::fs::remove_file(self.key_file(round)) {
            Err(error) if error.kind() != ErrorKind::NotFound => Err(broken(error)),
            Ok(()) | Err(_) => Ok(()),
        }
    }
}

impl StoredShares {
    /// Wipes what nobody has touched for too long.
    fn sweep(&mut self, now: Timestamp) {
        let is_fresh =
            |pile: &ShareSet, most: SignedDuration| now.duration_since(pile.touched) < most;
        self.to_be_shown
            .retain(|_, pile| is_fresh(pile, TO_BE_SHOWN));
        self.typed.retain(|_, pile| is_fresh(pile, TYPED));
    }
}

fn broken(error: std::io::Error) -> ServiceError {
    ServiceError::Broken(Box::new(error))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn desk(clock: &Clock) -> CardShares {
        CardShares::new(Path::new("nowhere"), clock)
    }

    fn at(seconds: i64) -> Timestamp {
        Timestamp::from_second(seconds).unwrap()
    }

    #[test]
    fn a_share_waits_fifteen_minutes_and_is_taken_once() {
        let clock = Clock::fixed(at(0));
        let card_shares = desk(&clock);
        let (round, name) = (RoundId(1), BoxName([1; 16]));
        card_shares.keep(
            round,
            name,
            vec![Share::of(1, [1; 16]), Share::of(2, [2; 16])],
        );
        clock.set(at(14 * 60));
        assert!(card_shares.has(name, 1));
        assert!(
            !card_shares.has(BoxName([2; 16]), 1),
            "another box of the same round"
        );
        assert!(card_shares.take(name, 1).is_some() && card_shares.take(name, 1).is_none());
        clock.set(at(28 * 60));
        assert_eq!(
            card_shares.on_desk(name).waiting,
            1,
            "touched at 14 minutes"
        );
        clock.set(at(29 * 60));
        assert_eq!(card_shares.on_desk(name).waiting, 0);
    }

    #[test]
    fn a_typed_card_waits_five_minutes_and_counts_once() {
        let clock = Clock::fixed(at(0));
        let card_shares = desk(&clock);
        let (round, name) = (RoundId(1), BoxName([1; 16]));
        assert!(card_shares.give(round, name, Share::of(1, [1; 16])));
        clock.set(at(4 * 60));
        assert!(card_shares.give(round, name, Share::of(2, [2; 16])));
        assert!(!card_shares.give(round, name, Share::of(1, [1; 16])));
        assert_eq!(card_shares.on_desk(name).given, 2);
        assert_eq!(card_shares.on_desk(BoxName([2; 16])).given, 0);
        clock.set(at(9 * 60));
        assert_eq!(card_shares.on_desk(name).given, 0);
    }
}

//! What casting must know of a frozen round, kept in memory: none of it ever changes again for the box
//! that it is known by.
//!
//! Whatever does change (the round's stage, its box, the slip, its right) is read inside the
//! transaction that casts, so nothing kept here can admit or turn away a ballot, nor seal one to
//! another box than the round's.

use std::collections::BTreeMap;
use std::sync::{Arc, PoisonError, RwLock};

use super::sealed::box_key;
use crate::ServiceError;
use domain::id::{BoxName, PollId, RoundId};
use domain::poll::rules::Rules;
use seal::BoxKey;
use store::round::sealed_boxes;
use store::{ReadTx, StoreError};

/// The box that ballots are sealed to.
#[derive(Debug, Clone)]
pub(crate) struct BoxReference {
    /// Its random name.
    pub(crate) name: BoxName,
    /// Its public key, with what that is bound to.
    pub(crate) key: BoxKey,
}

impl BoxReference {
    /// The box of a round, while ballots can be sealed to it: from sealing until it is open or void.
    pub(crate) fn find(tx: &ReadTx<'_>, round: RoundId) -> Result<Option<Self>, ServiceError> {
        let Some(found) = sealed_boxes::find(tx, round)? else {
            return Ok(None);
        };
        let Some(key) = found.key else {
            return Ok(None);
        };
        let (name, key) = (found.drawn, box_key(key)?);
        Ok(Some(Self { name, key }))
    }

    /// Whether this is the round's box now: asked inside the transaction that puts something into it.
    pub(crate) fn is_of(&self, tx: &ReadTx<'_>, round: RoundId) -> Result<bool, StoreError> {
        let context = self.key.context().bytes();
        sealed_boxes::is_it(tx, round, self.name, &self.key.bytes(), context)
    }
}

/// The facts of a round that freezing and sealing fixed.
pub(crate) struct FrozenRound {
    pub(crate) poll: PollId,
    pub(crate) round: RoundId,
    pub(crate) rules: Rules,
    /// How many lines its ballots have.
    pub(crate) lines: usize,
    /// What its ballots are sealed to.
    pub(crate) sealed_to: BoxReference,
}

/// Rounds whose ballots somebody opened since the program started, by their boxes. A round that is
/// sealed again, opened, voided or wiped is forgotten.
#[derive(Clone, Default)]
pub(crate) struct FrozenRounds(Arc<RwLock<BTreeMap<BoxName, Arc<FrozenRound>>>>);

impl FrozenRounds {
    /// The round of a poll, if it is known.
    pub(crate) fn find(&self, poll: PollId, round: RoundId) -> Option<Arc<FrozenRound>> {
        let known = self.0.read().unwrap_or_else(PoisonError::into_inner);
        known
            .values()
            .find(|found| (found.poll, found.round) == (poll, round))
            .cloned()
    }

    /// Whether ballots were sealed to this box before, with this key.
    pub(crate) fn has(&self, to: &BoxReference) -> bool {
        let known = self.0.read().unwrap_or_else(PoisonError::into_inner);
        known
            .get(&to.name)
            .is_some_and(|found| found.sealed_to.key.bytes() == to.key.bytes())
    }

    /// Remembers a round by its box.
    pub(crate) fn keep(&self, frozen: FrozenRound) {
        let name = frozen.sealed_to.name;
        let mut known = self.0.write().unwrap_or_else(PoisonError::into_inner);
        known.retain(|_, other| other.round != frozen.round);
        known.insert(name, Arc::new(frozen));
    }

    /// Forgets a round: its box is another one, or open, or gone.
    pub(crate) fn forget(&self, round: RoundId) {
        let mut known = self.0.write().unwrap_or_else(PoisonError::into_inner);
        known.retain(|_, other| other.round != round);
    }
}

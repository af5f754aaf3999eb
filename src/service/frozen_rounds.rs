//! What casting must know of a frozen round, kept in memory: none of it ever changes again.
//!
//! Whatever does change (the round's stage, the slip, its right) is read inside the transaction
//! that casts, so nothing kept here can admit or turn away a ballot.

use std::collections::BTreeMap;
use std::sync::{Arc, PoisonError, RwLock};

use super::casting::Sheet;
use crate::domain::id::{PollId, RoundId};
use crate::domain::poll::round::RoundStage;
use crate::domain::poll::rules::Rules;
use crate::seal::BoxKey;

/// The facts of a round that freezing fixed.
pub(super) struct FrozenRound {
    pub(super) poll: PollId,
    pub(super) rules: Rules,
    /// How many lines its ballots have.
    pub(super) lines: usize,
    /// What its ballots are sealed to; none before slips are handed out, for until then the box may
    /// be sealed anew.
    pub(super) key: Option<BoxKey>,
}

/// Frozen rounds that were seen since the program started.
#[derive(Clone, Default)]
pub(crate) struct FrozenRounds(Arc<RwLock<BTreeMap<RoundId, Arc<FrozenRound>>>>);

impl FrozenRounds {
    /// The round of a poll, if it is known.
    pub(super) fn find(&self, poll: PollId, round: RoundId) -> Option<Arc<FrozenRound>> {
        let known = self.0.read().unwrap_or_else(PoisonError::into_inner);
        known
            .get(&round)
            .filter(|found| found.poll == poll)
            .cloned()
    }

    /// Remembers the round of a sheet, unless its rules and lines may still change.
    pub(super) fn keep(&self, sheet: &Sheet) {
        let known = self.find(sheet.poll.id, sheet.round.id);
        let is_known = known.is_some_and(|known| known.key.is_some() || sheet.key.is_none());
        if matches!(sheet.round.stage, RoundStage::Draft | RoundStage::Frozen) || is_known {
            return;
        }
        let frozen = FrozenRound {
            poll: sheet.poll.id,
            rules: sheet.rules.clone(),
            lines: sheet.lines.len(),
            key: sheet.key.clone(),
        };
        let mut known = self.0.write().unwrap_or_else(PoisonError::into_inner);
        known.insert(sheet.round.id, Arc::new(frozen));
    }
}

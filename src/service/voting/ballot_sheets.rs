//! What a ballot's sheet says to every deputy of a sitting: read once for each state of the record. A cast
//! changes nothing of the record, so while a vote runs hundreds of phones are shown what was read once; what
//! hangs on the slip is read for each.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, PoisonError};

use crate::ServiceError;
use crate::round::frozen_rounds::{BoxReference, FrozenRound};
use crate::round::rules::rules_of;
use domain::congress::Congress;
use domain::id::{PollId, SittingId};
use domain::poll::rules::Rules;
use domain::poll::{Poll, Round, RoundLine};
use domain::round::RoundStage;
use domain::sitting::Session;
use store::people::congresses;
use store::poll::polls;
use store::round::rounds;
use store::sitting::sessions;
use store::{ReadTx, RecordState};

/// A poll's ballot as it stands on every phone of a sitting.
#[derive(Debug)]
pub struct SheetFacts {
    pub congress: Congress,
    pub session: Session,
    pub poll: Poll,
    /// How many polls the sitting has: with several, each is told by colour and word.
    pub polls: usize,
    /// The round that is held now.
    pub round: Round,
    /// The round before it, if that is void: whoever voted there hears so.
    pub voided: Option<Round>,
    pub rules: Rules,
    /// Its lines, in the order of the paper.
    pub lines: Vec<RoundLine>,
    /// What its ballots are sealed to; none before sealing and once the box is open.
    pub(crate) sealed_to: Option<BoxReference>,
}

impl SheetFacts {
    /// The ballot of a poll that is put to a vote at a sitting.
    fn of(tx: &ReadTx<'_>, poll: PollId, sitting: SittingId) -> Result<Self, ServiceError> {
        let (round, before) = last_two(tx, poll, sitting)?;
        let poll = polls::get(tx, poll)?;
        let session = sessions::get(tx, poll.session)?;
        let held = rounds::list_at(tx, sitting)?.into_iter();
        let polls: BTreeSet<PollId> = held.map(|round| round.poll).collect();
        Ok(Self {
            polls: polls.len(),
            sealed_to: BoxReference::find(tx, round.id)?,
            rules: rules_of(&round)?,
            lines: rounds::list_lines(tx, round.id)?,
            congress: congresses::get(tx, session.congress)?,
            session,
            poll,
            voided: before.filter(|one| one.stage == RoundStage::Void),
            round,
        })
    }

    /// What of it never changes for its box; nothing where ballots cannot be sealed.
    pub(crate) fn frozen(&self) -> Option<FrozenRound> {
        Some(FrozenRound {
            poll: self.poll.id,
            round: self.round.id,
            rules: self.rules.clone(),
            lines: self.lines.len(),
            sealed_to: self.sealed_to.clone()?,
        })
    }
}

/// The sheets of one state of the record.
#[derive(Default)]
struct StateSheets {
    of: Option<RecordState>,
    sheets: BTreeMap<(SittingId, PollId), Arc<SheetFacts>>,
}

/// Sheets that somebody opened since the record last changed.
#[derive(Clone, Default)]
pub(crate) struct BallotSheets(Arc<Mutex<StateSheets>>);

impl BallotSheets {
    /// The ballot of a poll at a sitting. `state` was looked at before the transaction began, so what is
    /// kept under it is of that state or of a later one, and never older than whoever asks.
    pub(crate) fn get(
        &self,
        tx: &ReadTx<'_>,
        state: RecordState,
        poll: PollId,
        sitting: SittingId,
    ) -> Result<Arc<SheetFacts>, ServiceError> {
        let key = (sitting, poll);
        if let Some(known) = self.find(state, key) {
            return Ok(known);
        }
        let read = Arc::new(SheetFacts::of(tx, poll, sitting)?);
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if all.of != Some(state) {
            all.of = Some(state);
            all.sheets.clear();
        }
        all.sheets.insert(key, Arc::clone(&read));
        Ok(read)
    }

    fn find(&self, state: RecordState, key: (SittingId, PollId)) -> Option<Arc<SheetFacts>> {
        let all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let known = all.sheets.get(&key).filter(|_| all.of == Some(state));
        known.cloned()
    }
}

/// The newest round of a poll at a sitting, and the one before it.
pub(super) fn last_two(
    tx: &ReadTx<'_>,
    poll: PollId,
    sitting: SittingId,
) -> Result<(Round, Option<Round>), ServiceError> {
    let held = rounds::list_at(tx, sitting)?;
    let mut held = held.into_iter().rev().filter(|round| round.poll == poll);
    let newest = held.next().ok_or(ServiceError::NotFound("poll"))?;
    Ok((newest, held.next()))
}

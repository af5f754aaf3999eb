//! Proving a box before a vote is trusted to it: a ballot that nobody cast goes the deputy's own way
//! (judged, encoded, sealed by the same function, put into a twin of the box) and is opened again.
//!
//! At sealing it is opened with the key of every choice of cards, and what was proven is kept as one
//! digest. When slips are handed out and when voting opens it goes the same way again, and box, key,
//! context and length of a row are compared. The twin is in memory alone: nothing of it stays.

use sha2::{Digest as _, Sha256};

use super::contents::judged;
use super::context::RoundContext;
use super::sealed;
use super::sealed::{box_key, sealed_digest};
use crate::ServiceError;
use crate::installation::keys::Epoch;
use crate::round::rules::rules_of;
use crate::voting::casting::{BallotRecords, refuse_marks};
use domain::ballot;
use domain::ballot::{Ballot, Remarks};
use domain::digest::Digest;
use domain::poll::Round;
use domain::poll::rules::Rules;
use domain::problem::Problem;
use seal::ballot::{RowPurpose, open};
use seal::{BoxKey, OpeningKey};
use store::round::boxes::BoxBallot;
use store::round::{rounds, sealed_boxes};
use store::{ReadTx, twin};

/// Words of the trial's remark.
const REMARK: &str = "trial";

/// A ballot that nobody cast, on its way.
struct TrialBallot {
    parts: BallotRecords,
    ballot: BoxBallot,
    remarks: Option<BoxBallot>,
}

impl TrialBallot {
    /// Judged and encoded as a deputy's, sealed to a box, put into its twin and read back from there.
    fn of(rules: &Rules, lines: usize, to: &BoxKey, drawn: [u8; 32]) -> Result<Self, ServiceError> {
        let texts = vec![REMARK; if rules.asks_remarks { lines } else { 0 }];
        let cast = Ballot {
            paper: ballot::sample(rules, lines, 0),
            remarks: Remarks::typed(texts),
        };
        let parts = BallotRecords::of(rules, lines, &cast).map_err(|_| unproven())?;
        refuse_marks(rules, lines, &cast).map_err(|_| unproven())?;
        // It is thrown away: one draw serves for its keys too.
        let key = drawn.first_chunk::<16>().copied().unwrap_or_default();
        let ballot = sealed::row(to, RowPurpose::Cast, &parts.paper, key, drawn)?;
        let remarks = match &parts.remarks {
            Some(record) => Some(sealed::row(to, RowPurpose::Remarks, record, key, drawn)?),
            None => None,
        };
        let put = sealed_digest(std::slice::from_ref(&ballot), remarks.as_slice());
        let passed = twin::pass(&ballot, remarks.as_ref()).map_err(|_| unproven())?;
        if sealed_digest(&passed.ballots, &passed.remarks) != put {
            return Err(unproven());
        }
        Ok(Self {
            parts,
            ballot,
            remarks,
        })
    }

    /// Whether it opens as what it was, as opening the box judges it.
    fn opens_with(&self, key: &OpeningKey, rules: &Rules, lines: usize) -> bool {
        let opened = |purpose, row: &BoxBallot| open(key, purpose, &row.key, &row.body).ok();
        let Some(plain) = opened(RowPurpose::Cast, &self.ballot) else {
            return false;
        };
        let judged = judged(&plain, rules, lines);
        let is_paper = judged.verdict == "valid" && judged.pattern == *self.parts.paper;
        let is_record = match (&self.remarks, &self.parts.remarks) {
            (Some(row), Some(record)) => {
                let plain = opened(RowPurpose::Remarks, row);
                plain.is_some_and(|plain| {
                    *plain == **record && Remarks::decode(&plain, lines).is_ok()
                })
            }
            (None, None) => true,
            (Some(_), None) | (None, Some(_)) => false,
        };
        is_paper && is_record
    }

    /// What is kept of it: the box by name, key and context, and the lengths of its rows.
    fn proof(&self, to: &BoxKey) -> Digest {
        let length = |row: &BoxBallot| u64::try_from(row.body.len()).unwrap_or(u64::MAX);
        let remarks = self.remarks.as_ref().map_or(0, length);
        let context = to.context().bytes();
        let of_context = u64::try_from(context.len()).unwrap_or(u64::MAX);
        let hash = Sha256::new()
            .chain_update(b"minsheng-proof-1")
            .chain_update(to.id().letters())
            .chain_update(to.bytes())
            .chain_update(of_context.to_be_bytes())
            .chain_update(context)
            .chain_update(length(&self.ballot).to_be_bytes())
            .chain_update(remarks.to_be_bytes());
        Digest(hash.finalize().into())
    }
}

/// Tries a box with every key that some choice of its cards gives; answers what was proven.
///
/// # Errors
/// Refused: `box-unproven`, and nothing is sealed.
pub(crate) fn prove(
    tx: &ReadTx<'_>,
    round: &Round,
    keys: &[OpeningKey],
    drawn: [u8; 32],
) -> Result<Digest, ServiceError> {
    let rules = rules_of(round)?;
    let lines = rounds::list_lines(tx, round.id)?.len();
    let to = keys.first().ok_or_else(unproven)?.box_key();
    let trial = TrialBallot::of(&rules, lines, to, drawn)?;
    if keys.iter().all(|key| trial.opens_with(key, &rules, lines)) {
        Ok(trial.proof(to))
    } else {
        Err(unproven())
    }
}

/// Refuses a box that is not the one that was proven at sealing, or not of this round as it stands.
///
/// # Errors
/// Refused: `box-context-changed` when congress, poll, round, slate, rules or the installation are
/// not those that it was sealed for, `box-proof-changed` when its key or the length of its rows is
/// another.
pub(crate) fn refuse_other_box(
    tx: &ReadTx<'_>,
    place: &RoundContext,
    epoch: Epoch,
) -> Result<(), ServiceError> {
    let refused = |code| Err(ServiceError::refused(Problem::error(code)));
    let found = sealed_boxes::find(tx, place.round.id)?;
    let found = found.ok_or(ServiceError::NotFound("box"))?;
    let to = box_key(found.key.ok_or(ServiceError::NotFound("box"))?);
    let context = sealed::context(place, found.holding, epoch, found.drawn)?;
    let Ok(to) = to else {
        return refused("box-proof-changed");
    };
    if *to.context() != context {
        return refused("box-context-changed");
    }
    let rules = rules_of(&place.round)?;
    let lines = rounds::list_lines(tx, place.round.id)?.len();
    // Nobody sees this one: it needs no chance.
    let trial = TrialBallot::of(&rules, lines, &to, [0; 32])?;
    let is_named = to.id().to_string() == found.name;
    if !is_named || found.proof != Some(trial.proof(&to)) {
        return refused("box-proof-changed");
    }
    Ok(())
}

/// The trial of a box failed.
pub(crate) fn unproven() -> ServiceError {
    ServiceError::refused(Problem::error("box-unproven"))
}

//! Rights and casting: the one write without an audit event.
//!
//! A cast changes exactly two rows: the right is spent, the ballot lies in the box under a random
//! key. Nothing says by which form the right was spent: that would be a receipt. Where the round asks for remarks, every cast leaves a third one, under another random key.
//! No person, time, order, device or address is in any of them.

use rusqlite::params;

use crate::column::word;
use crate::round::boxes;
use crate::round::boxes::BoxBallot;
use crate::{ReadTx, StoreError, WriteTx, Written};
use domain::digest::Digest;
use domain::id::{RoundId, SittingId};
use domain::round::RoundStage;
use domain::voting::right::{Admission, RightState, VotingFacts};

/// Gives every living slip of a sitting its right in a round, in the order of the slips' hashes.
pub fn create_rights(
    tx: &WriteTx<'_>,
    round: RoundId,
    sitting: SittingId,
) -> Result<(), StoreError> {
    let sql = "insert into cast_right (round, slip) select ?1, code_hash from slip \
               where sitting = ?2 and is_cancelled = 0 order by code_hash \
               on conflict (round, slip) do nothing";
    tx.run(sql, params![round.0, sitting.0])
}

/// How far a slip's right in a round has gone.
pub fn find_right(tx: &ReadTx<'_>, round: RoundId, slip: Digest) -> Result<RightState, StoreError> {
    let sql = "select spent from cast_right where round = ?1 and slip = ?2";
    let spent = tx.find(sql, params![round.0, slip.0], |row| row.get(0))?;
    Ok(right_state(spent))
}

/// All that decides whether a slip may cast in a round now; none when the slip is not of the
/// round's sitting.
pub fn find_standing(
    tx: &ReadTx<'_>,
    round: RoundId,
    slip: Digest,
) -> Result<Option<VotingFacts>, StoreError> {
    let sql = "select r.stage, s.is_cancelled, c.spent \
               from slip as s join round as r on r.sitting = s.sitting \
               left join cast_right as c on c.round = r.id and c.slip = s.code_hash \
               where s.code_hash = ?2 and r.id = ?1";
    tx.find(sql, params![round.0, slip.0], |row| {
        Ok(VotingFacts {
            stage: word(row, "stage", RoundStage::from_word)?,
            is_cancelled: row.get(1)?,
            right: right_state(row.get(2)?),
        })
    })
}

fn right_state(spent: Option<bool>) -> RightState {
    match spent {
        None => RightState::None,
        Some(false) => RightState::Unspent,
        Some(true) => RightState::Spent,
    }
}

/// Rights of a round that are spent.
pub fn count_spent(tx: &ReadTx<'_>, round: RoundId) -> Result<u32, StoreError> {
    let sql = "select count(*) from cast_right where round = ?1 and spent = 1";
    tx.one(sql, [round.0], |row| row.get(0))
}

/// Spends a right and puts the ballot into the box, with the record of its remarks where the round
/// asks for them; consumes the right. For a right that is spent the same statements run and store
/// nothing, so that neither their number nor the wait for the disk tells which form was the first.
///
/// # Errors
/// [`StoreError::Constraint`] named `cast_right` when the right was spent meanwhile (it cannot be:
/// one thread writes), or a failing database.
pub fn cast(
    tx: &WriteTx<'_>,
    admitted: Admission,
    ballot: &BoxBallot,
    remarks: Option<&BoxBallot>,
) -> Result<Written<()>, StoreError> {
    let (round, slip, was_spent) = admitted.spend();
    // SQLite writes no page that is as it was: a spent right is taken back and spent again, so that a
    // repeat waits for the disk as a cast does.
    let sql = "update cast_right set spent = 0 where round = ?1 and slip = ?2 and spent = ?3";
    if tx.change(sql, params![round.0, slip.0, was_spent])? != 1 {
        return Err(StoreError::Constraint("cast_right".to_owned()));
    }
    let sql = "update cast_right set spent = 1 where round = ?1 and slip = ?2";
    tx.run(sql, params![round.0, slip.0])?;
    boxes::put(tx, round, ballot, remarks, was_spent)?;
    Ok(Written::unrecorded(()))
}

/// Forgets who has returned a ballot: after opening, that is nobody's business.
pub fn clear_spent(tx: &WriteTx<'_>, round: RoundId) -> Result<(), StoreError> {
    let sql = "update cast_right set spent = 0 where round = ?1";
    tx.run(sql, [round.0])
}

//! Rights and casting: the one write without an audit event.
//!
//! A cast changes exactly two rows of the round's box, and nothing anywhere else: the right is spent, the
//! ballot lies in the box under a random key. Nothing says by which form the right was spent: that would
//! be a receipt. Where the round asks for remarks, every cast leaves a third one, under another random
//! key. No person, time, order, device or address is in any of them.

use rusqlite::params;

use super::box_file::{BoxFile, cast_count};
use crate::column::word;
use crate::round::boxes;
use crate::round::boxes::BoxBallot;
use crate::{ReadTx, StoreError, WriteTx};
use domain::digest::Digest;
use domain::id::RoundId;
use domain::voting::box_file::BoxStage;
use domain::voting::right::{Admission, RightState, VotingFacts};

/// What a ballot is sealed to: it goes into no other box.
pub struct SealedFor {
    /// 32 bytes.
    pub key: [u8; 32],
    /// What the key is bound to.
    pub context: Vec<u8>,
}

/// How far a slip's right in a round has gone, while the round's box is there.
pub fn find_right(tx: &ReadTx<'_>, round: RoundId, slip: Digest) -> Result<RightState, StoreError> {
    let Some(found) = tx.box_of(round)? else {
        return Ok(RightState::None);
    };
    found.read(|tx| {
        let sql = "select spent from cast_right where slip = ?1";
        Ok(right_state(tx.find(sql, [slip.0], |row| row.get(0))?))
    })
}

/// Rights of a round that are spent; none where it has no box.
pub fn count_spent(tx: &ReadTx<'_>, round: RoundId) -> Result<u32, StoreError> {
    let found = tx.box_of(round)?;
    found.map_or(Ok(0), |found| found.read(count_spent_in))
}

fn count_spent_in(tx: &ReadTx<'_>) -> Result<u32, StoreError> {
    let sql = "select count(*) from cast_right where spent = 1";
    tx.one(sql, [], |row| row.get(0))
}

/// All that decides whether a slip may cast in a box now, read inside the transaction that casts.
pub struct AtTheBox {
    /// Where the box stands, and how far the right has gone.
    pub standing: VotingFacts,
    /// Whether as many slips have voted as deputies hold.
    pub is_full: bool,
    /// Whether this is the box that the ballot was sealed to.
    pub is_its_box: bool,
}

/// Asks a box for a slip; `decide` says whether its ballot goes in, and then it does. For a right that is
/// spent the same statements run and store nothing, so that neither their number nor the wait for the disk
/// tells which form was the first.
///
/// # Errors
/// What `decide` says. [`StoreError::Busy`] while the desk takes the slip back, [`StoreError::NotDurable`]
/// where nobody knows whether it was cast: the same form is sent again.
pub async fn cast<E>(
    into: &BoxFile,
    slip: Digest,
    sealed_for: SealedFor,
    rows: (BoxBallot, Option<BoxBallot>),
    decide: impl FnOnce(AtTheBox) -> Result<Admission, E> + Send + 'static,
) -> Result<(), E>
where
    E: From<StoreError> + Send + 'static,
{
    into.write(move |tx| {
        let at = stand(tx, slip, &sealed_for)?;
        let admitted = decide(at)?;
        Ok(put(tx, admitted, &rows.0, rows.1.as_ref())?)
    })
    .await
}

/// One question of a cast: where the box stands, whether it is the one, how far the right has gone.
fn stand(tx: &ReadTx<'_>, slip: Digest, sealed_for: &SealedFor) -> Result<AtTheBox, StoreError> {
    let sql = "select s.stage, s.most, s.public_key = ?2 and s.context = ?3 as is_it, r.spent, r.is_held \
               from state as s left join cast_right as r on r.slip = ?1";
    let values = params![slip.0, sealed_for.key, sealed_for.context];
    let (stage, most, is_its_box, spent, is_held) = tx.one(sql, values, |row| {
        Ok((
            word(row, "stage", BoxStage::from_word)?,
            row.get::<_, Option<u32>>("most")?,
            row.get("is_it")?,
            row.get::<_, Option<bool>>("spent")?,
            row.get::<_, Option<bool>>("is_held")?,
        ))
    })?;
    if is_held == Some(true) {
        return Err(StoreError::Busy);
    }
    let is_full = match most {
        Some(most) => cast_count::get(tx)? >= most,
        None => false,
    };
    Ok(AtTheBox {
        standing: VotingFacts {
            stage: stage.round(),
            is_cancelled: false,
            right: right_state(spent),
        },
        is_full,
        is_its_box,
    })
}

fn right_state(spent: Option<bool>) -> RightState {
    match spent {
        None => RightState::None,
        Some(false) => RightState::Unspent,
        Some(true) => RightState::Spent,
    }
}

/// Spends a right and puts the ballot into the box, with the record of its remarks where the round asks
/// for them; consumes the right.
fn put(
    tx: &WriteTx<'_>,
    admitted: Admission,
    ballot: &BoxBallot,
    remarks: Option<&BoxBallot>,
) -> Result<(), StoreError> {
    let (_, slip, was_spent) = admitted.spend();
    // SQLite writes no page that is as it was: a spent right is taken back and spent again, so that a
    // repeat waits for the disk as a cast does.
    let sql = "update cast_right set spent = 0 where slip = ?1 and spent = ?2";
    if tx.change(sql, params![slip.0, was_spent])? != 1 {
        return Err(StoreError::Constraint("cast_right".to_owned()));
    }
    tx.run("update cast_right set spent = 1 where slip = ?1", [slip.0])?;
    cast_count::add(tx, was_spent)?;
    boxes::put(tx, ballot, remarks, was_spent)
}

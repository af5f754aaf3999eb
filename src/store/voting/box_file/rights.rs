//! Rights of slips in the boxes of a sitting: made with a box, held and taken while the desk takes a slip
//! back.

use std::sync::Arc;

use rusqlite::{Connection, params};

use super::{BoxFile, LyingBox, NewFile, state};
use crate::engine::{ReadTx, StoreError, WriteTx};
use crate::round::boxes::BoxBallot;
use crate::voting::desks;
use domain::digest::Digest;
use domain::id::{BoxName, RoundId, SittingId};
use domain::voting::box_file::BoxStage;

/// Makes the box of a round whose vote is about to open, with a right for every living slip of the
/// sitting, in the order of their hashes. It admits nothing before the record calls the vote open.
///
/// # Errors
/// [`StoreError::NotFound`] for a round that is not sealed; a full disk or a folder that cannot be
/// written: then there is no box.
pub fn make(tx: &WriteTx<'_>, round: RoundId, sitting: SittingId) -> Result<(), StoreError> {
    let boxes = tx.boxes.ok_or(StoreError::NotFound("folder of boxes"))?;
    let sql = "select b.drawn, b.public_key, b.context, i.epoch from sealed_box as b, \
               installation as i where b.round = ?1 and b.public_key is not null";
    let new = tx.get("box", sql, [round.0], |row| {
        Ok(NewFile {
            name: BoxName(row.get(0)?),
            round,
            public_key: row.get(1)?,
            context: row.get(2)?,
            epoch: Some(row.get(3)?),
        })
    })?;
    let sql =
        "select code_hash from slip where sitting = ?1 and is_cancelled = 0 order by code_hash";
    let slips: Vec<[u8; 32]> = tx.list(sql, [sitting.0], |row| row.get(0))?;
    if let LyingBox::Box(found) = boxes.look(new.name)?
        && found.read(state::get)?.stage != BoxStage::Made
    {
        // A box of another record lies there: it is never made anew.
        return Err(StoreError::Foreign(boxes.path(new.name)));
    }
    let most = desks::count_most(tx, sitting)?;
    boxes.make(&new, |connection| {
        connection.execute("update state set most = ?1", [most])?;
        give(connection, &slips)
    })
}

/// Gives slips their right in a box that is being made.
pub(super) fn give(connection: &Connection, slips: &[[u8; 32]]) -> Result<(), StoreError> {
    let mut statement = connection.prepare("insert into cast_right (slip) values (?1)")?;
    for slip in slips {
        statement.execute(params![slip])?;
    }
    Ok(())
}

/// Puts the papers of an agreed batch into the box of a round, in the place of what lies there of it.
/// The record tells of them after: what it does not know of is never opened.
///
/// # Errors
/// [`StoreError::NotFound`] without a box.
pub(crate) fn put_batch(
    tx: &WriteTx<'_>,
    round: RoundId,
    number: u32,
    papers: Vec<BoxBallot>,
) -> Result<(), StoreError> {
    let found = tx.box_of(round)?.ok_or(StoreError::NotFound("box"))?;
    found.write_now(move |tx| {
        tx.run("delete from batch_paper where batch = ?1", [number])?;
        let sql = "insert into batch_paper (batch, key, body) values (?1, ?2, ?3)";
        for paper in &papers {
            tx.run(sql, params![number, paper.key, paper.body])?;
        }
        Ok(())
    })
}

/// Whether a slip has voted in any box of its sitting that is still there.
pub fn has_voted(tx: &ReadTx<'_>, sitting: SittingId, slip: Digest) -> Result<bool, StoreError> {
    for found in of_sitting(tx, sitting)? {
        if found.read(|tx| is_spent(tx, slip))? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Holds the rights of a slip that the desk takes back, in every box of its sitting, in the order of their
/// names. From now on it votes nowhere; the record cancels it after. Whether it may be cancelled: once
/// it has voted anywhere, its other rights are free again.
pub fn hold(tx: &WriteTx<'_>, sitting: SittingId, slip: Digest) -> Result<bool, StoreError> {
    let boxes = of_sitting(tx, sitting)?;
    for found in &boxes {
        let is_spent = found.write_now(move |tx| {
            let sql = "update cast_right set is_held = 1 where slip = ?1 and spent = 0";
            tx.run(sql, [slip.0])?;
            is_spent(tx, slip)
        })?;
        if is_spent {
            free(tx, sitting, slip)?;
            return Ok(false);
        }
    }
    Ok(true)
}

/// One slip less is in deputies' hands, in every box of a sitting where that is a bound: before the record
/// says so.
pub fn lower_most(tx: &WriteTx<'_>, sitting: SittingId) -> Result<(), StoreError> {
    for found in of_sitting(tx, sitting)? {
        found.write_now(|tx| tx.run("update state set most = max(0, most - 1)", []))?;
    }
    Ok(())
}

/// Frees the held rights of a slip that stays good.
fn free(tx: &WriteTx<'_>, sitting: SittingId, slip: Digest) -> Result<(), StoreError> {
    for found in of_sitting(tx, sitting)? {
        found.write_now(move |tx| {
            let sql = "update cast_right set is_held = 0 where slip = ?1";
            tx.run(sql, [slip.0])
        })?;
    }
    Ok(())
}

fn is_spent(tx: &ReadTx<'_>, slip: Digest) -> Result<bool, StoreError> {
    let sql = "select exists (select 1 from cast_right where slip = ?1 and spent = 1)";
    tx.one(sql, [slip.0], |row| row.get(0))
}

/// The boxes of a sitting that are still there, in the order of their names.
fn of_sitting(tx: &ReadTx<'_>, sitting: SittingId) -> Result<Vec<Arc<BoxFile>>, StoreError> {
    let sql = "select r.id from round as r join sealed_box as b on b.round = r.id \
               where r.sitting = ?1 order by b.drawn";
    let rounds = tx.list(sql, [sitting.0], |row| row.get(0).map(RoundId))?;
    let mut found = Vec::new();
    for round in rounds {
        found.extend(tx.box_of(round)?);
    }
    Ok(found)
}

//! The desk's numbers at a sitting: no name, no slip, no time.

use jiff::Timestamp;
use rusqlite::params;

use super::slip_prints;
use crate::column::word;
use crate::{ReadTx, StoreError, WriteTx};
use domain::id::SittingId;
use domain::voting::desk::{DeskCounts, HeldCounts, SlipsOfOldKey};

/// The numbers of a sitting; all zero before anything happened.
pub fn get(tx: &ReadTx<'_>, sitting: SittingId) -> Result<DeskCounts, StoreError> {
    let sql = "select reserve, reserve_reason, latecomers_draw, slips_in, papers_out, papers_in, \
               slips_out, assisted, old_slips from desk where sitting = ?1";
    let found = tx.find(sql, [sitting.0], |row| {
        Ok(DeskCounts {
            reserve: row.get(0)?,
            reserve_reason: row.get(1)?,
            latecomers_draw: row.get(2)?,
            slips_in: row.get(3)?,
            papers_out: row.get(4)?,
            papers_in: row.get(5)?,
            slips_out: row.get(6)?,
            assisted: row.get(7)?,
            old_slips: word(row, "old_slips", SlipsOfOldKey::from_word)?,
        })
    })?;
    Ok(found.unwrap_or_default())
}

/// Keeps the numbers of a sitting.
pub fn save(tx: &WriteTx<'_>, sitting: SittingId, desk: &DeskCounts) -> Result<(), StoreError> {
    let sql = "insert into desk (sitting, reserve, reserve_reason, latecomers_draw, slips_in, \
               papers_out, papers_in, slips_out, assisted, old_slips) \
               values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10) on conflict (sitting) do update set \
               reserve = ?2, reserve_reason = ?3, latecomers_draw = ?4, slips_in = ?5, \
               papers_out = ?6, papers_in = ?7, slips_out = ?8, assisted = ?9, \
               old_slips = ?10";
    let values = params![
        sitting.0,
        desk.reserve,
        desk.reserve_reason,
        desk.latecomers_draw,
        desk.slips_in,
        desk.papers_out,
        desk.papers_in,
        desk.slips_out,
        desk.assisted,
        desk.old_slips.word(),
    ];
    tx.run(sql, values)
}

/// Whether a vote of a sitting runs, interrupted or not.
pub fn is_voting(tx: &ReadTx<'_>, sitting: SittingId) -> Result<bool, StoreError> {
    let sql =
        "select exists (select 1 from round where sitting = ?1 and stage in ('open', 'paused'))";
    tx.one(sql, [sitting.0], |row| row.get(0))
}

/// Whether slips of an earlier key were handed out at a sitting that is not over.
pub fn has_old_slips(tx: &ReadTx<'_>) -> Result<bool, StoreError> {
    let sql = "select exists (select 1 from desk as d join sitting as s on s.id = d.sitting \
               where d.old_slips <> '' and s.stage <> 'closed')";
    tx.one(sql, [], |row| row.get(0))
}

/// Handing out begins anew at a sitting whose slips lived under an earlier key: none is there, and nobody
/// has signed for one. Where slips and papers were exchanged nobody knows by whom, so all sign again. What
/// closed rounds counted stands in their own accounts.
pub fn begin_anew(tx: &WriteTx<'_>, sitting: SittingId, at: Timestamp) -> Result<(), StoreError> {
    slip_prints::end(tx, sitting, at)?;
    let desk = get(tx, sitting)?;
    let has_exchanged = desk.slips_in > 0 || desk.papers_in > 0;
    let run = |sql: &str| tx.connection.execute(sql, params![sitting.0]);
    run("delete from slip where sitting = ?1")?;
    if has_exchanged {
        run("delete from issued where sitting = ?1")?;
    } else {
        run("delete from issued where sitting = ?1 and kind = 'slip'")?;
    }
    let anew = DeskCounts {
        latecomers_draw: desk.latecomers_draw,
        assisted: desk.assisted,
        old_slips: SlipsOfOldKey::Gone,
        ..DeskCounts::default()
    };
    save(tx, sitting, &anew)
}

/// How many signed the roll for a slip and how many for papers.
pub fn count_signed(tx: &ReadTx<'_>, sitting: SittingId) -> Result<HeldCounts, StoreError> {
    let sql = "select coalesce(sum(kind = 'slip'), 0), coalesce(sum(kind = 'paper'), 0) \
               from issued where sitting = ?1";
    let read = |row: &rusqlite::Row<'_>| {
        Ok(HeldCounts {
            slips: row.get(0)?,
            papers: row.get(1)?,
        })
    };
    tx.one(sql, [sitting.0], read)
}

/// Slips that deputies hold now or wait for: so many must stay alive.
pub fn count_promised_slips(tx: &ReadTx<'_>, sitting: SittingId) -> Result<u32, StoreError> {
    Ok(get(tx, sitting)?.slips_promised(count_signed(tx, sitting)?))
}

/// How many slips and papers deputies hold now.
pub fn count_in_hand(tx: &ReadTx<'_>, sitting: SittingId) -> Result<HeldCounts, StoreError> {
    Ok(get(tx, sitting)?.in_hand(count_signed(tx, sitting)?))
}

/// How many slips may vote in a round of a sitting at most: as many as deputies hold, where slips are kept
/// back, for one more would be a slip that nobody drew. None where no slip is kept back.
pub(crate) fn count_most(tx: &ReadTx<'_>, sitting: SittingId) -> Result<Option<u32>, StoreError> {
    if get(tx, sitting)?.reserve == 0 {
        return Ok(None);
    }
    Ok(Some(count_in_hand(tx, sitting)?.slips))
}

//! The one row about the installation itself: its epoch, and what is left to be scrubbed.

pub mod key_names;

use rusqlite::{Connection, params};

use crate::voting::desks;
use crate::{ReadTx, StoreError, WriteTx};
use domain::digest::Digest;
use domain::id::SittingId;
use domain::voting::desk::{DeskCounts, SlipsOfOldKey};

/// The epoch, or the first one where there is none yet.
pub(super) fn begin(connection: &Connection, first: [u8; 16]) -> Result<[u8; 16], StoreError> {
    let sql = "insert into installation (id, epoch) values (1, ?1) on conflict (id) do nothing";
    connection.execute(sql, [first])?;
    let sql = "select epoch from installation";
    Ok(connection.query_row(sql, [], |row| row.get(0))?)
}

/// Makes a copy another installation than the one it was copied from: another epoch, every sequence
/// of ids so much higher that no id is given twice that the original gave after the copy was made,
/// nobody signed in who had signed out since, and no slip that opens once, for it may have been used since.
pub(super) fn renew(
    connection: &Connection,
    epoch: [u8; 16],
    higher: i64,
    from: [u8; 32],
) -> Result<(), StoreError> {
    let tx = connection.unchecked_transaction()?;
    let sql = "insert into installation (id, epoch, restored_from) values (1, ?1, ?2) \
               on conflict (id) do update set epoch = ?1, restored_from = ?2";
    tx.execute(sql, params![epoch, from])?;
    // A table that was empty then may have had rows since.
    tx.execute(
        "insert into sqlite_sequence (name, seq) select name, 0 from sqlite_schema \
         where type = 'table' and lower(sql) like '%primary key autoincrement%' \
         and name not in (select name from sqlite_sequence)",
        [],
    )?;
    // Lines of the audit log are counted, not named: a gap there is a line that somebody took out.
    let sql = "update sqlite_sequence set seq = seq + ?1 where name <> 'audit'";
    tx.execute(sql, [higher])?;
    end_votes(&WriteTx::on(&tx))?;
    for used_once in ["sign_in", "officer_slip", "invitation"] {
        tx.execute(&format!("delete from {used_once}"), [])?;
    }
    // Whoever was shown a slip's digits may know the PIN that was set on its device, and with the slip goes
    // who that was.
    let sql = "update officer set pin_hash = '', pin_screen = '' \
               where pin_screen in ('own-device', 'machine')";
    tx.execute(sql, [])?;
    tx.commit()?;
    Ok(())
}

/// No backup holds a box: a round that was being held when the copy was made can only be voided, and the
/// slips of its sitting are dead, for who has voted with them is known nowhere.
fn end_votes(tx: &WriteTx<'_>) -> Result<(), StoreError> {
    let sql = "select distinct sitting from round \
               where stage in ('issuing', 'open', 'paused', 'closed', 'accounted')";
    for sitting in tx.list(sql, [], |row| row.get(0).map(SittingId))? {
        let sql = "update slip set is_cancelled = 1 where sitting = ?1";
        tx.run(sql, [sitting.0])?;
        let desk = desks::get(tx, sitting)?;
        let old_slips = SlipsOfOldKey::Restored;
        desks::save(tx, sitting, &DeskCounts { old_slips, ..desk })?;
    }
    Ok(())
}

/// How often rows were deleted that the write-ahead log still has: it must be emptied.
pub fn find_traces(tx: &ReadTx<'_>) -> Result<i64, StoreError> {
    let sql = "select traces_in_log from installation";
    Ok(tx.find(sql, [], |row| row.get(0))?.unwrap_or(0))
}

/// Notes, inside the write that deletes, that the log has it still.
pub fn leave_traces(tx: &WriteTx<'_>) -> Result<(), StoreError> {
    let sql = "update installation set traces_in_log = traces_in_log + 1";
    tx.run(sql, [])
}

/// Notes that so much of it is gone, and nothing of what came after.
pub fn clear_traces(tx: &WriteTx<'_>, scrubbed: i64) -> Result<(), StoreError> {
    let sql = "update installation set traces_in_log = max(0, traces_in_log - ?1)";
    tx.run(sql, [scrubbed])
}

/// The digest of the backup that this was restored from, until that is told.
pub fn find_restored(tx: &ReadTx<'_>) -> Result<Option<Digest>, StoreError> {
    let sql = "select restored_from from installation";
    let found = tx.find(sql, [], |row| row.get::<_, Option<[u8; 32]>>(0))?;
    Ok(found.flatten().map(Digest))
}

/// Forgets it, inside the write that tells of it.
pub fn clear_restored(tx: &WriteTx<'_>) -> Result<(), StoreError> {
    tx.run("update installation set restored_from = null", [])
}

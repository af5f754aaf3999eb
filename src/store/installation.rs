//! The one row about the installation itself: its epoch, and what is left to be scrubbed.

use rusqlite::{Connection, params};

use super::{ReadTx, StoreError, WriteTx};

/// The epoch, or the first one where there is none yet.
pub(super) fn begin(connection: &Connection, first: [u8; 16]) -> Result<[u8; 16], StoreError> {
    let sql = "insert into installation (id, epoch) values (1, ?1) on conflict (id) do nothing";
    connection.execute(sql, [first])?;
    let sql = "select epoch from installation";
    Ok(connection.query_row(sql, [], |row| row.get(0))?)
}

/// Makes a copy another installation than the one it was copied from: another epoch, every sequence
/// of ids so much higher that no id is given twice that the original gave after the copy was made,
/// and nobody signed in who had signed out since.
pub(super) fn renew(
    connection: &Connection,
    epoch: [u8; 16],
    higher: i64,
) -> Result<(), StoreError> {
    let tx = connection.unchecked_transaction()?;
    let sql = "insert into installation (id, epoch) values (1, ?1) \
               on conflict (id) do update set epoch = ?1";
    tx.execute(sql, [epoch])?;
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
    tx.execute("delete from sign_in", [])?;
    tx.commit()?;
    Ok(())
}

/// Notes that rows were deleted whose traces are still in the files.
///
/// # Errors
/// A failing database.
pub fn leave_traces(tx: &WriteTx<'_>) -> Result<(), StoreError> {
    set_traces(tx, true)
}

/// Notes that the files were scrubbed.
///
/// # Errors
/// A failing database.
pub fn clear_traces(tx: &WriteTx<'_>) -> Result<(), StoreError> {
    set_traces(tx, false)
}

fn set_traces(tx: &WriteTx<'_>, are_left: bool) -> Result<(), StoreError> {
    let sql = "update installation set traces = ?1";
    tx.connection.execute(sql, params![are_left])?;
    Ok(())
}

/// Whether traces of deleted rows are left in the files.
///
/// # Errors
/// A failing database.
pub fn has_traces(tx: &ReadTx<'_>) -> Result<bool, StoreError> {
    let sql = "select exists (select 1 from installation where traces = 1)";
    Ok(tx.connection.query_row(sql, [], |row| row.get(0))?)
}

//! After opening or voiding: no deleted ballot is left in the file, its free pages or the WAL.

use rusqlite::Connection;

use super::StoreError;

/// Truncates the WAL, rebuilds the file, truncates again (in WAL mode `vacuum` writes the new file
/// through the WAL). Run while nobody reads; every step may be repeated.
pub(super) fn scrub(connection: &Connection) -> Result<(), StoreError> {
    truncate(connection)?;
    connection.execute_batch("vacuum")?;
    truncate(connection)
}

/// `wal_checkpoint(truncate)` reports a busy reader in its result row and raises no error: the row
/// is what counts.
pub(super) fn truncate(connection: &Connection) -> Result<(), StoreError> {
    let busy: i64 =
        connection.query_row("pragma wal_checkpoint(truncate)", [], |row| row.get(0))?;
    if busy != 0 {
        return Err(StoreError::NotScrubbed(
            "a reader still holds the write-ahead log",
        ));
    }
    Ok(())
}

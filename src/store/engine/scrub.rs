//! After opening or voiding: no deleted ballot is left in the file, its free pages or the WAL.

use std::time::Duration;

use rusqlite::Connection;

use super::StoreError;

/// So long a scrub waits for a reader of another program.
const PATIENCE: Duration = Duration::from_millis(250);
/// So long everything else does.
const USUAL: Duration = Duration::from_secs(5);

/// Truncates the WAL, rebuilds the file, truncates again (in WAL mode `vacuum` writes the new file
/// through the WAL). Run while nobody reads; every step may be repeated.
pub(crate) fn scrub(connection: &Connection) -> Result<(), StoreError> {
    truncate(connection)?;
    connection.execute_batch("vacuum")?;
    truncate(connection)
}

/// `wal_checkpoint(truncate)` reports a busy reader in its result row and raises no error: the row
/// is what counts.
pub(crate) fn truncate(connection: &Connection) -> Result<(), StoreError> {
    // Our own readers are kept out; one of another program is not waited for here, where votes wait
    // too: a task tries again.
    connection.busy_timeout(PATIENCE)?;
    let busy = connection.query_row("pragma wal_checkpoint(truncate)", [], |row| row.get(0));
    connection.busy_timeout(USUAL)?;
    let busy: i64 = busy?;
    if busy != 0 {
        return Err(StoreError::NotScrubbed(
            "a reader still holds the write-ahead log",
        ));
    }
    Ok(())
}

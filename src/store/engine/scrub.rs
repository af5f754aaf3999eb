//! What was deleted in the record is in its write-ahead log until that is emptied; in the file itself it is
//! overwritten at once (`secure_delete`). Ballots are in no record: each box is a file of its own.

use std::time::Duration;

use rusqlite::Connection;

use super::StoreError;

/// So long emptying the log waits for a reader of another program.
const PATIENCE: Duration = Duration::from_millis(250);
/// So long everything else does.
const USUAL: Duration = Duration::from_secs(5);

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

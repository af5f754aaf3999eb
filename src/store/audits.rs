//! The audit log: a hash chain over canonical lines, appended inside the write it tells of.

use rusqlite::{OptionalExtension, params};
use sha2::{Digest as _, Sha256};

use super::{ReadTx, StoreError, WriteTx};
use crate::domain::audit::Event;
use crate::domain::digest::Digest;
use crate::domain::id::CongressId;

/// One line of the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuditLine {
    /// Place in the log, from 1.
    pub id: i64,
    /// Milliseconds: when.
    pub at: i64,
    /// The kind's word.
    pub kind: String,
    /// The canonical line.
    pub line: String,
    /// The chain's hash up to and with this line.
    pub hash: Digest,
}

/// Appends an event to the chain.
pub(in crate::store) fn append(tx: &WriteTx<'_>, event: &Event) -> Result<(), StoreError> {
    let line = event.canonical();
    let hash = chain(head(tx)?, &line);
    let sql = "insert into audit (at, account, congress, kind, line, hash) \
               values (?1, ?2, coalesce((select rehearsal_of from congress where id = ?3), ?3), \
               ?4, ?5, ?6)";
    tx.connection.prepare_cached(sql)?.execute(params![
        event.at.as_millisecond(),
        event.grant.account().map(|id| id.0),
        event.grant.congress().map(|id| id.0),
        event.what.kind(),
        line,
        hash.0,
    ])?;
    Ok(())
}

/// The head of the chain; 32 zero bytes before the first event.
///
/// # Errors
/// A failing database.
pub fn head(tx: &ReadTx<'_>) -> Result<Digest, StoreError> {
    let sql = "select hash from audit order by id desc limit 1";
    let head = tx
        .connection
        .prepare_cached(sql)?
        .query_row([], |row| row.get(0))
        .optional()?;
    Ok(Digest(head.unwrap_or([0; 32])))
}

/// The first line whose hash does not follow from the one before it, if any.
///
/// # Errors
/// A failing database.
pub fn find_break(tx: &ReadTx<'_>) -> Result<Option<i64>, StoreError> {
    let mut statement = tx
        .connection
        .prepare("select id, line, hash from audit order by id")?;
    let mut rows = statement.query([])?;
    let mut last = Digest([0; 32]);
    while let Some(row) = rows.next()? {
        let line: String = row.get(1)?;
        last = chain(last, &line);
        if last.0 != row.get::<_, [u8; 32]>(2)? {
            return Ok(Some(row.get(0)?));
        }
    }
    Ok(None)
}

/// The newest lines of a congress.
///
/// # Errors
/// A failing database.
pub fn list(
    tx: &ReadTx<'_>,
    congress: CongressId,
    most: u32,
) -> Result<Vec<AuditLine>, StoreError> {
    let sql = "select id, at, kind, line, hash from audit where congress = ?1 \
               order by id desc limit ?2";
    let mut statement = tx.connection.prepare_cached(sql)?;
    let rows = statement.query_map(params![congress.0, most], |row| {
        Ok(AuditLine {
            id: row.get(0)?,
            at: row.get(1)?,
            kind: row.get(2)?,
            line: row.get(3)?,
            hash: Digest(row.get(4)?),
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn chain(previous: Digest, line: &str) -> Digest {
    let hash = Sha256::new()
        .chain_update(previous.0)
        .chain_update(line.as_bytes())
        .finalize();
    Digest(hash.into())
}

//! Public notices: what is published, from which version of a statement.

use jiff::Timestamp;
use rusqlite::{Row, params};

use crate::{ReadTx, StoreError, WriteTx};
use domain::id::{NoticeId, PollId, SessionId, StatementId};

/// A published notice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Notice {
    /// Identifier.
    pub id: NoticeId,
    pub poll: PollId,
    /// Of which certified version.
    pub statement: StatementId,
    /// Its number in the session (公告第 n 号).
    pub number: u32,
    /// Milliseconds: when it was published.
    pub published_at: i64,
}

fn notice(row: &Row<'_>) -> Result<Notice, rusqlite::Error> {
    Ok(Notice {
        id: NoticeId(row.get("id")?),
        poll: PollId(row.get("poll")?),
        statement: StatementId(row.get("statement")?),
        number: row.get("number")?,
        published_at: row.get("published_at")?,
    })
}

/// The notice of an identifier, if it was published.
pub fn find(tx: &ReadTx<'_>, id: NoticeId) -> Result<Option<Notice>, StoreError> {
    let sql = "select id, poll, statement, number, published_at from notice where id = ?1";
    tx.find(sql, [id.0], notice)
}

/// A poll's notices, oldest first; a correction's notice follows the first.
pub fn list(tx: &ReadTx<'_>, poll: PollId) -> Result<Vec<Notice>, StoreError> {
    let sql = "select id, poll, statement, number, published_at from notice \
               where poll = ?1 order by id";
    tx.list(sql, [poll.0], notice)
}

/// Publishes a statement under the next number of its session.
///
/// # Errors
/// The constraint `notice.statement` when it is published already.
pub fn create(
    tx: &WriteTx<'_>,
    poll: PollId,
    session: SessionId,
    statement: StatementId,
    at: Timestamp,
) -> Result<NoticeId, StoreError> {
    let sql = "insert into notice (poll, statement, number, published_at) \
               values (?1, ?2, 1 + (select coalesce(max(n.number), 0) from notice as n \
               join poll as p on p.id = n.poll where p.session = ?3), ?4) returning id";
    let values = params![poll.0, statement.0, session.0, at.as_millisecond()];
    Ok(NoticeId(tx.one(sql, values, |row| row.get(0))?))
}

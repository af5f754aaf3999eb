//! Polls of a session.

use rusqlite::{Row, params};

use crate::column::{digest_opt, word};
use crate::{ReadTx, StoreError, WriteTx};
use domain::id::{CongressId, ListId, PollId, SessionId};
use domain::poll::{Colour, Poll};

fn poll(row: &Row<'_>) -> Result<Poll, rusqlite::Error> {
    Ok(Poll {
        id: PollId(row.get("id")?),
        session: SessionId(row.get("session")?),
        title: row.get("title")?,
        rules: row.get("rules")?,
        rules_adopted: row.get("rules_adopted")?,
        adopted_hash: digest_opt(row, "adopted_hash")?,
        colour: word(row, "colour", Colour::from_word)?,
        warnings_reason: row.get("warnings_reason")?,
        withdrawn: row.get("withdrawn")?,
    })
}

const COLUMNS: &str =
    "id, session, title, rules, rules_adopted, adopted_hash, colour, warnings_reason, withdrawn";

/// The poll of an identifier.
///
/// # Errors
/// [`StoreError::NotFound`] when there is none.
pub fn get(tx: &ReadTx<'_>, id: PollId) -> Result<Poll, StoreError> {
    let sql = format!("select {COLUMNS} from poll where id = ?1");
    tx.get("poll", &sql, [id.0], poll)
}

/// A session's polls.
pub fn list(tx: &ReadTx<'_>, session: SessionId) -> Result<Vec<Poll>, StoreError> {
    let sql = format!("select {COLUMNS} from poll where session = ?1 order by id");
    tx.list(&sql, [session.0], poll)
}

/// Every poll that has a published notice, newest first: all that the public may see.
pub fn list_published(
    tx: &ReadTx<'_>,
    congress: Option<CongressId>,
    most: u32,
) -> Result<Vec<Poll>, StoreError> {
    let sql = "select p.id, p.session, p.title, p.rules, p.rules_adopted, p.adopted_hash, p.colour, \
               p.warnings_reason, p.withdrawn from poll as p join session as s on s.id = p.session \
               join (select poll, max(published_at) as at from notice group by poll) as n \
               on n.poll = p.id where ?1 is null or s.congress = ?1 \
               order by n.at desc, p.id desc limit ?2";
    tx.list(sql, params![congress.map(|id| id.0), most], poll)
}

/// Drafts a poll.
pub fn create(
    tx: &WriteTx<'_>,
    session: SessionId,
    title: &str,
    rules: &str,
    colour: Colour,
) -> Result<PollId, StoreError> {
    let sql = "insert into poll (session, title, rules, colour) values (?1, ?2, ?3, ?4) \
               returning id";
    let values = params![session.0, title, rules, colour.word()];
    Ok(PollId(tx.one(sql, values, |row| row.get(0))?))
}

/// Saves title, rules, adoption, the reason for accepted warnings and for withdrawing it.
///
/// # Errors
/// [`StoreError::NotFound`] when there is no such poll.
pub fn update(tx: &WriteTx<'_>, poll: &Poll) -> Result<(), StoreError> {
    let sql = "update poll set title = ?2, rules = ?3, rules_adopted = ?4, warnings_reason = ?5, \
               adopted_hash = ?6, withdrawn = ?7 where id = ?1";
    let values = params![
        poll.id.0,
        poll.title,
        poll.rules,
        poll.rules_adopted,
        poll.warnings_reason,
        poll.adopted_hash.map(|digest| digest.0),
        poll.withdrawn,
    ];
    tx.alter("poll", sql, values)
}

/// The polls of a congress, newest first.
pub fn list_of_congress(tx: &ReadTx<'_>, congress: CongressId) -> Result<Vec<PollId>, StoreError> {
    let sql = "select p.id from poll as p join session as s on s.id = p.session \
               where s.congress = ?1 order by p.id desc";
    tx.list(sql, [congress.0], |row| row.get(0).map(PollId))
}

/// The candidate list that a poll takes its lines from.
pub fn find_list(tx: &ReadTx<'_>, id: PollId) -> Result<Option<ListId>, StoreError> {
    let sql = "select list from poll where id = ?1";
    let found: Option<Option<i64>> = tx.find(sql, [id.0], |row| row.get(0))?;
    Ok(found.flatten().map(ListId))
}

/// The polls that take their lines from a list.
pub fn list_of_list(tx: &ReadTx<'_>, list: ListId) -> Result<Vec<PollId>, StoreError> {
    let sql = "select id from poll where list = ?1 order by id";
    tx.list(sql, [list.0], |row| Ok(PollId(row.get(0)?)))
}

/// Has a poll take its lines from a list.
pub fn update_list(tx: &WriteTx<'_>, id: PollId, list: ListId) -> Result<(), StoreError> {
    let sql = "update poll set list = ?2 where id = ?1";
    tx.run(sql, params![id.0, list.0])
}

//! Sessions and their sittings.

use rusqlite::{Row, params};

use crate::column::{digest_opt, word};
use crate::{ReadTx, StoreError, WriteTx};
use domain::congress::Body;
use domain::digest::Digest;
use domain::id::{CongressId, SessionId, SittingId};
use domain::sitting::stage::SittingStage;
use domain::sitting::{Session, Sitting};

fn session(row: &Row<'_>) -> Result<Session, rusqlite::Error> {
    Ok(Session {
        id: SessionId(row.get("id")?),
        congress: CongressId(row.get("congress")?),
        body: word(row, "body", Body::from_word)?,
        term_no: row.get("term_no")?,
        session_no: row.get("session_no")?,
        year: row.get("year")?,
    })
}

fn sitting(row: &Row<'_>) -> Result<Sitting, rusqlite::Error> {
    Ok(Sitting {
        id: SittingId(row.get("id")?),
        session: SessionId(row.get("session")?),
        number: row.get("number")?,
        held_on: row.get("held_on")?,
        stage: word(row, "stage", SittingStage::from_word)?,
        due: row.get("due")?,
        quorum_present: row.get("quorum_present")?,
        roll_digest: digest_opt(row, "roll_digest")?,
    })
}

/// The session of an identifier.
///
/// # Errors
/// [`StoreError::NotFound`] when there is none.
pub fn get(tx: &ReadTx<'_>, id: SessionId) -> Result<Session, StoreError> {
    let sql = "select id, congress, body, term_no, session_no, year from session where id = ?1";
    tx.get("session", sql, [id.0], session)
}

/// A congress's sessions, newest first.
pub fn list(tx: &ReadTx<'_>, congress: CongressId) -> Result<Vec<Session>, StoreError> {
    let sql = "select id, congress, body, term_no, session_no, year from session \
               where congress = ?1 order by year desc, term_no desc, session_no desc, id desc";
    tx.list(sql, [congress.0], session)
}

/// Puts a session into the calendar.
///
/// # Errors
/// The constraint `session.congress…` when the congress has a session of that number.
pub fn create(tx: &WriteTx<'_>, new: &Session) -> Result<SessionId, StoreError> {
    let sql = "insert into session (congress, body, term_no, session_no, year) \
               values (?1, ?2, ?3, ?4, ?5) returning id";
    let values = params![
        new.congress.0,
        new.body.word(),
        new.term_no,
        new.session_no,
        new.year
    ];
    Ok(SessionId(tx.one(sql, values, |row| row.get(0))?))
}

/// The sitting of an identifier.
///
/// # Errors
/// [`StoreError::NotFound`] when there is none.
pub fn get_sitting(tx: &ReadTx<'_>, id: SittingId) -> Result<Sitting, StoreError> {
    let sql = "select id, session, number, held_on, stage, due, quorum_present, roll_digest from sitting \
               where id = ?1";
    tx.get("sitting", sql, [id.0], sitting)
}

/// A session's sittings in order.
pub fn list_sittings(tx: &ReadTx<'_>, id: SessionId) -> Result<Vec<Sitting>, StoreError> {
    let sql = "select id, session, number, held_on, stage, due, quorum_present, roll_digest from sitting \
               where session = ?1 order by number";
    tx.list(sql, [id.0], sitting)
}

/// Adds a sitting, planned.
///
/// # Errors
/// A constraint when the number is taken.
pub fn create_sitting(
    tx: &WriteTx<'_>,
    session: SessionId,
    number: u32,
    held_on: &str,
) -> Result<SittingId, StoreError> {
    let sql = "insert into sitting (session, number, held_on, stage) \
               values (?1, ?2, ?3, 'planned') returning id";
    let values = params![session.0, number, held_on];
    Ok(SittingId(tx.one(sql, values, |row| row.get(0))?))
}

/// Moves a sitting, with N once the roll is open and the presence once the quorum is declared.
///
/// # Errors
/// [`StoreError::NotFound`] when there is no such sitting.
pub fn update_sitting(
    tx: &WriteTx<'_>,
    id: SittingId,
    stage: SittingStage,
    due: Option<u32>,
    quorum_present: Option<u32>,
) -> Result<(), StoreError> {
    let sql = "update sitting set stage = ?2, due = ?3, quorum_present = ?4 where id = ?1";
    tx.alter(
        "sitting",
        sql,
        params![id.0, stage.word(), due, quorum_present],
    )
}

/// Keeps the digest of the roll as an act has left it.
///
/// # Errors
/// [`StoreError::NotFound`] when there is no such sitting.
pub fn update_roll_digest(
    tx: &WriteTx<'_>,
    id: SittingId,
    digest: Digest,
) -> Result<(), StoreError> {
    let sql = "update sitting set roll_digest = ?2 where id = ?1";
    tx.alter("sitting", sql, params![id.0, digest.0])
}

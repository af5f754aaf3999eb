//! The box of a round: sealed ballots under random keys while it is closed, a multiset once it is
//! open.

use std::collections::BTreeMap;

use rusqlite::{Row, params};

use crate::{ReadTx, StoreError, WriteTx};
use domain::id::RoundId;

/// A sealed ballot in a closed box. It has no `Debug`: a body must not reach a log.
pub struct BoxBallot {
    /// The random key.
    pub key: [u8; 16],
    /// The sealed paper.
    pub body: Vec<u8>,
}

/// Puts a sealed ballot into the box and, where the round asks for them, the record of its remarks. With
/// `was_spent` the same statements run and store nothing.
pub(crate) fn put(
    tx: &WriteTx<'_>,
    ballot: &BoxBallot,
    remarks: Option<&BoxBallot>,
    was_spent: bool,
) -> Result<(), StoreError> {
    let sql = "insert into box_ballot (key, body) select ?1, ?2 where not ?3";
    tx.run(sql, params![ballot.key, ballot.body, was_spent])?;
    if let Some(remarks) = remarks {
        let sql = "insert into box_remark (key, body) select ?1, ?2 where not ?3";
        tx.run(sql, params![remarks.key, remarks.body, was_spent])?;
    }
    Ok(())
}

/// How many ballots lie in the closed box of a round; none where it has no box.
pub fn count(tx: &ReadTx<'_>, round: RoundId) -> Result<u32, StoreError> {
    let Some(found) = tx.box_of(round)? else {
        return Ok(0);
    };
    found.read(|tx| tx.one("select count(*) from box_ballot", [], |row| row.get(0)))
}

/// The ballots of the closed box of a round with their keys, in the order of the keys.
pub fn list(tx: &ReadTx<'_>, round: RoundId) -> Result<Vec<BoxBallot>, StoreError> {
    let found = tx.box_of(round)?;
    found.map_or_else(|| Ok(Vec::new()), |found| found.read(list_in))
}

/// The same inside the box.
pub(crate) fn list_in(tx: &ReadTx<'_>) -> Result<Vec<BoxBallot>, StoreError> {
    let sql = "select key, body from box_ballot order by key";
    tx.list(sql, [], sealed)
}

/// A sealed row, from the columns `key` and `body`: a ballot's, a typed paper's, a record of remarks'.
pub(crate) fn sealed(row: &Row<'_>) -> Result<BoxBallot, rusqlite::Error> {
    Ok(BoxBallot {
        key: row.get("key")?,
        body: row.get("body")?,
    })
}

/// Equal papers of an opened box.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct OpenedPapers {
    /// `valid`, `blank` or `void`.
    pub verdict: &'static str,
    /// Why void; empty otherwise.
    pub reason: &'static str,
    /// The encoded marks.
    pub pattern: Vec<u8>,
}

/// Writes the multiset, in the order of its contents, and what its digest is salted with.
pub fn create_opened(
    tx: &WriteTx<'_>,
    round: RoundId,
    papers: &BTreeMap<OpenedPapers, u64>,
) -> Result<(), StoreError> {
    let sql = "insert into opened_paper (round, verdict, reason, pattern, papers) \
               values (?1, ?2, ?3, ?4, ?5)";
    for (paper, count) in papers {
        let count = i64::try_from(*count).unwrap_or(i64::MAX);
        tx.run(
            sql,
            params![round.0, paper.verdict, paper.reason, paper.pattern, count],
        )?;
    }
    Ok(())
}

/// Keeps what the digest of the papers is salted with, beside the papers of an opened round.
///
/// # Errors
/// [`StoreError::NotFound`] when there is no such round.
pub fn update_salt(tx: &WriteTx<'_>, round: RoundId, salt: [u8; 32]) -> Result<(), StoreError> {
    let sql = "update round set papers_salt = ?2 where id = ?1";
    tx.alter("round", sql, params![round.0, salt])
}

/// What the digest of the papers is salted with; nothing before opening and after voiding.
pub fn find_salt(tx: &ReadTx<'_>, round: RoundId) -> Result<Option<[u8; 32]>, StoreError> {
    let sql = "select papers_salt from round where id = ?1";
    let found = tx.find(sql, [round.0], |row| row.get(0))?;
    Ok(found.flatten())
}

/// Destroys the papers of an opened box and their salt, when its round is voided.
pub fn remove_opened(tx: &WriteTx<'_>, round: RoundId) -> Result<(), StoreError> {
    tx.run("delete from opened_paper where round = ?1", [round.0])?;
    let sql = "update round set papers_salt = null where id = ?1";
    tx.run(sql, [round.0])
}

/// Equal papers as they are stored: verdict, why they are void as a whole, their pattern, how many.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaperCount {
    /// `valid`, `blank` or `void`.
    pub verdict: String,
    /// Why they are void as a whole.
    pub reason: String,
    /// The encoded marks; none of papers that are void as a whole.
    pub pattern: Vec<u8>,
    pub papers: u64,
}

/// The multiset of an opened box, in the order of its contents.
pub fn list_opened(tx: &ReadTx<'_>, round: RoundId) -> Result<Vec<PaperCount>, StoreError> {
    let sql = "select verdict, reason, pattern, papers from opened_paper where round = ?1 \
               order by verdict, reason, pattern";
    tx.list(sql, [round.0], |row| {
        Ok(PaperCount {
            verdict: row.get(0)?,
            reason: row.get(1)?,
            pattern: row.get(2)?,
            papers: u64::try_from(row.get::<_, i64>(3)?).unwrap_or(0),
        })
    })
}

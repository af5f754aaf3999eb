//! Batches of papers that two tellers agreed on: sealed like ballots, until the box is opened.

use rusqlite::params;

use crate::round::boxes::{BoxBallot, sealed};
use crate::voting::box_file::rights;
use crate::{ReadTx, StoreError, WriteTx};
use domain::digest::Digest;
use domain::id::RoundId;

/// A batch of a round.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StoredBatch {
    /// Its number, from 1.
    pub number: u32,
    /// How many papers it holds.
    pub papers: u32,
    /// Of its sealed papers.
    pub digest: Digest,
}

/// The agreed batches of a round by number; none once the box is open.
pub fn list(tx: &ReadTx<'_>, round: RoundId) -> Result<Vec<StoredBatch>, StoreError> {
    let sql = "select number, papers, digest from paper_batch where round = ?1 order by number";
    tx.list(sql, [round.0], |row| {
        Ok(StoredBatch {
            number: row.get("number")?,
            papers: row.get("papers")?,
            digest: Digest(row.get("digest")?),
        })
    })
}

/// The sealed papers of a batch, in the order of their random keys.
pub fn list_papers(
    tx: &ReadTx<'_>,
    round: RoundId,
    number: u32,
) -> Result<Vec<BoxBallot>, StoreError> {
    let Some(found) = tx.box_of(round)? else {
        return Ok(Vec::new());
    };
    found.read(|tx| {
        let sql = "select key, body from batch_paper where batch = ?1 order by key";
        tx.list(sql, [number], sealed)
    })
}

/// Keeps an agreed batch: its sealed papers in the box first, then the batch itself.
///
/// # Errors
/// A constraint when the batch is there already; [`StoreError::NotFound`] without a box.
pub fn create(
    tx: &WriteTx<'_>,
    round: RoundId,
    batch: &StoredBatch,
    papers: Vec<BoxBallot>,
) -> Result<(), StoreError> {
    let sql = "insert into paper_batch (round, number, papers, digest) values (?1, ?2, ?3, ?4)";
    let values = params![round.0, batch.number, batch.papers, batch.digest.0];
    tx.run(sql, values)?;
    rights::put_batch(tx, round, batch.number, papers)
}

/// Throws a batch away, to be typed anew: what lies of it in the box is never opened.
pub fn remove(tx: &WriteTx<'_>, round: RoundId, number: u32) -> Result<(), StoreError> {
    let sql = "delete from paper_batch where round = ?1 and number = ?2";
    tx.run(sql, params![round.0, number])
}

/// Throws all of a round's batches away: they have joined the opened papers, or the round is void.
pub fn remove_all(tx: &WriteTx<'_>, round: RoundId) -> Result<(), StoreError> {
    tx.run("delete from paper_batch where round = ?1", [round.0])
}

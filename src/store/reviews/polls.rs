//! The evaluations to which congresses put departments after a review.

use rusqlite::{OptionalExtension, params};

use crate::{ReadTx, StoreError, WriteTx};
use domain::id::{PollId, ReviewId};

/// The evaluations of a review, oldest first.
///
/// # Errors
/// A failing database.
pub fn list(tx: &ReadTx<'_>, review: ReviewId) -> Result<Vec<PollId>, StoreError> {
    let sql = "select poll from review_poll where review = ?1 order by poll";
    let mut statement = tx.connection.prepare_cached(sql)?;
    let rows = statement.query_map([review.0], |row| row.get(0).map(PollId))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The review whose department an evaluation grades.
///
/// # Errors
/// A failing database.
pub fn find(tx: &ReadTx<'_>, poll: PollId) -> Result<Option<ReviewId>, StoreError> {
    let sql = "select review from review_poll where poll = ?1";
    let mut statement = tx.connection.prepare_cached(sql)?;
    let found = statement.query_row([poll.0], |row| row.get(0).map(ReviewId));
    Ok(found.optional()?)
}

/// Puts a review to an evaluation.
///
/// # Errors
/// The trigger of the schema for a review of the work committee.
pub fn create(tx: &WriteTx<'_>, poll: PollId, review: ReviewId) -> Result<(), StoreError> {
    let sql = "insert into review_poll (poll, review) values (?1, ?2)";
    let mut statement = tx.connection.prepare_cached(sql)?;
    statement.execute(params![poll.0, review.0])?;
    Ok(())
}

/// Takes a draft away from its review; the evaluation itself stays.
///
/// # Errors
/// A failing database.
pub fn remove(tx: &WriteTx<'_>, poll: PollId) -> Result<(), StoreError> {
    let sql = "delete from review_poll where poll = ?1";
    tx.connection.prepare_cached(sql)?.execute([poll.0])?;
    Ok(())
}

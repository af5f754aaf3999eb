//! The evaluations to which congresses put departments after a review.

use rusqlite::params;

use crate::{ReadTx, StoreError, WriteTx};
use domain::id::{PollId, ReviewId};

/// The evaluations of a review, oldest first.
pub fn list(tx: &ReadTx<'_>, review: ReviewId) -> Result<Vec<PollId>, StoreError> {
    let sql = "select poll from review_poll where review = ?1 order by poll";
    tx.list(sql, [review.0], |row| row.get(0).map(PollId))
}

/// The review whose department an evaluation grades.
pub fn find(tx: &ReadTx<'_>, poll: PollId) -> Result<Option<ReviewId>, StoreError> {
    let sql = "select review from review_poll where poll = ?1";
    tx.find(sql, [poll.0], |row| row.get(0).map(ReviewId))
}

/// Puts a review to an evaluation.
///
/// # Errors
/// The trigger of the schema for a review of the work committee.
pub fn create(tx: &WriteTx<'_>, poll: PollId, review: ReviewId) -> Result<(), StoreError> {
    let sql = "insert into review_poll (poll, review) values (?1, ?2)";
    tx.run(sql, params![poll.0, review.0])
}

/// Takes a draft away from its review; the evaluation itself stays.
pub fn remove(tx: &WriteTx<'_>, poll: PollId) -> Result<(), StoreError> {
    let sql = "delete from review_poll where poll = ?1";
    tx.run(sql, [poll.0])
}

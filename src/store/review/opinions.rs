//! Opinions at the work committee's reviews, as they were typed. No other module reads this table, and
//! a test of the architecture holds it to that: what is not a vote cannot get into a result.

use rusqlite::params;

use crate::{ReadTx, StoreError, WriteTx};
use domain::id::{AccountId, ReviewId};
use domain::review::opinions::{Opinions, TypedOpinions};

/// What each person typed.
pub fn list(tx: &ReadTx<'_>, review: ReviewId) -> Result<Vec<TypedOpinions>, StoreError> {
    let sql = "select account, members, satisfied, basically, dissatisfied, abstain \
               from advisory_opinion where review = ?1 order by account";
    tx.list(sql, [review.0], |row| {
        Ok(TypedOpinions {
            by: AccountId(row.get("account")?),
            opinions: Opinions {
                members: row.get("members")?,
                satisfied: row.get("satisfied")?,
                basically: row.get("basically")?,
                dissatisfied: row.get("dissatisfied")?,
                abstain: row.get("abstain")?,
            },
        })
    })
}

/// Keeps what a person typed, in place of what the same person typed before.
///
/// # Errors
/// The trigger of the schema for a review of a congress.
pub fn save(tx: &WriteTx<'_>, review: ReviewId, typed: &TypedOpinions) -> Result<(), StoreError> {
    let sql = "insert into advisory_opinion (review, account, members, satisfied, basically, \
               dissatisfied, abstain) values (?1, ?2, ?3, ?4, ?5, ?6, ?7) \
               on conflict (review, account) do update set members = excluded.members, \
               satisfied = excluded.satisfied, basically = excluded.basically, \
               dissatisfied = excluded.dissatisfied, abstain = excluded.abstain";
    let opinions = &typed.opinions;
    tx.run(
        sql,
        params![
            review.0,
            typed.by.0,
            opinions.members,
            opinions.satisfied,
            opinions.basically,
            opinions.dissatisfied,
            opinions.abstain,
        ],
    )
}

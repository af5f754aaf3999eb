//! Papers of a round in numbers, and the account that closing fixes.

use rusqlite::params;

use crate::column::word;
use crate::{ReadTx, StoreError, WriteTx};
use domain::id::RoundId;
use domain::round::account::AccountLine;
use domain::voting::desk::BallotMedium;

/// How many papers of a round were printed.
pub fn count_printed(tx: &ReadTx<'_>, round: RoundId) -> Result<u32, StoreError> {
    let sql = "select printed from paper_stock where round = ?1";
    let found = tx.find(sql, [round.0], |row| row.get(0))?;
    Ok(found.unwrap_or(0))
}

/// Keeps how many papers of a round were printed.
pub fn save_printed(tx: &WriteTx<'_>, round: RoundId, printed: u32) -> Result<(), StoreError> {
    let sql = "insert into paper_stock (round, printed) values (?1, ?2) \
               on conflict (round) do update set printed = ?2";
    tx.run(sql, params![round.0, printed])
}

/// How many clean papers of a round were handed in for a slip.
pub fn count_handed_in(tx: &ReadTx<'_>, round: RoundId) -> Result<u32, StoreError> {
    let sql = "select handed_in from paper_stock where round = ?1";
    let found = tx.find(sql, [round.0], |row| row.get(0))?;
    Ok(found.unwrap_or(0))
}

/// One clean paper of a round was handed in for a slip, and torn up.
pub fn add_handed_in(tx: &WriteTx<'_>, round: RoundId) -> Result<(), StoreError> {
    let sql = "insert into paper_stock (round, handed_in) values (?1, 1) \
               on conflict (round) do update set handed_in = handed_in + 1";
    tx.run(sql, [round.0])
}

/// Why papers of a round were replaced, in the order of the account.
pub fn list_spoilt(tx: &ReadTx<'_>, round: RoundId) -> Result<Vec<String>, StoreError> {
    let sql = "select reason from spoilt_paper where round = ?1 order by number";
    tx.list(sql, [round.0], |row| row.get(0))
}

/// Adds a spoilt paper with its reason.
pub fn create_spoilt(tx: &WriteTx<'_>, round: RoundId, reason: &str) -> Result<(), StoreError> {
    let sql = "insert into spoilt_paper (round, number, reason) select ?1, \
               coalesce(max(number), 0) + 1, ?2 from spoilt_paper where round = ?1";
    tx.run(sql, params![round.0, reason])
}

/// The papers found in each box, by box.
pub fn list_boxes(tx: &ReadTx<'_>, round: RoundId) -> Result<Vec<(u32, u32)>, StoreError> {
    let sql = "select box, papers from paper_box where round = ?1 order by box";
    tx.list(sql, [round.0], |row| Ok((row.get(0)?, row.get(1)?)))
}

/// Keeps the papers found in each box, and their sum in the account.
///
/// # Errors
/// [`StoreError::NotFound`] when the round was not closed.
pub fn save_boxes(
    tx: &WriteTx<'_>,
    round: RoundId,
    boxes: &[(u32, u32)],
    sum: u32,
) -> Result<(), StoreError> {
    tx.run("delete from paper_box where round = ?1", [round.0])?;
    let sql = "insert into paper_box (round, box, papers) values (?1, ?2, ?3)";
    for (number, papers) in boxes {
        tx.run(sql, params![round.0, number, papers])?;
    }
    let sql = "update ballot_account set returned = ?2 where round = ?1 and kind = 'paper'";
    tx.alter("ballot account", sql, params![round.0, sum])
}

/// The account of a closed round: slips, then papers; empty before closing.
pub fn list_account(tx: &ReadTx<'_>, round: RoundId) -> Result<Vec<AccountLine>, StoreError> {
    let sql = "select kind, printed, issued, handed_in, spoilt, cancelled, unused, returned \
               from ballot_account where round = ?1 order by kind desc";
    tx.list(sql, [round.0], |row| {
        Ok(AccountLine {
            kind: word(row, "kind", BallotMedium::from_word)?,
            printed: row.get("printed")?,
            issued: row.get("issued")?,
            handed_in: row.get("handed_in")?,
            spoilt: row.get("spoilt")?,
            cancelled: row.get("cancelled")?,
            unused: row.get("unused")?,
            returned: row.get("returned")?,
        })
    })
}

/// Takes the account of a round back, where nothing of it can be told.
pub fn remove_account(tx: &WriteTx<'_>, round: RoundId) -> Result<(), StoreError> {
    let sql = "delete from ballot_account where round = ?1";
    tx.run(sql, [round.0])
}

/// Fixes a line of the account of a round.
///
/// # Errors
/// The constraint `ballot_account_equation` when it is not equal.
pub fn create_account(
    tx: &WriteTx<'_>,
    round: RoundId,
    line: &AccountLine,
) -> Result<(), StoreError> {
    let sql = "insert into ballot_account (round, kind, printed, issued, handed_in, spoilt, \
               cancelled, unused, returned) values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)";
    let values = params![
        round.0,
        line.kind.word(),
        line.printed,
        line.issued,
        line.handed_in,
        line.spoilt,
        line.cancelled,
        line.unused,
        line.returned,
    ];
    tx.run(sql, values)
}

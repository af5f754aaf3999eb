//! Remarks of a round: sealed records while its box is closed, mixed groups of lines once it is open.
//!
//! Neither table has a column in common with the box but the round, nor a time, an order or a key
//! that was used before.

use rusqlite::params;

use crate::round::boxes::{BoxBallot, sealed};
use crate::{ReadTx, StoreError, WriteTx};
use domain::ballot::LineNo;
use domain::ballot::remark::OpenedRemark;
use domain::id::{CongressId, RoundId};

/// The sealed records of the closed box of a round, in the order of their keys.
pub fn list_sealed(tx: &ReadTx<'_>, round: RoundId) -> Result<Vec<BoxBallot>, StoreError> {
    let found = tx.box_of(round)?;
    found.map_or_else(|| Ok(Vec::new()), |found| found.read(list_in))
}

/// The same inside the box.
pub(crate) fn list_in(tx: &ReadTx<'_>) -> Result<Vec<BoxBallot>, StoreError> {
    let sql = "select key, body from box_remark order by key";
    tx.list(sql, [], sealed)
}

/// Writes the remarks of an opened box down, in the order of their keys.
pub fn create_opened(
    tx: &WriteTx<'_>,
    round: RoundId,
    remarks: &[OpenedRemark],
) -> Result<(), StoreError> {
    let mut mixed: Vec<&OpenedRemark> = remarks.iter().collect();
    mixed.sort();
    let sql = "insert into opened_remark (round, line_no, key, text) values (?1, ?2, ?3, ?4)";
    for remark in mixed {
        tx.run(
            sql,
            params![round.0, remark.line.0, remark.key, remark.text],
        )?;
    }
    Ok(())
}

/// The remarks of an opened box, each line in the order of its keys.
pub fn list_opened(tx: &ReadTx<'_>, round: RoundId) -> Result<Vec<OpenedRemark>, StoreError> {
    let sql = "select line_no, key, text from opened_remark where round = ?1 order by line_no, key";
    tx.list(sql, [round.0], |row| {
        Ok(OpenedRemark {
            line: LineNo(row.get(0)?),
            key: row.get(1)?,
            text: row.get(2)?,
        })
    })
}

/// Puts other words in the place of a remark's; whether there is such a remark.
pub fn update_text(
    tx: &WriteTx<'_>,
    round: RoundId,
    line: LineNo,
    key: [u8; 16],
    text: &str,
) -> Result<bool, StoreError> {
    let sql = "update opened_remark set text = ?4 where round = ?1 and line_no = ?2 and key = ?3";
    Ok(tx.change(sql, params![round.0, line.0, key, text])? == 1)
}

/// Destroys the remarks of an opened box, when its round is voided.
pub fn remove_opened(tx: &WriteTx<'_>, round: RoundId) -> Result<(), StoreError> {
    tx.run("delete from opened_remark where round = ?1", [round.0])
}

/// Names of people whom a remark of this congress might name: deputies, whoever leads a project, and
/// whoever has an account here.
pub fn list_people(tx: &ReadTx<'_>, congress: CongressId) -> Result<Vec<String>, StoreError> {
    let sql = "select name from deputy where congress = ?1 \
               union select plan.leader from plan join project as p on p.id = plan.project \
               where p.congress = ?1 \
               union select a.name from account as a join account_role as r on r.account = a.id \
               where r.congress = ?1 \
               except select name from unit where congress = ?1 \
               except select name from congress";
    tx.list(sql, [congress.0], |row| row.get(0))
}

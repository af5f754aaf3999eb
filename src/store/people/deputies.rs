//! Deputies of a congress.

use rusqlite::{Row, params};

use crate::{ReadTx, StoreError, WriteTx};
use domain::congress::Body;
use domain::id::{CongressId, DeputyId};
use domain::people::person::Deputy;

fn deputy(row: &Row<'_>) -> Result<Deputy, rusqlite::Error> {
    Ok(Deputy {
        id: DeputyId(row.get("id")?),
        congress: CongressId(row.get("congress")?),
        number: row.get("number")?,
        name: row.get("name")?,
        delegation: row.get("delegation")?,
        is_committee_member: row.get("is_committee_member")?,
        language: row.get("language")?,
    })
}

/// The members in office of a body, in the order of the roster.
pub fn list(tx: &ReadTx<'_>, congress: CongressId, body: Body) -> Result<Vec<Deputy>, StoreError> {
    let sql = "select id, congress, number, name, delegation, is_committee_member, language \
               from deputy where congress = ?1 and in_office = 1 \
               and (is_committee_member = 1 or not ?2) order by length(number), number, id";
    let only_committee = body == Body::StandingCommittee;
    tx.list(sql, params![congress.0, only_committee], deputy)
}

/// How many members in office a body has.
pub fn count(tx: &ReadTx<'_>, congress: CongressId, body: Body) -> Result<u32, StoreError> {
    let sql = "select count(*) from deputy where congress = ?1 and in_office = 1 \
               and (is_committee_member = 1 or not ?2)";
    let only_committee = body == Body::StandingCommittee;
    let values = params![congress.0, only_committee];
    tx.one(sql, values, |row| row.get(0))
}

/// What a roster says of one deputy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeputyRow {
    /// The office's own number.
    pub number: String,
    pub name: String,
    pub delegation: String,
    /// Whether a member of the standing committee.
    pub is_committee_member: bool,
    /// Language tag wanted.
    pub language: String,
    /// Free note.
    pub note: String,
}

/// The whole roster by number: those in office, and (false) those who have left.
pub fn list_roster(
    tx: &ReadTx<'_>,
    congress: CongressId,
) -> Result<Vec<(DeputyRow, bool)>, StoreError> {
    let sql = "select number, name, delegation, is_committee_member, language, note, in_office \
               from deputy where congress = ?1 order by length(number), number, id";
    tx.list(sql, [congress.0], |row| {
        let deputy = DeputyRow {
            number: row.get("number")?,
            name: row.get("name")?,
            delegation: row.get("delegation")?,
            is_committee_member: row.get("is_committee_member")?,
            language: row.get("language")?,
            note: row.get("note")?,
        };
        Ok((deputy, row.get("in_office")?))
    })
}

/// Notes that the deputy of a number has left office. Rolls and votes of the past keep the line.
///
/// # Errors
/// [`StoreError::NotFound`] when nobody in office has that number.
pub fn leave(tx: &WriteTx<'_>, congress: CongressId, number: &str) -> Result<(), StoreError> {
    let sql = "update deputy set in_office = 0 where congress = ?1 and number = ?2 \
               and in_office = 1";
    tx.alter("deputy", sql, params![congress.0, number])
}

/// Adds a deputy, or changes the one with the same number.
pub fn save(tx: &WriteTx<'_>, congress: CongressId, row: &DeputyRow) -> Result<(), StoreError> {
    let sql = "insert into deputy (congress, number, name, delegation, is_committee_member, \
               language, note) values (?1, ?2, ?3, ?4, ?5, ?6, ?7) \
               on conflict (congress, number) do update set name = ?3, delegation = ?4, \
               is_committee_member = ?5, language = ?6, note = ?7, in_office = 1";
    tx.run(
        sql,
        params![
            congress.0,
            row.number,
            row.name,
            row.delegation,
            row.is_committee_member,
            row.language,
            row.note
        ],
    )
}

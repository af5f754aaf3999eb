//! Calls for leads.

use rusqlite::{Row, params};

use crate::column::{count, word};
use crate::{ReadTx, StoreError, WriteTx};
use domain::id::{CallId, CongressId};
use domain::leads::call::{Call, CallText};

const COLUMNS: &str = "id, congress, year, title, scope, excluded, regions, opens_on, closes_on";

fn call(row: &Row<'_>) -> Result<Call, rusqlite::Error> {
    let regions: String = row.get("regions")?;
    Ok(Call {
        id: CallId(row.get("id")?),
        congress: CongressId(row.get("congress")?),
        text: CallText {
            year: row.get("year")?,
            title: row.get("title")?,
            scope: row.get("scope")?,
            excluded: row.get("excluded")?,
            regions: regions.lines().map(str::to_owned).collect(),
            opens_on: word(row, "opens_on", |day| day.parse().ok())?,
            closes_on: word(row, "closes_on", |day| day.parse().ok())?,
        },
    })
}

/// The call of an identifier.
///
/// # Errors
/// [`StoreError::NotFound`] when there is none.
pub fn get(tx: &ReadTx<'_>, id: CallId) -> Result<Call, StoreError> {
    let sql = format!("select {COLUMNS} from call where id = ?1");
    tx.get("call", &sql, [id.0], call)
}

/// The calls of a congress, the newest first.
pub fn list(tx: &ReadTx<'_>, congress: CongressId) -> Result<Vec<Call>, StoreError> {
    let sql =
        format!("select {COLUMNS} from call where congress = ?1 order by opens_on desc, id desc");
    tx.list(&sql, [congress.0], call)
}

/// The calls of every congress that are open on a day (ISO 8601), those that end first in front.
pub fn list_open(tx: &ReadTx<'_>, today: &str) -> Result<Vec<Call>, StoreError> {
    let sql = format!(
        "select {COLUMNS} from call where opens_on <= ?1 and closes_on >= ?1 order by closes_on, id"
    );
    tx.list(&sql, [today], call)
}

/// The call of a congress for a year that was open on a day (ISO 8601): the one that ended first.
pub fn find_open(
    tx: &ReadTx<'_>,
    congress: CongressId,
    year: i16,
    day: &str,
) -> Result<Option<CallId>, StoreError> {
    let sql = "select id from call where congress = ?1 and year = ?2 \
               and opens_on <= ?3 and closes_on >= ?3 order by closes_on, id limit 1";
    let found = tx.find(sql, params![congress.0, year, day], |row| row.get(0))?;
    Ok(found.map(CallId))
}

/// Adds a call.
pub fn create(
    tx: &WriteTx<'_>,
    congress: CongressId,
    text: &CallText,
) -> Result<CallId, StoreError> {
    let sql = "insert into call (congress, year, title, scope, excluded, regions, opens_on, closes_on) \
               values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) returning id";
    let id = tx.one(
        sql,
        params![
            congress.0,
            text.year,
            text.title,
            text.scope,
            text.excluded,
            text.regions.join("\n"),
            text.opens_on.to_string(),
            text.closes_on.to_string()
        ],
        |row| row.get(0),
    )?;
    Ok(CallId(id))
}

/// Changes what a call says. Its year stays when leads have come in: they belong to that year.
///
/// # Errors
/// [`StoreError::NotFound`] when there is no such call.
pub fn update(tx: &WriteTx<'_>, id: CallId, text: &CallText) -> Result<(), StoreError> {
    let sql = "update call set title = ?2, scope = ?3, excluded = ?4, regions = ?5, opens_on = ?6, \
               closes_on = ?7 where id = ?1";
    tx.alter(
        "call",
        sql,
        params![
            id.0,
            text.title,
            text.scope,
            text.excluded,
            text.regions.join("\n"),
            text.opens_on.to_string(),
            text.closes_on.to_string()
        ],
    )
}

/// How many leads answered a call; parts that were split off are not counted again.
pub fn count_leads(tx: &ReadTx<'_>, id: CallId) -> Result<u64, StoreError> {
    let sql = "select count(*) from lead indexed by lead_of_call where call = ?1";
    tx.one(sql, [id.0], count)
}

//! Reminders that were written, each once a debt and day.

use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::civil::Date;
use rusqlite::{Row, params};

use crate::column::{date, word};
use crate::{ReadTx, StoreError, WriteTx};
use domain::id::{CongressId, ReminderId, RunId};
use domain::reminder::debt::{Debt, DebtKey, DebtMatter, Debtor};

pub(super) const COLUMNS: &str = "r.id, r.congress, r.matter, r.subject, r.since, r.due, r.about, \
    r.detail, r.debtor, r.debtor_number, r.debtor_name";

pub(super) fn debt(row: &Row<'_>) -> Result<Debt, rusqlite::Error> {
    let subject = row.get("subject")?;
    let number = row.get("debtor_number")?;
    Ok(Debt {
        congress: CongressId(row.get("congress")?),
        matter: word(row, "matter", |word| DebtMatter::from_stored(word, subject))?,
        about: row.get("about")?,
        detail: row.get("detail")?,
        by: word(row, "debtor", |word| Debtor::from_stored(word, number))?,
        name: row.get("debtor_name")?,
        since: date(row, "since")?,
        due: date(row, "due")?,
    })
}

pub(super) fn key(row: &Row<'_>) -> Result<DebtKey, rusqlite::Error> {
    let subject = row.get("subject")?;
    let number = row.get("debtor_number")?;
    Ok(DebtKey {
        matter: word(row, "matter", |word| DebtMatter::from_stored(word, subject))?,
        by: word(row, "debtor", |word| Debtor::from_stored(word, number))?,
        since: date(row, "since")?,
    })
}

/// The day on which each debt of a congress was last told.
pub fn last_told(
    tx: &ReadTx<'_>,
    congress: CongressId,
) -> Result<BTreeMap<DebtKey, Date>, StoreError> {
    let sql = "select matter, subject, debtor, debtor_number, since, max(written_on) as told \
               from reminder where congress = ?1 \
               group by matter, subject, debtor, debtor_number, since";
    let told = tx.list(sql, [congress.0], |row| Ok((key(row)?, date(row, "told")?)))?;
    Ok(told.into_iter().collect())
}

/// Whether the daily task has run in a congress on a day.
pub fn has_run(tx: &ReadTx<'_>, congress: CongressId, on: Date) -> Result<bool, StoreError> {
    let sql = "select 1 from reminder_run where congress = ?1 and ran_on = ?2 limit 1";
    let found = tx.find(sql, params![congress.0, on.to_string()], |_| Ok(()))?;
    Ok(found.is_some())
}

/// When the daily task last ran in a congress, in milliseconds.
pub fn find_last_run(tx: &ReadTx<'_>, congress: CongressId) -> Result<Option<i64>, StoreError> {
    let sql = "select max(ran_at) from reminder_run where congress = ?1";
    tx.one(sql, [congress.0], |row| row.get(0))
}

/// Notes a run of the daily task.
pub fn create_run(
    tx: &WriteTx<'_>,
    congress: CongressId,
    on: Date,
    at: Timestamp,
) -> Result<RunId, StoreError> {
    let sql =
        "insert into reminder_run (congress, ran_on, ran_at) values (?1, ?2, ?3) returning id";
    let values = params![congress.0, on.to_string(), at.as_millisecond()];
    Ok(RunId(tx.one(sql, values, |row| row.get(0))?))
}

/// Writes a reminder of a debt.
///
/// # Errors
/// The constraint `reminder_once` when that debt was told on this day already.
pub fn create(
    tx: &WriteTx<'_>,
    run: RunId,
    debt: &Debt,
    on: Date,
) -> Result<ReminderId, StoreError> {
    let sql = "insert into reminder (run, congress, matter, subject, since, due, about, detail, \
               debtor, debtor_number, debtor_name, written_on) \
               values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12) returning id";
    let values = params![
        run.0,
        debt.congress.0,
        debt.matter.word(),
        debt.matter.subject(),
        debt.since.to_string(),
        debt.due.to_string(),
        debt.about,
        debt.detail,
        debt.by.word(),
        debt.by.number(),
        debt.name,
        on.to_string(),
    ];
    Ok(ReminderId(tx.one(sql, values, |row| row.get(0))?))
}

/// The reminders of a run, in the order in which they were written.
pub fn list_of_run(tx: &ReadTx<'_>, run: RunId) -> Result<Vec<(ReminderId, Debt)>, StoreError> {
    let sql = format!("select {COLUMNS} from reminder as r where r.run = ?1 order by r.id");
    tx.list(&sql, [run.0], |row| {
        Ok((ReminderId(row.get("id")?), debt(row)?))
    })
}

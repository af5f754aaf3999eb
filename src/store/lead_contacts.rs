//! How to reach whoever handed in a lead: apart from everything else, and not for long.

use jiff::Timestamp;
use rusqlite::{OptionalExtension, params};

use super::{ReadTx, StoreError, WriteTx, column};
use domain::id::{CongressId, LeadId};

/// Milliseconds of a day.
const DAY: i64 = 86_400_000;

/// Keeps the contact of a lead.
///
/// # Errors
/// A failing database.
pub fn create(
    tx: &WriteTx<'_>,
    lead: LeadId,
    contact: &str,
    at: Timestamp,
) -> Result<(), StoreError> {
    let sql = "insert into lead_contact (lead, contact, received_at) values (?1, ?2, ?3)";
    let mut statement = tx.connection.prepare_cached(sql)?;
    statement.execute(params![lead.0, contact, at.as_millisecond()])?;
    Ok(())
}

/// The contact of a lead, while it is kept.
///
/// # Errors
/// A failing database.
pub fn find(tx: &ReadTx<'_>, lead: LeadId) -> Result<Option<String>, StoreError> {
    let sql = "select contact from lead_contact where lead = ?1";
    let mut statement = tx.connection.prepare_cached(sql)?;
    Ok(statement.query_row([lead.0], |row| row.get(0)).optional()?)
}

/// For how many days a congress keeps contacts.
///
/// # Errors
/// [`StoreError::NotFound`] when there is no such congress.
pub fn get_days(tx: &ReadTx<'_>, congress: CongressId) -> Result<i64, StoreError> {
    let sql = "select contact_days from congress where id = ?1";
    let found = tx.connection.query_row(sql, [congress.0], |row| row.get(0));
    found.optional()?.ok_or(StoreError::NotFound("congress"))
}

/// Sets for how many days a congress keeps contacts.
///
/// # Errors
/// [`StoreError::NotFound`] when there is no such congress.
pub fn update_days(tx: &WriteTx<'_>, congress: CongressId, days: i64) -> Result<(), StoreError> {
    let sql = "update congress set contact_days = ?2 where id = ?1";
    match tx.connection.execute(sql, [congress.0, days])? {
        0 => Err(StoreError::NotFound("congress")),
        _ => Ok(()),
    }
}

/// The congresses that have contacts whose time is over, with their number.
///
/// # Errors
/// A failing database.
pub fn list_due(tx: &ReadTx<'_>, now: Timestamp) -> Result<Vec<(CongressId, u64)>, StoreError> {
    let sql = "select count(*), l.congress from lead_contact c join lead l on l.id = c.lead \
               join congress g on g.id = l.congress where c.received_at + g.contact_days * ?2 <= ?1 \
               group by l.congress order by l.congress";
    let mut statement = tx.connection.prepare_cached(sql)?;
    let rows = statement.query_map([now.as_millisecond(), DAY], |row| {
        Ok((CongressId(row.get(1)?), column::count(row)?))
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Deletes the contacts of a congress whose time is over; answers how many.
///
/// # Errors
/// A failing database.
pub fn remove_due(
    tx: &WriteTx<'_>,
    congress: CongressId,
    now: Timestamp,
) -> Result<u64, StoreError> {
    let days = get_days(tx, congress)?;
    let sql = "delete from lead_contact where received_at + ?2 <= ?1 \
               and lead in (select id from lead where congress = ?3)";
    let before = [now.as_millisecond(), days * DAY, congress.0];
    let gone = tx.connection.execute(sql, before)?;
    Ok(u64::try_from(gone).unwrap_or(u64::MAX))
}

//! How to reach whoever handed in a lead: apart from everything else, and not for long.

use jiff::Timestamp;
use rusqlite::params;

use crate::{ReadTx, StoreError, WriteTx, column};
use domain::id::{CongressId, LeadId};

/// Milliseconds of a day.
const DAY: i64 = 86_400_000;

/// Keeps the contact of a lead.
pub fn create(
    tx: &WriteTx<'_>,
    lead: LeadId,
    contact: &str,
    at: Timestamp,
) -> Result<(), StoreError> {
    let sql = "insert into lead_contact (lead, contact, received_at) values (?1, ?2, ?3)";
    tx.run(sql, params![lead.0, contact, at.as_millisecond()])
}

/// The contact of a lead, while it is kept.
pub fn find(tx: &ReadTx<'_>, lead: LeadId) -> Result<Option<String>, StoreError> {
    let sql = "select contact from lead_contact where lead = ?1";
    tx.find(sql, [lead.0], |row| row.get(0))
}

/// For how many days a congress keeps contacts.
///
/// # Errors
/// [`StoreError::NotFound`] when there is no such congress.
pub fn get_days(tx: &ReadTx<'_>, congress: CongressId) -> Result<i64, StoreError> {
    let sql = "select contact_days from congress where id = ?1";
    tx.get("congress", sql, [congress.0], |row| row.get(0))
}

/// Sets for how many days a congress keeps contacts.
///
/// # Errors
/// [`StoreError::NotFound`] when there is no such congress.
pub fn update_days(tx: &WriteTx<'_>, congress: CongressId, days: i64) -> Result<(), StoreError> {
    let sql = "update congress set contact_days = ?2 where id = ?1";
    tx.alter("congress", sql, [congress.0, days])
}

/// The congresses that have contacts whose time is over, with their number.
pub fn list_due(tx: &ReadTx<'_>, now: Timestamp) -> Result<Vec<(CongressId, u64)>, StoreError> {
    let sql = "select count(*), l.congress from lead_contact c join lead l on l.id = c.lead \
               join congress g on g.id = l.congress where c.received_at + g.contact_days * ?2 <= ?1 \
               group by l.congress order by l.congress";
    tx.list(sql, [now.as_millisecond(), DAY], |row| {
        Ok((CongressId(row.get(1)?), column::count(row)?))
    })
}

/// Deletes the contacts of a congress whose time is over; answers how many.
pub fn remove_due(
    tx: &WriteTx<'_>,
    congress: CongressId,
    now: Timestamp,
) -> Result<u64, StoreError> {
    let days = get_days(tx, congress)?;
    let sql = "delete from lead_contact where received_at + ?2 <= ?1 \
               and lead in (select id from lead where congress = ?3)";
    let before = [now.as_millisecond(), days * DAY, congress.0];
    let gone = tx.change(sql, before)?;
    Ok(u64::try_from(gone).unwrap_or(u64::MAX))
}

//! Whose a thing is that an address names.

use rusqlite::OptionalExtension;
use rusqlite::types::Value;

use crate::{ReadTx, StoreError};
use domain::access::ownership::{AddressedThing, ThingOwner};
use domain::id::CongressId;

/// Who a thing belongs to; none where there is no such thing.
///
/// # Errors
/// A failing database.
pub fn find(tx: &ReadTx<'_>, thing: &AddressedThing) -> Result<Option<ThingOwner>, StoreError> {
    let (sql, id) = asked(thing);
    let mut statement = tx.connection.prepare_cached(sql)?;
    let found = statement.query_row([id], |row| row.get::<_, Option<i64>>(0));
    let home = |congress: Option<i64>| match congress {
        Some(congress) => ThingOwner::Congress(CongressId(congress)),
        None => ThingOwner::Prefecture,
    };
    Ok(found.optional()?.map(home))
}

/// The question that finds the congress of a thing, and its identifier. Only a review may be of no
/// congress.
fn asked(thing: &AddressedThing) -> (&'static str, Value) {
    let (sql, id) = match thing {
        AddressedThing::Congress(id) => ("select id from congress where id = ?1", id.0),
        AddressedThing::Session(id) => ("select congress from session where id = ?1", id.0),
        AddressedThing::Sitting(id) => (
            "select s.congress from sitting as t join session as s on s.id = t.session \
             where t.id = ?1",
            id.0,
        ),
        AddressedThing::Poll(id) => (
            "select s.congress from poll as p join session as s on s.id = p.session \
             where p.id = ?1",
            id.0,
        ),
        AddressedThing::Round(id) => (
            "select s.congress from round as r join poll as p on p.id = r.poll \
             join session as s on s.id = p.session where r.id = ?1",
            id.0,
        ),
        AddressedThing::Officer(id) => (
            "select s.congress from officer as o join session as s on s.id = o.session \
             where o.id = ?1",
            id.0,
        ),
        AddressedThing::Screen(id) => (
            "select s.congress from screen as c join sitting as t on t.id = c.sitting \
             join session as s on s.id = t.session where c.id = ?1",
            id.0,
        ),
        AddressedThing::Project(id) => ("select congress from project where id = ?1", id.0),
        AddressedThing::Opinion(id) => (
            "select p.congress from opinion as o join project as p on p.id = o.project \
             where o.id = ?1",
            id.0,
        ),
        AddressedThing::List(id) => ("select congress from candidate_list where id = ?1", id.0),
        AddressedThing::Call(id) => ("select congress from call where id = ?1", id.0),
        AddressedThing::Lead(id) => ("select congress from lead where id = ?1", id.0),
        AddressedThing::Rating(id) => (
            "select p.congress from rating as r join project as p on p.id = r.project \
             where r.id = ?1",
            id.0,
        ),
        AddressedThing::Report(id) => (
            "select p.congress from report as r join project as p on p.id = r.project \
             where r.id = ?1",
            id.0,
        ),
        AddressedThing::Upload(key) => {
            let sql = "select p.congress from upload as u join tray as t on t.id = u.tray \
                       join project as p on p.id = t.project where u.key = ?1";
            return (sql, Value::Text(key.to_string()));
        }
        AddressedThing::Finding(id) => ("select congress from finding where id = ?1", id.0),
        AddressedThing::Change(id) => (
            "select p.congress from plan_change as c join project as p on p.id = c.project \
             where c.id = ?1",
            id.0,
        ),
        AddressedThing::Entry(id) => ("select congress from entry where id = ?1", id.0),
        AddressedThing::Review(id) => ("select congress from review where id = ?1", id.0),
        AddressedThing::Delivery(id) => (
            "select r.congress from delivery as d join reminder_run as r on r.id = d.run \
             where d.id = ?1",
            id.0,
        ),
    };
    (sql, Value::Integer(id))
}

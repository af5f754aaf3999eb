//! Responsible units (责任单位) of a congress's government, known by their names.

use rusqlite::params;

use crate::{ReadTx, StoreError, WriteTx};
use domain::id::{CongressId, UnitId};
use domain::people::person::Unit;

/// The units of a congress, by name.
pub fn list(tx: &ReadTx<'_>, congress: CongressId) -> Result<Vec<Unit>, StoreError> {
    let sql = "select id, congress, name from unit where congress = ?1 order by name, id";
    tx.list(sql, [congress.0], unit)
}

/// The unit of an identifier.
///
/// # Errors
/// [`StoreError::NotFound`] when there is no such unit.
pub fn get(tx: &ReadTx<'_>, id: UnitId) -> Result<Unit, StoreError> {
    let sql = "select id, congress, name from unit where id = ?1";
    tx.get("unit", sql, [id.0], unit)
}

/// The unit of a name in a congress.
pub fn find(tx: &ReadTx<'_>, congress: CongressId, name: &str) -> Result<Option<Unit>, StoreError> {
    let sql = "select id, congress, name from unit where congress = ?1 and name = ?2";
    tx.find(sql, params![congress.0, name], unit)
}

/// The unit of a name, created where there is none yet.
///
/// # Errors
/// A constraint when the name is empty.
pub fn save(tx: &WriteTx<'_>, congress: CongressId, name: &str) -> Result<UnitId, StoreError> {
    if let Some(unit) = find(tx, congress, name)? {
        return Ok(unit.id);
    }
    let sql = "insert into unit (congress, name) values (?1, ?2) returning id";
    let values = params![congress.0, name];
    Ok(UnitId(tx.one(sql, values, |row| row.get(0))?))
}

/// Gives a unit another name, also where it leads projects.
///
/// # Errors
/// A constraint when another unit of the congress has the name.
pub fn update_name(tx: &WriteTx<'_>, unit: &Unit, name: &str) -> Result<(), StoreError> {
    let sql = "update unit set name = ?2 where id = ?1";
    tx.run(sql, params![unit.id.0, name])?;
    let sql = "update project set lead_unit = ?3 where congress = ?1 and lead_unit = ?2";
    let values = params![unit.congress.0, unit.name, name];
    tx.run(sql, values)
}

fn unit(row: &rusqlite::Row<'_>) -> Result<Unit, rusqlite::Error> {
    Ok(Unit {
        id: UnitId(row.get("id")?),
        congress: CongressId(row.get("congress")?),
        name: row.get("name")?,
    })
}

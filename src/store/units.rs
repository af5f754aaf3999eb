//! Responsible units (责任单位) of a congress's government, known by their names.

use rusqlite::{OptionalExtension, params};

use super::{ReadTx, StoreError, WriteTx};
use domain::id::{CongressId, UnitId};
use domain::person::Unit;

/// The units of a congress, by name.
///
/// # Errors
/// A failing database.
pub fn list(tx: &ReadTx<'_>, congress: CongressId) -> Result<Vec<Unit>, StoreError> {
    let sql = "select id, congress, name from unit where congress = ?1 order by name, id";
    let mut statement = tx.connection.prepare_cached(sql)?;
    let rows = statement.query_map([congress.0], unit)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The unit of an identifier.
///
/// # Errors
/// [`StoreError::NotFound`] when there is no such unit.
pub fn get(tx: &ReadTx<'_>, id: UnitId) -> Result<Unit, StoreError> {
    let sql = "select id, congress, name from unit where id = ?1";
    let found = tx.connection.query_row(sql, [id.0], unit).optional()?;
    found.ok_or(StoreError::NotFound("unit"))
}

/// The unit of a name in a congress.
///
/// # Errors
/// A failing database.
pub fn find(tx: &ReadTx<'_>, congress: CongressId, name: &str) -> Result<Option<Unit>, StoreError> {
    let sql = "select id, congress, name from unit where congress = ?1 and name = ?2";
    let mut statement = tx.connection.prepare_cached(sql)?;
    Ok(statement
        .query_row(params![congress.0, name], unit)
        .optional()?)
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
    Ok(UnitId(
        tx.connection.query_row(sql, values, |row| row.get(0))?,
    ))
}

/// Gives a unit another name, also where it leads projects.
///
/// # Errors
/// A constraint when another unit of the congress has the name.
pub fn update_name(tx: &WriteTx<'_>, unit: &Unit, name: &str) -> Result<(), StoreError> {
    let sql = "update unit set name = ?2 where id = ?1";
    tx.connection.execute(sql, params![unit.id.0, name])?;
    let sql = "update project set lead_unit = ?3 where congress = ?1 and lead_unit = ?2";
    let values = params![unit.congress.0, unit.name, name];
    tx.connection.execute(sql, values)?;
    Ok(())
}

fn unit(row: &rusqlite::Row<'_>) -> Result<Unit, rusqlite::Error> {
    Ok(Unit {
        id: UnitId(row.get("id")?),
        congress: CongressId(row.get("congress")?),
        name: row.get("name")?,
    })
}

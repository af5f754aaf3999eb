//! The prefecture and its congresses.

use rusqlite::{Row, params};

use crate::column::word;
use crate::{ReadTx, StoreError, WriteTx};
use domain::congress::{Congress, Level};
use domain::id::CongressId;

const COLUMNS: &str = "id, slug, name, level, parent";

fn congress(row: &Row<'_>) -> Result<Congress, rusqlite::Error> {
    Ok(Congress {
        id: CongressId(row.get("id")?),
        slug: row.get("slug")?,
        name: row.get("name")?,
        level: word(row, "level", Level::from_word)?,
        parent: row.get::<_, Option<i64>>("parent")?.map(CongressId),
    })
}

/// The prefecture's name and whether its data are invented; none before it is named.
pub fn find_prefecture(tx: &ReadTx<'_>) -> Result<Option<(String, bool)>, StoreError> {
    let sql = "select name, is_demo from prefecture";
    tx.find(sql, [], |row| Ok((row.get(0)?, row.get(1)?)))
}

/// Names the prefecture; a second naming replaces the first.
pub fn set_prefecture(tx: &WriteTx<'_>, name: &str, is_demo: bool) -> Result<(), StoreError> {
    let sql = "insert into prefecture (id, name, is_demo) values (1, ?1, ?2) \
               on conflict (id) do update set name = ?1, is_demo = ?2";
    tx.run(sql, params![name, is_demo])
}

/// Every congress: counties by code, each before its townships.
pub fn list(tx: &ReadTx<'_>) -> Result<Vec<Congress>, StoreError> {
    let sql = format!(
        "select {COLUMNS} from congress as c where c.rehearsal_of is null order by \
         coalesce((select p.code from congress as p where p.id = c.parent), c.code), \
         c.parent is not null, c.code"
    );
    tx.list(&sql, [], congress)
}

/// Every congress with its division code, by code.
pub fn list_with_codes(tx: &ReadTx<'_>) -> Result<Vec<(String, Congress)>, StoreError> {
    let sql =
        format!("select code, {COLUMNS} from congress where rehearsal_of is null order by code");
    tx.list(&sql, [], |row| Ok((row.get("code")?, congress(row)?)))
}

/// The congress of an identifier.
///
/// # Errors
/// [`StoreError::NotFound`] when there is none.
pub fn get(tx: &ReadTx<'_>, id: CongressId) -> Result<Congress, StoreError> {
    let sql = format!("select {COLUMNS} from congress where id = ?1");
    tx.get("congress", &sql, [id.0], congress)
}

/// The congress of a slug.
pub fn find(tx: &ReadTx<'_>, slug: &str) -> Result<Option<Congress>, StoreError> {
    let sql = format!("select {COLUMNS} from congress where slug = ?1 and rehearsal_of is null");
    tx.find(&sql, [slug], congress)
}

/// Adds a congress, or renames the one with the same code.
///
/// # Errors
/// A constraint: a slug used by another congress, or a township without its county.
pub fn save(
    tx: &WriteTx<'_>,
    code: &str,
    slug: &str,
    name: &str,
    level: Level,
    parent: Option<CongressId>,
) -> Result<CongressId, StoreError> {
    let sql = "insert into congress (code, slug, name, level, parent) values (?1, ?2, ?3, ?4, ?5) \
               on conflict (code) do update set slug = ?2, name = ?3 returning id";
    let parent = parent.map(|id| id.0);
    let values = params![code, slug, name, level.word(), parent];
    Ok(CongressId(tx.one(sql, values, |row| row.get(0))?))
}

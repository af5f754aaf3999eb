//! The history of projects: a row for each field that changed.

use jiff::Timestamp;
use rusqlite::{Row, params};

use crate::{ReadTx, StoreError, WriteTx};
use domain::id::{AccountId, ProjectId};

/// One change as the page shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProjectChange {
    /// The version that it made.
    pub version: u32,
    /// When, in milliseconds.
    pub at: i64,
    /// Who, by name; none for the operator at the console.
    pub by: Option<String>,
    /// The field's word; also `stage` and `kk-Arab.name`.
    pub field: String,
    /// The text before.
    pub before: String,
    /// The text after.
    pub after: String,
}

/// A project's changes of its newest so many versions, or of those before a version, newest first; a version
/// is never cut.
pub fn list(
    tx: &ReadTx<'_>,
    project: ProjectId,
    before: Option<u32>,
    versions: u32,
) -> Result<Vec<ProjectChange>, StoreError> {
    let sql = "select c.version, c.at, a.name, c.field, c.before, c.after \
               from project_change as c left join account as a on a.id = c.account \
               where c.project = ?1 and c.version < ?2 and c.version >= \
               (select min(version) from (select distinct version from project_change \
               where project = ?1 and version < ?2 order by version desc limit ?3)) \
               order by c.version desc, c.id";
    let below = before.map_or(i64::MAX, i64::from);
    tx.list(sql, params![project.0, below, versions], change)
}

/// A project's changes since a version, newest first.
pub fn list_since(
    tx: &ReadTx<'_>,
    project: ProjectId,
    version: u32,
) -> Result<Vec<ProjectChange>, StoreError> {
    let sql = "select c.version, c.at, a.name, c.field, c.before, c.after \
               from project_change as c left join account as a on a.id = c.account \
               where c.project = ?1 and c.version > ?2 order by c.version desc, c.id";
    tx.list(sql, params![project.0, version], change)
}

/// Whether a project was changed before a version.
pub fn is_any_before(
    tx: &ReadTx<'_>,
    project: ProjectId,
    version: u32,
) -> Result<bool, StoreError> {
    let sql = "select exists (select 1 from project_change where project = ?1 and version < ?2)";
    tx.one(sql, params![project.0, version], |row| row.get(0))
}

fn change(row: &Row<'_>) -> Result<ProjectChange, rusqlite::Error> {
    Ok(ProjectChange {
        version: row.get(0)?,
        at: row.get(1)?,
        by: row.get(2)?,
        field: row.get(3)?,
        before: row.get(4)?,
        after: row.get(5)?,
    })
}

/// Notes that a field changed.
pub fn create(
    tx: &WriteTx<'_>,
    project: ProjectId,
    at: Timestamp,
    account: Option<AccountId>,
    (field, before, after): (&str, &str, &str),
) -> Result<(), StoreError> {
    let sql = "insert into project_change (project, version, at, account, field, before, after) \
               values (?1, (select version from project where id = ?1), ?2, ?3, ?4, ?5, ?6)";
    tx.run(
        sql,
        params![
            project.0,
            at.as_millisecond(),
            account.map(|id| id.0),
            field,
            before,
            after
        ],
    )
}

//! The history of projects: a row for each field that changed.

use jiff::Timestamp;
use rusqlite::params;

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

/// A project's changes, newest first.
pub fn list(tx: &ReadTx<'_>, project: ProjectId) -> Result<Vec<ProjectChange>, StoreError> {
    let sql = "select c.version, c.at, a.name, c.field, c.before, c.after \
               from project_change as c left join account as a on a.id = c.account \
               where c.project = ?1 order by c.version desc, c.id";
    tx.list(sql, [project.0], |row| {
        Ok(ProjectChange {
            version: row.get(0)?,
            at: row.get(1)?,
            by: row.get(2)?,
            field: row.get(3)?,
            before: row.get(4)?,
            after: row.get(5)?,
        })
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

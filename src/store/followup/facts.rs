//! The facts of a project: started, works finished, accepted, in use. Each is noted once.

use jiff::civil::Date;
use rusqlite::params;

use crate::column::{date, word};
use crate::{ReadTx, StoreError, WriteTx};
use domain::followup::course::DatedFact;
use domain::followup::fact::{FactKind, ProjectFact};
use domain::id::{AccountId, ProjectId};

/// The facts of a project, in the order in which they happened.
pub fn list(tx: &ReadTx<'_>, project: ProjectId) -> Result<Vec<ProjectFact>, StoreError> {
    let sql = "select kind, happened_on, known_on, document from project_fact where project = ?1 \
               order by happened_on, kind";
    tx.list(sql, [project.0], |row| {
        Ok(ProjectFact {
            kind: word(row, "kind", FactKind::from_word)?,
            since: DatedFact {
                on: date(row, "happened_on")?,
                known: date(row, "known_on")?,
            },
            document: row.get("document")?,
        })
    })
}

/// Notes a fact; the first note stands.
pub fn create(
    tx: &WriteTx<'_>,
    project: ProjectId,
    fact: &ProjectFact,
    by: AccountId,
) -> Result<(), StoreError> {
    let sql = "insert into project_fact (project, kind, happened_on, known_on, document, noted_by) \
               values (?1, ?2, ?3, ?4, ?5, ?6) on conflict do nothing";
    let text = |day: Date| day.to_string();
    tx.run(
        sql,
        params![
            project.0,
            fact.kind.word(),
            text(fact.since.on),
            text(fact.since.known),
            fact.document,
            by.0
        ],
    )
}

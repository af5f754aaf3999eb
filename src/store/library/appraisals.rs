//! How appraisals ended.

use jiff::civil::Date;
use rusqlite::params;

use crate::column::{date, word};
use crate::{ReadTx, StoreError, WriteTx};
use domain::id::{AccountId, ProjectId};
use domain::library::appraisal::Conclusion;

/// One end of an appraisal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Appraisal {
    pub conclusion: Conclusion,
    pub reason: String,
    /// Why candidacy was granted although money is missing; empty when it was not.
    pub exception: String,
    /// The day.
    pub on: Date,
    /// Who wrote it down, by name; empty for the operator at the console.
    pub by: String,
}

/// The ends of a project's appraisals, newest first.
pub fn list(tx: &ReadTx<'_>, project: ProjectId) -> Result<Vec<Appraisal>, StoreError> {
    let sql = "select p.conclusion, p.reason, p.exception, p.concluded_on, \
               coalesce(a.name, '') as name from appraisal as p \
               left join account as a on a.id = p.concluded_by \
               where p.project = ?1 order by p.id desc";
    tx.list(sql, [project.0], |row| {
        Ok(Appraisal {
            conclusion: word(row, "conclusion", Conclusion::from_word)?,
            reason: row.get("reason")?,
            exception: row.get("exception")?,
            on: date(row, "concluded_on")?,
            by: row.get("name")?,
        })
    })
}

/// Writes down an end.
///
/// # Errors
/// A constraint when the reason is empty.
pub fn create(
    tx: &WriteTx<'_>,
    project: ProjectId,
    given: &Appraisal,
    by: Option<AccountId>,
) -> Result<(), StoreError> {
    let sql = "insert into appraisal (project, conclusion, reason, exception, concluded_on, \
               concluded_by) values (?1, ?2, ?3, ?4, ?5, ?6)";
    let values = params![
        project.0,
        given.conclusion.word(),
        given.reason,
        given.exception,
        given.on.to_string(),
        by.map(|id| id.0)
    ];
    tx.run(sql, values)
}

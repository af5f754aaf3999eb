//! The ledger: findings and every step that was taken with them.

use std::collections::BTreeMap;

use jiff::civil::Date;
use rusqlite::{Row, params};

use super::courses::{ProjectScope, each};
use crate::column::{date, date_opt, day_text, word};
use crate::{ReadTx, StoreError, WriteTx};
use domain::followup::finding::{Finding, FindingAct, FindingRecord, FindingStage, FindingStep};
use domain::id::{AccountId, CongressId, FindingId, ProjectId, UnitId};

const COLUMNS: &str = "id, project, number, year, stage, text, place, found_on, finder, found_by, \
    unit, due, answered_by, reopened, closed_on";

fn finding(row: &Row<'_>) -> Result<Finding, rusqlite::Error> {
    Ok(Finding {
        id: FindingId(row.get("id")?),
        project: row.get::<_, Option<i64>>("project")?.map(ProjectId),
        number: row.get("number")?,
        year: row.get("year")?,
        stage: word(row, "stage", FindingStage::from_word)?,
        text: row.get("text")?,
        place: row.get("place")?,
        found_on: date(row, "found_on")?,
        finder: AccountId(row.get("finder")?),
        found_by: row.get("found_by")?,
        unit: row.get::<_, Option<i64>>("unit")?.map(UnitId),
        due: date_opt(row, "due")?,
        answered_by: row.get::<_, Option<i64>>("answered_by")?.map(AccountId),
        reopened: row.get("reopened")?,
        closed_on: date_opt(row, "closed_on")?,
    })
}

/// A finding.
///
/// # Errors
/// [`StoreError::NotFound`] when there is no such finding.
pub fn get(tx: &ReadTx<'_>, id: FindingId) -> Result<Finding, StoreError> {
    let sql = format!("select {COLUMNS} from finding where id = ?1");
    tx.get("finding", &sql, [id.0], finding)
}

/// The findings of a project, oldest first.
pub fn list_of_project(tx: &ReadTx<'_>, project: ProjectId) -> Result<Vec<Finding>, StoreError> {
    let sql = format!("select {COLUMNS} from finding where project = ?1 order by id");
    tx.list(&sql, [project.0], finding)
}

/// The ledger of a year of one congress or (none) of all: overdue ones first, then by due day.
pub fn list(
    tx: &ReadTx<'_>,
    congress: Option<CongressId>,
    year: i16,
) -> Result<Vec<Finding>, StoreError> {
    let sql = format!(
        "select {COLUMNS} from finding where (?1 is null or congress = ?1) and year = ?2 \
         order by stage = 'sent' desc, stage in ('closed', 'dismissed'), due, congress, number"
    );
    tx.list(&sql, params![congress.map(|id| id.0), year], finding)
}

/// A finding that is not closed, as boards need it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OpenFinding {
    /// Its number in the year's ledger.
    pub number: u32,
    /// Where it stands.
    pub stage: FindingStage,
    /// The day by which the unit must answer.
    pub due: Option<Date>,
}

impl OpenFinding {
    /// Whether its unit owes an answer.
    #[must_use]
    pub fn is_overdue(self, today: Date) -> bool {
        self.stage == FindingStage::Sent && self.due.is_some_and(|due| due < today)
    }
}

/// The findings of projects that are neither closed nor dismissed.
pub fn list_open(
    tx: &ReadTx<'_>,
    of: ProjectScope,
) -> Result<BTreeMap<ProjectId, Vec<OpenFinding>>, StoreError> {
    let mut open: BTreeMap<ProjectId, Vec<OpenFinding>> = BTreeMap::new();
    let sql = "select project, number, stage, due from finding where {of} \
               and stage in ('found', 'sent', 'answered') order by project, number";
    each(tx, of, sql, |row| {
        open.entry(ProjectId(row.get("project")?))
            .or_default()
            .push(OpenFinding {
                number: row.get("number")?,
                stage: word(row, "stage", FindingStage::from_word)?,
                due: date_opt(row, "due")?,
            });
        Ok(())
    })?;
    Ok(open)
}

/// The overdue findings of a year's ledger that are about a unit and no project: the unit's name, the
/// number in the ledger, the day by which it had to answer.
pub fn list_overdue_of_units(
    tx: &ReadTx<'_>,
    congress: Option<CongressId>,
    year: i16,
    today: Date,
) -> Result<Vec<(String, u32, Date)>, StoreError> {
    let sql = "select u.name, f.number, f.due from finding as f join unit as u on u.id = f.unit \
               where f.project is null and f.stage = 'sent' and f.due < ?3 and f.year = ?2 \
               and (?1 is null or f.congress = ?1) order by f.due, f.congress, f.number";
    let asked = params![congress.map(|id| id.0), year, today.to_string()];
    tx.list(sql, asked, |row| {
        Ok((row.get("name")?, row.get("number")?, date(row, "due")?))
    })
}

/// The steps of a finding in their order.
pub fn list_steps(tx: &ReadTx<'_>, id: FindingId) -> Result<Vec<FindingRecord>, StoreError> {
    let sql = "select act, text, due, approver, done_by, done_on from finding_step \
               where finding = ?1 order by step_no";
    tx.list(sql, [id.0], taken)
}

/// A step of a finding, or of a task that goes a finding's way.
pub(crate) fn taken(row: &Row<'_>) -> Result<FindingRecord, rusqlite::Error> {
    Ok(FindingRecord {
        step: FindingStep {
            act: word(row, "act", FindingAct::from_word)?,
            text: row.get("text")?,
            due: date_opt(row, "due")?,
            approver: row.get("approver")?,
        },
        by: row.get("done_by")?,
        on: date(row, "done_on")?,
    })
}

/// Writes a finding down under the next number of its year's ledger.
pub fn create(
    tx: &WriteTx<'_>,
    congress: CongressId,
    finding: &Finding,
) -> Result<FindingId, StoreError> {
    let sql = "insert into finding (project, year, number, congress, stage, text, place, found_on, \
               finder, found_by, unit) select ?1, ?2, coalesce(max(number), 0) + 1, ?3, ?4, ?5, ?6, \
               ?7, ?8, ?9, ?10 from finding where congress = ?3 and year = ?2 returning id";
    let id = tx.one(
        sql,
        params![
            finding.project.map(|id| id.0),
            finding.year,
            congress.0,
            finding.stage.word(),
            finding.text,
            finding.place,
            finding.found_on.to_string(),
            finding.finder.0,
            finding.found_by,
            finding.unit.map(|id| id.0),
        ],
        |row| row.get(0),
    )?;
    Ok(FindingId(id))
}

/// Saves where a finding stands, and the step that led there; answers with the step's number.
pub fn take(
    tx: &WriteTx<'_>,
    finding: &Finding,
    step: &FindingStep,
    account: AccountId,
    by: &str,
    on: Date,
) -> Result<u32, StoreError> {
    let sql = "update finding set stage = ?2, unit = ?3, due = ?4, answered_by = ?5, reopened = ?6, \
               closed_on = ?7 where id = ?1";
    tx.run(
        sql,
        params![
            finding.id.0,
            finding.stage.word(),
            finding.unit.map(|id| id.0),
            day_text(finding.due),
            finding.answered_by.map(|id| id.0),
            finding.reopened,
            day_text(finding.closed_on),
        ],
    )?;
    let sql = "insert into finding_step (finding, step_no, act, text, due, approver, account, \
               done_by, done_on) select ?1, coalesce(max(step_no), 0) + 1, ?2, ?3, ?4, ?5, ?6, ?7, ?8 \
               from finding_step where finding = ?1 returning step_no";
    let step = params![
        finding.id.0,
        step.act.word(),
        step.text,
        day_text(step.due),
        step.approver,
        account.0,
        by,
        on.to_string()
    ];
    tx.one(sql, step, |row| row.get(0))
}

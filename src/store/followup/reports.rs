//! Monthly reports, with the versions that were corrected.

use jiff::Timestamp;
use jiff::civil::Date;
use rusqlite::{Row, params};

use crate::column::{date_opt, month};
use crate::{ReadTx, StoreError, WriteTx};
use domain::followup::report::{Report, ReportCheck};
use domain::followup::share::Share;
use domain::id::{AccountId, MilestoneId, ProjectId, ReportId};

const SELECT: &str = "select report.id, project, month, version, done, quantity, paid, status, \
    problem, next_step, why, writer.name as written_by, written_at, checker.name as checked_by, \
    checked_on from report join account writer on writer.id = report.written_by \
    left join account checker on checker.id = report.checked_by";

fn report(row: &Row<'_>) -> Result<Report, rusqlite::Error> {
    let quantity = row.get::<_, Option<i64>>("quantity")?;
    let by = row.get::<_, Option<String>>("checked_by")?;
    let on = date_opt(row, "checked_on")?;
    Ok(Report {
        id: ReportId(row.get("id")?),
        project: ProjectId(row.get("project")?),
        month: month(row, "month")?,
        version: row.get("version")?,
        done: Share::thousandths(row.get("done")?),
        quantity: quantity.and_then(|quantity| u64::try_from(quantity).ok()),
        paid: row.get("paid")?,
        status: row.get("status")?,
        problem: row.get("problem")?,
        next_step: row.get("next_step")?,
        why: row.get("why")?,
        reached: Vec::new(),
        written_by: row.get("written_by")?,
        written_at: row.get("written_at")?,
        checked: by.zip(on).map(|(by, on)| ReportCheck { by, on }),
    })
}

/// A report.
///
/// # Errors
/// [`StoreError::NotFound`] when there is no such report.
pub fn get(tx: &ReadTx<'_>, id: ReportId) -> Result<Report, StoreError> {
    let sql = format!("{SELECT} where report.id = ?1");
    let found = tx.find(&sql, [id.0], report)?;
    let mut found = found.ok_or(StoreError::NotFound("report"))?;
    found.reached = reached(tx, id)?;
    Ok(found)
}

/// The reports of a project by month and version, oldest first.
pub fn list(tx: &ReadTx<'_>, project: ProjectId) -> Result<Vec<Report>, StoreError> {
    let sql = format!("{SELECT} where project = ?1 order by month, version");
    let mut reports = tx.list(&sql, [project.0], report)?;
    for one in &mut reports {
        one.reached = reached(tx, one.id)?;
    }
    Ok(reports)
}

fn reached(tx: &ReadTx<'_>, id: ReportId) -> Result<Vec<MilestoneId>, StoreError> {
    let sql = "select milestone from report_milestone where report = ?1 order by milestone";
    tx.list(sql, [id.0], |row| row.get(0).map(MilestoneId))
}

/// Writes a report as the next version of its month; answers with its identifier.
pub fn create(
    tx: &WriteTx<'_>,
    report: &Report,
    by: AccountId,
    at: Timestamp,
) -> Result<ReportId, StoreError> {
    let sql = "insert into report (project, month, version, done, quantity, paid, status, problem, \
               next_step, why, written_by, written_at) select ?1, ?2, coalesce(max(version), 0) + 1, \
               ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11 from report where project = ?1 and month = ?2 \
               returning id";
    let quantity = report
        .quantity
        .and_then(|amount| i64::try_from(amount).ok());
    let id: i64 = tx.one(
        sql,
        params![
            report.project.0,
            report.month.to_string(),
            report.done.get(),
            quantity,
            report.paid,
            report.status,
            report.problem,
            report.next_step,
            report.why,
            by.0,
            at.as_millisecond(),
        ],
        |row| row.get(0),
    )?;
    let sql =
        "insert into report_milestone (report, milestone) values (?1, ?2) on conflict do nothing";
    for milestone in &report.reached {
        tx.run(sql, params![id, milestone.0])?;
    }
    Ok(ReportId(id))
}

/// Notes that a report was checked.
pub fn check(tx: &WriteTx<'_>, id: ReportId, by: AccountId, on: Date) -> Result<(), StoreError> {
    let sql =
        "update report set checked_by = ?2, checked_on = ?3 where id = ?1 and checked_by is null";
    tx.run(sql, params![id.0, by.0, on.to_string()])
}

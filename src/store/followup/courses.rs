//! What the lights of many projects come from, in five statements however many there are.
//!
//! Boards show hundreds of projects: a statement a project would be a thousand small reads. Each
//! list here comes in the order of the project's identifier and is merged into the courses.

use std::collections::BTreeMap;

use jiff::civil::Date;
use rusqlite::{Row, params};

use crate::column::{date, date_opt, month, word};
use crate::{ReadTx, StoreError};
use domain::followup::course::{CheckedReport, Course, DatedFact, PlanPeriod};
use domain::followup::fact::FactKind;
use domain::followup::light::Checkpoint;
use domain::followup::share::Share;
use domain::id::{CongressId, ProjectId};

/// Which projects' courses are loaded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ProjectScope {
    Project(ProjectId),
    /// A congress's projects of a year.
    Congress(CongressId, i16),
    /// All projects of a year.
    Year(i16),
    /// All projects there ever were.
    All,
}

impl ProjectScope {
    /// The condition on `project` and its parameters: project, congress, year.
    fn parameters(self) -> (Option<i64>, Option<i64>, Option<i16>) {
        match self {
            Self::Project(id) => (Some(id.0), None, None),
            Self::Congress(id, year) => (None, Some(id.0), Some(year)),
            Self::Year(year) => (None, None, Some(year)),
            Self::All => (None, None, None),
        }
    }

    /// The projects concerned, as a condition on a table's column `project`.
    fn condition(self) -> &'static str {
        match self {
            Self::Project(_) => "project = ?1 and ?2 is null and ?3 is null",
            Self::Congress(..) => {
                "?1 is null and project in (select id from project where congress = ?2 and year = ?3)"
            }
            Self::Year(_) => {
                "?1 is null and ?2 is null and project in (select id from project where year = ?3)"
            }
            Self::All => "?1 is null and ?2 is null and ?3 is null",
        }
    }
}

/// The courses of projects that have a plan, with the money each has paid by its newest checked
/// report.
pub fn list(
    tx: &ReadTx<'_>,
    of: ProjectScope,
) -> Result<BTreeMap<ProjectId, (Course, i64)>, StoreError> {
    let mut courses: BTreeMap<ProjectId, (Course, i64)> = BTreeMap::new();
    load_stretches(tx, of, &mut courses)?;
    load_reports(tx, of, &mut courses)?;
    load_facts(tx, of, &mut courses)?;
    load_decisions(tx, of, &mut courses)?;
    Ok(courses)
}

type Courses = BTreeMap<ProjectId, (Course, i64)>;

pub(super) fn each(
    tx: &ReadTx<'_>,
    of: ProjectScope,
    sql: &str,
    mut take: impl FnMut(&Row<'_>) -> Result<(), rusqlite::Error>,
) -> Result<(), StoreError> {
    let sql = sql.replace("{of}", of.condition());
    let (project, congress, year) = of.parameters();
    let mut statement = tx.connection.prepare_cached(&sql)?;
    let mut rows = statement.query(params![project, congress, year])?;
    while let Some(row) = rows.next()? {
        take(row)?;
    }
    Ok(())
}

fn load_stretches(
    tx: &ReadTx<'_>,
    of: ProjectScope,
    courses: &mut Courses,
) -> Result<(), StoreError> {
    let sql = "select plan.id as plan, project, in_force_from, start_by, accept_by, due, share, \
               reached_on from plan join milestone on milestone.plan = plan.id where {of} \
               order by project, version, line_no";
    let mut last = None;
    each(tx, of, sql, |row| {
        let plan: i64 = row.get("plan")?;
        let (course, _) = courses.entry(ProjectId(row.get("project")?)).or_default();
        if last != Some(plan) {
            last = Some(plan);
            course.stretches.push(PlanPeriod {
                from: date(row, "in_force_from")?,
                start_by: date(row, "start_by")?,
                checkpoints: Vec::with_capacity(6),
                accept_by: date(row, "accept_by")?,
            });
        }
        let point = Checkpoint {
            due: date(row, "due")?,
            share: Share::thousandths(row.get("share")?),
            reached: date_opt(row, "reached_on")?,
        };
        if let Some(stretch) = course.stretches.last_mut() {
            stretch.checkpoints.push(point);
        }
        Ok(())
    })
}

fn load_reports(
    tx: &ReadTx<'_>,
    of: ProjectScope,
    courses: &mut Courses,
) -> Result<(), StoreError> {
    let sql = "select project, month, done, paid, checked_on from report \
               where {of} and checked_on is not null order by project, month, version";
    each(tx, of, sql, |row| {
        let checked = CheckedReport {
            month: month(row, "month")?,
            done: Share::thousandths(row.get("done")?),
            on: date(row, "checked_on")?,
        };
        if let Some((course, paid)) = courses.get_mut(&ProjectId(row.get("project")?)) {
            course.reports.push(checked);
            *paid = row.get("paid")?;
        }
        Ok(())
    })
}

fn load_facts(tx: &ReadTx<'_>, of: ProjectScope, courses: &mut Courses) -> Result<(), StoreError> {
    let sql = "select project, kind, happened_on, known_on from project_fact where {of} \
               and kind in ('started', 'accepted')";
    each(tx, of, sql, |row| {
        let since = DatedFact {
            on: date(row, "happened_on")?,
            known: date(row, "known_on")?,
        };
        let kind = word(row, "kind", FactKind::from_word)?;
        if let Some((course, _)) = courses.get_mut(&ProjectId(row.get("project")?)) {
            match kind {
                FactKind::Started => course.started = Some(since),
                FactKind::Accepted => course.accepted = Some(since),
                FactKind::Finished | FactKind::InUse => {}
            }
        }
        Ok(())
    })
}

fn load_decisions(
    tx: &ReadTx<'_>,
    of: ProjectScope,
    courses: &mut Courses,
) -> Result<(), StoreError> {
    let sql = "select project, kind, decided_on from plan_change where {of} and is_granted = 1 \
               and kind in ('suspend', 'resume', 'terminate') order by project, decided_on, id";
    each(tx, of, sql, |row| {
        let on: Date = date(row, "decided_on")?;
        let kind: String = row.get("kind")?;
        if let Some((course, _)) = courses.get_mut(&ProjectId(row.get("project")?)) {
            match kind.as_str() {
                "suspend" => course.suspended.push((on, None)),
                "resume" => {
                    if let Some(last) = course.suspended.last_mut() {
                        last.1 = Some(on);
                    }
                }
                _ => course.terminated = Some(on),
            }
        }
        Ok(())
    })
}

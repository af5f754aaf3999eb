//! The monthly reports of a congress's projects for a year, by project and month.
//!
//! A row is a report like one of the form: the same checks, written by whoever brings the file, and it
//! waits for the unit's head like any other. Somebody of a unit reaches the projects of that unit only.

use jiff::civil::Date;

use super::compare::ChangeCounts;
use super::table::{RowLock, SaveContext, StoredRow, Table};
use crate::followup::reporting;
use crate::{ServiceError, permit};
use domain::access::{Action, Actor, Grant};
use domain::audit::EventKind;
use domain::followup::event::FollowupEvent;
use domain::followup::plan::Plan;
use domain::followup::report::Report;
use domain::followup::selected_project::SelectedProject;
use domain::followup::share::Share;
use domain::followup::stage;
use domain::id::{CongressId, ReportId, UnitId};
use domain::problem::{Problem, ProblemPlace};
use exchange::ReportRow;
use store::followup::{followed, plans, reports, rules};
use store::library::projects;
use store::{ReadTx, WriteTx};

/// The reports of a congress for a year, as far as somebody reaches them.
pub(super) struct ReportTable {
    pub(super) congress: CongressId,
    pub(super) year: i16,
    /// The unit whose projects alone are reached; none for the office.
    pub(super) unit: Option<UnitId>,
    pub(super) today: Date,
}

impl ReportTable {
    /// What somebody must be permitted who brings or takes it.
    pub(super) const ACTION: Action = Action::Report;

    /// The project of a row with its plan, or what stands against reporting on it.
    fn project(
        &self,
        tx: &ReadTx<'_>,
        row: &ReportRow,
    ) -> Result<Result<(SelectedProject, Plan), Problem>, ServiceError> {
        let found = projects::find(tx, self.congress, &row.code)?;
        let Some(found) = found.filter(|project| project.year == self.year) else {
            let problem = Problem::error("report-no-project");
            return Ok(Err(problem.with("code", &row.code).with("year", self.year)));
        };
        let project = followed::get(tx, found.id)?;
        let (Some((plan, _)), Some(unit)) = (
            plans::find(tx, project.id)?,
            plans::find_unit(tx, project.id)?,
        ) else {
            return Ok(Err(Problem::error("not-assigned")));
        };
        if self.unit.is_some_and(|own| own != unit) {
            return Ok(Err(Problem::error("project-of-another-unit")));
        }
        if !stage::takes_reports(project.stage) {
            let problem = Problem::error("project-out-of-turn");
            return Ok(Err(problem.with("stage", project.stage.word())));
        }
        Ok(Ok((project, plan)))
    }
}

/// The report that a row makes of a project with this plan.
fn report_of(tx: &ReadTx<'_>, row: &ReportRow, plan: &Plan) -> Result<Report, ServiceError> {
    let by_quantity = match (&plan.quantity, row.quantity) {
        (Some(quantity), Some(amount)) => Share::of(amount, quantity.target),
        (Some(_) | None, _) => None,
    };
    let listed = reports::list(tx, plan.project)?;
    let stands = listed.iter().rfind(|one| one.month == row.month);
    Ok(Report {
        id: ReportId(0),
        project: plan.project,
        month: row.month,
        version: 0,
        done: by_quantity.or(row.done).unwrap_or_default(),
        quantity: row.quantity.filter(|_| plan.quantity.is_some()),
        paid: row.paid,
        status: row.status.clone(),
        problem: row.problem.clone(),
        next_step: row.next_step.clone(),
        why: row.why.clone(),
        // A file has no milestones: what the month's report said of them stays.
        reached: stands.map_or_else(Vec::new, |report| report.reached.clone()),
        written_by: String::new(),
        written_at: 0,
        checked: None,
    })
}

/// The column of a problem that the domain found in a field.
fn column(problem: &Problem) -> &'static str {
    let field = match &problem.place {
        ProblemPlace::Field(field) => field.as_str(),
        ProblemPlace::Whole | ProblemPlace::Cell { .. } => "",
    };
    ["month", "paid", "why", "quantity", "done"]
        .into_iter()
        .find(|column| *column == field)
        .unwrap_or("status")
}

impl Table for ReportTable {
    type Row = ReportRow;

    fn permit(&self, actor: &Actor) -> Result<Grant, ServiceError> {
        permit(actor, Self::ACTION, self.congress)
    }

    fn standing(&self, tx: &ReadTx<'_>) -> Result<Vec<StoredRow<ReportRow>>, ServiceError> {
        let closed = rules::list_closed(tx, self.congress)?;
        let mut standing = Vec::new();
        for project in followed::list(tx, Some(self.congress), self.year)? {
            let unit = plans::find_unit(tx, project.id)?;
            if self.unit.is_some() && self.unit != unit {
                continue;
            }
            let mut listed = reports::list(tx, project.id)?;
            // By month and version: the last of a month is the one that stands.
            listed.reverse();
            listed.dedup_by_key(|report| report.month);
            listed.reverse();
            for report in listed {
                standing.push(StoredRow {
                    hold: if closed.contains(&report.month.year()) {
                        RowLock::Locked
                    } else {
                        RowLock::Free
                    },
                    row: row_of(&project, report),
                });
            }
        }
        Ok(standing)
    }

    fn concerns(
        &self,
        tx: &ReadTx<'_>,
        row: &ReportRow,
        before: Option<&StoredRow<ReportRow>>,
    ) -> Result<Vec<(&'static str, Problem)>, ServiceError> {
        if before.is_some_and(|before| before.row == *row) {
            return Ok(Vec::new());
        }
        let (project, plan) = match self.project(tx, row)? {
            Ok(found) => found,
            Err(problem) => return Ok(vec![("code", problem)]),
        };
        if plan.quantity.is_none() && row.done.is_none() {
            return Ok(vec![("done", Problem::error("report-no-share"))]);
        }
        let by_amount = plan.quantity.is_some() && row.quantity.is_some();
        if by_amount
            && before.is_some_and(|before| {
                before.row.quantity == row.quantity && before.row.done != row.done
            })
        {
            return Ok(vec![("done", Problem::error("share-by-quantity"))]);
        }
        let report = report_of(tx, row, &plan)?;
        match reporting::check(tx, &project, &report, self.today) {
            Ok(()) => Ok(Vec::new()),
            Err(ServiceError::Invalid(problems)) => Ok(problems
                .into_iter()
                .map(|problem| (column(&problem), problem))
                .collect()),
            Err(error) => Err(error),
        }
    }

    fn save(
        &self,
        tx: &WriteTx<'_>,
        by: &SaveContext<'_>,
        row: &ReportRow,
    ) -> Result<(), ServiceError> {
        let (project, plan) = self.project(tx, row)?.map_err(ServiceError::refused)?;
        let report = report_of(tx, row, &plan)?;
        // Rows of one project in one file lean on each other.
        reporting::check(tx, &project, &report, self.today)?;
        let account = by.grant.account();
        let account = account.ok_or(ServiceError::NotFound("account"))?;
        reports::create(tx, &report, account, by.now)?;
        Ok(())
    }

    fn what(&self, counts: ChangeCounts) -> EventKind {
        let saved = counts.saved();
        EventKind::FollowUp(FollowupEvent::ReportsImported(
            self.congress,
            self.year,
            saved,
        ))
    }
}

fn row_of(project: &SelectedProject, report: Report) -> ReportRow {
    let mut row = ReportRow::of(&project.code, report.month);
    row.name.clone_from(&project.name);
    row.done = Some(report.done);
    row.quantity = report.quantity;
    row.paid = report.paid;
    row.status = report.status;
    row.problem = report.problem;
    row.next_step = report.next_step;
    row.why = report.why;
    row.is_checked = report.checked.is_some();
    row
}

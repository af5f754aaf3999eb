//! Reading a posted report.

use crate::form::Fields;
use domain::followup::month::Month;
use domain::followup::plan::Plan;
use domain::followup::report::Report;
use domain::followup::{money, share::Share};
use domain::id::{MilestoneId, ProjectId, ReportId};
use domain::problem::Problem;

/// The report that a form carries: the share as a percentage, or as an amount of the plan's target.
pub(super) fn read(
    project: ProjectId,
    plan: &Plan,
    fields: &Fields,
) -> Result<Report, Vec<Problem>> {
    let mut problems = Vec::new();
    let month = Month::read(fields.get("month"));
    if month.is_none() {
        problems.push(Problem::error("month-form").at("month"));
    }
    let done = read_done(plan, fields);
    let paid = money::read(fields.get("paid")).map_err(|problem| problem.at("paid"));
    let reached = fields
        .all("reached")
        .filter_map(|id| id.parse().ok().map(MilestoneId));
    let text = |name| fields.get(name).trim().to_owned();
    match (month, done, paid) {
        (Some(month), Ok((done, quantity)), Ok(paid)) => Ok(Report {
            id: ReportId(0),
            project,
            month,
            version: 0,
            done,
            quantity,
            paid,
            status: text("status"),
            problem: text("problem"),
            next_step: text("next_step"),
            why: text("why"),
            reached: reached.collect(),
            written_by: String::new(),
            written_at: 0,
            checked: None,
        }),
        (_, done, paid) => {
            problems.extend(done.err());
            problems.extend(paid.err());
            Err(problems)
        }
    }
}

fn read_done(plan: &Plan, fields: &Fields) -> Result<(Share, Option<u64>), Problem> {
    let typed = fields.get("quantity").trim();
    match &plan.quantity {
        Some(quantity) if !typed.is_empty() => {
            let problem = || Problem::error("quantity-reported").at("quantity");
            let amount: u64 = typed.parse().map_err(|_| problem())?;
            let share = Share::of(amount, quantity.target).ok_or_else(problem)?;
            Ok((share, Some(amount)))
        }
        _ => {
            let share = Share::read(fields.get("done")).map_err(|problem| problem.at("done"))?;
            Ok((share, None))
        }
    }
}

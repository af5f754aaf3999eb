//! Plans, monthly reports and milestones of the projects that are carried out.

use jiff::Timestamp;
use jiff::civil::Date;

use super::Scope;
use crate::ServiceError;
use domain::followup::course::{Course, DatedRule};
use domain::followup::month::Month;
use domain::followup::selected_project::SelectedProject;
use domain::followup::stage;
use domain::id::UnitId;
use domain::reminder::debt::{Debt, DebtMatter, Debtor};
use domain::reminder::{monthly, schedule};
use machine::clock::day;
use store::ReadTx;
use store::followup::courses::{self, ProjectScope};
use store::followup::{followed, plans, reports, rules};
use store::people::units;
use store::reminder::debts;

pub(super) fn collect(tx: &ReadTx<'_>, scope: &Scope) -> Result<Vec<Debt>, ServiceError> {
    let mut found = unassigned(tx, scope)?;
    let rules_of = rules::list(tx, scope.congress)?;
    let closed = rules::list_closed(tx, scope.congress)?;
    for year in debts::list_years(tx, scope.congress)? {
        let mut courses = courses::list(tx, ProjectScope::Congress(scope.congress, year))?;
        for project in followed::list(tx, Some(scope.congress), year)? {
            let course = courses.remove(&project.id);
            let taken = course.filter(|_| stage::takes_reports(project.stage));
            if let Some((course, _)) = taken {
                let known = (&course, rules_of.as_slice(), closed.as_slice());
                found.extend(of_project(tx, scope, &project, known)?);
            }
        }
    }
    Ok(found)
}

fn unassigned(tx: &ReadTx<'_>, scope: &Scope) -> Result<Vec<Debt>, ServiceError> {
    let listed = debts::list_unassigned(tx, scope.congress)?.into_iter();
    let debts = listed.map(|one| {
        let since = one.at.and_then(|at| Timestamp::from_millisecond(at).ok());
        // What was taken over before that was noted: nobody knows the day, so the year's first stands.
        let first = Date::new(one.year, 1, 1).unwrap_or(scope.today);
        let since = since.map_or(first, day);
        scope.debt(
            DebtMatter::Plan(one.project),
            &one.name,
            scope.own_days(since),
        )
    });
    Ok(debts.collect())
}

fn of_project(
    tx: &ReadTx<'_>,
    scope: &Scope,
    project: &SelectedProject,
    (course, rules, closed): (&Course, &[DatedRule], &[i16]),
) -> Result<Vec<Debt>, ServiceError> {
    let Some((plan, unit)) = plans::find(tx, project.id)? else {
        return Ok(Vec::new());
    };
    let (today, mut found) = (scope.today, Vec::new());
    let written = written(tx, project)?;
    let months: Vec<Month> = written.iter().map(|(month, _)| *month).collect();
    let owed = monthly::owed(course, rules, closed, &months, today);
    if let Some((month, due)) = owed.unchecked {
        let on = written.iter().find(|(one, _)| *one == month);
        let since = on.map_or(month.next().first(), |(_, on)| *on);
        let debt = scope.debt(DebtMatter::Check(project.id), &project.name, (since, due));
        found.push(by_unit(tx, debt, unit, month.to_string())?);
    }
    if let Some((month, due)) = owed.missing {
        let days = (month.next().first(), due);
        let debt = scope.debt(DebtMatter::Report(project.id), &project.name, days);
        found.push(by_unit(tx, debt, unit, month.to_string())?);
    }
    if let Some(milestone) = monthly::next_milestone(&plan.milestones, course, today) {
        let days = (schedule::from_ahead(milestone.due), milestone.due);
        let debt = scope.debt(DebtMatter::Milestone(project.id), &project.name, days);
        found.push(by_unit(tx, debt, unit, milestone.name.clone())?);
    }
    Ok(found)
}

/// The months whose newest version waits to be checked, each with the day on which it was written.
fn written(tx: &ReadTx<'_>, project: &SelectedProject) -> Result<Vec<(Month, Date)>, ServiceError> {
    let mut written: Vec<(Month, Date)> = Vec::new();
    for report in reports::list(tx, project.id)? {
        written.retain(|(month, _)| *month != report.month);
        if report.checked.is_none() {
            let at = Timestamp::from_millisecond(report.written_at);
            let on = at.map_or(report.month.next().first(), day);
            written.push((report.month, on));
        }
    }
    Ok(written)
}

fn by_unit(
    tx: &ReadTx<'_>,
    debt: Debt,
    unit: UnitId,
    detail: String,
) -> Result<Debt, ServiceError> {
    Ok(Debt {
        by: Debtor::Unit(unit),
        name: units::get(tx, unit)?.name,
        detail,
        ..debt
    })
}

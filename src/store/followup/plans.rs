//! Plans with their money and milestones. A plan is written once; a change writes the next version.

use std::collections::BTreeMap;

use jiff::civil::Date;
use rusqlite::{Row, params};

use super::courses::{ProjectScope, each};
use crate::column::{date, date_opt, day_text};
use crate::{ReadTx, StoreError, WriteTx};
use domain::followup::plan::{Milestone, Plan, PlannedFund, Quantity};
use domain::followup::share::Share;
use domain::id::{MilestoneId, PlanId, ProjectId, UnitId};

fn plan(row: &Row<'_>) -> Result<(Plan, UnitId), rusqlite::Error> {
    let measure: String = row.get("measure")?;
    let quantity = row.get::<_, Option<i64>>("quantity")?;
    let quantity = quantity.and_then(|target| u64::try_from(target).ok());
    let plan = Plan {
        id: PlanId(row.get("id")?),
        project: ProjectId(row.get("project")?),
        version: row.get("version")?,
        from: date(row, "in_force_from")?,
        target: row.get("target")?,
        quantity: quantity.map(|target| Quantity { target, measure }),
        place: row.get("place")?,
        leader: row.get("leader")?,
        partners: row.get("partners")?,
        acceptance: row.get("acceptance")?,
        group: row.get("supervisors")?,
        start_by: date(row, "start_by")?,
        accept_by: date(row, "accept_by")?,
        funds: Vec::new(),
        milestones: Vec::new(),
    };
    Ok((plan, UnitId(row.get("unit")?)))
}

/// The versions of a project's plan, oldest first, each with its leading unit.
pub fn list(tx: &ReadTx<'_>, project: ProjectId) -> Result<Vec<(Plan, UnitId)>, StoreError> {
    let sql = "select id, project, version, unit, in_force_from, target, quantity, measure, place, \
               leader, partners, acceptance, supervisors, start_by, accept_by from plan \
               where project = ?1 order by version";
    let mut plans = tx.list(sql, [project.0], plan)?;
    for (plan, _) in &mut plans {
        plan.funds = funds(tx, plan.id)?;
        plan.milestones = milestones(tx, plan.id)?;
    }
    Ok(plans)
}

/// The version of a plan that is in force, with its leading unit.
pub fn find(tx: &ReadTx<'_>, project: ProjectId) -> Result<Option<(Plan, UnitId)>, StoreError> {
    Ok(list(tx, project)?.pop())
}

/// The unit that leads a project, once it has a plan.
pub fn find_unit(tx: &ReadTx<'_>, project: ProjectId) -> Result<Option<UnitId>, StoreError> {
    let sql = "select unit from plan where project = ?1 order by version desc limit 1";
    let found = tx.find(sql, [project.0], |row| row.get(0))?;
    Ok(found.map(UnitId))
}

fn funds(tx: &ReadTx<'_>, plan: PlanId) -> Result<Vec<PlannedFund>, StoreError> {
    let sql = "select source, amount from plan_fund where plan = ?1 order by line_no";
    tx.list(sql, [plan.0], |row| {
        Ok(PlannedFund {
            source: row.get(0)?,
            amount: row.get(1)?,
        })
    })
}

fn milestones(tx: &ReadTx<'_>, plan: PlanId) -> Result<Vec<Milestone>, StoreError> {
    let sql = "select id, name, due, share, reached_on from milestone where plan = ?1 \
               order by line_no";
    tx.list(sql, [plan.0], |row| {
        Ok(Milestone {
            id: MilestoneId(row.get("id")?),
            name: row.get("name")?,
            due: date(row, "due")?,
            share: Share::thousandths(row.get("share")?),
            reached: date_opt(row, "reached_on")?,
        })
    })
}

/// The planned money of projects, in fen, by the version in force.
pub fn amounts(tx: &ReadTx<'_>, of: ProjectScope) -> Result<BTreeMap<ProjectId, i64>, StoreError> {
    let mut amounts = BTreeMap::new();
    let sql = "select project, version, sum(amount) as amount from plan \
               join plan_fund on plan_fund.plan = plan.id where {of} group by plan.id \
               order by project, version";
    each(tx, of, sql, |row| {
        amounts.insert(ProjectId(row.get("project")?), row.get("amount")?);
        Ok(())
    })?;
    Ok(amounts)
}

/// Writes a version of a plan with its money and milestones.
///
/// # Errors
/// A constraint when the version is there already.
pub fn create(tx: &WriteTx<'_>, plan: &Plan, unit: UnitId) -> Result<PlanId, StoreError> {
    let sql = "insert into plan (project, version, unit, in_force_from, target, quantity, measure, \
               place, leader, partners, acceptance, supervisors, start_by, accept_by) \
               values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14) returning id";
    let quantity = plan.quantity.as_ref();
    let target = quantity.and_then(|quantity| i64::try_from(quantity.target).ok());
    let id: i64 = tx.one(
        sql,
        params![
            plan.project.0,
            plan.version,
            unit.0,
            plan.from.to_string(),
            plan.target,
            target,
            quantity.map_or("", |quantity| quantity.measure.as_str()),
            plan.place,
            plan.leader,
            plan.partners,
            plan.acceptance,
            plan.group,
            plan.start_by.to_string(),
            plan.accept_by.to_string(),
        ],
        |row| row.get(0),
    )?;
    let sql = "insert into plan_fund (plan, line_no, source, amount) values (?1, ?2, ?3, ?4)";
    for (line, fund) in (1_i64..).zip(&plan.funds) {
        tx.run(sql, params![id, line, fund.source, fund.amount])?;
    }
    let sql = "insert into milestone (plan, line_no, name, due, share, reached_on) \
               values (?1, ?2, ?3, ?4, ?5, ?6)";
    for (line, one) in (1_i64..).zip(&plan.milestones) {
        let reached = day_text(one.reached);
        let due = one.due.to_string();
        tx.run(
            sql,
            params![id, line, one.name, due, one.share.get(), reached],
        )?;
    }
    Ok(PlanId(id))
}

/// Notes since when a milestone is reached; the first day stands.
pub fn reach(tx: &WriteTx<'_>, milestone: MilestoneId, on: Date) -> Result<(), StoreError> {
    let sql = "update milestone set reached_on = ?2 where id = ?1 and reached_on is null";
    tx.run(sql, params![milestone.0, on.to_string()])
}

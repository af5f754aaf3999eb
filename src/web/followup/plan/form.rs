//! Reading a posted plan: every problem at its field, nothing guessed.

use jiff::civil::Date;

use crate::form::Fields;
use domain::followup::plan::{MOST_MILESTONES, Milestone, Plan, PlannedFund, Quantity};
use domain::followup::share::Share;
use domain::id::{MilestoneId, PlanId, ProjectId};
use domain::problem::Problem;

/// The plan that a form carries.
pub(super) fn read(project: ProjectId, fields: &Fields) -> Result<Plan, Vec<Problem>> {
    let mut problems = Vec::new();
    let mut day = |name: &'static str| -> Date {
        fields.get(name).trim().parse().unwrap_or_else(|_| {
            problems.push(Problem::error("date-form").at(name));
            Date::MIN
        })
    };
    let (start_by, accept_by) = (day("start_by"), day("accept_by"));
    let quantity = read_quantity(fields)
        .map_err(|problem| problems.push(problem))
        .unwrap_or(None);
    let funds = PlannedFund::read_lines(fields.get("funds"))
        .map_err(|problem| problems.push(problem.at("funds")))
        .unwrap_or_default();
    let milestones = read_milestones(fields, &mut problems);
    if !problems.is_empty() {
        return Err(problems);
    }
    let text = |name| fields.get(name).trim().to_owned();
    Ok(Plan {
        id: PlanId(0),
        project,
        version: 1,
        from: start_by,
        target: text("target"),
        quantity,
        place: text("place"),
        leader: text("leader"),
        partners: text("partners"),
        acceptance: text("acceptance"),
        group: text("group"),
        start_by,
        accept_by,
        funds,
        milestones,
    })
}

fn read_quantity(fields: &Fields) -> Result<Option<Quantity>, Problem> {
    let (amount, measure) = (fields.get("quantity").trim(), fields.get("measure").trim());
    if amount.is_empty() {
        return Ok(None);
    }
    let target = amount
        .parse()
        .map_err(|_| Problem::error("quantity-form").at("quantity"))?;
    Ok(Some(Quantity {
        target,
        measure: measure.to_owned(),
    }))
}

/// The lines of the milestones' table; a line without name and day is no milestone.
fn read_milestones(fields: &Fields, problems: &mut Vec<Problem>) -> Vec<Milestone> {
    let mut milestones = Vec::new();
    for line in 1..=MOST_MILESTONES {
        let get = |name: &str| fields.get(&format!("{name}{line}")).trim().to_owned();
        let (name, due, share) = (get("name"), get("due"), get("share"));
        if name.is_empty() && due.is_empty() {
            continue;
        }
        match (due.parse(), Share::read(&share)) {
            (Ok(due), Ok(share)) => milestones.push(Milestone {
                id: MilestoneId(0),
                name,
                due,
                share,
                reached: None,
            }),
            (Err(_), _) | (_, Err(_)) => {
                problems.push(
                    Problem::error("milestone-form")
                        .at("milestones")
                        .with("line", line),
                );
            }
        }
    }
    milestones
}

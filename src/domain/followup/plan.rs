//! The plan of a selected project (任务分解): what is due when, who pays for it, and who supervises it.

use jiff::civil::Date;

use super::share::Share;
use crate::id::{MilestoneId, PlanId, ProjectId};
use crate::problem::Problem;

/// The most milestones of a plan: it must fit one printed line of the task table.
pub const MOST_MILESTONES: usize = 12;

/// So much of a year's work is proposed to be done by the end of each of its first three quarters.
const QUARTERS: [(i8, i8, u16); 3] = [(3, 31, 100), (6, 30, 400), (9, 30, 800)];

/// A proposed milestone: the number of its quarter, its last day, and how much is done then. The last one
/// has no quarter: everything is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct QuarterMilestone {
    /// From 1; none of the last one.
    pub quarter: Option<u8>,
    /// The last day on which it is in time.
    pub due: Date,
    /// So much of the work, in thousandths.
    pub share: u16,
}

/// The milestones that are proposed for work that ends on a day: the quarters before it, and the day.
#[must_use]
pub fn usual_milestones(last: Date) -> Vec<QuarterMilestone> {
    let of_quarter = |(quarter, (month, day, share))| {
        let due = Date::new(last.year(), month, day).ok()?;
        (due < last).then_some(QuarterMilestone {
            quarter: Some(quarter),
            due,
            share,
        })
    };
    let mut found: Vec<QuarterMilestone> = (1..).zip(QUARTERS).filter_map(of_quarter).collect();
    found.push(QuarterMilestone {
        quarter: None,
        due: last,
        share: 1000,
    });
    found
}

/// The last day of a project of a year: the one that the library's words name, whatever stands between its
/// numbers; else the last of the year.
#[must_use]
pub fn last_day(year: i16, finish_by: &str) -> Date {
    let mut numbers = finish_by
        .split(|c: char| !c.is_ascii_digit())
        .filter(|part| !part.is_empty());
    let mut next = || numbers.next()?.parse::<i16>().ok();
    let found = match (next(), next(), next()) {
        (Some(year), Some(month), Some(day)) => i8::try_from(month)
            .ok()
            .zip(i8::try_from(day).ok())
            .and_then(|(month, day)| Date::new(year, month, day).ok()),
        _ => None,
    };
    found
        .or_else(|| Date::new(year, 12, 31).ok())
        .unwrap_or_default()
}

/// Money of one source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlannedFund {
    /// Where it comes from.
    pub source: String,
    /// In fen.
    pub amount: i64,
}

/// A milestone (节点).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Milestone {
    /// Identifier; 0 before it is saved.
    pub id: MilestoneId,
    /// What is reached.
    pub name: String,
    /// The last day on which it is in time.
    pub due: Date,
    /// So much of the work is done then.
    pub share: Share,
    /// Since when it is known to be reached.
    pub reached: Option<Date>,
}

/// What the work is measured in, where a percentage alone would not do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quantity {
    /// How much is to be done this year, in whole units.
    pub target: u64,
    /// The unit of measure, such as kilometres.
    pub measure: String,
}

/// One version of a project's plan. A decided change makes the next version; the text before it
/// stays readable.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// Identifier; 0 before it is saved.
    pub id: PlanId,
    pub project: ProjectId,
    /// 1 for the assignment, then one more for each change.
    pub version: u32,
    /// The first day on which it is in force.
    pub from: Date,
    /// The year's target in words.
    pub target: String,
    /// The year's target as an amount.
    pub quantity: Option<Quantity>,
    pub place: String,
    /// The leader in charge (牵头领导).
    pub leader: String,
    /// The units that support the leading one.
    pub partners: String,
    /// When it counts as accepted (验收标准).
    pub acceptance: String,
    /// The deputies' group that supervises it.
    pub group: String,
    /// The day by which work must have begun.
    pub start_by: Date,
    /// The day by which the work must be accepted.
    pub accept_by: Date,
    /// The money by source.
    pub funds: Vec<PlannedFund>,
    /// The milestones, by due day.
    pub milestones: Vec<Milestone>,
}

impl Plan {
    /// The planned money in fen.
    #[must_use]
    pub fn amount(&self) -> i64 {
        self.funds
            .iter()
            .fold(0_i64, |sum, fund| sum.saturating_add(fund.amount))
    }

    /// Everything that stands against assigning by this plan.
    #[must_use]
    pub fn problems(&self) -> Vec<Problem> {
        let mut problems = Vec::new();
        let required = [
            ("target", &self.target),
            ("leader", &self.leader),
            ("acceptance", &self.acceptance),
            ("group", &self.group),
        ];
        for (field, text) in required {
            if text.trim().is_empty() {
                problems.push(Problem::error("blank").at(field));
            }
        }
        if self
            .quantity
            .as_ref()
            .is_some_and(|quantity| quantity.target == 0)
        {
            problems.push(Problem::error("quantity-form").at("quantity"));
        }
        if self.funds.is_empty() || self.funds.iter().any(|fund| fund.amount <= 0) {
            problems.push(Problem::error("funds-missing").at("funds"));
        }
        if self.accept_by < self.start_by {
            problems.push(Problem::error("accept-before-start").at("accept_by"));
        }
        self.check_milestones(&mut problems);
        problems
    }

    fn check_milestones(&self, problems: &mut Vec<Problem>) {
        let at = |code: &'static str, line: usize| {
            Problem::error(code).at("milestones").with("line", line)
        };
        if self.milestones.is_empty() || self.milestones.len() > MOST_MILESTONES {
            let problem = Problem::error("milestones-number").with("most", MOST_MILESTONES);
            problems.push(problem.at("milestones"));
        }
        let mut before: Option<&Milestone> = None;
        for (line, one) in (1..).zip(&self.milestones) {
            if one.name.trim().is_empty() {
                problems.push(at("milestone-name", line));
            }
            if one.due < self.start_by || one.due > self.accept_by {
                problems.push(at("milestone-outside", line));
            }
            if before.is_some_and(|before| one.due < before.due || one.share < before.share) {
                problems.push(at("milestone-order", line));
            }
            before = Some(one);
        }
        if before.is_some_and(|last| last.share != Share::WHOLE) {
            problems.push(Problem::error("milestones-whole").at("milestones"));
        }
    }
}

#[cfg(test)]
#[path = "plan_tests.rs"]
pub(super) mod tests;

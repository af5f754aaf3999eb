//! How a decided change makes the next version of a plan.

use jiff::ToSpan as _;
use jiff::civil::Date;

use super::change::{Change, ChangeKind};
use super::money;
use super::plan::{Plan, PlannedFund, Quantity};
use crate::id::{MilestoneId, PlanId};
use crate::problem::Problem;

impl PlannedFund {
    /// Reads money by source, one a line: the source, a space, ten thousands of yuan.
    ///
    /// # Errors
    /// The problem `funds-line` with the line's number, at no field yet.
    pub fn read_lines(text: &str) -> Result<Vec<Self>, Problem> {
        let lines = (1_u32..)
            .zip(text.lines())
            .filter(|(_, line)| !line.trim().is_empty());
        lines
            .map(|(number, line)| {
                let problem = || Problem::error("funds-line").with("line", number);
                let (source, amount) = line
                    .trim()
                    .rsplit_once(char::is_whitespace)
                    .ok_or_else(problem)?;
                let amount = money::read(amount).map_err(|_| problem())?;
                Ok(Self {
                    source: source.trim().to_owned(),
                    amount,
                })
            })
            .collect()
    }

    /// The same lines as they are typed.
    #[must_use]
    pub fn lines(funds: &[Self]) -> String {
        let lines = funds.iter().map(|one| {
            let amount = money::ten_thousands(one.amount);
            format!("{} {amount}", one.source)
        });
        lines.collect::<Vec<_>>().join("\n")
    }
}

impl Plan {
    /// How the plan stands in what a change would touch, in words.
    #[must_use]
    pub fn told(&self, kind: ChangeKind) -> String {
        match kind {
            ChangeKind::Scale => match &self.quantity {
                Some(quantity) => format!("{} {}", quantity.target, quantity.measure),
                None => self.target.clone(),
            },
            ChangeKind::Place => self.place.clone(),
            ChangeKind::Amount => PlannedFund::lines(&self.funds),
            ChangeKind::Date | ChangeKind::Suspend | ChangeKind::Resume | ChangeKind::Terminate => {
                self.accept_by.to_string()
            }
        }
    }

    /// The version that a change makes, in force from a day on.
    ///
    /// # Errors
    /// What is wrong with the new value, at the field `after`.
    pub fn changed(&self, change: &Change, from: Date) -> Result<Self, Problem> {
        let mut next = self.clone();
        next.id = PlanId(0);
        next.version = self.version.saturating_add(1);
        next.from = from;
        for milestone in &mut next.milestones {
            milestone.id = MilestoneId(0);
        }
        let after = change.after.trim();
        match change.kind {
            ChangeKind::Scale => match &self.quantity {
                Some(quantity) => {
                    let target = after.parse().ok().filter(|target: &u64| *target > 0);
                    let problem = || Problem::error("quantity-form").at("after");
                    let target = target.ok_or_else(problem)?;
                    next.target = format!("{target} {}", quantity.measure);
                    next.quantity = Some(Quantity {
                        target,
                        measure: quantity.measure.clone(),
                    });
                }
                None => after.clone_into(&mut next.target),
            },
            ChangeKind::Place => after.clone_into(&mut next.place),
            ChangeKind::Amount => {
                next.funds =
                    PlannedFund::read_lines(after).map_err(|problem| problem.at("after"))?;
            }
            ChangeKind::Date => {
                let problem = || Problem::error("date-form").at("after");
                let day: Date = after.parse().map_err(|_| problem())?;
                next.move_to(day, from);
            }
            ChangeKind::Suspend | ChangeKind::Resume | ChangeKind::Terminate => {}
        }
        match next.problems().into_iter().next() {
            None => Ok(next),
            Some(problem) => Err(problem.at("after")),
        }
    }

    /// Sets another last day; what is not reached yet keeps its distance to it.
    fn move_to(&mut self, day: Date, from: Date) {
        let days = self.accept_by.until(day).map_or(0, |span| span.get_days());
        for milestone in &mut self.milestones {
            if milestone.reached.is_none_or(|since| since > from) {
                milestone.due = milestone.due.saturating_add(days.days());
            }
        }
        // A date drawn nearer does not push a milestone before the start or out of order.
        let mut floor = self.start_by;
        for milestone in &mut self.milestones {
            milestone.due = milestone.due.max(floor).min(day);
            floor = milestone.due;
        }
        self.accept_by = day;
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::super::plan::tests::plan;
    use super::*;
    use crate::id::{ChangeId, ProjectId};

    fn changed(kind: ChangeKind, after: &str) -> Result<Plan, &'static str> {
        let mut before = plan();
        before.milestones[0].reached = Some(date(2026, 3, 30));
        let change = Change {
            id: ChangeId(1),
            project: ProjectId(1),
            kind,
            reason: "flood".to_owned(),
            before: before.told(kind),
            after: after.to_owned(),
            asked_on: date(2026, 5, 1),
            asked_by: String::new(),
            decision: None,
        };
        before
            .changed(&change, date(2026, 5, 20))
            .map_err(|problem| problem.code)
    }

    #[test]
    fn each_kind_changes_its_own_part_and_nothing_else() {
        let scale = changed(ChangeKind::Scale, "60").unwrap();
        assert_eq!((scale.version, scale.target.as_str()), (2, "60 km"));
        assert_eq!(scale.accept_by, plan().accept_by);
        assert_eq!(changed(ChangeKind::Scale, "0"), Err("quantity-form"));
        assert_eq!(changed(ChangeKind::Place, "south").unwrap().place, "south");
        let amount = changed(ChangeKind::Amount, "county 500\nupper level 150.5").unwrap();
        assert_eq!(amount.amount(), 650_500_000);
        assert_eq!(amount.funds[1].source, "upper level");
        assert_eq!(changed(ChangeKind::Amount, "county"), Err("funds-line"));
        assert_eq!(changed(ChangeKind::Date, "soon"), Err("date-form"));
    }

    #[test]
    fn a_later_date_moves_what_is_not_reached() {
        let later = changed(ChangeKind::Date, "2026-12-20").unwrap();
        let due: Vec<Date> = later.milestones.iter().map(|one| one.due).collect();
        assert_eq!(
            due,
            [
                date(2026, 3, 31),
                date(2026, 7, 20),
                date(2026, 10, 20),
                date(2026, 11, 20)
            ]
        );
        assert_eq!(later.accept_by, date(2026, 12, 20));
        let nearer = changed(ChangeKind::Date, "2026-06-30").unwrap();
        assert!(
            nearer.problems().is_empty(),
            "still in order: {:?}",
            nearer.milestones
        );
    }

    #[test]
    fn money_by_source_is_read_as_it_is_written() {
        let lines = PlannedFund::lines(&plan().funds);
        assert_eq!(PlannedFund::read_lines(&lines), Ok(plan().funds));
        assert!(PlannedFund::read_lines("\n \n").unwrap().is_empty());
    }
}

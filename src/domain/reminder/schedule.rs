//! When a reminder is written: some days before the due day, on it, and every so many days after.

use jiff::civil::Date;

use super::debt::{Debt, after};
use crate::followup::month::days_after;
use crate::problem::Problem;

/// Days that a body has for a decision: a standing committee meets at least every two months
/// (地方组织法 2022, article 51).
pub(crate) const BODY_DAYS: u32 = 60;

/// So many days ahead a milestone or an entry of the calendar is a debt at all.
pub const AHEAD_DAYS: u32 = 14;

/// The hour of the day from which reminders are written: nobody is told in the night.
pub const HOUR: i8 = 8;

/// The numbers of a congress's reminders.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Schedule {
    /// Whether reminders are written at all.
    pub is_on: bool,
    /// So many days before the due day the first one comes; with 0 there is none before it.
    pub before_days: u32,
    /// After the due day one comes every so many days.
    pub every_days: u32,
    /// What has no day of its own is due so many days after it came up.
    pub own_days: u32,
}

impl Default for Schedule {
    /// Three days before, on the day, then every week; a week for what has no day of its own.
    fn default() -> Self {
        Self {
            is_on: true,
            before_days: 3,
            every_days: 7,
            own_days: 7,
        }
    }
}

impl Schedule {
    /// What stands against the numbers.
    #[must_use]
    pub fn problems(&self) -> Vec<Problem> {
        let mut problems = Vec::new();
        let mut check = |field: &str, days: u32, least: u32, most: u32| {
            if !(least..=most).contains(&days) {
                let problem = Problem::error("days-between").at(field);
                problems.push(problem.with("least", least).with("most", most));
            }
        };
        check("before_days", self.before_days, 0, 30);
        check("every_days", self.every_days, 1, 60);
        check("own_days", self.own_days, 1, 60);
        problems
    }

    /// The day by which something without a day of its own is due.
    #[must_use]
    pub fn own_day(&self, since: Date) -> Date {
        after(since, self.own_days)
    }

    /// The last day up to today on which somebody is to be told of a debt; none before the first.
    #[must_use]
    pub(crate) fn last_step(&self, debt: &Debt, today: Date) -> Option<Date> {
        let overdue = days_after(debt.due, today);
        let step = if today >= debt.due {
            let every = self.every_days.max(1);
            after(debt.due, overdue - overdue % every)
        } else {
            let first = jiff::Span::new()
                .try_days(self.before_days)
                .map_or(debt.due, |span| debt.due.saturating_sub(span));
            if self.before_days == 0 || today < first {
                return None;
            }
            first
        };
        // What came up late is told when it came up, not for days on which nobody owed it.
        Some(step.max(debt.since)).filter(|step| *step <= today)
    }

    /// Whether a reminder of a debt is written today. `told` is the day on which the last one about
    /// it was: no step is told twice, and one that the server slept through is told when it wakes.
    #[must_use]
    pub fn is_due(&self, debt: &Debt, told: Option<Date>, today: Date) -> bool {
        self.is_on
            && self
                .last_step(debt, today)
                .is_some_and(|step| told.is_none_or(|told| told < step))
    }
}

/// The day on which something that lies ahead becomes a debt.
#[must_use]
pub fn from_ahead(due: Date) -> Date {
    jiff::Span::new()
        .try_days(AHEAD_DAYS)
        .map_or(due, |span| due.saturating_sub(span))
}

/// The day by which a body decides.
#[must_use]
pub fn body_day(since: Date) -> Date {
    after(since, BODY_DAYS)
}

#[cfg(test)]
mod tests {
    use jiff::ToSpan as _;
    use jiff::civil::date;

    use super::*;
    use crate::id::{CongressId, FindingId, UnitId};
    use crate::reminder::debt::{DebtMatter, Debtor};

    fn debt(since: Date, due: Date) -> Debt {
        Debt {
            congress: CongressId(1),
            matter: DebtMatter::Answer(FindingId(1)),
            about: String::new(),
            detail: String::new(),
            by: Debtor::Unit(UnitId(1)),
            name: String::new(),
            since,
            due,
        }
    }

    /// The days on which reminders are written when the task runs on every day but those it sleeps.
    fn told(
        schedule: Schedule,
        debt: &Debt,
        from: Date,
        days: i64,
        asleep: &[Date],
    ) -> Vec<String> {
        let (mut last, mut out) = (None, Vec::new());
        for day in 0..days {
            let today = from.saturating_add(day.days());
            if asleep.contains(&today) {
                continue;
            }
            // Two runs on one day: the second finds the first.
            for _ in 0..2 {
                if schedule.is_due(debt, last, today) {
                    last = Some(today);
                    out.push(today.to_string());
                }
            }
        }
        out
    }

    #[test]
    fn a_debt_is_told_three_days_before_on_the_day_and_every_week_after() {
        let debt = debt(date(2026, 4, 1), date(2026, 4, 20));
        let days = told(Schedule::default(), &debt, date(2026, 4, 1), 40, &[]);
        let expected = ["2026-04-17", "2026-04-20", "2026-04-27", "2026-05-04"];
        assert_eq!(days, expected);
    }

    #[test]
    fn what_the_server_slept_through_is_told_when_it_wakes_and_only_once() {
        let debt = debt(date(2026, 4, 1), date(2026, 4, 20));
        let asleep = [date(2026, 4, 20), date(2026, 4, 21), date(2026, 4, 27)];
        let days = told(Schedule::default(), &debt, date(2026, 4, 1), 30, &asleep);
        assert_eq!(days, ["2026-04-17", "2026-04-22", "2026-04-28"]);
    }

    #[test]
    fn what_came_up_late_is_told_at_once() {
        // A deadline of two days: there is no third day before it.
        let debt = debt(date(2026, 4, 18), date(2026, 4, 20));
        let days = told(Schedule::default(), &debt, date(2026, 4, 18), 4, &[]);
        assert_eq!(days, ["2026-04-18", "2026-04-20"]);
        // An old debt of a congress that begins today is told once, not once a missed week.
        let old = self::debt(date(2026, 1, 1), date(2026, 1, 8));
        let days = told(Schedule::default(), &old, date(2026, 4, 20), 8, &[]);
        assert_eq!(days, ["2026-04-20", "2026-04-23"]);
    }

    #[test]
    fn a_later_deadline_begins_its_days_anew() {
        let schedule = Schedule::default();
        let first = debt(date(2026, 4, 1), date(2026, 4, 20));
        let extended = debt(date(2026, 4, 1), date(2026, 5, 10));
        let told = Some(date(2026, 4, 17));
        assert!(schedule.is_due(&first, told, date(2026, 4, 20)));
        assert!(!schedule.is_due(&extended, told, date(2026, 4, 20)));
        assert!(schedule.is_due(&extended, told, date(2026, 5, 7)));
    }

    #[test]
    fn a_congress_that_wants_none_gets_none_and_numbers_have_their_bounds() {
        let off = Schedule {
            is_on: false,
            ..Schedule::default()
        };
        let debt = debt(date(2026, 4, 1), date(2026, 4, 20));
        assert!(told(off, &debt, date(2026, 4, 1), 40, &[]).is_empty());
        let none_before = Schedule {
            before_days: 0,
            ..Schedule::default()
        };
        let days = told(none_before, &debt, date(2026, 4, 1), 21, &[]);
        assert_eq!(days, ["2026-04-20"]);
        assert!(Schedule::default().problems().is_empty());
        let wrong = Schedule {
            is_on: true,
            before_days: 31,
            every_days: 0,
            own_days: 61,
        };
        assert_eq!(wrong.problems().len(), 3);
    }
}

//! What is owed of a project's monthly reports and milestones.

use jiff::civil::Date;

use super::schedule::from_ahead;
use crate::followup::course::{self, Course, DatedRule};
use crate::followup::month::Month;
use crate::followup::plan::Milestone;

/// Which of a project's monthly reports are owed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct MonthlyReports {
    /// The oldest month that is written and waits to be checked, with the day it is due.
    pub unchecked: Option<(Month, Date)>,
    /// The oldest month that nobody has reported, with the day it is due.
    pub missing: Option<(Month, Date)>,
}

/// Reads what is owed on a day. A month is owed from the day after its end; months of a year whose
/// account is closed are owed by nobody any more.
#[must_use]
pub fn owed(
    course: &Course,
    rules: &[DatedRule],
    closed: &[i16],
    written: &[Month],
    today: Date,
) -> MonthlyReports {
    let Some(first) = course.stretches.first() else {
        return MonthlyReports::default();
    };
    let from = course
        .reports
        .last()
        .map_or(Month::of(first.from), |last| last.month.next());
    let mut owed = MonthlyReports::default();
    for month in from.to(Month::of(today)) {
        if month.next().first() > today || closed.contains(&month.year()) {
            continue;
        }
        let rule = course::rule_for(rules, month);
        let due = month.next().day(rule.report_by_day);
        let slot = if written.contains(&month) {
            &mut owed.unchecked
        } else {
            &mut owed.missing
        };
        slot.get_or_insert((month, due));
    }
    owed
}

/// The first milestone that is not reached, once its day is near.
#[must_use]
pub fn next_milestone<'m>(
    milestones: &'m [Milestone],
    course: &Course,
    today: Date,
) -> Option<&'m Milestone> {
    let done = course.done(Month::of(today), today);
    milestones
        .iter()
        .find(|one| one.reached.is_none() && done < one.share)
        .filter(|one| from_ahead(one.due) <= today)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::followup::course::{CheckedReport, PlanPeriod};
    use crate::followup::share::Share;
    use crate::id::MilestoneId;

    fn course(months: &[(i16, i8)]) -> Course {
        let stretch = PlanPeriod {
            from: date(2026, 1, 20),
            start_by: date(2026, 3, 1),
            checkpoints: Vec::new(),
            accept_by: date(2026, 12, 1),
        };
        let checked = |&(year, month): &(i16, i8)| CheckedReport {
            month: Month::new(year, month).unwrap(),
            done: Share::thousandths(300),
            on: date(year, month, 28),
        };
        Course {
            stretches: vec![stretch],
            reports: months.iter().map(checked).collect(),
            ..Course::default()
        }
    }

    fn month(number: i8) -> Month {
        Month::new(2026, number).unwrap()
    }

    #[test]
    fn a_month_is_owed_from_its_end_and_due_on_the_fifth_after() {
        let course = course(&[(2026, 1), (2026, 2)]);
        let on = |day| owed(&course, &[], &[], &[], day);
        assert_eq!(on(date(2026, 3, 31)), MonthlyReports::default());
        let march = Some((month(3), date(2026, 4, 5)));
        assert_eq!(on(date(2026, 4, 1)).missing, march);
        // Later months do not hide the oldest.
        assert_eq!(on(date(2026, 8, 1)).missing, march);
        assert_eq!(
            owed(&Course::default(), &[], &[], &[], date(2026, 8, 1)),
            MonthlyReports::default()
        );
    }

    #[test]
    fn a_written_month_waits_for_its_check_and_the_next_is_missing() {
        let course = course(&[(2026, 1), (2026, 2)]);
        let found = owed(&course, &[], &[], &[month(3)], date(2026, 5, 6));
        assert_eq!(found.unchecked, Some((month(3), date(2026, 4, 5))));
        assert_eq!(found.missing, Some((month(4), date(2026, 5, 5))));
    }

    #[test]
    fn nobody_owes_a_month_of_a_closed_year() {
        let course = course(&[(2026, 10)]);
        let found = owed(&course, &[], &[2026], &[], date(2027, 2, 10));
        let january = Month::new(2027, 1).unwrap();
        assert_eq!(found.missing, Some((january, date(2027, 2, 5))));
    }

    #[test]
    fn the_next_milestone_is_told_two_weeks_ahead_unless_it_is_reached() {
        let milestone = |due, share| Milestone {
            id: MilestoneId(1),
            name: String::new(),
            due,
            share: Share::thousandths(share),
            reached: None,
        };
        let course = course(&[(2026, 1)]);
        let mut both = [
            milestone(date(2026, 3, 1), 200),
            milestone(date(2026, 6, 30), 600),
        ];
        let next = |both: &[Milestone], day| next_milestone(both, &course, day).map(|one| one.due);
        assert_eq!(next(&both, date(2026, 6, 15)), None);
        assert_eq!(next(&both, date(2026, 6, 16)), Some(date(2026, 6, 30)));
        assert_eq!(next(&both, date(2026, 9, 1)), Some(date(2026, 6, 30)));
        both[1].reached = Some(date(2026, 6, 1));
        assert_eq!(next(&both, date(2026, 9, 1)), None);
    }
}

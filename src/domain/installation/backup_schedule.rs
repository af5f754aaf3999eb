//! When a backup is due, and which old ones go.

use std::collections::BTreeMap;

use jiff::civil::{Date, DateTime, Time};
use jiff::{SignedDuration, Span, Timestamp, ToSpan as _};

/// So old the newest backup may be before somebody should look.
const LATE: SignedDuration = SignedDuration::from_hours(48);

/// Whether the newest backup is older than any place with a daily one should show.
#[must_use]
pub fn is_late(newest: Timestamp, now: Timestamp) -> bool {
    now.duration_since(newest) > LATE
}

/// How backups are made and kept without anybody asking.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BackupSchedule {
    /// The time of day in 北京 from which the day's backup is due; none: only when somebody asks.
    pub at: Option<Time>,
    /// Days for which every backup is kept.
    pub days: u16,
    /// Months before those of which the last backup is kept.
    pub months: u16,
}

impl Default for BackupSchedule {
    /// Each night at three; a month of days and two years of months.
    fn default() -> Self {
        Self {
            at: Some(Time::constant(3, 0, 0, 0)),
            days: 31,
            months: 24,
        }
    }
}

/// What the schedule must know of a backup.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptBackup<N> {
    pub name: N,
    /// When it was made, in 北京.
    pub at: DateTime,
    /// Whether its record did not hold: no sound one goes because of it.
    pub is_marked: bool,
}

impl BackupSchedule {
    /// Whether a backup is due: none was made since the last time of day that the schedule names. A machine
    /// that was off then makes up for it.
    #[must_use]
    pub fn is_due(&self, now: DateTime, newest: Option<DateTime>) -> bool {
        let Some(at) = self.at else { return false };
        let today = now.date().to_datetime(at);
        let last = if now >= today {
            Some(today)
        } else {
            today.checked_sub(1.day()).ok()
        };
        match (newest, last) {
            // One of a clock that was ahead puts off no other for ever.
            (Some(newest), Some(last)) => newest < last || newest > now,
            (None, _) => true,
            (Some(_), None) => false,
        }
    }

    /// The backups that go: older than the days, and not the last sound one of a month that is kept. The newest
    /// sound one always stays, and so does what was made after `now`.
    #[must_use]
    pub fn list_outdated<N: Clone + Ord>(&self, now: DateTime, all: &[KeptBackup<N>]) -> Vec<N> {
        let since = ago(now, i64::from(self.days).days());
        let since_month = ago(now, i64::from(self.months).months()).map(first_of_month);
        let mut newest_of_month: BTreeMap<Date, &KeptBackup<N>> = BTreeMap::new();
        let mut newest: Option<&KeptBackup<N>> = None;
        for one in all.iter().filter(|one| !one.is_marked) {
            let is_later = |kept: &KeptBackup<N>| (one.at, &one.name) > (kept.at, &kept.name);
            let of_month = newest_of_month.entry(first_of_month(one.at)).or_insert(one);
            if is_later(of_month) {
                *of_month = one;
            }
            if newest.is_none_or(is_later) {
                newest = Some(one);
            }
        }
        let stays = |one: &KeptBackup<N>| {
            let month = first_of_month(one.at);
            let is_young = since.is_none_or(|since| one.at >= since);
            let is_last = newest_of_month
                .get(&month)
                .is_some_and(|last| last.name == one.name);
            let is_kept_month = since_month.is_none_or(|since| month >= since);
            is_young
                || (is_last && is_kept_month)
                || newest.is_some_and(|last| last.name == one.name)
        };
        let outdated = all.iter().filter(|one| !stays(one));
        outdated.map(|one| one.name.clone()).collect()
    }
}

/// So long before; none before all time, where everything is younger.
fn ago(now: DateTime, span: Span) -> Option<DateTime> {
    now.checked_sub(span).ok()
}

fn first_of_month(at: DateTime) -> Date {
    at.date().first_of_month()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> DateTime {
        text.parse().unwrap()
    }

    #[test]
    fn a_backup_is_due_once_after_each_night_and_a_machine_that_was_off_makes_up_for_it() {
        let schedule = BackupSchedule::default();
        for (now, newest, is_due) in [
            ("2026-03-05T03:00", None, true),
            ("2026-03-05T02:59", Some("2026-03-04T03:01"), false),
            ("2026-03-05T03:00", Some("2026-03-04T03:01"), true),
            ("2026-03-05T03:01", Some("2026-03-05T03:00"), false),
            ("2026-03-05T23:59", Some("2026-03-05T09:00"), false),
            ("2026-03-09T01:00", Some("2026-03-04T03:01"), true),
            ("2026-03-09T01:00", Some("2027-03-04T03:01"), true),
        ] {
            let due = schedule.is_due(at(now), newest.map(at));
            assert_eq!(due, is_due, "{now} after {newest:?}");
        }
        let never = BackupSchedule {
            at: None,
            ..schedule
        };
        assert!(!never.is_due(at("2026-03-05T03:00"), None));
    }

    #[test]
    fn days_are_kept_then_the_last_of_each_month_and_never_none() {
        let schedule = BackupSchedule {
            days: 10,
            months: 2,
            ..BackupSchedule::default()
        };
        let made = |days: &[(&'static str, bool)]| -> Vec<KeptBackup<&'static str>> {
            let one = |(day, is_marked): &(&'static str, bool)| KeptBackup {
                name: *day,
                at: day.parse().unwrap(),
                is_marked: *is_marked,
            };
            days.iter().map(one).collect()
        };
        let now = at("2026-05-20T03:00");
        let all = made(&[
            ("2026-05-20T02:59", false),
            ("2026-05-10T03:00", false),
            ("2026-05-10T02:59", false), // the last sound one of its month is newer
            ("2026-04-30T03:00", true),  // marked: the one before is the month's
            ("2026-04-29T03:00", false),
            ("2026-04-28T03:00", false),
            ("2026-03-31T03:00", false),
            ("2026-02-28T03:00", false), // before the months
            ("2027-01-01T03:00", true),  // of a clock that was ahead
        ]);
        let gone = schedule.list_outdated(now, &all);
        assert_eq!(
            gone,
            [
                "2026-05-10T02:59",
                "2026-04-30T03:00",
                "2026-04-28T03:00",
                "2026-02-28T03:00"
            ]
        );
        let old = made(&[("2020-01-01T03:00", false), ("2020-01-02T03:00", true)]);
        assert_eq!(
            schedule.list_outdated(now, &old),
            ["2020-01-02T03:00"],
            "the newest sound one stays"
        );
        assert!(schedule.list_outdated(now, &made(&[])).is_empty());
    }
}

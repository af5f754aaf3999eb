//! A simulated year, month by month, with a set clock.

use jiff::civil::date;

use super::super::light::LightReason;
use super::*;

/// Start by 1 March; 100 by 31 March, 500 by 30 June, 1000 by 30 September; accepted by 30 November.
fn course() -> Course {
    let checkpoints = [(3, 31, 100), (6, 30, 500), (9, 30, 1000)]
        .map(|(month, day, share)| Checkpoint {
            due: date(2026, month, day),
            share: Share::thousandths(share),
            reached: None,
        })
        .to_vec();
    Course {
        stretches: vec![PlanPeriod {
            from: date(2026, 1, 20),
            start_by: date(2026, 3, 1),
            checkpoints,
            accept_by: date(2026, 11, 30),
        }],
        ..Course::default()
    }
}

fn since(on: Date) -> Option<DatedFact> {
    Some(DatedFact { on, known: on })
}

fn checked(month: &str, done: u16, on: Date) -> CheckedReport {
    CheckedReport {
        month: Month::read(month).unwrap(),
        done: Share::thousandths(done),
        on,
    }
}

fn lights(course: &Course, today: Date) -> String {
    course
        .months(&[], today)
        .iter()
        .map(|one| {
            let end = if one.is_final { "" } else { "?" };
            format!("{}{}{end}", one.month.number(), one.reading.light.word())
        })
        .collect::<Vec<_>>()
        .join(" ")
}

fn year() -> Course {
    let mut course = course();
    course.started = since(date(2026, 3, 1));
    course.reports = vec![
        checked("2026-03", 100, date(2026, 4, 3)),
        checked("2026-04", 200, date(2026, 5, 4)),
        checked("2026-05", 300, date(2026, 6, 4)),
        checked("2026-06", 350, date(2026, 7, 5)),
        checked("2026-07", 380, date(2026, 8, 5)), // 31 days and 120 points behind
        checked("2026-08", 520, date(2026, 9, 5)), // caught up
        checked("2026-09", 950, date(2026, 10, 5)),
        checked("2026-10", 1000, date(2026, 11, 5)),
    ];
    course.accepted = since(date(2026, 11, 20));
    course
}

#[test]
fn a_year_turns_grey_green_red_yellow_green_and_blue() {
    assert_eq!(
        lights(&year(), date(2026, 12, 31)),
        "1grey 2grey 3green 4green 5green 6green 7red 8yellow 9green 10green 11blue? 12blue?"
            .replace("11blue?", "11blue")
    );
}

#[test]
fn the_same_year_seen_on_each_month_never_changes_a_month_that_stands() {
    let whole = lights(&year(), date(2026, 12, 31));
    for month in Month::read("2026-01")
        .unwrap()
        .to(Month::read("2026-12").unwrap())
    {
        let seen = lights(&year(), month.last());
        for one in seen.split(' ').filter(|one| !one.ends_with('?')) {
            assert!(
                whole.split(' ').any(|kept| kept == one),
                "{one} seen on {}",
                month.last()
            );
        }
    }
}

#[test]
fn a_late_report_and_a_correction_leave_the_red_month_red() {
    let mut late = year();
    // July corrected to a fine figure, but in August, after the fifth.
    late.reports
        .insert(5, checked("2026-07", 600, date(2026, 8, 20)));
    let months = late.months(&[], date(2026, 12, 31));
    let july = months.iter().find(|one| one.month.number() == 7).unwrap();
    assert_eq!(july.reading.light, Light::Red);
    let august = months.iter().find(|one| one.month.number() == 8).unwrap();
    assert_eq!(
        (august.reading.light, august.reading.reason),
        (Light::Yellow, LightReason::CaughtUp)
    );
    // The same correction in time makes July better: it is what was known when July was judged.
    let mut timely = year();
    timely
        .reports
        .insert(5, checked("2026-07", 600, date(2026, 8, 5)));
    assert!(lights(&timely, date(2026, 12, 31)).contains("7green 8green"));
}

#[test]
fn an_acceptance_that_is_noted_later_does_not_reach_back() {
    let mut course = year();
    course.accepted = Some(DatedFact {
        on: date(2026, 11, 20),
        known: date(2026, 12, 20),
    });
    assert!(lights(&course, date(2026, 12, 31)).contains("11green 12blue?"));
}

#[test]
fn silence_turns_a_project_red_by_itself() {
    let mut silent = course();
    silent.started = since(date(2026, 3, 1));
    assert_eq!(
        lights(&silent, date(2026, 7, 15)),
        "1grey 2grey 3green 4yellow 5red 6red 7red?",
        "March is due on its last day; April is thirty days behind, which is still yellow"
    );
}

#[test]
fn a_suspended_or_ended_project_has_no_light() {
    let mut course = year();
    course.accepted = None;
    course.suspended = vec![(date(2026, 5, 10), Some(date(2026, 8, 2)))];
    course.terminated = Some(date(2026, 10, 15));
    assert_eq!(
        lights(&course, date(2026, 12, 31)),
        "1grey 2grey 3green 4green 8green 9green"
    );
    assert_eq!(course.now(&[], date(2026, 12, 31)), None);
}

#[test]
fn a_decided_date_counts_from_its_day_on() {
    let mut course = year();
    let mut later = course.stretches[0].clone();
    later.from = date(2026, 7, 20);
    for point in &mut later.checkpoints {
        point.due = point.due.max(date(2026, 8, 31));
    }
    course.stretches.push(later);
    assert!(lights(&course, date(2026, 12, 31)).contains("6green 7green 8green"));
}

#[test]
fn a_rule_judges_the_months_from_its_own_on() {
    let strict = DatedRule {
        from: Month::read("2026-04").unwrap(),
        rule: LightRule {
            yellow_days: 10,
            ..LightRule::default()
        },
    };
    let mut silent = course();
    silent.started = since(date(2026, 3, 1));
    let months = silent.months(&[strict], date(2026, 4, 30));
    assert_eq!(months.last().unwrap().reading.light, Light::Red);
    assert_eq!(months[2].reading.light, Light::Green);
    assert_eq!(
        rule_for(&[strict], Month::read("2026-03").unwrap()),
        LightRule::default()
    );
}

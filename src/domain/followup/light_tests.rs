//! The light over each edge of its bands and over a simulated year.

use jiff::civil::date;

use super::*;

fn checkpoints() -> [Checkpoint; 3] {
    [(3, 31, 300), (6, 30, 600), (9, 30, 1000)].map(|(month, day, share)| Checkpoint {
        due: date(2026, month, day),
        share: Share::thousandths(share),
        reached: None,
    })
}

fn known(checkpoints: &[Checkpoint], done: u16) -> LightFacts<'_> {
    LightFacts {
        start_by: date(2026, 3, 1),
        checkpoints,
        accept_by: date(2026, 11, 30),
        done: Share::thousandths(done),
        is_started: true,
        is_accepted: false,
    }
}

#[test]
fn each_band_includes_its_ends() {
    let points = checkpoints();
    let rule = LightRule::default();
    // Day, share done in thousandths, light, days, points, reason.
    let table = [
        ((3, 31), 0, Light::Green, 0, 0, LightReason::OnPlan), // the due day itself is in time
        ((4, 1), 300, Light::Green, 0, 0, LightReason::OnPlan),
        ((4, 1), 299, Light::Yellow, 1, 1, LightReason::Days),
        ((4, 30), 299, Light::Yellow, 30, 1, LightReason::Days),
        ((5, 1), 299, Light::Red, 31, 1, LightReason::Days),
        ((4, 1), 200, Light::Yellow, 1, 100, LightReason::Days),
        ((4, 1), 199, Light::Red, 1, 101, LightReason::Points),
        ((7, 1), 300, Light::Red, 1, 300, LightReason::Points),
        ((10, 1), 1000, Light::Green, 0, 0, LightReason::OnPlan), // finished, not accepted yet
        ((11, 30), 1000, Light::Green, 0, 0, LightReason::OnPlan),
        ((12, 1), 1000, Light::Yellow, 1, 0, LightReason::Days), // acceptance is overdue
        ((12, 31), 1000, Light::Red, 31, 0, LightReason::Days),
    ];
    for ((month, day), done, light, days, behind, reason) in table {
        let today = date(2026, month, day);
        let reading = read(&rule, today, &known(&points, done));
        assert_eq!(
            (
                reading.light,
                reading.days_behind,
                reading.points_behind,
                reading.reason
            ),
            (light, days, behind, reason),
            "{today} with {done}"
        );
    }
}

#[test]
fn a_ticked_milestone_is_reached_and_the_amount_still_decides() {
    let mut points = checkpoints();
    points[0].reached = Some(date(2026, 3, 20));
    let reading = read(
        &LightRule::default(),
        date(2026, 5, 20),
        &known(&points, 250),
    );
    assert_eq!((reading.days_behind, reading.points_behind), (0, 50));
    assert_eq!(
        (reading.light, reading.reason),
        (Light::Yellow, LightReason::Points)
    );
    points[0].reached = Some(date(2026, 6, 1));
    let reading = read(
        &LightRule::default(),
        date(2026, 5, 20),
        &known(&points, 250),
    );
    assert_eq!(
        reading.days_behind, 50,
        "what is known later does not count earlier"
    );
    assert_eq!(reading.light, Light::Red);
}

#[test]
fn grey_is_a_start_that_is_not_due_and_blue_is_acceptance_alone() {
    let points = checkpoints();
    let mut facts = known(&points, 0);
    facts.is_started = false;
    let light = |day, facts: &LightFacts<'_>| read(&LightRule::default(), day, facts).light;
    assert_eq!(light(date(2026, 2, 1), &facts), Light::Grey);
    assert_eq!(light(date(2026, 3, 1), &facts), Light::Grey);
    assert_eq!(
        light(date(2026, 3, 2), &facts),
        Light::Yellow,
        "the start is overdue"
    );
    assert_eq!(
        light(date(2026, 4, 1), &facts),
        Light::Red,
        "by points, 30 of them"
    );
    facts.is_started = true;
    facts.done = Share::WHOLE;
    assert_eq!(
        light(date(2026, 10, 1), &facts),
        Light::Green,
        "finished is not accepted"
    );
    facts.is_accepted = true;
    assert_eq!(light(date(2026, 10, 1), &facts), Light::Blue);
    assert_eq!(light(date(2027, 10, 1), &facts), Light::Blue);
}

#[test]
fn another_congress_sets_other_numbers() {
    let strict = LightRule {
        yellow_days: 0,
        yellow_points: 0,
        report_by_day: 5,
    };
    let points = checkpoints();
    assert_eq!(
        read(&strict, date(2026, 4, 1), &known(&points, 299)).light,
        Light::Red
    );
    assert_eq!(
        read(&strict, date(2026, 4, 1), &known(&points, 300)).light,
        Light::Green
    );
}

#[test]
fn a_red_month_turns_yellow_before_it_turns_green() {
    let points = checkpoints();
    let on_plan = read(
        &LightRule::default(),
        date(2026, 4, 1),
        &known(&points, 300),
    );
    for (before, light, reason) in [
        (None, Light::Green, LightReason::OnPlan),
        (Some(Light::Grey), Light::Green, LightReason::OnPlan),
        (Some(Light::Green), Light::Green, LightReason::OnPlan),
        (Some(Light::Yellow), Light::Green, LightReason::OnPlan),
        (Some(Light::Red), Light::Yellow, LightReason::CaughtUp),
        (Some(Light::Blue), Light::Green, LightReason::OnPlan),
    ] {
        let reading = after_red(before, on_plan);
        assert_eq!(
            (reading.light, reading.reason),
            (light, reason),
            "{before:?}"
        );
    }
    let mut accepted = known(&points, 1000);
    accepted.is_accepted = true;
    let accepted = read(&LightRule::default(), date(2026, 4, 1), &accepted);
    assert_eq!(after_red(Some(Light::Red), accepted).light, Light::Blue);
}

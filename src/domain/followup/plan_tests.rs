//! What an assignment must have, and a plan that other tests start from.

use jiff::civil::date;

use super::*;

/// A sound plan of four milestones, 680 in ten-thousands.
pub(in crate::followup) fn plan() -> Plan {
    let milestone = |(name, month, day, share): (&str, i8, i8, u16)| Milestone {
        id: MilestoneId(0),
        name: name.to_owned(),
        due: date(2026, month, day),
        share: Share::thousandths(share),
        reached: None,
    };
    Plan {
        id: PlanId(0),
        project: ProjectId(1),
        version: 1,
        from: date(2026, 1, 20),
        target: "86 km".to_owned(),
        quantity: Some(Quantity {
            target: 86,
            measure: "km".to_owned(),
        }),
        place: "north".to_owned(),
        leader: "one".to_owned(),
        partners: String::new(),
        acceptance: "by the code".to_owned(),
        group: "first group".to_owned(),
        start_by: date(2026, 3, 1),
        accept_by: date(2026, 11, 30),
        funds: vec![PlannedFund {
            source: "county".to_owned(),
            amount: 680_000_000,
        }],
        milestones: [
            ("design", 3, 31, 100),
            ("half", 6, 30, 500),
            ("rest", 9, 30, 900),
            ("all", 10, 31, 1000),
        ]
        .map(milestone)
        .to_vec(),
    }
}

fn codes(change: impl FnOnce(&mut Plan)) -> Vec<&'static str> {
    let mut plan = plan();
    change(&mut plan);
    plan.problems().iter().map(|problem| problem.code).collect()
}

#[test]
fn a_plan_is_whole_or_says_what_is_missing() {
    assert!(codes(|_| {}).is_empty());
    assert_eq!(codes(|plan| plan.target.clear()), ["blank"]);
    assert_eq!(codes(|plan| plan.group = " ".to_owned()), ["blank"]);
    assert_eq!(codes(|plan| plan.funds.clear()), ["funds-missing"]);
    assert_eq!(codes(|plan| plan.funds[0].amount = 0), ["funds-missing"]);
    assert_eq!(codes(|plan| plan.milestones.clear()), ["milestones-number"]);
    assert_eq!(
        codes(|plan| plan.milestones[1].name.clear()),
        ["milestone-name"]
    );
    assert_eq!(
        codes(|plan| plan.milestones[0].due = date(2026, 2, 1)),
        ["milestone-outside"]
    );
    assert_eq!(
        codes(|plan| plan.milestones[3].due = date(2026, 12, 1)),
        ["milestone-outside"]
    );
    assert_eq!(
        codes(|plan| plan.milestones.swap(1, 2)),
        ["milestone-order"]
    );
    assert_eq!(
        codes(|plan| drop(plan.milestones.pop())),
        ["milestones-whole"]
    );
    assert_eq!(
        codes(|plan| plan.quantity = Some(Quantity {
            target: 0,
            measure: String::new()
        })),
        ["quantity-form"]
    );
}

#[test]
fn milestones_are_proposed_by_quarters_up_to_the_last_day() {
    let proposed = |last: Date| -> Vec<(Option<u8>, String, u16)> {
        let usual = usual_milestones(last).into_iter();
        usual
            .map(|one| (one.quarter, one.due.to_string(), one.share))
            .collect()
    };
    let line = |quarter, day: &str, share| (quarter, day.to_owned(), share);
    assert_eq!(
        proposed(date(2026, 9, 30)),
        [
            line(Some(1), "2026-03-31", 100),
            line(Some(2), "2026-06-30", 400),
            line(None, "2026-09-30", 1000),
        ]
    );
    assert_eq!(proposed(date(2026, 12, 31)).len(), 4);
}

#[test]
fn the_last_day_is_the_one_that_the_library_names_or_the_years() {
    for (words, day) in [
        ("by 2026/10/31", "2026-10-31"),
        ("2026-11-5", "2026-11-05"),
        ("2026-13-1", "2026-12-31"),
        ("in winter", "2026-12-31"),
    ] {
        assert_eq!(last_day(2026, words).to_string(), day, "{words}");
    }
}

//! Every transition of a finding, and who may not close it.

use jiff::civil::date;

use super::*;

fn finding(stage: FindingStage) -> Finding {
    Finding {
        id: FindingId(1),
        project: Some(ProjectId(1)),
        number: 14,
        year: 2026,
        stage,
        text: "railing loose".to_owned(),
        place: "km 12".to_owned(),
        found_on: date(2026, 6, 1),
        finder: AccountId(7),
        found_by: "deputy 7".to_owned(),
        unit: Some(UnitId(3)),
        due: Some(date(2026, 6, 20)),
        answered_by: (stage == FindingStage::Answered).then_some(AccountId(30)),
        reopened: 0,
        closed_on: None,
    }
}

const DEPUTY: FindingActor = FindingActor {
    account: AccountId(7),
    unit: None,
    is_of_group: false,
    is_office: false,
};
const UNIT: FindingActor = FindingActor {
    account: AccountId(31),
    unit: Some(UnitId(3)),
    is_of_group: false,
    is_office: false,
};

fn step(act: FindingAct) -> FindingStep {
    FindingStep {
        act,
        text: "done".to_owned(),
        due: act.sets_deadline().then_some(date(2026, 7, 10)),
        approver: "chair".to_owned(),
    }
}

fn codes(
    stage: FindingStage,
    step: &FindingStep,
    hand: FindingActor,
    today: Date,
) -> Vec<&'static str> {
    problems(&finding(stage), step, hand, today)
        .iter()
        .map(|problem| problem.code)
        .collect()
}

#[test]
fn every_stage_knows_just_its_acts() {
    let table: Vec<String> = FindingStage::ALL
        .into_iter()
        .flat_map(|stage| FindingAct::ALL.map(|act| (stage, act)))
        .filter_map(|(stage, act)| {
            let then = stage.after(act)?;
            Some(format!("{} {} {}", stage.word(), act.word(), then.word()))
        })
        .collect();
    assert_eq!(
        table,
        [
            "found send sent",
            "found dismiss dismissed",
            "sent answer answered",
            "sent ask-extension sent",
            "sent extend sent",
            "answered close closed",
            "answered reopen sent",
            "closed reopen sent",
        ]
    );
    for (stage, act) in [
        (FindingStage::Found, FindingAct::Close),
        (FindingStage::Closed, FindingAct::Answer),
    ] {
        assert_eq!(
            codes(stage, &step(act), DEPUTY, date(2026, 6, 10)),
            ["finding-out-of-turn"]
        );
    }
}

#[test]
fn whoever_had_to_rectify_does_not_close() {
    let today = date(2026, 6, 18);
    let close = step(FindingAct::Close);
    assert!(codes(FindingStage::Answered, &close, DEPUTY, today).is_empty());
    assert_eq!(
        codes(FindingStage::Answered, &close, UNIT, today),
        ["own-unit-closes"]
    );
    let answered = FindingActor {
        account: AccountId(30),
        ..DEPUTY
    };
    assert_eq!(
        codes(FindingStage::Answered, &close, answered, today),
        ["own-unit-closes"]
    );
    let reopen = step(FindingAct::Reopen);
    assert_eq!(
        codes(FindingStage::Closed, &reopen, UNIT, today),
        ["own-unit-closes"]
    );
}

#[test]
fn another_unit_does_not_answer() {
    let other = FindingActor {
        account: AccountId(32),
        unit: Some(UnitId(4)),
        ..DEPUTY
    };
    let answer = step(FindingAct::Answer);
    let today = date(2026, 6, 10);
    assert_eq!(
        codes(FindingStage::Sent, &answer, other, today),
        ["finding-of-another-unit"]
    );
    assert!(codes(FindingStage::Sent, &answer, UNIT, today).is_empty());
}

#[test]
fn an_extension_is_granted_in_time_with_an_approver_or_not_at_all() {
    let extend = step(FindingAct::Extend);
    let of = |step: &FindingStep, today| codes(FindingStage::Sent, step, DEPUTY, today);
    assert!(of(&extend, date(2026, 6, 20)).is_empty(), "on the last day");
    assert_eq!(of(&extend, date(2026, 6, 21)), ["extension-too-late"]);
    let mut earlier = extend.clone();
    earlier.due = Some(date(2026, 6, 20));
    assert_eq!(of(&earlier, date(2026, 6, 10)), ["extension-not-later"]);
    let mut nobody = extend;
    nobody.approver.clear();
    assert_eq!(of(&nobody, date(2026, 6, 10)), ["blank"]);
    let mut past = step(FindingAct::Send);
    past.due = Some(date(2026, 6, 10));
    assert_eq!(
        codes(FindingStage::Found, &past, DEPUTY, date(2026, 6, 10)),
        ["deadline-past"]
    );
}

#[test]
fn only_a_finding_that_waits_for_its_unit_is_overdue() {
    let today = date(2026, 6, 25);
    for stage in FindingStage::ALL {
        let days = finding(stage).days_overdue(today);
        assert_eq!(
            days,
            if stage == FindingStage::Sent { 5 } else { 0 },
            "{stage:?}"
        );
    }
    assert_eq!(
        finding(FindingStage::Sent).days_overdue(date(2026, 6, 20)),
        0
    );
}

#[test]
fn the_finder_the_group_and_the_office_check_again_and_nobody_else() {
    let answered = finding(FindingStage::Answered);
    let stranger = FindingActor {
        account: AccountId(8),
        ..DEPUTY
    };
    let of_group = FindingActor {
        is_of_group: true,
        ..stranger
    };
    let office = FindingActor {
        is_office: true,
        ..stranger
    };
    assert!(DEPUTY.may_recheck(&answered));
    assert!(of_group.may_recheck(&answered));
    assert!(office.may_recheck(&answered));
    assert!(!stranger.may_recheck(&answered));
    assert!(!UNIT.may_recheck(&answered));
    let close = step(FindingAct::Close);
    let told = codes(FindingStage::Answered, &close, stranger, date(2026, 6, 15));
    assert_eq!(told, ["not-finder-or-group"]);
}

#[test]
fn a_page_offers_the_acts_that_stage_roles_and_unit_allow() {
    use crate::access::Role;
    let actor = |role, unit: Option<i64>| Actor {
        account: Some(AccountId(30)),
        unit: unit.map(UnitId),
        roles: vec![(role, Some(CongressId(6)))],
        ..Actor::console()
    };
    let offered = |stage, actor: &Actor, may_recheck| {
        offered(&finding(stage), actor, CongressId(6), may_recheck)
    };
    let clerk = actor(Role::Clerk, None);
    assert_eq!(
        offered(FindingStage::Found, &clerk, true),
        [FindingAct::Send, FindingAct::Dismiss]
    );
    let (own, strange) = (
        actor(Role::UnitStaff, Some(3)),
        actor(Role::UnitStaff, Some(4)),
    );
    assert_eq!(
        offered(FindingStage::Sent, &own, false),
        [FindingAct::Answer, FindingAct::AskExtension]
    );
    assert_eq!(offered(FindingStage::Sent, &strange, false), []);
    let deputy = actor(Role::Deputy, None);
    assert_eq!(
        offered(FindingStage::Answered, &deputy, true),
        [FindingAct::Close, FindingAct::Reopen]
    );
    assert_eq!(offered(FindingStage::Answered, &deputy, false), []);
}

#[test]
fn a_day_for_the_answer_is_proposed_fifteen_days_ahead() {
    let today = date(2026, 6, 18);
    assert_eq!(usual_due(None, today), date(2026, 7, 3));
    let past = Some(date(2026, 6, 1));
    assert_eq!(usual_due(past, today), date(2026, 7, 3));
    let ahead = Some(date(2026, 6, 20));
    assert_eq!(usual_due(ahead, today), date(2026, 7, 5));
}

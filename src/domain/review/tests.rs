//! The lifecycle, the guards and the two people of a department review.

use jiff::civil::{Date, date};

use super::opinions::{Opinions, TypedOpinions, agreed, is_half_typed};
use super::question::ReviewQuestion;
use super::review_poll::ReviewPoll;
use super::task::{ReviewTask, TaskActor};
use super::*;
use crate::congress::{Body, Level};
use crate::followup::finding::{FindingAct, FindingStage, FindingStep};
use crate::id::{AccountId, PollId, ReviewQuestionId};
use crate::tally::LineGrade;

const TODAY: Date = date(2026, 9, 10);

fn review(stage: ReviewStage) -> DepartmentReview {
    DepartmentReview {
        id: ReviewId(1),
        reviewer: Reviewer::WorkCommittee,
        department: "water".to_owned(),
        year: 2026,
        topic: "winter supply".to_owned(),
        on: TODAY,
        place: "hall".to_owned(),
        chair: "chair 1".to_owned(),
        media: Vec::new(),
        stage,
        conclusion: String::new(),
        reason: String::new(),
        released_on: None,
    }
}

fn step(act: ReviewAct) -> ReviewStep {
    ReviewStep {
        act,
        text: "said".to_owned(),
        on: Some(TODAY),
        place: "hall".to_owned(),
        chair: "chair 1".to_owned(),
        media: Vec::new(),
    }
}

fn codes(problems: &[Problem]) -> Vec<&str> {
    problems.iter().map(|one| one.code).collect()
}

#[test]
fn the_whole_lifecycle_is_this_table() {
    let mut table = Vec::new();
    for stage in ReviewStage::ALL {
        for act in ReviewAct::ALL {
            if let Some(after) = stage.after(act) {
                table.push(format!("{} {} {}", stage.word(), act.word(), after.word()));
            }
        }
    }
    assert_eq!(
        table,
        [
            "planned hold held",
            "planned call-off called_off",
            "held conclude concluded",
            "concluded release concluded",
            "concluded withdraw concluded",
        ]
    );
    for stage in ReviewStage::ALL {
        assert_eq!(ReviewStage::from_word(stage.word()), Some(stage));
        for act in ReviewAct::ALL {
            let refused = problems_of_step(&review(stage), &step(act), false, TODAY);
            let is_refused = codes(&refused) == ["work-review-out-of-turn"];
            assert_eq!(is_refused, stage.after(act).is_none(), "{stage:?} {act:?}");
        }
    }
}

#[test]
fn a_review_says_what_it_is_about_and_lies_ahead_until_it_is_held() {
    let planned = review(ReviewStage::Planned);
    assert!(problems(&planned, TODAY).is_empty());
    let yesterday = DepartmentReview {
        on: date(2026, 9, 9),
        ..planned.clone()
    };
    assert_eq!(
        codes(&problems(&yesterday, TODAY)),
        ["work-review-day-past"]
    );
    let blank = DepartmentReview {
        department: " ".to_owned(),
        topic: String::new(),
        place: String::new(),
        year: 2024,
        ..planned
    };
    let found = problems(&blank, TODAY);
    assert_eq!(codes(&found), ["blank", "blank", "work-review-year"]);
    let held = DepartmentReview {
        on: date(2026, 9, 11),
        chair: String::new(),
        ..review(ReviewStage::Held)
    };
    assert_eq!(codes(&problems(&held, TODAY)), ["blank", "held-day"]);
    let concluded = review(ReviewStage::Concluded);
    let closed = problems(&concluded, TODAY);
    assert_eq!(codes(&closed), ["work-review-out-of-turn"]);
}

#[test]
fn an_act_needs_what_it_writes_down() {
    let planned = review(ReviewStage::Planned);
    let mut early = step(ReviewAct::Hold);
    early.on = Some(date(2026, 9, 11));
    early.place = String::new();
    early.chair = " ".to_owned();
    let found = problems_of_step(&planned, &early, false, TODAY);
    assert_eq!(codes(&found), ["held-day", "blank", "blank"]);
    let held = review(ReviewStage::Held);
    let mut silent = step(ReviewAct::Conclude);
    silent.text = " ".to_owned();
    let found = problems_of_step(&held, &silent, true, TODAY);
    assert_eq!(codes(&found), ["blank", "opinions-half-typed"]);
    silent.text = "x".repeat(MOST_LETTERS + 1);
    let found = problems_of_step(&held, &silent, false, TODAY);
    assert_eq!(codes(&found), ["text-long"]);
}

#[test]
fn an_act_that_was_done_just_so_is_known_again() {
    let mut one = review(ReviewStage::Planned);
    for act in [ReviewAct::Hold, ReviewAct::Conclude, ReviewAct::Release] {
        let step = step(act);
        assert!(!one.has_done(&step), "{act:?}");
        one.apply(step.clone(), TODAY);
        assert!(one.has_done(&step), "{act:?}");
    }
    assert_eq!(one.released_on, Some(TODAY));
    let mut other = step(ReviewAct::Conclude);
    other.text = "something else".to_owned();
    assert!(!one.has_done(&other), "other words are another act");
    one.apply(step(ReviewAct::Withdraw), TODAY);
    assert_eq!((one.released_on, one.stage), (None, ReviewStage::Concluded));
}

fn question(answer: &str, answered_on: Option<Date>) -> ReviewQuestion {
    ReviewQuestion {
        id: ReviewQuestionId(1),
        review: ReviewId(1),
        asked_by: "deputy 7".to_owned(),
        text: "when?".to_owned(),
        answer_by: Some(date(2026, 9, 20)),
        answer: answer.to_owned(),
        answered_on,
    }
}

#[test]
fn a_question_is_asked_where_the_review_is_held_and_answered_once() {
    let held = review(ReviewStage::Held);
    let open = question("", None);
    assert!(question::problems(&open, &held).is_empty());
    assert_eq!(open.days_overdue(date(2026, 9, 23)), 3);
    for stage in [
        ReviewStage::Planned,
        ReviewStage::Concluded,
        ReviewStage::CalledOff,
    ] {
        let found = question::problems(&open, &review(stage));
        assert_eq!(codes(&found), ["work-review-not-held"], "{stage:?}");
    }
    let nobody = ReviewQuestion {
        asked_by: String::new(),
        answer_by: None,
        ..open.clone()
    };
    let found = question::problems(&nobody, &held);
    assert_eq!(codes(&found), ["answer-or-day", "blank"]);
    let answered = question("in May", Some(TODAY));
    let twice = question::problems_of_answer(&answered, "in June", &held);
    assert_eq!(codes(&twice), ["question-answered"]);
    let blank = question::problems_of_answer(&open, " ", &held);
    assert_eq!(codes(&blank), ["blank"]);
    let late = question::problems_of_answer(&open, "in May", &review(ReviewStage::Concluded));
    assert!(late.is_empty(), "an answer may come after the conclusion");
}

fn rectify(act: FindingAct) -> FindingStep {
    FindingStep {
        act,
        text: "mended".to_owned(),
        due: Some(date(2026, 12, 1)),
        approver: "chair".to_owned(),
    }
}

#[test]
fn a_task_goes_the_way_of_a_finding_from_sent_on() {
    let task = ReviewTask::given(ReviewId(1), "pipes".to_owned(), date(2026, 11, 9), TODAY);
    let office = TaskActor {
        account: AccountId(1),
        unit: None,
    };
    let mut reached = vec![task.stage];
    for stage in FindingStage::ALL {
        for act in FindingAct::ALL {
            let one = ReviewTask {
                stage,
                ..task.clone()
            };
            let found = task::problems_of_step(&one, &rectify(act), office, TODAY);
            assert_eq!(
                codes(&found).contains(&"finding-out-of-turn"),
                stage.after(act).is_none(),
                "{stage:?} {act:?}"
            );
            let next = stage.after(act).filter(|_| reached.contains(&stage));
            reached.extend(next);
        }
    }
    assert!(!reached.contains(&FindingStage::Found));
    assert!(!reached.contains(&FindingStage::Dismissed));
}

#[test]
fn whoever_answered_for_a_task_does_not_close_it() {
    let (unit, clerk, other) = (AccountId(5), AccountId(1), AccountId(2));
    let hand = |account, unit| TaskActor { account, unit };
    let mut task = ReviewTask::given(ReviewId(1), "pipes".to_owned(), date(2026, 11, 9), TODAY);
    task.apply(&rectify(FindingAct::Answer), clerk, TODAY);
    let closes = |task: &ReviewTask, hand| {
        let found = task::problems_of_step(task, &rectify(FindingAct::Close), hand, TODAY);
        found.is_empty()
    };
    assert!(!closes(&task, hand(clerk, None)), "it answered itself");
    assert!(
        !closes(&task, hand(unit, Some(UnitId(3)))),
        "it is the unit"
    );
    assert!(closes(&task, hand(other, None)));
    task.apply(&rectify(FindingAct::Close), other, TODAY);
    assert_eq!(task.closed_on, Some(TODAY));
    task.apply(&rectify(FindingAct::Reopen), other, TODAY);
    assert_eq!((task.reopened, task.closed_on), (1, None));
    assert_eq!(task.days_overdue(date(2026, 12, 4)), 3);
}

fn opinions(members: u32, dissatisfied: u32) -> Opinions {
    Opinions {
        members,
        satisfied: 3,
        basically: 2,
        dissatisfied,
        abstain: 1,
    }
}

#[test]
fn opinions_add_up_and_two_people_type_them_alike() {
    let held = review(ReviewStage::Held);
    let typed = |by, opinions| TypedOpinions {
        by: AccountId(by),
        opinions,
    };
    let first = typed(1, opinions(8, 2));
    assert!(opinions::problems(&held, &first, &[]).is_empty());
    let wrong = opinions::problems(&held, &typed(1, opinions(9, 2)), &[]);
    assert_eq!(codes(&wrong), ["opinions-sum"]);
    assert_eq!(wrong[0].facts[1].1, "8");
    let none = Opinions {
        members: 0,
        satisfied: 0,
        basically: 0,
        dissatisfied: 0,
        abstain: 0,
    };
    let nobody = opinions::problems(&held, &typed(1, none), &[]);
    assert_eq!(codes(&nobody), ["opinions-nobody"]);
    let other = opinions::problems(&held, &typed(2, opinions(9, 3)), &[first]);
    assert_eq!(codes(&other), ["opinions-differ"]);
    let again = opinions::problems(&held, &typed(1, opinions(9, 3)), &[first]);
    assert!(again.is_empty(), "one's own numbers may be typed anew");
    assert!(is_half_typed(&[first]));
    assert_eq!(agreed(&[first, first]), None, "one person is not two");
    let second = typed(2, opinions(8, 2));
    assert_eq!(agreed(&[first, second]), Some(opinions(8, 2)));
    let late = opinions::problems(&held, &typed(3, opinions(8, 2)), &[first, second]);
    assert_eq!(codes(&late), ["opinions-agreed"]);
}

#[test]
fn only_the_work_committee_notes_opinions() {
    let mut of_congress = review(ReviewStage::Held);
    of_congress.reviewer = Reviewer::Congress {
        congress: CongressId(1),
        unit: UnitId(1),
    };
    let new = TypedOpinions {
        by: AccountId(1),
        opinions: opinions(8, 2),
    };
    let found = opinions::problems(&of_congress, &new, &[]);
    assert_eq!(codes(&found), ["no-opinions-here"]);
    assert!(!of_congress.reviewer.is_advisory());
    assert!(Reviewer::WorkCommittee.is_advisory());
}

#[test]
fn a_congress_puts_its_unit_to_an_evaluation_and_again_where_it_is_dissatisfied() {
    let reviewer = Reviewer::Congress {
        congress: CongressId(1),
        unit: UnitId(4),
    };
    let of = |stage| DepartmentReview {
        reviewer,
        ..review(stage)
    };
    let put = |poll, is_draft, grade| ReviewPoll {
        poll: PollId(poll),
        is_draft,
        grade,
    };
    let code = |found: Result<review_poll::NextReviewPoll, Problem>| found.unwrap_err().code;
    let held = of(ReviewStage::Held);
    let first = review_poll::next(&held, &[]).unwrap();
    assert_eq!((first.unit, first.second_of), (UnitId(4), None));
    let planned = review_poll::next(&of(ReviewStage::Planned), &[]);
    assert_eq!(code(planned), "work-review-not-held");
    let running = put(1, false, None);
    assert_eq!(
        code(review_poll::next(&held, &[running])),
        "work-review-poll-running"
    );
    for grade in [LineGrade::Satisfied, LineGrade::Basically] {
        let decided = put(1, false, Some(grade));
        assert_eq!(
            code(review_poll::next(&held, &[decided])),
            "work-review-poll-decided"
        );
    }
    let bad = put(1, false, Some(LineGrade::Dissatisfied));
    let again = review_poll::next(&of(ReviewStage::Concluded), &[bad]).unwrap();
    assert_eq!((again.second_of, again.instead_of), (Some(PollId(1)), None));
    let anew = review_poll::next(&held, &[bad, put(2, true, None)]).unwrap();
    assert_eq!(anew.second_of, Some(PollId(1)));
    assert_eq!(anew.instead_of, Some(PollId(2)), "a draft gives way");
}

#[test]
fn the_work_committee_never_votes_and_a_congress_by_the_body_of_its_level() {
    let never = review_poll::next(&review(ReviewStage::Held), &[]).unwrap_err();
    assert_eq!(never.code, "advisory-never-votes");
    for (level, body, is_right) in [
        (Level::County, Body::StandingCommittee, true),
        (Level::County, Body::Congress, false),
        (Level::Township, Body::Congress, true),
    ] {
        assert_eq!(
            review_poll::problem_of_body(level, body).is_none(),
            is_right
        );
    }
}

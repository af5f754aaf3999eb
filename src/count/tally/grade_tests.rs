//! The grades of evaluations as tables: papers in, a grade out, for every rule that was found in use.

use super::*;
use crate::ballot::{Grade, Paper};
use crate::congress::Body;
use crate::poll::rules::{
    BlankRule, CountingBase, GradeRule, GradeScale, HalfRule, HallNumbers, Rules, UnmarkedRule,
};
use crate::poll::template::Template;

/// An evaluation by all members of a standing committee, as 镇海 2021 has it: half included.
fn chain(half: HalfRule, base: CountingBase) -> Rules {
    let rules = Template::Evaluation.rules(Body::StandingCommittee, 0);
    Rules {
        half,
        base,
        ..rules
    }
}

fn rates(satisfied: u8, basically: u8) -> Rules {
    Rules {
        grades: GradeRule::Rates {
            satisfied,
            basically,
        },
        ..chain(HalfRule::Passes, CountingBase::Valid)
    }
}

/// Counts one line: papers that say satisfied, basically satisfied, dissatisfied, and abstain.
fn count(rules: &Rules, numbers: &HallNumbers, papers: [u64; 4]) -> Outcome {
    let mut counter = Counter::new(rules, 1);
    let grades = [
        Grade::Satisfied,
        Grade::Basically,
        Grade::Dissatisfied,
        Grade::Abstain,
    ];
    for (grade, papers) in grades.into_iter().zip(papers) {
        counter.add(&Paper::Grades(vec![grade]), papers);
    }
    counter.finish(numbers).unwrap()
}

fn grade(rules: &Rules, due: u32, papers: [u64; 4]) -> &'static str {
    count(rules, &HallNumbers::of(due), papers).grades[0]
        .grade
        .word()
}

#[test]
fn zhenhai_2021_of_all_29_members_and_half_included() {
    let rules = chain(HalfRule::Passes, CountingBase::InOffice);
    for (papers, came_to) in [
        ([29, 0, 0, 0], "satisfied"),
        ([15, 10, 4, 0], "satisfied"),
        ([14, 1, 14, 0], "basically"),
        ([0, 15, 14, 0], "basically"),
        ([14, 0, 15, 0], "dissatisfied"),
        ([10, 4, 15, 0], "dissatisfied"),
        // Whoever stays away or abstains counts in the base and helps no grade.
        ([14, 0, 0, 15], "dissatisfied"),
        ([14, 0, 0, 0], "dissatisfied"),
    ] {
        assert_eq!(grade(&rules, 29, papers), came_to, "{papers:?}");
    }
}

#[test]
fn exactly_half_passes_or_fails_as_the_rules_say() {
    let passes = chain(HalfRule::Passes, CountingBase::InOffice);
    let fails = chain(HalfRule::Fails, CountingBase::InOffice);
    for (due, papers, if_it_passes, if_it_fails) in [
        // An even base has an exact half,
        (30, [15, 0, 15, 0], "satisfied", "dissatisfied"),
        (30, [14, 1, 15, 0], "basically", "dissatisfied"),
        (30, [15, 1, 14, 0], "satisfied", "basically"),
        (30, [16, 0, 14, 0], "satisfied", "satisfied"),
        // an odd one has not: both ask for the same number.
        (29, [15, 0, 14, 0], "satisfied", "satisfied"),
        (29, [14, 0, 15, 0], "dissatisfied", "dissatisfied"),
        (31, [15, 0, 16, 0], "dissatisfied", "dissatisfied"),
        (31, [16, 0, 15, 0], "satisfied", "satisfied"),
    ] {
        assert_eq!(
            grade(&passes, due, papers),
            if_it_passes,
            "{due} {papers:?}"
        );
        assert_eq!(grade(&fails, due, papers), if_it_fails, "{due} {papers:?}");
    }
}

#[test]
fn longyou_2017_has_a_fourth_choice() {
    let rules = Rules {
        scale: GradeScale::Four,
        body: Body::Congress,
        ..chain(HalfRule::Fails, CountingBase::InOffice)
    };
    let outcome = count(&rules, &HallNumbers::of(182), [152, 30, 0, 0]);
    let line = outcome.grades[0];
    assert_eq!((line.satisfied, line.basically), (152, 30));
    assert_eq!((line.dissatisfied, line.abstain), (0, 0));
    assert_eq!((line.needs_satisfied, line.needs_basically), (92, 92));
    assert_eq!(line.grade.word(), "satisfied");
    assert_eq!(outcome.decision, Decision::Graded);
    assert!(outcome.decision.is_final() && outcome.lines.is_empty());
}

#[test]
fn ningguo_2024_has_a_few_who_are_not_satisfied() {
    let rules = chain(HalfRule::Fails, CountingBase::Returned);
    assert_eq!(grade(&rules, 240, [182, 10, 1, 0]), "satisfied");
    assert_eq!(grade(&rules, 240, [185, 8, 0, 0]), "satisfied");
}

#[test]
fn rates_are_met_by_the_number_itself() {
    // 石鼓: below 70 % a second rectification follows.
    let rules = rates(90, 70);
    for (papers, came_to) in [
        ([90, 0, 10, 0], "satisfied"),
        ([89, 0, 11, 0], "basically"),
        ([70, 0, 30, 0], "basically"),
        ([69, 1, 30, 0], "basically"),
        ([69, 0, 31, 0], "dissatisfied"),
        ([0, 70, 30, 0], "basically"),
        ([0, 69, 30, 1], "dissatisfied"),
    ] {
        assert_eq!(grade(&rules, 200, papers), came_to, "{papers:?}");
    }
    // 90 % of 33 is 29.7: thirty are needed, not twenty-nine.
    assert_eq!(grade(&rules, 200, [29, 0, 4, 0]), "basically");
    assert_eq!(grade(&rules, 200, [30, 0, 3, 0]), "satisfied");
}

#[test]
fn rates_tell_what_places_report_without_a_published_formula() {
    for (rules, papers, came_to) in [
        // 汉阴 2020: nothing but satisfied and basically satisfied, in plenary.
        (rates(90, 100), [80, 20, 0, 0], "basically"),
        (rates(90, 100), [95, 5, 0, 0], "satisfied"),
        (rates(90, 100), [89, 10, 1, 0], "dissatisfied"),
        // 宁海 2013: every item at 94 % or more.
        (rates(94, 94), [94, 0, 6, 0], "satisfied"),
        (rates(94, 94), [93, 1, 6, 0], "basically"),
        (rates(94, 94), [93, 0, 7, 0], "dissatisfied"),
    ] {
        assert_eq!(grade(&rules, 100, papers), came_to, "{papers:?}");
    }
}

#[test]
fn huzhou_2024_grades_each_unit_by_itself() {
    // 335 deputies, units instead of items: one unit's papers never lift another's.
    let rules = rates(90, 60);
    let mut counter = Counter::new(&rules, 2);
    let (good, bad) = (Grade::Satisfied, Grade::Dissatisfied);
    counter.add(&Paper::Grades(vec![good, good]), 200);
    counter.add(&Paper::Grades(vec![good, bad]), 135);
    let outcome = counter.finish(&HallNumbers::of(335)).unwrap();
    let grades = outcome.grades.iter().map(|line| line.grade.word());
    // 200 of 335 is 59.7 %.
    assert_eq!(grades.collect::<Vec<_>>(), ["satisfied", "dissatisfied"]);
}

#[test]
fn the_base_is_that_of_the_rules() {
    // 40 due, 36 present, 34 papers returned, one of them void as blank: 18 satisfied, 15 dissatisfied.
    let numbers = HallNumbers {
        due: 40,
        present: Some(36),
        issued: Some(36),
        returned: Some(34),
    };
    for (base, number, came_to) in [
        (CountingBase::InOffice, 40, "dissatisfied"),
        (CountingBase::Present, 36, "dissatisfied"),
        (CountingBase::Returned, 34, "satisfied"),
        (CountingBase::Valid, 33, "satisfied"),
    ] {
        let rules = Rules {
            blank: BlankRule::Void,
            ..chain(HalfRule::Fails, base)
        };
        let mut counter = Counter::new(&rules, 1);
        counter.add(&Paper::Grades(vec![Grade::Satisfied]), 18);
        counter.add(&Paper::Grades(vec![Grade::Dissatisfied]), 15);
        counter.add(&Paper::Grades(vec![Grade::Unmarked]), 1);
        let outcome = counter.finish(&numbers).unwrap();
        assert_eq!(outcome.base, number, "{base:?}");
        assert_eq!(outcome.grades[0].grade.word(), came_to, "{base:?}");
        assert_eq!((outcome.valid, outcome.void_total()), (33, 1));
        assert_eq!(outcome.not_returned, Some(2));
    }
}

#[test]
fn a_line_without_a_mark_counts_as_the_rules_say() {
    for (unmarked, satisfied, dissatisfied, abstain) in [
        (UnmarkedRule::Abstain, 1, 1, 2),
        (UnmarkedRule::Oppose, 1, 3, 0),
        (UnmarkedRule::Approve, 3, 1, 0),
    ] {
        let rules = Rules {
            unmarked,
            ..chain(HalfRule::Passes, CountingBase::InOffice)
        };
        let mut counter = Counter::new(&rules, 2);
        counter.add(&Paper::Grades(vec![Grade::Satisfied, Grade::Satisfied]), 1);
        counter.add(&Paper::Grades(vec![Grade::Unmarked, Grade::Satisfied]), 2);
        counter.add(
            &Paper::Grades(vec![Grade::Dissatisfied, Grade::Satisfied]),
            1,
        );
        let line = counter.finish(&HallNumbers::of(4)).unwrap().grades[0];
        let found = (line.satisfied, line.dissatisfied, line.abstain);
        assert_eq!(found, (satisfied, dissatisfied, abstain), "{unmarked:?}");
    }
}

#[test]
fn more_papers_back_than_were_given_out_grade_nothing() {
    let rules = chain(HalfRule::Passes, CountingBase::InOffice);
    let numbers = HallNumbers {
        issued: Some(28),
        ..HallNumbers::of(29)
    };
    let outcome = count(&rules, &numbers, [29, 0, 0, 0]);
    assert!(outcome.grades.is_empty());
    assert_eq!(
        outcome.decision,
        Decision::VoidRound(VoidRound::ReturnedAboveIssued {
            issued: 28,
            returned: 29
        })
    );
}

#[test]
fn the_trace_says_base_need_and_each_grade_with_its_lines() {
    let rules = chain(HalfRule::Passes, CountingBase::InOffice);
    let mut counter = Counter::new(&rules, 3);
    let papers = [
        (Grade::Satisfied, Grade::Basically, Grade::Dissatisfied, 20),
        (Grade::Satisfied, Grade::Satisfied, Grade::Dissatisfied, 9),
    ];
    for (one, two, three, papers) in papers {
        counter.add(&Paper::Grades(vec![one, two, three]), papers);
    }
    let outcome = counter.finish(&HallNumbers::of(29)).unwrap();
    let told: Vec<String> = outcome
        .trace
        .iter()
        .map(|step| format!("{} {}", step.event.word(), step.event.facts()))
        .collect();
    assert_eq!(
        told,
        [
            "papers returned=29 valid=29 void=0 blank=0",
            "base of=in-office number=29",
            "grades-need satisfied=15 basically=15",
            "graded grade=satisfied lines=1",
            "graded grade=basically lines=2",
            "graded grade=dissatisfied lines=3",
        ]
    );
    assert_eq!(outcome.trace[3].clause, Clause::Grades);
}

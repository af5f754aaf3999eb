//! The count as tables: approvals in, verdicts out, and the trace that tells it.

use super::*;
use crate::ballot::{LineNo, Mark, Paper, VoidReason};
use crate::congress::Body;
use crate::poll::rules::{
    BlankRule, CountingBase, HalfRule, HallNumbers, OvermarkRule, PassRule, RankSum, Rules,
    ShortfallRule, TieRule, UnmarkedRule,
};
use crate::poll::template::Template;
use crate::problem::Problem;

fn per_item(places: u16) -> Rules {
    Rules::per_item(places, Body::Congress)
}

/// Counts papers that each approve one line, so that every sum can be set by itself.
fn count(rules: &Rules, due: u32, approvals: &[u64]) -> Outcome {
    let mut counter = Counter::new(rules, approvals.len());
    for (line, papers) in approvals.iter().enumerate() {
        let mut marks = vec![Mark::Oppose; approvals.len()];
        marks[line] = Mark::Approve;
        counter.add(&Paper::Marks(marks), *papers);
    }
    counter.finish(&HallNumbers::of(due)).unwrap()
}

fn verdicts(outcome: &Outcome) -> Vec<&'static str> {
    outcome
        .lines
        .iter()
        .map(|line| line.verdict.word())
        .collect()
}

fn ranks(outcome: &Outcome) -> Vec<u64> {
    outcome.lines.iter().map(|line| line.rank).collect()
}

fn clauses(outcome: &Outcome) -> Vec<&'static str> {
    outcome
        .lines
        .iter()
        .map(|line| line.clause.word())
        .collect()
}

fn lines(numbers: &[u16]) -> Vec<LineNo> {
    numbers.iter().copied().map(LineNo).collect()
}

fn events(outcome: &Outcome) -> Vec<TraceEvent> {
    outcome
        .trace
        .iter()
        .map(|step| step.event.clone())
        .collect()
}

#[test]
fn the_places_go_to_the_most_votes_among_those_with_a_majority() {
    let outcome = count(&per_item(2), 9, &[7, 5, 6, 4]);
    assert_eq!(
        verdicts(&outcome),
        ["selected", "beyond_places", "selected", "below_threshold"]
    );
    assert_eq!(
        clauses(&outcome),
        ["most-votes", "most-votes", "most-votes", "majority"]
    );
    assert_eq!(outcome.decision, Decision::Complete);
    assert_eq!(outcome.needed, 5);
    assert_eq!(outcome.lines[3].short_by, 1);
    assert_eq!(ranks(&outcome), [1, 3, 2, 4]);
}

#[test]
fn exactly_half_of_all_is_not_a_majority() {
    let rules = per_item(1);
    assert_eq!(verdicts(&count(&rules, 48, &[24])), ["below_threshold"]);
    assert_eq!(verdicts(&count(&rules, 48, &[25])), ["selected"]);
    assert_eq!(verdicts(&count(&rules, 49, &[24])), ["below_threshold"]);
    assert_eq!(
        verdicts(&count(&rules, 161, &[80, 81])),
        ["below_threshold", "selected"]
    );
    let mut half = per_item(1);
    half.half = HalfRule::Passes;
    assert_eq!(verdicts(&count(&half, 48, &[24])), ["selected"]);
    assert_eq!(verdicts(&count(&half, 49, &[24])), ["below_threshold"]);
}

#[test]
fn absence_works_as_opposition() {
    // 33 of 49 are present: 24 approvals are 73 % of them and still not half of all.
    let rules = per_item(1);
    let mut counter = Counter::new(&rules, 1);
    counter.add(&Paper::Marks(vec![Mark::Approve]), 24);
    counter.add(&Paper::Marks(vec![Mark::Oppose]), 9);
    let numbers = HallNumbers {
        present: Some(33),
        issued: Some(33),
        ..HallNumbers::of(49)
    };
    let outcome = counter.finish(&numbers).unwrap();
    assert_eq!(
        (outcome.lines[0].needed, outcome.lines[0].short_by),
        (25, 1)
    );
}

#[test]
fn a_tie_at_the_edge_stops_the_count() {
    let outcome = count(&per_item(3), 9, &[8, 6, 6, 6, 5, 2]);
    let expected = [
        "selected",
        "tied",
        "tied",
        "tied",
        "beyond_places",
        "below_threshold",
    ];
    assert_eq!(verdicts(&outcome), expected);
    assert_eq!(
        outcome.decision,
        Decision::Tied {
            lines: lines(&[2, 3, 4]),
            places_left: 2
        }
    );
    assert!(!outcome.decision.is_final());
    assert_eq!(ranks(&outcome), [1, 2, 2, 2, 5, 6]);
}

#[test]
fn equals_that_all_fit_are_no_tie() {
    let outcome = count(&per_item(3), 9, &[8, 6, 6, 5]);
    assert_eq!(
        verdicts(&outcome),
        ["selected", "selected", "selected", "beyond_places"]
    );
    let all = count(&per_item(2), 9, &[6, 6]);
    assert_eq!(verdicts(&all), ["selected", "selected"]);
    assert_eq!(all.decision, Decision::Complete);
}

#[test]
fn equals_below_the_majority_are_no_tie() {
    let outcome = count(&per_item(2), 9, &[7, 4, 4]);
    assert_eq!(
        verdicts(&outcome),
        ["selected", "below_threshold", "below_threshold"]
    );
    assert_eq!(
        outcome.decision,
        Decision::Shortfall {
            missing: 1,
            is_accepted: true
        }
    );
}

#[test]
fn all_equal_are_all_tied() {
    let outcome = count(&per_item(2), 9, &[6, 6, 6]);
    assert_eq!(
        outcome.decision,
        Decision::Tied {
            lines: lines(&[1, 2, 3]),
            places_left: 2
        }
    );
}

#[test]
fn a_tie_drafts_a_run_off_among_exactly_the_tied() {
    let rules = per_item(3);
    let outcome = count(&rules, 9, &[8, 6, 6, 6, 5, 2]);
    let NextRound::RunOff {
        lines: tied,
        rules: second,
    } = next(&outcome, &rules)
    else {
        panic!("no run-off");
    };
    assert_eq!(tied, lines(&[2, 3, 4]));
    assert_eq!((second.places, second.template), (2, Template::RunOff));
    // Each has passed before: the most votes win, with fewer than a majority too.
    let run_off = count(&second, 9, &[4, 1, 3]);
    assert_eq!(
        verdicts(&run_off),
        ["selected", "beyond_places", "selected"]
    );
    assert_eq!(run_off.decision, Decision::Complete);
    // A paper approves at most the places left.
    let mut counter = Counter::new(&second, 3);
    counter.add(&Paper::Marks(vec![Mark::Approve; 3]), 1);
    assert_eq!(
        counter.finish(&HallNumbers::of(9)).unwrap().void[&VoidReason::Overmarked],
        1
    );
}

#[test]
fn a_run_off_may_want_the_majority_once_more() {
    let mut rules = per_item(1);
    rules.runoff_needs_majority = true;
    let first = count(&rules, 12, &[7, 7]);
    let NextRound::RunOff { rules: second, .. } = next(&first, &rules) else {
        panic!("no run-off")
    };
    let run_off = count(&second, 12, &[6, 5]);
    assert_eq!(verdicts(&run_off), ["below_threshold", "below_threshold"]);
    assert_eq!(clauses(&run_off), ["run-off", "run-off"]);
}

#[test]
fn a_second_tie_goes_the_way_the_rules_say() {
    for (second_tie, follows) in [
        (
            TieRule::Presidium,
            NextRound::Presidium {
                lines: lines(&[1, 2]),
                places: 1,
            },
        ),
        (TieRule::Unstated, NextRound::Unsaid),
    ] {
        let mut rules = per_item(1);
        rules.second_tie = second_tie;
        let first = count(&rules, 9, &[6, 6]);
        let NextRound::RunOff { rules: second, .. } = next(&first, &rules) else {
            panic!()
        };
        let again = count(&second, 9, &[4, 4]);
        assert_eq!(next(&again, &second), follows);
        assert_eq!(clauses(&again), ["second-tie", "second-tie"]);
    }
    let mut rules = per_item(1);
    rules.second_tie = TieRule::RunOff;
    let NextRound::RunOff { rules: second, .. } = next(&count(&rules, 9, &[6, 6]), &rules) else {
        panic!();
    };
    let NextRound::RunOff { rules: third, .. } = next(&count(&second, 9, &[4, 4]), &second) else {
        panic!("a run-off follows a run-off");
    };
    assert_eq!(third.tie, TieRule::RunOff);
}

#[test]
fn the_presidium_chooses_exactly_the_places_left_among_the_tied() {
    let mut rules = per_item(3);
    rules.tie = TieRule::Presidium;
    let tied = count(&rules, 9, &[8, 6, 6, 6, 5, 2]);
    let follows = NextRound::Presidium {
        lines: lines(&[2, 3, 4]),
        places: 2,
    };
    assert_eq!(next(&tied, &rules), follows);
    let code = |chosen: &[u16]| settle(tied.clone(), &rules, &lines(chosen)).map_err(|p| p.code);
    assert_eq!(code(&[2]), Err("tie-choice-number"));
    assert_eq!(code(&[2, 3, 4]), Err("tie-choice-number"));
    assert_eq!(code(&[2, 5]), Err("tie-choice-foreign"));
    assert_eq!(code(&[2, 2]), Err("tie-choice-foreign"));
    assert_eq!(code(&[1, 2]), Err("tie-choice-foreign"));
    let settled = code(&[4, 2]).unwrap();
    let expected = [
        "selected",
        "selected",
        "beyond_places",
        "selected",
        "beyond_places",
    ];
    assert_eq!(verdicts(&settled)[..5], expected);
    assert_eq!(settled.decision, Decision::Complete);
    assert_eq!(next(&settled, &rules), NextRound::Nothing);
    let last = &events(&settled)[settled.trace.len() - 2..];
    assert_eq!(
        last,
        [
            TraceEvent::PresidiumDecided {
                lines: lines(&[2, 4])
            },
            TraceEvent::Stands
        ]
    );
    let run_off = per_item(3);
    let not_theirs = settle(count(&run_off, 9, &[8, 6, 6, 6]), &run_off, &lines(&[2, 3]));
    assert_eq!(
        not_theirs.map_err(|p: Problem| p.code),
        Err("tie-not-for-presidium")
    );
}

#[test]
fn a_shortfall_goes_the_way_the_rules_say() {
    let mut rules = per_item(2);
    rules.shortfall = ShortfallRule::Supplementary;
    let outcome = count(&rules, 9, &[7, 4]);
    assert_eq!(
        outcome.decision,
        Decision::Shortfall {
            missing: 1,
            is_accepted: false
        }
    );
    assert!(!outcome.decision.is_final());
    rules.shortfall = ShortfallRule::Unstated;
    let outcome = count(&rules, 9, &[7, 4]);
    assert_eq!(next(&outcome, &rules), NextRound::Unsaid);
    rules.shortfall = ShortfallRule::TakeFewer;
    assert_eq!(next(&count(&rules, 9, &[7, 4]), &rules), NextRound::Nothing);
}

#[test]
fn a_supplementary_round_takes_the_next_by_votes_and_their_equals() {
    let mut rules = per_item(3);
    rules.shortfall = ShortfallRule::Supplementary;
    let among = |approvals: &[u64]| {
        let follows = next(&count(&rules, 21, approvals), &rules);
        let NextRound::Supplementary { lines, rules } = follows else {
            panic!("{follows:?}");
        };
        (lines, rules.places, rules.shortfall)
    };
    let last = ShortfallRule::TakeFewer;
    // Two places left: the 2 + 1 highest of those not selected, in the order of the slate.
    assert_eq!(among(&[3, 9, 12, 8, 1]), (lines(&[1, 2, 4]), 2, last));
    // The third and the fourth are equal: both stand.
    assert_eq!(among(&[3, 9, 12, 8, 3]), (lines(&[1, 2, 4, 5]), 2, last));
    // Fewer are left than the rule would take.
    assert_eq!(among(&[12, 9]), (lines(&[2]), 2, last));
    let mut many = per_item(12);
    many.shortfall = ShortfallRule::Supplementary;
    many.supplementary_rounds = 2;
    let approvals: Vec<u64> = (0..14).rev().collect();
    // Six places left after six selected: 6 + ceil(6/5) = 8 stand, and one more round may follow.
    let follows = next(&count(&many, 15, &approvals), &many);
    let NextRound::Supplementary { lines, rules } = follows else {
        panic!("{follows:?}");
    };
    assert_eq!((lines.len(), rules.places), (8, 6));
    let left = (rules.shortfall, rules.supplementary_rounds);
    assert_eq!(left, (ShortfallRule::Supplementary, 1));
}

#[test]
fn a_supplementary_round_keeps_the_majority() {
    let mut rules = per_item(2);
    rules.shortfall = ShortfallRule::Supplementary;
    let NextRound::Supplementary { rules: second, .. } =
        next(&count(&rules, 9, &[7, 4, 3]), &rules)
    else {
        panic!();
    };
    let outcome = count(&second, 9, &[4, 3]);
    assert_eq!(verdicts(&outcome), ["below_threshold", "below_threshold"]);
    assert_eq!(
        outcome.decision,
        Decision::Shortfall {
            missing: 1,
            is_accepted: true
        }
    );
}

#[test]
fn a_shortfall_with_nobody_left_is_taken_as_it_is() {
    let mut rules = per_item(3);
    rules.shortfall = ShortfallRule::Supplementary;
    let outcome = count(&rules, 9, &[7, 6]);
    assert_eq!(
        outcome.decision,
        Decision::Shortfall {
            missing: 1,
            is_accepted: true
        }
    );
    assert_eq!(next(&outcome, &rules), NextRound::Nothing);
}

#[test]
fn more_returned_than_issued_voids_the_round_and_nothing_is_told() {
    let rules = per_item(1);
    let mut counter = Counter::new(&rules, 2);
    counter.add(&Paper::Marks(vec![Mark::Approve, Mark::Oppose]), 8);
    let numbers = HallNumbers {
        issued: Some(7),
        ..HallNumbers::of(9)
    };
    let outcome = counter.clone().finish(&numbers).unwrap();
    let void = VoidRound::ReturnedAboveIssued {
        issued: 7,
        returned: 8,
    };
    assert_eq!(outcome.decision, Decision::VoidRound(void));
    assert!(outcome.lines.is_empty());
    assert_eq!(outcome.not_returned, None);
    assert_eq!(next(&outcome, &rules), NextRound::Again);
    for (issued, missing) in [(8, 0), (9, 1)] {
        let numbers = HallNumbers {
            issued: Some(issued),
            ..HallNumbers::of(9)
        };
        let outcome = counter.clone().finish(&numbers).unwrap();
        assert_eq!(outcome.not_returned, Some(missing));
        assert_eq!(outcome.decision, Decision::Complete);
        assert_eq!(
            outcome.lines[0].abstain, 0,
            "a missing paper is no abstention"
        );
    }
}

#[test]
fn an_account_of_another_number_is_an_error() {
    let rules = per_item(1);
    let mut counter = Counter::new(&rules, 1);
    counter.add(&Paper::Marks(vec![Mark::Approve]), 8);
    let numbers = HallNumbers {
        returned: Some(7),
        ..HallNumbers::of(9)
    };
    let differs = CountError::AccountDiffers {
        account: 7,
        counted: 8,
    };
    assert_eq!(counter.finish(&numbers), Err(differs));
}

#[test]
fn papers_are_accounted_for() {
    let rules = per_item(1);
    let mut counter = Counter::new(&rules, 2);
    counter.add(&Paper::Marks(vec![Mark::Approve, Mark::Unmarked]), 5);
    counter.add(&Paper::Marks(vec![Mark::Approve, Mark::Approve]), 2);
    counter.add(&Paper::Marks(vec![Mark::Unmarked, Mark::Unmarked]), 1);
    counter.add_unreadable(1);
    let outcome = counter.finish(&HallNumbers::of(9)).unwrap();
    assert_eq!((outcome.ballots, outcome.valid, outcome.blank), (9, 6, 1));
    assert_eq!(outcome.void_total(), 3);
    assert_eq!(outcome.void[&VoidReason::Unreadable], 1);
    assert_eq!(outcome.lines[0].abstain, 1, "a blank paper abstains");
    assert_eq!(outcome.lines[1].abstain, 6);
}

#[test]
fn unmarked_lines_and_blank_papers_count_as_the_rules_say() {
    for (unmarked, expected) in [
        (UnmarkedRule::Abstain, (3, 0, 4)),
        (UnmarkedRule::Oppose, (3, 4, 0)),
        (UnmarkedRule::Approve, (7, 0, 0)),
    ] {
        let mut rules = per_item(2);
        rules.unmarked = unmarked;
        let mut counter = Counter::new(&rules, 1);
        counter.add(&Paper::Marks(vec![Mark::Approve]), 3);
        counter.add(&Paper::Marks(vec![Mark::Unmarked]), 4);
        let outcome = counter.finish(&HallNumbers::of(9)).unwrap();
        let line = &outcome.lines[0];
        assert_eq!((line.approve, line.oppose, line.abstain), expected);
    }
    let mut rules = per_item(2);
    rules.blank = BlankRule::Void;
    let mut counter = Counter::new(&rules, 1);
    counter.add(&Paper::Marks(vec![Mark::Unmarked]), 4);
    let outcome = counter.finish(&HallNumbers::of(9)).unwrap();
    assert_eq!(
        (
            outcome.valid,
            outcome.blank,
            outcome.void[&VoidReason::Blank]
        ),
        (0, 4, 4)
    );
    assert_eq!(outcome.lines[0].abstain, 0);
}

#[test]
fn where_only_the_section_is_void_the_other_marks_stand() {
    let mut rules = per_item(1);
    rules.overmark = OvermarkRule::SectionVoid;
    let mut counter = Counter::new(&rules, 3);
    counter.add(
        &Paper::Marks(vec![Mark::Approve, Mark::Approve, Mark::Oppose]),
        2,
    );
    let outcome = counter.finish(&HallNumbers::of(9)).unwrap();
    assert_eq!(outcome.valid, 2);
    let sums: Vec<_> = outcome
        .lines
        .iter()
        .map(|l| (l.approve, l.oppose, l.abstain))
        .collect();
    assert_eq!(sums, [(0, 0, 2), (0, 0, 2), (0, 2, 0)]);
}

#[test]
fn the_base_is_what_the_rules_say() {
    let numbers = HallNumbers {
        present: Some(40),
        ..HallNumbers::of(49)
    };
    for (base, number, needed) in [
        (CountingBase::InOffice, 49, 25),
        (CountingBase::Present, 40, 21),
        (CountingBase::Returned, 30, 16),
        (CountingBase::Valid, 28, 15),
    ] {
        let mut rules = per_item(1);
        rules.base = base;
        let mut counter = Counter::new(&rules, 2);
        counter.add(&Paper::Marks(vec![Mark::Approve, Mark::Oppose]), 28);
        counter.add(&Paper::Marks(vec![Mark::Approve, Mark::Approve]), 2);
        let outcome = counter.clone().finish(&numbers).unwrap();
        assert_eq!((outcome.base, outcome.needed), (number, needed), "{base:?}");
        if base == CountingBase::Present {
            assert_eq!(
                counter.finish(&HallNumbers::of(49)),
                Err(CountError::PresentUnknown)
            );
        }
    }
}

#[test]
fn without_a_threshold_the_most_votes_win() {
    let mut rules = per_item(2);
    rules.pass = PassRule::None;
    let outcome = count(&rules, 100, &[3, 0, 2]);
    assert_eq!(
        verdicts(&outcome),
        ["selected", "beyond_places", "selected"]
    );
    assert_eq!(outcome.needed, 0);
}

#[test]
fn ticks_and_the_list_as_a_whole_are_counted_by_the_same_engine() {
    let rules = Template::Tick.rules(Body::Congress, 1);
    let mut counter = Counter::new(&rules, 2);
    counter.add(&Paper::Ticks(vec![true, false]), 5);
    counter.add(&Paper::Ticks(vec![true, true]), 1);
    counter.add(&Paper::Ticks(vec![false, false]), 2);
    let outcome = counter.finish(&HallNumbers::of(9)).unwrap();
    assert_eq!(verdicts(&outcome), ["selected", "below_threshold"]);
    assert_eq!(
        (
            outcome.lines[1].abstain,
            outcome.blank,
            outcome.void_total()
        ),
        (7, 2, 1)
    );

    let rules = Template::WholeList.rules(Body::Congress, 3);
    for (approve, verdict) in [(5, "selected"), (4, "below_threshold")] {
        let mut counter = Counter::new(&rules, 3);
        counter.add(&Paper::List(Mark::Approve), approve);
        counter.add(&Paper::List(Mark::Oppose), 3);
        counter.add(&Paper::List(Mark::Unmarked), 1);
        let outcome = counter.finish(&HallNumbers::of(9)).unwrap();
        assert_eq!(verdicts(&outcome), [verdict; 3]);
        assert_eq!(ranks(&outcome), [1, 1, 1]);
        assert_eq!((outcome.lines[2].oppose, outcome.lines[2].abstain), (3, 1));
    }
}

#[test]
fn ranked_candidates_pass_by_papers_and_are_ordered_by_points() {
    let mut rules = Template::Rank.rules(Body::Congress, 2);
    let count = |rules: &Rules| {
        let mut counter = Counter::new(rules, 3);
        counter.add(&Paper::Ranks(vec![1, 2, 0]), 4);
        counter.add(&Paper::Ranks(vec![2, 0, 1]), 3);
        counter.add(&Paper::Ranks(vec![0, 1, 2]), 2);
        counter.add(&Paper::Ranks(vec![1, 1, 0]), 1);
        counter.finish(&HallNumbers::of(11)).unwrap()
    };
    let outcome = count(&rules);
    let sums: Vec<_> = outcome
        .lines
        .iter()
        .map(|l| (l.approve, l.points))
        .collect();
    assert_eq!(sums, [(7, Some(11)), (6, Some(8)), (5, Some(8))]);
    assert_eq!(
        verdicts(&outcome),
        ["selected", "selected", "below_threshold"]
    );
    assert_eq!(ranks(&outcome), [1, 2, 2]);
    assert_eq!(outcome.void[&VoidReason::RankRepeated], 1);
    rules.rank_sum = RankSum::BordaWeights(vec![3, 1]);
    let points: Vec<_> = count(&rules)
        .lines
        .iter()
        .map(|l| l.points.unwrap())
        .collect();
    assert_eq!(points, [15, 10, 11]);
    rules.overmark = OvermarkRule::SectionVoid;
    let outcome = count(&rules);
    assert_eq!((outcome.void_total(), outcome.lines[0].abstain), (0, 3));
}

#[test]
fn ranked_candidates_tie_by_points() {
    let rules = Template::Rank.rules(Body::Congress, 1);
    let mut rules = Rules {
        limit: crate::poll::rules::MarkLimit::Unlimited,
        ..rules
    };
    rules.pass = PassRule::None;
    let mut counter = Counter::new(&rules, 2);
    counter.add(&Paper::Ranks(vec![1, 2]), 3);
    counter.add(&Paper::Ranks(vec![2, 1]), 3);
    let outcome = counter.finish(&HallNumbers::of(6)).unwrap();
    assert_eq!(
        outcome.decision,
        Decision::Tied {
            lines: lines(&[1, 2]),
            places_left: 1
        }
    );
}

#[test]
fn sums_that_do_not_fit_stop_the_count() {
    let rules = per_item(1);
    let mut counter = Counter::new(&rules, 1);
    counter.add(&Paper::Marks(vec![Mark::Approve]), u64::MAX);
    counter.add(&Paper::Marks(vec![Mark::Approve]), 1);
    assert_eq!(
        counter.finish(&HallNumbers::of(9)),
        Err(CountError::TooLarge)
    );
    let mut rules = Template::Rank.rules(Body::Congress, 1);
    rules.rank_sum = RankSum::BordaWeights(vec![u32::MAX]);
    let mut counter = Counter::new(&rules, 1);
    counter.add(&Paper::Ranks(vec![1]), u64::MAX / 2);
    assert_eq!(
        counter.finish(&HallNumbers::of(9)),
        Err(CountError::TooLarge)
    );
}

#[test]
fn an_empty_box_and_an_empty_slate_are_counted_too() {
    let rules = per_item(2);
    let outcome = Counter::new(&rules, 3).finish(&HallNumbers::of(9)).unwrap();
    assert_eq!(verdicts(&outcome), ["below_threshold"; 3]);
    assert_eq!(
        outcome.decision,
        Decision::Shortfall {
            missing: 2,
            is_accepted: true
        }
    );
    let outcome = Counter::new(&rules, 0).finish(&HallNumbers::of(9)).unwrap();
    assert_eq!(
        outcome.decision,
        Decision::Shortfall {
            missing: 2,
            is_accepted: true
        }
    );
}

#[test]
fn the_trace_tells_the_count_in_order_with_the_clauses_of_the_text() {
    let rules = per_item(3);
    let mut counter = Counter::new(&rules, 5);
    for (line, papers) in [8, 6, 6, 6, 2].into_iter().enumerate() {
        let mut marks = vec![Mark::Unmarked; 5];
        marks[line] = Mark::Approve;
        counter.add(&Paper::Marks(marks), papers);
    }
    counter.add(&Paper::Marks(vec![Mark::Approve; 5]), 1);
    let numbers = HallNumbers {
        present: Some(10),
        issued: Some(30),
        ..HallNumbers::of(9)
    };
    let outcome = counter.finish(&numbers).unwrap();
    let expected = [
        TraceEvent::Presence {
            present: 10,
            quorum: 6,
            is_met: true,
        },
        TraceEvent::Account {
            issued: 30,
            returned: 29,
            missing: 1,
        },
        TraceEvent::Papers {
            returned: 29,
            valid: 28,
            void: 1,
            blank: 0,
        },
        TraceEvent::VoidPapers {
            reason: VoidReason::Overmarked,
            papers: 1,
        },
        TraceEvent::UnmarkedLines { lines: 112 },
        TraceEvent::BaseIs {
            base: CountingBase::InOffice,
            number: 9,
        },
        TraceEvent::Needed { votes: 5 },
        TraceEvent::Passed {
            passed: 4,
            places: 3,
        },
        TraceEvent::AboveTie {
            votes: 6,
            is_points: false,
            lines: lines(&[1]),
        },
        TraceEvent::Tied {
            votes: 6,
            is_points: false,
            lines: lines(&[2, 3, 4]),
            places_left: 2,
        },
        TraceEvent::RunOffFollows {
            lines: lines(&[2, 3, 4]),
            places: 2,
        },
    ];
    assert_eq!(events(&outcome), expected);
    let numbers: Vec<_> = outcome
        .trace
        .iter()
        .map(|step| step.clause_no.unwrap())
        .collect();
    assert_eq!(numbers, [1, 9, 8, 6, 7, 10, 11, 11, 12, 13, 13]);
}

//! The count as tables: approvals in, verdicts out.

use super::*;
use crate::domain::ballot::{Mark, Paper};
use crate::domain::congress::Body;
use crate::domain::poll::rules::{Rules, Shortfall};

/// Counts papers that each approve one line, so that every sum can be set by itself.
fn count(rules: &Rules, due: u32, approvals: &[u64]) -> Outcome {
    let mut counter = Counter::new(rules, approvals.len());
    for (line, papers) in approvals.iter().enumerate() {
        let mut marks = vec![Mark::Oppose; approvals.len()];
        marks[line] = Mark::Approve;
        counter.add(&Paper::Marks(marks), *papers);
    }
    counter.finish(due).unwrap()
}

fn verdicts(outcome: &Outcome) -> Vec<&'static str> {
    outcome
        .lines
        .iter()
        .map(|line| line.verdict.word())
        .collect()
}

#[test]
fn the_places_go_to_the_most_votes_among_those_with_a_majority() {
    let rules = Rules::per_item(2, Body::Congress);
    let outcome = count(&rules, 9, &[7, 5, 6, 4]);
    assert_eq!(
        verdicts(&outcome),
        ["selected", "beyond_places", "selected", "below_threshold"]
    );
    assert_eq!(outcome.decision, Decision::Complete);
    assert_eq!(outcome.needed, 5);
    assert_eq!(outcome.lines[3].short_by, 1);
    assert_eq!(
        outcome.lines.iter().map(|l| l.rank).collect::<Vec<_>>(),
        [1, 3, 2, 4]
    );
}

#[test]
fn exactly_half_of_all_is_not_a_majority() {
    let rules = Rules::per_item(1, Body::Congress);
    assert_eq!(verdicts(&count(&rules, 48, &[24])), ["below_threshold"]);
    assert_eq!(verdicts(&count(&rules, 48, &[25])), ["selected"]);
    assert_eq!(verdicts(&count(&rules, 49, &[24])), ["below_threshold"]);
    assert_eq!(
        verdicts(&count(&rules, 161, &[80, 81])),
        ["below_threshold", "selected"]
    );
}

#[test]
fn a_tie_at_the_edge_stops_the_count() {
    let rules = Rules::per_item(3, Body::Congress);
    let outcome = count(&rules, 9, &[8, 6, 6, 6, 5, 2]);
    assert_eq!(
        verdicts(&outcome),
        [
            "selected",
            "tied",
            "tied",
            "tied",
            "beyond_places",
            "below_threshold"
        ]
    );
    assert_eq!(
        outcome.decision,
        Decision::Tied {
            lines: vec![2, 3, 4],
            places_left: 2
        }
    );
    assert!(!outcome.decision.is_final());
    assert_eq!(
        outcome.lines.iter().map(|l| l.rank).collect::<Vec<_>>(),
        [1, 2, 2, 2, 5, 6]
    );
}

#[test]
fn equals_that_all_fit_are_no_tie() {
    let rules = Rules::per_item(3, Body::Congress);
    let outcome = count(&rules, 9, &[8, 6, 6, 5]);
    assert_eq!(
        verdicts(&outcome),
        ["selected", "selected", "selected", "beyond_places"]
    );
}

#[test]
fn equals_below_the_majority_are_no_tie() {
    let rules = Rules::per_item(2, Body::Congress);
    let outcome = count(&rules, 9, &[7, 4, 4]);
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
fn a_shortfall_goes_the_way_the_rules_say() {
    let mut rules = Rules::per_item(2, Body::Congress);
    rules.shortfall = Shortfall::Supplementary;
    let outcome = count(&rules, 9, &[7, 4]);
    assert_eq!(
        outcome.decision,
        Decision::Shortfall {
            missing: 1,
            is_accepted: false
        }
    );
    assert!(!outcome.decision.is_final());
}

#[test]
fn papers_are_accounted_for() {
    let rules = Rules::per_item(1, Body::Congress);
    let mut counter = Counter::new(&rules, 2);
    counter.add(&Paper::Marks(vec![Mark::Approve, Mark::Unmarked]), 5);
    counter.add(&Paper::Marks(vec![Mark::Approve, Mark::Approve]), 2);
    counter.add(&Paper::Marks(vec![Mark::Unmarked, Mark::Unmarked]), 1);
    counter.add_unreadable(1);
    let outcome = counter.finish(9).unwrap();
    assert_eq!((outcome.ballots, outcome.valid, outcome.blank), (9, 6, 1));
    assert_eq!(outcome.void_total(), 3);
    assert_eq!(outcome.lines[0].abstain, 1, "a blank paper abstains");
    assert_eq!(outcome.lines[1].abstain, 6);
}

//! Each lint as a table row: the change to sound rules, the code that answers it.

use super::*;
use crate::poll::rules::MarkLimit;

fn codes(rules: &Rules, due: u32, lines: usize) -> Vec<(&'static str, bool)> {
    lint(rules, due, lines)
        .iter()
        .map(|problem| (problem.code, problem.is_error()))
        .collect()
}

/// What the lint says of the default rules for 4 of 6 after a change, in a congress of 161.
fn after(template: Template, change: impl FnOnce(&mut Rules)) -> Vec<(&'static str, bool)> {
    let mut rules = template.rules(Body::Congress, 4);
    change(&mut rules);
    codes(&rules, 161, 6)
}

const ERROR: bool = true;
const WARNING: bool = false;

#[test]
fn the_default_rules_raise_nothing() {
    for body in Body::ALL {
        assert_eq!(codes(&Rules::per_item(4, body), 49, 6), []);
        assert_eq!(codes(&Template::Exactly.rules(body, 4), 49, 6), []);
        assert_eq!(codes(&Template::WholeList.rules(body, 4), 49, 4), []);
        assert_eq!(codes(&Template::RunOff.rules(body, 2), 49, 3), []);
        assert_eq!(codes(&Template::Supplementary.rules(body, 2), 49, 3), []);
    }
}

#[test]
fn rules_against_the_law_are_refused() {
    let default = Template::PerItem;
    for base in [
        CountingBase::Present,
        CountingBase::Returned,
        CountingBase::Valid,
    ] {
        assert_eq!(after(default, |r| r.base = base), [("base-not-all", ERROR)]);
    }
    assert_eq!(
        after(default, |r| r.half = HalfRule::Passes),
        [("half-passes", ERROR)]
    );
    assert_eq!(
        after(default, |r| r.half = HalfRule::Unstated),
        [("half-left-open", ERROR)]
    );
    assert_eq!(
        after(default, |r| r.quorum = QuorumRule::MoreThanHalf),
        [("quorum-below-statute", ERROR)]
    );
    assert_eq!(
        after(default, |r| r.unmarked = UnmarkedRule::Approve),
        [("blank-approves", ERROR)]
    );
    assert_eq!(
        after(default, |r| r.pass = PassRule::None),
        [("threshold-none", WARNING)]
    );
}

#[test]
fn a_threshold_in_votes_stands_between_majority_and_all() {
    let votes = |votes| after(Template::PerItem, |r| r.pass = PassRule::Votes(votes));
    assert_eq!(votes(162), [("threshold-above-base", ERROR)]);
    assert_eq!(votes(161), []);
    assert_eq!(votes(81), []);
    assert_eq!(votes(80), [("threshold-below-majority", ERROR)]);
}

#[test]
fn silence_on_ties_and_shortfall_is_refused() {
    let default = Template::PerItem;
    assert_eq!(
        after(default, |r| r.tie = TieRule::Unstated),
        [("tie-unstated", ERROR)]
    );
    assert_eq!(
        after(default, |r| r.second_tie = TieRule::Unstated),
        [("tie-unstated", ERROR)]
    );
    assert_eq!(
        after(default, |r| r.shortfall = ShortfallRule::Unstated),
        [("shortfall-unstated", ERROR)]
    );
    let none = after(default, |r| {
        r.shortfall = ShortfallRule::Supplementary;
        r.supplementary_rounds = 0;
    });
    assert_eq!(none, [("supplementary-rounds-none", ERROR)]);
}

#[test]
fn the_presidium_decides_only_by_a_clause() {
    let default = Template::PerItem;
    let presidium = |r: &mut Rules| r.tie = TieRule::Presidium;
    assert_eq!(
        after(default, presidium),
        [("presidium-breaks-ties", WARNING)]
    );
    let silent = after(default, |r| {
        presidium(r);
        r.clauses.set(Clause::Tie, None);
    });
    assert_eq!(silent, [("presidium-without-clause", ERROR)]);
    let second = after(default, |r| r.clauses.set(Clause::SecondTie, None));
    assert_eq!(second, [("presidium-without-clause", ERROR)]);
}

#[test]
fn numbers_that_leave_nothing_to_choose() {
    let rules = |places| Rules::per_item(places, Body::Congress);
    assert_eq!(codes(&rules(0), 161, 0), [("places-none", ERROR)]);
    assert_eq!(codes(&rules(4), 161, 3), [("candidates-too-few", ERROR)]);
    assert_eq!(codes(&rules(4), 161, 4), [("surplus-none", WARNING)]);
    assert_eq!(codes(&rules(10), 161, 11), [("surplus-small", WARNING)]);
    assert_eq!(codes(&rules(10), 161, 12), []);
    assert_eq!(
        codes(&rules(4), 161, 0),
        [],
        "the slate is not drawn up yet"
    );
    assert_eq!(codes(&rules(4), 0, 6), [("members-none", ERROR)]);
}

#[test]
fn limits_that_do_not_fit() {
    let limit = |limit| after(Template::PerItem, |r| r.limit = limit);
    assert_eq!(limit(MarkLimit::Number(0)), [("limit-none", ERROR)]);
    assert_eq!(
        limit(MarkLimit::Number(3)),
        [("limit-below-places", WARNING)]
    );
    assert_eq!(
        limit(MarkLimit::Number(7)),
        [("limit-above-candidates", WARNING)]
    );
    assert_eq!(limit(MarkLimit::Number(6)), []);
    assert_eq!(limit(MarkLimit::Unlimited), []);
    let exact = after(Template::Exactly, |r| r.limit = MarkLimit::Unlimited);
    assert_eq!(exact, [("exactly-without-limit", ERROR)]);
    let blank = after(Template::Exactly, |r| r.blank = BlankRule::Valid);
    assert_eq!(blank, [("blank-valid-though-exact", WARNING)]);
}

#[test]
fn kinds_without_three_choices_ask_for_a_reason() {
    assert_eq!(
        after(Template::Tick, |_| {}),
        [("tick-without-choices", WARNING)]
    );
    assert_eq!(
        after(Template::Rank, |_| {}),
        [("rank-without-choices", WARNING)]
    );
    assert_eq!(
        after(Template::WholeList, |_| {}),
        [("whole-list-places", ERROR)]
    );
}

#[test]
fn weights_of_ranks_fall_and_are_enough() {
    let rank = |weights: &[u32]| {
        let sum = RankSum::BordaWeights(weights.to_vec());
        let mut found = after(Template::Rank, |r| r.rank_sum = sum);
        found.retain(|(code, _)| *code != "rank-without-choices");
        found
    };
    assert_eq!(rank(&[9, 4, 2, 1]), []);
    assert_eq!(rank(&[9, 4, 2]), [("rank-weights-too-few", ERROR)]);
    for weights in [[4, 4, 2, 1], [1, 2, 3, 4], [3, 2, 1, 0]] {
        assert_eq!(rank(&weights), [("rank-weights-not-falling", ERROR)]);
    }
    let silent = after(Template::Rank, |r| r.clauses.set(Clause::RankSum, None));
    assert!(silent.contains(&("rank-sum-without-clause", ERROR)));
}

//! Papers as tables: what was marked in, what it is worth out (rows 34 to 40 of the table of
//! attacks among them).

use super::*;
use crate::congress::Body;
use crate::poll::rules::{BlankRule, MarkLimit, OvermarkRule, Rules, UndermarkRule};
use crate::poll::template::Template;

fn marks(letters: &str) -> Paper {
    let marks = letters
        .chars()
        .map(|letter| Mark::from_letter(&letter.to_string()).unwrap());
    Paper::Marks(marks.collect())
}

fn codes(problems: &[crate::problem::Problem]) -> Vec<&'static str> {
    problems.iter().map(|problem| problem.code).collect()
}

/// Verdict and codes of a paper.
fn judged(paper: &Paper, rules: &Rules, lines: usize) -> (Verdict, Vec<&'static str>) {
    let judgement = judge(paper, rules, lines);
    (judgement.verdict, codes(&judgement.problems))
}

fn per_item(places: u16) -> Rules {
    Rules::per_item(places, Body::Congress)
}

#[test]
fn up_to_k_approvals_are_valid_and_more_void_the_paper() {
    let rules = per_item(2);
    for letters in ["aaoo", "annn", "ooon", "xxxx", "onnn"] {
        assert_eq!(
            judged(&marks(letters), &rules, 4),
            (Verdict::Valid, vec![]),
            "{letters}"
        );
    }
    let over = judge(&marks("aaao"), &rules, 4);
    assert_eq!(over.verdict, Verdict::Void(VoidReason::Overmarked));
    assert_eq!(codes(&over.problems), ["marked-too-many"]);
    let facts = [
        ("kind", "per-item"),
        ("approved", "3"),
        ("most", "2"),
        ("over", "1"),
    ];
    assert_eq!(
        over.problems[0].facts,
        facts.map(|(name, value)| (name, value.to_owned()))
    );
    assert!(over.problems[0].is_error());
}

#[test]
fn limits_other_than_k() {
    let mut rules = per_item(2);
    rules.limit = MarkLimit::Unlimited;
    assert_eq!(judged(&marks("aaaa"), &rules, 4).0, Verdict::Valid);
    rules.limit = MarkLimit::Number(3);
    assert_eq!(judged(&marks("aaan"), &rules, 4).0, Verdict::Valid);
    assert_eq!(
        judged(&marks("aaaa"), &rules, 4).0,
        Verdict::Void(VoidReason::Overmarked)
    );
}

#[test]
fn where_only_the_section_is_void_the_paper_stands() {
    let mut rules = per_item(1);
    rules.overmark = OvermarkRule::SectionVoid;
    let paper = marks("aaox");
    assert_eq!(
        judged(&paper, &rules, 4),
        (Verdict::Valid, vec!["marked-too-many"])
    );
    assert_eq!(section_falls(&paper, &rules, 4), DiscardedApprovals::All);
    assert_eq!(
        section_falls(&marks("anox"), &rules, 4),
        DiscardedApprovals::None
    );
}

#[test]
fn exactly_k_refuses_fewer_and_more() {
    let rules = Template::Exactly.rules(Body::Congress, 2);
    assert_eq!(judged(&marks("aaon"), &rules, 4), (Verdict::Valid, vec![]));
    let few = (
        Verdict::Void(VoidReason::Undermarked),
        vec!["marked-too-few"],
    );
    assert_eq!(judged(&marks("aoon"), &rules, 4), few);
    let many = (
        Verdict::Void(VoidReason::Overmarked),
        vec!["marked-too-many"],
    );
    assert_eq!(judged(&marks("aaan"), &rules, 4), many);
}

#[test]
fn a_blank_paper_goes_by_its_own_rule_even_where_exactly_k_is_asked() {
    let mut rules = per_item(2);
    let blank = judge(&marks("nnnn"), &rules, 4);
    assert_eq!(blank.verdict, Verdict::Blank);
    assert_eq!(codes(&blank.problems), ["paper-blank"]);
    assert!(
        !blank.problems[0].is_error(),
        "a screen asks, and hands it in"
    );
    rules.undermark = UndermarkRule::MustEqual;
    assert_eq!(judge(&marks("nnnn"), &rules, 4).verdict, Verdict::Blank);
    rules.blank = BlankRule::Void;
    let void = judge(&marks("nnnn"), &rules, 4);
    assert_eq!(void.verdict, Verdict::Void(VoidReason::Blank));
    assert!(void.problems[0].is_error());
    for kind in BallotKind::ALL {
        rules.kind = kind;
        let paper = Paper::blank(kind, 4);
        assert_eq!(
            verdict(&paper, &rules, 4),
            Verdict::Void(VoidReason::Blank),
            "{kind:?}"
        );
    }
}

#[test]
fn a_paper_of_another_slate_or_kind_is_unreadable() {
    let rules = per_item(2);
    let unreadable = (Verdict::Void(VoidReason::Unreadable), vec!["page-old"]);
    assert_eq!(judged(&marks("aon"), &rules, 4), unreadable);
    assert_eq!(judged(&Paper::Ticks(vec![true; 4]), &rules, 4), unreadable);
    assert_eq!(judged(&Paper::List(Mark::Approve), &rules, 1), unreadable);
}

#[test]
fn ticks_are_limited_as_approvals_are() {
    let rules = Template::Tick.rules(Body::Congress, 2);
    let ticks = |ticks: [u8; 3]| Paper::Ticks(ticks.iter().map(|tick| *tick == 1).collect());
    assert_eq!(
        judged(&ticks([1, 0, 1]), &rules, 3),
        (Verdict::Valid, vec![])
    );
    assert_eq!(
        judged(&ticks([1, 1, 1]), &rules, 3).0,
        Verdict::Void(VoidReason::Overmarked)
    );
    assert_eq!(judged(&ticks([0, 0, 0]), &rules, 3).0, Verdict::Blank);
}

#[test]
fn ranks_run_from_one_without_repeats() {
    let rules = Template::Rank.rules(Body::Congress, 3);
    let of = |ranks: [u8; 4]| judged(&Paper::Ranks(ranks.to_vec()), &rules, 4);
    assert_eq!(of([2, 0, 1, 3]), (Verdict::Valid, vec![]));
    assert_eq!(of([0, 0, 1, 0]), (Verdict::Valid, vec![]));
    assert_eq!(
        of([1, 1, 2, 0]),
        (Verdict::Void(VoidReason::RankRepeated), vec!["rank-twice"])
    );
    assert_eq!(
        of([4, 1, 2, 0]),
        (Verdict::Void(VoidReason::Overmarked), vec!["rank-too-low"])
    );
    let all = of([4, 1, 2, 3]);
    assert_eq!(
        all,
        (
            Verdict::Void(VoidReason::Overmarked),
            vec!["marked-too-many", "rank-too-low"]
        )
    );
    assert_eq!(
        of([3, 0, 1, 0]),
        (Verdict::Valid, vec!["rank-gap"]),
        "the order is still plain"
    );
}

#[test]
fn bad_ranks_alone_fall_where_only_the_section_is_void() {
    let mut rules = Template::Rank.rules(Body::Congress, 3);
    rules.overmark = OvermarkRule::SectionVoid;
    let paper = Paper::Ranks(vec![1, 1, 2, 0]);
    assert_eq!(verdict(&paper, &rules, 4), Verdict::Valid);
    assert_eq!(
        section_falls(&paper, &rules, 4),
        DiscardedApprovals::BadRanks { most: 3 }
    );
}

/// Reads lines; the paper as bytes, and the codes.
fn read_as(
    kind: BallotKind,
    given: &[&[&str]],
    source: MarkSource,
) -> Result<(Vec<u8>, Vec<&'static str>), Vec<&'static str>> {
    let given: Vec<Vec<&str>> = given.iter().map(|texts| texts.to_vec()).collect();
    match read(kind, given.len(), &given, source) {
        Ok(read) => Ok((read.paper.encode(), codes(&read.problems))),
        Err(problems) => Err(codes(&problems)),
    }
}

#[test]
fn letters_become_marks() {
    let letters: [&[&str]; 4] = [&["a"], &["o"], &["x"], &["n"]];
    for source in [MarkSource::Screen, MarkSource::Paper] {
        let read = read_as(BallotKind::PerItem, &letters, source);
        assert_eq!(read, Ok((vec![1, b'a', 1, 2, 3, 0], vec![])));
    }
    let empty: [&[&str]; 2] = [&[], &[]];
    let read = read_as(BallotKind::PerItem, &empty, MarkSource::Screen);
    assert_eq!(
        read,
        Ok((vec![1, b'a', 0, 0], vec![])),
        "no field at all is a blank paper"
    );
}

#[test]
fn anything_but_the_letters_is_refused_with_its_line() {
    for text in ["A", "1", " a", "a ", "a\0", "ａ", "", "aa", "赞成"] {
        let read = read(
            BallotKind::PerItem,
            2,
            &[vec!["a"], vec![text]],
            MarkSource::Screen,
        );
        let problems = read.err().unwrap();
        assert_eq!(codes(&problems), ["mark-unknown"], "{text:?}");
        let place = crate::problem::ProblemPlace::Field("line-2".to_owned());
        assert_eq!(problems[0].place, place);
    }
}

#[test]
fn one_mark_given_twice_is_one_mark_and_a_problem() {
    for source in [MarkSource::Screen, MarkSource::Paper] {
        let read = read_as(BallotKind::PerItem, &[&["a", "a"], &["n"]], source);
        assert_eq!(read, Ok((vec![1, b'a', 1, 0], vec!["mark-doubled"])));
    }
}

#[test]
fn two_marks_on_one_line_are_refused_on_screen_and_unmarked_on_paper() {
    let given: [&[&str]; 2] = [&["a", "o"], &["a"]];
    let screen = read_as(BallotKind::PerItem, &given, MarkSource::Screen);
    assert_eq!(screen, Err(vec!["mark-conflict"]));
    let paper = read_as(BallotKind::PerItem, &given, MarkSource::Paper);
    assert_eq!(paper, Ok((vec![1, b'a', 0, 1], vec!["mark-conflict"])));
    let quiet: [&[&str]; 1] = [&["n", "a"]];
    assert!(read_as(BallotKind::PerItem, &quiet, MarkSource::Screen).is_err());
    assert_eq!(
        read_as(BallotKind::PerItem, &quiet, MarkSource::Paper),
        Ok((vec![1, b'a', 1], vec![]))
    );
}

#[test]
fn a_line_too_many_or_too_few_is_an_old_page() {
    let given = [vec!["a"], vec!["o"]];
    for lines in [0, 1, 3, 65_537] {
        let problems = read(BallotKind::PerItem, lines, &given, MarkSource::Screen)
            .err()
            .unwrap();
        assert_eq!(codes(&problems), ["page-old"]);
    }
}

#[test]
fn ranks_are_plain_numbers() {
    let given: [&[&str]; 5] = [&["1"], &["02"], &["255"], &["n"], &["nn"]];
    let read = read_as(BallotKind::Rank, &given, MarkSource::Screen);
    assert_eq!(read, Ok((vec![1, b'c', 1, 2, 255, 0, 0], vec![])));
    for text in [
        "0",
        "00",
        "-1",
        "+1",
        "99999999999999999999",
        "1e3",
        "256",
        "",
        " 1",
        "１",
        "1n",
    ] {
        let read = read_as(BallotKind::Rank, &[&[text]], MarkSource::Screen);
        assert_eq!(read, Err(vec!["rank-not-a-number"]), "{text:?}");
    }
}

#[test]
fn other_kinds_have_their_letters() {
    let read = read_as(BallotKind::Tick, &[&["a"], &["n"]], MarkSource::Screen);
    assert_eq!(read, Ok((vec![1, b'b', 1, 0], vec![])));
    assert!(read_as(BallotKind::Tick, &[&["o"]], MarkSource::Screen).is_err());
    let grades: [&[&str]; 5] = [&["n"], &["s"], &["b"], &["d"], &["x"]];
    let read = read_as(BallotKind::Grade, &grades, MarkSource::Screen);
    assert_eq!(read, Ok((vec![1, b'e', 0, 1, 2, 3, 4], vec![])));
    assert!(read_as(BallotKind::Grade, &[&["a"]], MarkSource::Screen).is_err());
    let list = super::read(BallotKind::WholeList, 7, &[vec!["o"]], MarkSource::Screen)
        .ok()
        .unwrap();
    assert_eq!(list.paper.encode(), [1, b'd', 2]);
}

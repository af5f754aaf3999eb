//! What holds for every count: order, names and channels do not matter, more approval never hurts,
//! totals reconcile, and a second counter written another way agrees.
#![expect(
    clippy::arithmetic_side_effects,
    reason = "the second counter counts a few papers"
)]

use proptest::prelude::*;

use super::*;
use crate::ballot::{BallotKind, LineNo, Paper};
use crate::congress::Body;
use crate::poll::rules::{
    BlankRule, CountingBase, HalfRule, HallNumbers, MarkLimit, OvermarkRule, PassRule, RankSum,
    Rules, UndermarkRule, UnmarkedRule,
};

/// Papers as their bytes: a paper has no `Debug`.
type Bytes = Vec<u8>;

/// A round: its rules, its lines, its papers.
#[derive(Debug, Clone)]
struct Case {
    rules: Rules,
    lines: usize,
    due: u32,
    papers: Vec<Bytes>,
}

impl Case {
    fn paper(&self, bytes: &[u8]) -> Paper {
        let head = [1, self.rules.kind.byte()];
        let bytes = [head.as_slice(), bytes].concat();
        Paper::decode(&bytes, self.rules.kind, self.lines).unwrap()
    }

    fn numbers(&self) -> HallNumbers {
        HallNumbers {
            issued: Some(n(self.papers.len()) + 3),
            ..HallNumbers::of(self.due)
        }
    }

    fn count(&self) -> Outcome {
        let mut counter = Counter::new(&self.rules, self.lines);
        for bytes in &self.papers {
            counter.add(&self.paper(bytes), 1);
        }
        counter.finish(&self.numbers()).unwrap()
    }

    fn stands(&self, bytes: &[u8]) -> bool {
        let verdict = crate::ballot::verdict(&self.paper(bytes), &self.rules, self.lines);
        !matches!(verdict, crate::ballot::Verdict::Void(_))
    }
}

fn rules() -> impl Strategy<Value = Rules> {
    let marks = (
        prop_oneof![
            3 => Just(BallotKind::PerItem),
            1 => Just(BallotKind::Tick),
            1 => Just(BallotKind::Rank),
            1 => Just(BallotKind::WholeList),
        ],
        0..5_u16,
        prop_oneof![
            3 => Just(MarkLimit::Places),
            1 => Just(MarkLimit::Unlimited),
            1 => (1..5_u16).prop_map(MarkLimit::Number),
        ],
        prop_oneof![
            Just(UnmarkedRule::Abstain),
            Just(UnmarkedRule::Oppose),
            Just(UnmarkedRule::Approve)
        ],
        prop_oneof![
            Just(OvermarkRule::PaperVoid),
            Just(OvermarkRule::SectionVoid)
        ],
        prop_oneof![3 => Just(UndermarkRule::Valid), 1 => Just(UndermarkRule::MustEqual)],
        prop_oneof![Just(BlankRule::Valid), Just(BlankRule::Void)],
    );
    let passing = (
        prop_oneof![
            3 => Just(PassRule::Majority),
            1 => Just(PassRule::None),
            1 => (1..20_u32).prop_map(PassRule::Votes),
        ],
        prop_oneof![Just(HalfRule::Fails), Just(HalfRule::Passes)],
        prop_oneof![
            Just(CountingBase::InOffice),
            Just(CountingBase::Returned),
            Just(CountingBase::Valid)
        ],
        prop_oneof![
            Just(RankSum::BordaFalling),
            Just(RankSum::BordaWeights(vec![9, 5, 4, 2, 1])),
        ],
    );
    (marks, passing).prop_map(|(marks, passing)| {
        let (kind, places, limit, unmarked, overmark, undermark, blank) = marks;
        let (pass, half, base, rank_sum) = passing;
        Rules {
            kind,
            limit,
            unmarked,
            overmark,
            undermark,
            blank,
            pass,
            half,
            base,
            rank_sum,
            ..Rules::per_item(places, Body::Congress)
        }
    })
}

fn case() -> impl Strategy<Value = Case> {
    (rules(), 1..6_usize, 1..30_u32).prop_flat_map(|(rules, lines, due)| {
        let highest = match rules.kind {
            BallotKind::PerItem | BallotKind::WholeList => 3_u8,
            BallotKind::Tick => 1,
            BallotKind::Rank => 5,
            BallotKind::Grade => 4,
        };
        let paper = prop::collection::vec(0..=highest, rules.kind.marks(lines));
        prop::collection::vec(paper, 0..25).prop_map(move |papers| Case {
            rules: rules.clone(),
            lines,
            due,
            papers,
        })
    })
}

fn n(count: usize) -> u64 {
    u64::try_from(count).unwrap()
}

/// The approvals, ticks or ranks of a paper that count; none for a void paper.
fn counted(case: &Case, paper: &[u8]) -> Option<Vec<u8>> {
    let rules = &case.rules;
    let most = rules.most_approvals(case.lines);
    let is_ranked = rules.kind == BallotKind::Rank;
    let is_given = |mark: &u8| if is_ranked { *mark > 0 } else { *mark == 1 };
    let given: Vec<u8> = paper.iter().copied().filter(is_given).collect();
    if paper.iter().all(|mark| *mark == 0) {
        return (rules.blank == BlankRule::Valid).then_some(given);
    }
    if rules.kind == BallotKind::WholeList {
        return Some(given);
    }
    let is_bad = |rank: &u8| {
        let times = given.iter().filter(|one| *one == rank).count();
        is_ranked && (usize::from(*rank) > most || times > 1)
    };
    let is_over = given.len() > most || given.iter().any(is_bad);
    match (is_over, rules.overmark, rules.undermark) {
        (true, OvermarkRule::PaperVoid, _) => None,
        (true, OvermarkRule::SectionVoid, _) if given.len() > most => Some(Vec::new()),
        (true, OvermarkRule::SectionVoid, _) => {
            Some(given.iter().copied().filter(|rank| !is_bad(rank)).collect())
        }
        (false, _, UndermarkRule::MustEqual) if given.len() < most => None,
        (false, _, _) => Some(given),
    }
}

/// A count by other means: what each paper gives each line, then each line against all others.
fn naive(case: &Case) -> Vec<(u64, &'static str)> {
    let (mut votes, mut score) = (vec![0_u64; case.lines], vec![0_u64; case.lines]);
    let rules = &case.rules;
    let most = rules.most_approvals(case.lines);
    let is_ranked = rules.kind == BallotKind::Rank;
    let mut valid = 0;
    for paper in &case.papers {
        let Some(counted) = counted(case, paper) else {
            continue;
        };
        valid += 1;
        for line in 0..case.lines {
            let mark = paper[line.min(paper.len() - 1)];
            let is_given = if is_ranked { mark > 0 } else { mark == 1 };
            let stands = is_given && counted.contains(&mark);
            let is_unmarked = mark == 0 || is_given && !stands;
            if stands || is_unmarked && rules.unmarked == UnmarkedRule::Approve {
                votes[line] += 1;
            }
            if stands {
                score[line] += match &rules.rank_sum {
                    RankSum::BordaFalling => (n(most) + 1).saturating_sub(mark.into()),
                    RankSum::BordaWeights(weights) => weights[usize::from(mark) - 1].into(),
                };
            }
        }
    }
    let base = match rules.base {
        CountingBase::InOffice | CountingBase::Present => case.due.into(),
        CountingBase::Returned => n(case.papers.len()),
        CountingBase::Valid => valid,
    };
    let passes = |line: &usize| match (rules.pass, rules.half) {
        (PassRule::None, _) => true,
        (PassRule::Votes(needed), _) => votes[*line] >= needed.into(),
        (PassRule::Majority, HalfRule::Passes) => votes[*line] * 2 >= base,
        (PassRule::Majority, HalfRule::Fails | HalfRule::Unstated) => votes[*line] * 2 > base,
    };
    let score = if rules.kind == BallotKind::Rank {
        &score
    } else {
        &votes
    };
    let places = usize::from(rules.places);
    let verdict = |line: usize| {
        let others: Vec<usize> = (0..case.lines).filter(passes).collect();
        let higher = others
            .iter()
            .filter(|other| score[**other] > score[line])
            .count();
        let level = others
            .iter()
            .filter(|other| score[**other] >= score[line])
            .count();
        if !passes(&line) {
            "below_threshold"
        } else if level <= places {
            "selected"
        } else if higher < places {
            "tied"
        } else {
            "beyond_places"
        }
    };
    (0..case.lines)
        .map(|line| (votes[line], verdict(line)))
        .collect()
}

fn told(outcome: &Outcome) -> Vec<(u64, &'static str)> {
    let lines = outcome.lines.iter();
    lines
        .map(|line| (line.approve, line.verdict.word()))
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, ..ProptestConfig::default() })]

    #[test]
    fn another_counter_agrees(case in case()) {
        prop_assert_eq!(told(&case.count()), naive(&case));
    }

    #[test]
    fn the_order_of_papers_does_not_matter(
        (case, shuffled) in case().prop_flat_map(|case| {
            (Just(case.clone()), Just(case.papers).prop_shuffle())
        })
    ) {
        prop_assert_eq!(case.count(), Case { papers: shuffled, ..case }.count());
    }

    #[test]
    fn how_papers_came_in_does_not_matter(case in case(), split in 0..25_usize) {
        let split = split.min(case.papers.len());
        let (electronic, paper) = case.papers.split_at(split);
        let mut counter = Counter::new(&case.rules, case.lines);
        let mut sorted = electronic.to_vec();
        sorted.sort();
        for bytes in paper {
            counter.add(&case.paper(bytes), 1);
        }
        for equal in sorted.chunk_by(|one, other| one == other) {
            counter.add(&case.paper(&equal[0]), n(equal.len()));
        }
        prop_assert_eq!(counter.finish(&case.numbers()).unwrap(), case.count());
    }

    #[test]
    fn numbering_candidates_otherwise_permutes_the_outcome(
        (case, order) in case().prop_flat_map(|case| {
            let order: Vec<usize> = (0..case.lines).collect();
            (Just(case), Just(order).prop_shuffle())
        })
    ) {
        let permuted = |bytes: &Bytes| match case.rules.kind {
            BallotKind::WholeList => bytes.clone(),
            BallotKind::PerItem | BallotKind::Tick | BallotKind::Rank | BallotKind::Grade => {
                order.iter().map(|from| bytes[*from]).collect()
            }
        };
        let papers = case.papers.iter().map(permuted).collect();
        let (before, after) = (case.count(), Case { papers, ..case.clone() }.count());
        for (to, from) in order.iter().enumerate() {
            let mut line = before.lines[*from].clone();
            line.line_no = LineNo::at(to).unwrap();
            prop_assert_eq!(&after.lines[to], &line);
        }
    }

    #[test]
    fn one_more_approval_never_costs_a_selected_candidate_its_place(
        case in case(), paper in 0..25_usize, line in 0..6_usize
    ) {
        let is_marked = matches!(case.rules.kind, BallotKind::PerItem | BallotKind::Tick);
        if !is_marked || case.papers.is_empty() {
            return Ok(());
        }
        let (paper, line) = (paper % case.papers.len(), line % case.lines);
        let mut more = case.clone();
        more.papers[paper][line] = 1;
        let stays = case.stands(&case.papers[paper]) && more.stands(&more.papers[paper]);
        // Where too many approvals only fall away, one more may make them fall: that paper does
        // not approve it any more.
        let falls = crate::ballot::section_falls(
            &more.paper(&more.papers[paper]), &more.rules, more.lines,
        );
        let stays = stays && falls == crate::ballot::DiscardedApprovals::None;
        if stays && case.count().lines[line].verdict == LineVerdict::Selected {
            prop_assert_eq!(more.count().lines[line].verdict, LineVerdict::Selected);
        }
    }

    #[test]
    fn totals_reconcile(case in case()) {
        let outcome = case.count();
        let papers = n(case.papers.len());
        prop_assert_eq!(outcome.ballots, papers);
        prop_assert_eq!(outcome.issued, outcome.not_returned.map(|missing| missing + papers));
        prop_assert_eq!(outcome.valid + outcome.void_total(), papers);
        prop_assert_eq!(outcome.void.values().sum::<u64>(), outcome.void_total());
        for line in &outcome.lines {
            prop_assert_eq!(line.approve + line.oppose + line.abstain, outcome.valid);
            prop_assert_eq!(line.short_by, outcome.needed.saturating_sub(line.approve));
        }
        let selected = n(outcome.selected().count());
        prop_assert!(selected <= outcome.places);
        match &outcome.decision {
            Decision::Complete => prop_assert_eq!(selected, outcome.places),
            Decision::Tied { lines, places_left } => {
                prop_assert_eq!(selected + places_left, outcome.places);
                prop_assert!(n(lines.len()) > *places_left && *places_left > 0);
            }
            Decision::Shortfall { missing, .. } => {
                prop_assert_eq!(selected + missing, outcome.places);
            }
            Decision::Graded => prop_assert!(false, "nothing is graded here"),
            Decision::VoidRound(_) => prop_assert!(false, "enough were issued"),
        }
    }
}

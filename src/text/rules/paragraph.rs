//! The plain paragraph: what the rules say, in this body's own numbers and with a worked example.

use crate::say;
use crate::{Phrase, Words};
use domain::ballot::BallotKind;
use domain::congress::Body;
use domain::poll::rules::{
    BlankRule, CountingBase, GradeRule, GradeScale, HalfRule, MarkLimit, OvermarkRule, PassRule,
    RankSum, Rules, ShortfallRule, TieRule, UndermarkRule, UnmarkedRule,
};
use domain::poll::template::Template;
use domain::quorum::majority;
use domain::tally::needs;

/// The paragraph as sentences: base and majority, presence, what absence means, marks, what is
/// void, selection, ties, shortfall.
///
/// `due` is N; `present` is given once the quorum was declared.
#[must_use]
pub fn paragraph(words: Words, rules: &Rules, due: u32, present: Option<u32>) -> Vec<Phrase> {
    let telling = ParagraphContext {
        words,
        rules,
        due,
        present,
        places: u32::from(rules.places),
    };
    let mut told = telling.majority();
    told.extend(telling.marks());
    told.extend(telling.validity());
    told.extend(telling.selection());
    told.extend(telling.edges());
    told.push(say!(words, "rules-returned"));
    if rules.asks_remarks {
        told.push(say!(words, "rules-remarks"));
    }
    if rules.shows_preliminary {
        told.push(say!(words, "rules-preliminary"));
    }
    told
}

/// An evaluation in a few sentences: what is marked and, once it is known how many are due, the base and
/// how grades become a grade.
#[must_use]
pub fn evaluation(words: Words, rules: &Rules, due: u32, present: Option<u32>) -> Vec<Phrase> {
    let telling = ParagraphContext {
        words,
        rules,
        due,
        present,
        places: 0,
    };
    let mut told = telling.marks();
    if due > 0 {
        told.push(telling.evaluation_base());
        told.extend(telling.grades());
    }
    told
}

/// What a line needs in a round of these rules, as one sentence for whoever announces the count.
///
/// `due` is N; `present` is given once the quorum was declared.
#[must_use]
pub fn threshold(words: Words, rules: &Rules, due: u32, present: Option<u32>) -> Phrase {
    let telling = ParagraphContext {
        words,
        rules,
        due,
        present,
        places: 0,
    };
    match (rules.pass, telling.needed()) {
        (PassRule::None, _) => say!(words, "threshold-none"),
        (PassRule::Majority, Some(needed)) if rules.half != HalfRule::Passes => {
            say!(words, "threshold-majority", needed = needed)
        }
        (_, Some(votes)) => say!(words, "threshold-votes", votes = votes),
        (_, None) => {
            let base_of_rules = rules.base.word();
            let half = if rules.half == HalfRule::Passes {
                "passes"
            } else {
                "fails"
            };
            say!(
                words,
                "threshold-unknown",
                base = base_of_rules,
                half = half
            )
        }
    }
}

/// How a line passes, as messages about one line select on it: `none`, `majority`, `votes`.
#[must_use]
pub fn passes_by(rules: &Rules) -> &'static str {
    match (rules.pass, rules.half) {
        (PassRule::None, _) => "none",
        (PassRule::Majority, HalfRule::Fails | HalfRule::Unstated) => "majority",
        (PassRule::Majority, HalfRule::Passes) | (PassRule::Votes(_), _) => "votes",
    }
}

/// What a paragraph is told from.
struct ParagraphContext<'r> {
    words: Words,
    rules: &'r Rules,
    due: u32,
    present: Option<u32>,
    places: u32,
}

impl ParagraphContext<'_> {
    /// The votes needed, where the base is known before the count.
    fn needed(&self) -> Option<u64> {
        match (self.rules.pass, self.rules.base) {
            (PassRule::None, _) => None,
            (PassRule::Votes(votes), _) => Some(u64::from(votes)),
            (PassRule::Majority, CountingBase::InOffice) => Some(self.rules.needed(self.due)),
            (PassRule::Majority, CountingBase::Present) => {
                self.present.map(|present| self.rules.needed(present))
            }
            (PassRule::Majority, CountingBase::Returned | CountingBase::Valid) => None,
        }
    }

    fn majority(&self) -> Vec<Phrase> {
        let (words, due) = (self.words, self.due);
        let all = majority(due.into());
        if self.rules.kind == BallotKind::Grade {
            let mut told = vec![self.presence(), self.evaluation_base()];
            told.extend(self.grades());
            return told;
        }
        let names_majority = self.rules.pass == PassRule::Majority;
        let mut told = vec![match self.rules.body {
            Body::Congress if names_majority => {
                say!(words, "rules-base-congress", due = due, needed = all)
            }
            Body::Congress => say!(words, "rules-members-congress", due = due),
            Body::StandingCommittee if names_majority => {
                say!(words, "rules-base-committee", due = due, needed = all)
            }
            Body::StandingCommittee => say!(words, "rules-members-committee", due = due),
        }];
        let quorum = self.rules.quorum_of(due);
        told.push(self.presence());
        match self.rules.pass {
            PassRule::Majority => {
                told.extend(self.base());
                told.extend(self.half());
            }
            PassRule::Votes(votes) => told.push(say!(words, "rules-votes", votes = votes)),
            PassRule::None => told.push(say!(words, "rules-no-threshold")),
        }
        if let Some(needed) = self.needed() {
            told.push(self.example(self.present.unwrap_or(quorum), needed));
        }
        told
    }

    fn presence(&self) -> Phrase {
        let (words, quorum) = (self.words, self.rules.quorum_of(self.due));
        match self.present {
            Some(present) if present >= quorum => {
                say!(words, "rules-present", present = present, quorum = quorum)
            }
            Some(present) => say!(
                words,
                "rules-present-short",
                present = present,
                quorum = quorum
            ),
            None => say!(words, "rules-quorum", quorum = quorum),
        }
    }

    fn evaluation_base(&self) -> Phrase {
        match self.rules.base {
            CountingBase::InOffice => say!(self.words, "rules-grades-of-all", due = self.due),
            CountingBase::Present => say!(self.words, "rules-grades-of-present"),
            CountingBase::Returned => say!(self.words, "rules-grades-of-returned"),
            CountingBase::Valid => say!(self.words, "rules-grades-of-valid"),
        }
    }

    /// How grades become a grade: the rule where the base is known only at the count, an example in
    /// this body's own numbers, and what exactly half of them means.
    fn grades(&self) -> Vec<Phrase> {
        let words = self.words;
        let (base, is_known) = match self.rules.base {
            CountingBase::InOffice => (self.due, true),
            CountingBase::Present => (self.present.unwrap_or(self.due), self.present.is_some()),
            CountingBase::Returned | CountingBase::Valid => {
                (self.present.unwrap_or(self.due), false)
            }
        };
        let mut told = Vec::new();
        match self.rules.grades {
            GradeRule::Chain if is_known => {}
            GradeRule::Chain => told.push(match self.rules.half {
                HalfRule::Passes => say!(words, "rules-grades-chain-half"),
                HalfRule::Fails | HalfRule::Unstated => say!(words, "rules-grades-chain-more"),
            }),
            GradeRule::Rates {
                satisfied,
                basically,
            } => told.push(say!(
                words,
                "rules-grades-rates",
                satisfied = u32::from(satisfied),
                basically = u32::from(basically)
            )),
        }
        let Some((satisfied, basically)) = needs(self.rules, base) else {
            return told;
        };
        let of = words.say_named(
            "rules-grades-base",
            self.rules.base.word(),
            &[("base", base.to_string())],
        );
        let known = if is_known { "yes" } else { "no" };
        told.push(match self.rules.grades {
            GradeRule::Chain => say!(
                words,
                "rules-grades-chain",
                known = known,
                of = of.text,
                needed = satisfied,
                one_less = satisfied.saturating_sub(1)
            ),
            GradeRule::Rates { .. } => say!(
                words,
                "rules-grades-rates-example",
                known = known,
                of = of.text,
                satisfied = satisfied,
                basically = basically
            ),
        });
        if self.rules.grades == GradeRule::Chain && is_known && base % 2 == 0 {
            let half = base / 2;
            told.push(match self.rules.half {
                HalfRule::Passes => {
                    say!(words, "rules-grades-half-reaches", half = half, base = base)
                }
                HalfRule::Fails => say!(
                    words,
                    "rules-grades-half-falls-short",
                    half = half,
                    base = base
                ),
                HalfRule::Unstated => say!(
                    words,
                    "rules-grades-half-unstated",
                    half = half,
                    base = base
                ),
            });
        }
        told
    }

    fn base(&self) -> Option<Phrase> {
        match self.rules.base {
            CountingBase::InOffice => None,
            CountingBase::Present => Some(say!(self.words, "rules-base-present")),
            CountingBase::Returned => Some(say!(self.words, "rules-base-returned")),
            CountingBase::Valid => Some(say!(self.words, "rules-base-valid")),
        }
    }

    fn half(&self) -> Option<Phrase> {
        match self.rules.half {
            HalfRule::Fails => None,
            HalfRule::Passes => Some(say!(self.words, "rules-half-passes")),
            HalfRule::Unstated => Some(say!(self.words, "rules-half-unstated")),
        }
    }

    /// What absence means, in numbers: so many of those present must approve.
    fn example(&self, present: u32, needed: u64) -> Phrase {
        let present = u64::from(present);
        if needed > present {
            let words = self.words;
            return say!(
                words,
                "rules-example-impossible",
                present = present,
                needed = needed
            );
        }
        // Rounded to the nearest whole percent.
        let share = needed
            .saturating_mul(200)
            .saturating_add(present)
            .checked_div(present.saturating_mul(2))
            .unwrap_or(100);
        say!(
            self.words,
            "rules-example",
            present = present,
            needed = needed,
            share = share
        )
    }

    /// The most that a paper may approve; none where nothing limits it.
    fn most(&self) -> Option<u32> {
        match (self.rules.kind, self.rules.limit) {
            (BallotKind::WholeList | BallotKind::Grade, _) | (_, MarkLimit::Unlimited) => None,
            (BallotKind::PerItem | BallotKind::Tick | BallotKind::Rank, MarkLimit::Places) => {
                Some(self.places)
            }
            (
                BallotKind::PerItem | BallotKind::Tick | BallotKind::Rank,
                MarkLimit::Number(most),
            ) => Some(u32::from(most)),
        }
    }

    fn marks(&self) -> Vec<Phrase> {
        let words = self.words;
        let mut told = vec![match (self.rules.kind, self.rules.scale) {
            (BallotKind::PerItem, _) => say!(words, "rules-kind-per-item"),
            (BallotKind::Tick, _) => say!(words, "rules-kind-tick"),
            (BallotKind::Rank, _) => say!(words, "rules-kind-rank"),
            (BallotKind::WholeList, _) => say!(words, "rules-kind-whole-list"),
            (BallotKind::Grade, GradeScale::Three) => say!(words, "rules-kind-grade-three"),
            (BallotKind::Grade, GradeScale::Four) => say!(words, "rules-kind-grade-four"),
        }];
        let Some(most) = self.most() else {
            return told;
        };
        told.push(match self.rules.undermark {
            UndermarkRule::Valid => say!(words, "rules-up-to", most = most),
            UndermarkRule::MustEqual => say!(words, "rules-exactly", most = most),
        });
        told.push(match self.rules.overmark {
            OvermarkRule::PaperVoid => say!(words, "rules-overmark-paper", most = most),
            OvermarkRule::SectionVoid => say!(words, "rules-overmark-section", most = most),
        });
        told
    }

    fn validity(&self) -> Vec<Phrase> {
        let words = self.words;
        let kind = self.rules.kind.word();
        vec![
            match self.rules.unmarked {
                UnmarkedRule::Abstain => say!(words, "rules-unmarked-abstain"),
                UnmarkedRule::Oppose => say!(words, "rules-unmarked-oppose", kind = kind),
                UnmarkedRule::Approve => say!(words, "rules-unmarked-approve", kind = kind),
            },
            say!(words, "rules-conflict"),
            match self.rules.blank {
                BlankRule::Valid => say!(words, "rules-blank-valid"),
                BlankRule::Void => say!(words, "rules-blank-void"),
            },
        ]
    }

    fn selection(&self) -> Vec<Phrase> {
        let (words, places) = (self.words, self.places);
        match (self.rules.kind, self.needed()) {
            (BallotKind::Grade, _) => Vec::new(),
            (BallotKind::WholeList, Some(needed)) => {
                vec![say!(
                    words,
                    "rules-selection-list",
                    needed = needed,
                    places = places
                )]
            }
            (BallotKind::WholeList, None) => {
                vec![say!(words, "rules-selection-list-passed", places = places)]
            }
            (BallotKind::Rank, Some(needed)) => vec![
                self.rank_sum(),
                say!(
                    words,
                    "rules-selection-points",
                    needed = needed,
                    places = places
                ),
            ],
            (BallotKind::Rank, None) => vec![
                self.rank_sum(),
                say!(words, "rules-selection-points-passed", places = places),
            ],
            (BallotKind::PerItem | BallotKind::Tick, Some(needed)) => {
                vec![say!(
                    words,
                    "rules-selection",
                    needed = needed,
                    places = places
                )]
            }
            (BallotKind::PerItem | BallotKind::Tick, None) => {
                vec![say!(words, "rules-selection-passed", places = places)]
            }
        }
    }

    fn rank_sum(&self) -> Phrase {
        let words = self.words;
        match &self.rules.rank_sum {
            RankSum::BordaFalling => match self.most() {
                Some(most) => say!(words, "rules-rank-sum-falling", most = most),
                None => say!(words, "rules-rank-sum-falling-all"),
            },
            RankSum::BordaWeights(weights) => {
                let weights: Vec<String> = weights.iter().map(u32::to_string).collect();
                let weights = weights.join(&say!(words, "list-separator").text);
                say!(words, "rules-rank-sum-weights", weights = weights)
            }
        }
    }

    /// Ties and shortfall; the list as a whole has no ties.
    fn edges(&self) -> Vec<Phrase> {
        match self.rules.kind {
            BallotKind::Grade => Vec::new(),
            BallotKind::WholeList => vec![self.shortfall()],
            BallotKind::PerItem | BallotKind::Tick | BallotKind::Rank => {
                let mut told = self.tie();
                told.push(self.shortfall());
                told
            }
        }
    }

    fn tie(&self) -> Vec<Phrase> {
        let words = self.words;
        let body = self.rules.body.word();
        let is_run_off = self.rules.template == Template::RunOff;
        match (self.rules.tie, is_run_off) {
            (TieRule::Unstated, _) => vec![say!(words, "rules-tie-unstated")],
            (TieRule::Presidium, false) => vec![say!(words, "rules-tie-presidium", body = body)],
            (TieRule::Presidium, true) => {
                vec![say!(words, "rules-second-tie-presidium", body = body)]
            }
            (TieRule::RunOff, true) => vec![say!(words, "rules-second-tie-run-off")],
            (TieRule::RunOff, false) => vec![
                if self.rules.runoff_needs_majority {
                    say!(words, "rules-tie-run-off-majority")
                } else {
                    say!(words, "rules-tie-run-off")
                },
                match self.rules.second_tie {
                    TieRule::RunOff => say!(words, "rules-second-tie-run-off"),
                    TieRule::Presidium => say!(words, "rules-second-tie-presidium", body = body),
                    TieRule::Unstated => say!(words, "rules-second-tie-unstated"),
                },
            ],
        }
    }

    fn shortfall(&self) -> Phrase {
        let (words, places) = (self.words, self.places);
        match self.rules.shortfall {
            ShortfallRule::TakeFewer => say!(words, "rules-shortfall-take-fewer", places = places),
            ShortfallRule::Supplementary => {
                let rounds = u32::from(self.rules.supplementary_rounds);
                say!(
                    words,
                    "rules-shortfall-supplementary",
                    places = places,
                    rounds = rounds
                )
            }
            ShortfallRule::Unstated => say!(words, "rules-shortfall-unstated"),
        }
    }
}

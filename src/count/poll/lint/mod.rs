//! What is wrong or unwise about rules for a given body and slate, as coded problems.

use super::clause::Clause;
use super::rules::{
    BlankRule, CountingBase, GradeRule, HalfRule, MarkLimit, PassRule, QuorumRule, RankSum, Rules,
    ShortfallRule, TieRule, UndermarkRule, UnmarkedRule,
};
use super::template::Template;
use crate::congress::Body;
use crate::poll::kind::BallotKind;
use crate::problem::Problem;
use crate::quorum::more_than_half;

/// Errors refuse freezing; warnings are accepted with a reason that stays on record. `due` is N,
/// `lines` the number of candidates, 0 while the slate is empty.
#[must_use]
pub fn lint(rules: &Rules, due: u32, lines: usize) -> Vec<Problem> {
    let mut lint = Lint {
        rules,
        due,
        lines,
        found: Vec::new(),
    };
    lint.numbers();
    lint.slate();
    lint.majority();
    lint.marks();
    lint.kind();
    lint.edges();
    lint.found
}

/// What is wrong with the numbers of rules in themselves, whatever the slate and the hall: such
/// rules are not even saved. All are errors: `places-none`, `limit-none`, `ranks-too-many`,
/// `rank-weights-too-few`, `rank-weights-not-falling`.
#[must_use]
pub fn faults(rules: &Rules) -> Vec<Problem> {
    let mut lint = Lint {
        rules,
        due: 0,
        lines: 0,
        found: Vec::new(),
    };
    lint.least();
    if rules.kind == BallotKind::Rank {
        lint.rank_numbers(match rules.limit {
            MarkLimit::Places => usize::from(rules.places),
            MarkLimit::Number(most) => usize::from(most),
            // As many as there will be lines.
            MarkLimit::Unlimited => 0,
        });
    }
    lint.found
}

struct Lint<'r> {
    rules: &'r Rules,
    due: u32,
    lines: usize,
    found: Vec<Problem>,
}

impl Lint<'_> {
    fn say_if(&mut self, is_so: bool, problem: Problem) {
        if is_so {
            self.found.push(problem);
        }
    }

    /// Whether the round follows another one, whose edge left it these candidates and places.
    fn is_later(&self) -> bool {
        matches!(
            self.rules.template,
            Template::RunOff | Template::Supplementary
        )
    }

    fn numbers(&mut self) {
        let rules = self.rules;
        self.say_if(self.due == 0, Problem::error("members-none"));
        self.least();
        let is_weaker = rules.body == Body::Congress && rules.quorum == QuorumRule::MoreThanHalf;
        self.say_if(
            is_weaker,
            Problem::error("quorum-below-statute").at("quorum"),
        );
    }

    fn least(&mut self) {
        let rules = self.rules;
        self.say_if(
            rules.places == 0 && rules.kind != BallotKind::Grade,
            Problem::error("places-none").at("places"),
        );
        self.say_if(rules.limit == MarkLimit::Number(0), {
            Problem::error("limit-none").at("limit")
        });
    }

    fn slate(&mut self) {
        let (lines, places) = (self.lines, usize::from(self.rules.places));
        if lines == 0 {
            return;
        }
        self.say_if(lines < places && !self.is_later(), {
            let problem = Problem::error("candidates-too-few").at("slate");
            problem.with("candidates", lines).with("places", places)
        });
        if self.is_later() || !self.rules.kind.is_limited() {
            return;
        }
        self.say_if(
            lines == places,
            Problem::warning("surplus-none").with("places", places),
        );
        let wanted = self.rules.candidates_wanted();
        let is_small = lines > places && usize::try_from(wanted).is_ok_and(|all| lines < all);
        self.say_if(is_small, {
            let problem = Problem::warning("surplus-small").at("slate");
            problem.with("candidates", lines).with("wanted", wanted)
        });
    }

    fn majority(&mut self) {
        let rules = self.rules;
        // 地方组织法 2022, articles 25 and 51: more than half of all members.
        let is_selection = rules.kind != BallotKind::Grade;
        self.say_if(is_selection && rules.base != CountingBase::InOffice, {
            Problem::error("base-not-all").at("base")
        });
        match (rules.pass, rules.half) {
            // Only a selection is bound by statute to more than half.
            (PassRule::Majority, HalfRule::Passes) => {
                self.say_if(is_selection, Problem::error("half-passes").at("half"));
            }
            (PassRule::Majority, HalfRule::Unstated) => {
                self.found.push(Problem::error("half-left-open").at("half"));
            }
            (PassRule::Majority | PassRule::Votes(_), HalfRule::Fails)
            | (PassRule::Votes(_), HalfRule::Passes | HalfRule::Unstated) => {}
            (PassRule::None, _) => {
                // In a run-off each has passed before.
                self.say_if(rules.template != Template::RunOff, {
                    Problem::warning("threshold-none").at("pass")
                });
            }
        }
        if let PassRule::Votes(votes) = rules.pass {
            let majority = more_than_half(self.due);
            let say = |code| Problem::error(code).at("pass").with("votes", votes);
            self.say_if(
                votes > self.due,
                say("threshold-above-base").with("base", self.due),
            );
            self.say_if(is_selection && votes < majority, {
                say("threshold-below-majority").with("majority", majority)
            });
        }
    }

    fn marks(&mut self) {
        let rules = self.rules;
        self.say_if(rules.unmarked == UnmarkedRule::Approve, {
            Problem::error("blank-approves").at("unmarked")
        });
        let is_exact = rules.undermark == UndermarkRule::MustEqual;
        self.say_if(is_exact && rules.limit == MarkLimit::Unlimited, {
            Problem::error("exactly-without-limit").at("undermark")
        });
        self.say_if(is_exact && rules.blank == BlankRule::Valid, {
            Problem::warning("blank-valid-though-exact").at("blank")
        });
        if let MarkLimit::Number(most) = rules.limit {
            let is_above = self.lines > 0 && usize::from(most) > self.lines;
            self.say_if(is_above, {
                let problem = Problem::warning("limit-above-candidates").at("limit");
                problem.with("most", most).with("candidates", self.lines)
            });
            self.say_if(most > 0 && most < rules.places, {
                let problem = Problem::warning("limit-below-places").at("limit");
                problem.with("most", most).with("places", rules.places)
            });
        }
    }

    fn kind(&mut self) {
        let rules = self.rules;
        match rules.kind {
            BallotKind::PerItem => {}
            BallotKind::Grade => self.grades(),
            // 代表法 2025, article 23: approve, oppose or abstain.
            BallotKind::Tick => self
                .found
                .push(Problem::warning("tick-without-choices").at("kind")),
            BallotKind::Rank => {
                self.found
                    .push(Problem::warning("rank-without-choices").at("kind"));
                self.ranks();
            }
            BallotKind::WholeList => {
                let places = usize::from(rules.places);
                self.say_if(self.lines > 0 && self.lines != places, {
                    let problem = Problem::error("whole-list-places").at("places");
                    problem
                        .with("candidates", self.lines)
                        .with("places", places)
                });
            }
        }
    }

    fn grades(&mut self) {
        self.say_if(self.rules.clauses.number(Clause::Grades).is_none(), {
            Problem::error("grades-without-clause").at("grades")
        });
        let GradeRule::Rates {
            satisfied,
            basically,
        } = self.rules.grades
        else {
            return;
        };
        let is_rate = |rate: u8| (1..=100).contains(&rate);
        self.say_if(!is_rate(satisfied) || !is_rate(basically), {
            Problem::error("grade-rates-out-of-range").at("grades")
        });
    }

    fn ranks(&mut self) {
        self.rank_numbers(self.rules.most_approvals(self.lines));
        self.say_if(self.rules.clauses.number(Clause::RankSum).is_none(), {
            Problem::error("rank-sum-without-clause").at("rank-sum")
        });
    }

    /// So many ranks, and their weights.
    fn rank_numbers(&mut self, most: usize) {
        self.say_if(
            most > usize::from(u8::MAX),
            Problem::error("ranks-too-many").at("limit"),
        );
        let RankSum::BordaWeights(weights) = &self.rules.rank_sum else {
            return;
        };
        self.say_if(weights.len() < most, {
            let problem = Problem::error("rank-weights-too-few").at("rank-sum");
            problem.with("weights", weights.len()).with("ranks", most)
        });
        let is_rising = weights
            .iter()
            .zip(weights.iter().skip(1))
            .any(|(one, next)| next >= one);
        self.say_if(is_rising || weights.last() == Some(&0), {
            Problem::error("rank-weights-not-falling").at("rank-sum")
        });
    }

    fn edges(&mut self) {
        let rules = self.rules;
        if rules.kind == BallotKind::Grade {
            // Nothing is chosen, so nothing ties and no place stays empty.
            return;
        }
        if rules.kind != BallotKind::WholeList {
            self.tie(rules.tie, rules.tie_clause(), "tie");
            if rules.tie == TieRule::RunOff && rules.template != Template::RunOff {
                self.tie(rules.second_tie, Clause::SecondTie, "second-tie");
            }
        }
        match rules.shortfall {
            ShortfallRule::Unstated => self
                .found
                .push(Problem::error("shortfall-unstated").at("shortfall")),
            ShortfallRule::Supplementary => self.say_if(rules.supplementary_rounds == 0, {
                Problem::error("supplementary-rounds-none").at("supplementary-rounds")
            }),
            ShortfallRule::TakeFewer => {}
        }
    }

    fn tie(&mut self, tie: TieRule, clause: Clause, field: &'static str) {
        match tie {
            TieRule::RunOff => {}
            TieRule::Unstated => self.found.push(Problem::error("tie-unstated").at(field)),
            TieRule::Presidium => match self.rules.clauses.number(clause) {
                None => self
                    .found
                    .push(Problem::error("presidium-without-clause").at(field)),
                // After a run-off somebody has to decide; at once, it replaces the deputies' vote.
                Some(number) => self.say_if(clause == Clause::Tie, {
                    Problem::warning("presidium-breaks-ties")
                        .at(field)
                        .with("clause", number)
                }),
            },
        }
    }
}

#[cfg(test)]
mod tests;

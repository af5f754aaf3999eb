//! The canonical text of rules: a version line, then `name = value` lines in a fixed order.
//!
//! It is what is stored, hashed and signed, so the encoder is made by hand, and a text that does
//! not come back byte for byte is refused: two texts never mean one set of rules.

use super::clause::{Clause, Clauses};
use super::rules::{
    BASE, BLANK, GRADE_SCALE, GradeRule, HALF, MarkLimit, OVERMARK, Pass, QUORUM, RankSum, Rules,
    SHORTFALL, TIE, UNDERMARK, UNMARKED, UnknownRules, YES_NO, find, pick,
};
use super::setting::Values;
use super::template::Template;
use crate::congress::Body;
use crate::poll::kind::BallotKind;

const VERSION: &str = "minsheng-rules 1";

impl Rules {
    /// The canonical text.
    #[must_use]
    pub fn canonical(&self) -> String {
        let lines = [
            ("template", self.template.word().to_owned()),
            ("kind", self.kind.word().to_owned()),
            ("body", self.body.word().to_owned()),
            ("places", self.places.to_string()),
            ("quorum", pick(self.quorum, QUORUM)),
            ("base", pick(self.base, BASE)),
            ("pass", pass_word(self.pass)),
            ("half", pick(self.half, HALF)),
            ("surplus-percent", self.surplus_percent.to_string()),
            ("limit", limit_word(self.limit)),
            ("unmarked", pick(self.unmarked, UNMARKED)),
            ("overmark", pick(self.overmark, OVERMARK)),
            ("undermark", pick(self.undermark, UNDERMARK)),
            ("blank", pick(self.blank, BLANK)),
            ("rank-sum", rank_sum_word(&self.rank_sum)),
            ("scale", pick(self.scale, GRADE_SCALE)),
            ("grades", grades_word(self.grades)),
            ("tie", pick(self.tie, TIE)),
            (
                "runoff-needs-majority",
                pick(self.runoff_needs_majority, YES_NO),
            ),
            ("second-tie", pick(self.second_tie, TIE)),
            ("shortfall", pick(self.shortfall, SHORTFALL)),
            (
                "supplementary-rounds",
                self.supplementary_rounds.to_string(),
            ),
            ("shows-preliminary", pick(self.shows_preliminary, YES_NO)),
            ("asks-remarks", pick(self.asks_remarks, YES_NO)),
        ];
        let mut text = format!("{VERSION}\n");
        for (name, value) in lines {
            text.push_str(&format!("{name} = {value}\n"));
        }
        for (clause, number) in self.clauses.iter() {
            text.push_str(&format!("clause {} = {number}\n", clause.word()));
        }
        text
    }

    /// The rules of a canonical text.
    ///
    /// # Errors
    /// [`UnknownRules`] with the line that is not known.
    pub fn from_canonical(text: &str) -> Result<Self, UnknownRules> {
        let mut lines = Lines(text.lines());
        if lines.0.next() != Some(VERSION) {
            return Err(UnknownRules("version".to_owned()));
        }
        let rules = Self {
            template: lines.read("template", Template::from_word)?,
            kind: lines.read("kind", BallotKind::from_word)?,
            body: lines.read("body", Body::from_word)?,
            places: lines.number("places")?,
            quorum: lines.one_of("quorum", QUORUM)?,
            base: lines.one_of("base", BASE)?,
            pass: lines.read("pass", pass_of)?,
            half: lines.one_of("half", HALF)?,
            surplus_percent: lines.number("surplus-percent")?,
            limit: lines.read("limit", limit_of)?,
            unmarked: lines.one_of("unmarked", UNMARKED)?,
            overmark: lines.one_of("overmark", OVERMARK)?,
            undermark: lines.one_of("undermark", UNDERMARK)?,
            blank: lines.one_of("blank", BLANK)?,
            rank_sum: lines.read("rank-sum", rank_sum_of)?,
            scale: lines.one_of("scale", GRADE_SCALE)?,
            grades: lines.read("grades", grades_of)?,
            tie: lines.one_of("tie", TIE)?,
            runoff_needs_majority: lines.one_of("runoff-needs-majority", YES_NO)?,
            second_tie: lines.one_of("second-tie", TIE)?,
            shortfall: lines.one_of("shortfall", SHORTFALL)?,
            supplementary_rounds: lines.number("supplementary-rounds")?,
            shows_preliminary: lines.one_of("shows-preliminary", YES_NO)?,
            asks_remarks: lines.one_of("asks-remarks", YES_NO)?,
            clauses: lines.clauses()?,
        };
        if rules.canonical() == text {
            Ok(rules)
        } else {
            Err(UnknownRules("it is not in canonical form".to_owned()))
        }
    }
}

/// The lines that are still to be read.
struct Lines<'t>(std::str::Lines<'t>);

impl<'t> Lines<'t> {
    fn read<T>(
        &mut self,
        name: &str,
        value: impl FnOnce(&'t str) -> Option<T>,
    ) -> Result<T, UnknownRules> {
        let line = self.0.next().unwrap_or_default();
        let found = line.split_once(" = ").filter(|(found, _)| *found == name);
        let value = found.and_then(|(_, word)| value(word));
        value.ok_or_else(|| UnknownRules(format!("{name}: {line:?}")))
    }

    fn one_of<T: Copy>(&mut self, name: &str, values: Values<T>) -> Result<T, UnknownRules> {
        self.read(name, |word| find(word, values).ok())
    }

    fn number<T: std::str::FromStr>(&mut self, name: &str) -> Result<T, UnknownRules> {
        self.read(name, |word| word.parse().ok())
    }

    fn clauses(&mut self) -> Result<Clauses, UnknownRules> {
        let mut clauses = Clauses::default();
        for line in self.0.by_ref() {
            let read = || {
                let (word, number) = line.strip_prefix("clause ")?.split_once(" = ")?;
                Some((Clause::from_word(word)?, number.parse().ok()?))
            };
            let (clause, number) = read().ok_or_else(|| UnknownRules(format!("{line:?}")))?;
            clauses.set(clause, Some(number));
        }
        Ok(clauses)
    }
}

fn pass_word(pass: Pass) -> String {
    match pass {
        Pass::Majority => "majority".to_owned(),
        Pass::Votes(votes) => format!("votes {votes}"),
        Pass::None => "none".to_owned(),
    }
}

fn pass_of(word: &str) -> Option<Pass> {
    match word {
        "majority" => Some(Pass::Majority),
        "none" => Some(Pass::None),
        votes => votes.strip_prefix("votes ")?.parse().ok().map(Pass::Votes),
    }
}

fn limit_word(limit: MarkLimit) -> String {
    match limit {
        MarkLimit::Places => "places".to_owned(),
        MarkLimit::Number(most) => most.to_string(),
        MarkLimit::Unlimited => "unlimited".to_owned(),
    }
}

fn limit_of(word: &str) -> Option<MarkLimit> {
    match word {
        "places" => Some(MarkLimit::Places),
        "unlimited" => Some(MarkLimit::Unlimited),
        most => most.parse().ok().map(MarkLimit::Number),
    }
}

fn rank_sum_word(sum: &RankSum) -> String {
    match sum {
        RankSum::BordaFalling => "borda falling".to_owned(),
        RankSum::BordaWeights(weights) => {
            let weights: Vec<String> = weights.iter().map(u32::to_string).collect();
            format!("borda {}", weights.join(" "))
        }
    }
}

fn rank_sum_of(word: &str) -> Option<RankSum> {
    match word.strip_prefix("borda ")? {
        "falling" => Some(RankSum::BordaFalling),
        weights => {
            let weights: Option<Vec<u32>> = weights.split(' ').map(|w| w.parse().ok()).collect();
            weights.map(RankSum::BordaWeights)
        }
    }
}

fn grades_word(rule: GradeRule) -> String {
    match rule {
        GradeRule::Chain => "chain".to_owned(),
        GradeRule::Rates {
            satisfied,
            basically,
        } => format!("rates {satisfied} {basically}"),
    }
}

fn grades_of(word: &str) -> Option<GradeRule> {
    if word == "chain" {
        return Some(GradeRule::Chain);
    }
    let (satisfied, basically) = word.strip_prefix("rates ")?.split_once(' ')?;
    Some(GradeRule::Rates {
        satisfied: satisfied.parse().ok()?,
        basically: basically.parse().ok()?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::poll::rules::{
        Base, Blank, GradeScale, Half, Overmark, Quorum, Shortfall, Tie, Undermark, Unmarked,
    };

    const PINNED: &str = "minsheng-rules 1\ntemplate = per-item\nkind = per-item\nbody = congress\n\
        places = 4\nquorum = two-thirds\nbase = in-office\npass = majority\nhalf = fails\n\
        surplus-percent = 20\nlimit = places\nunmarked = abstain\novermark = paper-void\n\
        undermark = valid\nblank = valid\nrank-sum = borda falling\nscale = three\n\
        grades = chain\ntie = run-off\nrunoff-needs-majority = no\nsecond-tie = presidium\n\
        shortfall = take-fewer\nsupplementary-rounds = 1\n\
        shows-preliminary = no\n\
        asks-remarks = no\n";

    #[test]
    fn the_canonical_text_is_pinned() {
        let mut rules = Rules::per_item(4, Body::Congress);
        rules.clauses = Clauses::in_order(&[Clause::Quorum, Clause::Tie]);
        let text = rules.canonical();
        assert_eq!(text, format!("{PINNED}clause quorum = 1\nclause tie = 2\n"));
        assert_eq!(Rules::from_canonical(&text), Ok(rules));
    }

    #[test]
    fn every_template_comes_back() {
        for template in Template::ALL {
            for body in Body::ALL {
                let rules = template.rules(body, 5);
                assert_eq!(Rules::from_canonical(&rules.canonical()), Ok(rules));
            }
        }
    }

    #[test]
    fn every_setting_is_in_the_text() {
        let plain = Rules::per_item(4, Body::Congress);
        let mut changed: Vec<Rules> = Vec::new();
        let mut with = |change: &dyn Fn(&mut Rules)| {
            let mut rules = plain.clone();
            change(&mut rules);
            changed.push(rules);
        };
        with(&|r| r.template = Template::Exactly);
        with(&|r| r.kind = BallotKind::Tick);
        with(&|r| r.body = Body::StandingCommittee);
        with(&|r| r.places = 5);
        with(&|r| r.quorum = Quorum::MoreThanHalf);
        with(&|r| r.base = Base::Valid);
        with(&|r| r.pass = Pass::Votes(30));
        with(&|r| r.pass = Pass::None);
        with(&|r| r.half = Half::Passes);
        with(&|r| r.surplus_percent = 0);
        with(&|r| r.limit = MarkLimit::Number(7));
        with(&|r| r.limit = MarkLimit::Unlimited);
        with(&|r| r.unmarked = Unmarked::Oppose);
        with(&|r| r.overmark = Overmark::SectionVoid);
        with(&|r| r.undermark = Undermark::MustEqual);
        with(&|r| r.blank = Blank::Void);
        with(&|r| r.rank_sum = RankSum::BordaWeights(vec![9, 4, 1]));
        with(&|r| r.scale = GradeScale::Four);
        with(&|r| {
            r.grades = GradeRule::Rates {
                satisfied: 80,
                basically: 60,
            }
        });
        with(&|r| r.tie = Tie::Presidium);
        with(&|r| r.runoff_needs_majority = true);
        with(&|r| r.second_tie = Tie::RunOff);
        with(&|r| r.shortfall = Shortfall::Supplementary);
        with(&|r| r.supplementary_rounds = 2);
        with(&|r| r.shows_preliminary = true);
        with(&|r| r.asks_remarks = true);
        with(&|r| r.clauses.set(Clause::Tie, Some(99)));
        with(&|r| r.clauses.set(Clause::Tie, None));
        for rules in changed {
            assert_ne!(rules.canonical(), plain.canonical());
            assert_eq!(Rules::from_canonical(&rules.canonical()), Ok(rules));
        }
    }

    #[test]
    fn a_text_in_any_other_form_is_refused() {
        assert!(Rules::from_canonical(PINNED).is_ok());
        for (from, to) in [
            ("minsheng-rules 1", "minsheng-rules 2"),
            ("run-off", "lot"),
            ("places = 4", "places = 04"),
            ("places = 4", "places = +4"),
            ("places = 4", "places = 65536"),
            ("places = 4", "places = -1"),
            ("tie = run-off\n", ""),
            ("tie = run-off\n", "tie = run-off\ntie = run-off\n"),
            ("\n", "\r\n"),
            ("borda falling", "borda "),
            ("borda falling", "borda 3  1"),
            ("grades = chain", "grades = rates 80"),
            ("grades = chain", "grades = rates 80 060"),
        ] {
            assert!(
                Rules::from_canonical(&PINNED.replace(from, to)).is_err(),
                "{to:?}"
            );
        }
        for more in [
            "\n",
            "clause tie = 3\nclause tie = 4\n",
            "clause lot = 1\n",
            "clause tie = 2",
        ] {
            assert!(
                Rules::from_canonical(&format!("{PINNED}{more}")).is_err(),
                "{more:?}"
            );
        }
    }
}

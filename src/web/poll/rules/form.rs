//! The settings of a posted form, and rules as the fields of one.

use crate::form::Fields;
use domain::ballot::BallotKind;
use domain::poll::clause::{Clause, Clauses};
use domain::poll::rules::{
    BASE, BLANK, GRADE_SCALE, GradeRule, HALF, MarkLimit, OVERMARK, Pass, QUORUM, RankSum, Rules,
    SHORTFALL, TIE, UNDERMARK, UNMARKED, Values, YES_NO, find, pick,
};
use domain::problem::Problem;

/// The largest number of places, marks, clauses.
const MOST: u32 = 999;
/// The largest number of votes.
const MOST_VOTES: u32 = 99_999;

/// Whether papers of a kind know a setting.
pub(super) fn applies(setting: &str, kind: BallotKind) -> bool {
    match setting {
        "limit"
        | "undermark"
        | "overmark"
        | "surplus-percent"
        | "tie"
        | "second-tie"
        | "runoff-needs-majority" => kind.is_limited(),
        "rank-sum" => kind == BallotKind::Rank,
        "base" | "scale" | "grades" | "asks-remarks" => kind == BallotKind::Grade,
        "places" | "pass" | "shortfall" | "supplementary-rounds" => kind != BallotKind::Grade,
        _ => true,
    }
}

/// The name of the field of a clause's number.
pub(super) fn clause_field(clause: Clause) -> String {
    format!("clause-{}", clause.word())
}

/// Rules as the fields of their form.
pub(in crate::poll) fn typed(title: &str, rules: &Rules) -> Fields {
    let (pass, votes) = match rules.pass {
        Pass::Majority => ("majority", String::new()),
        Pass::Votes(votes) => ("votes", votes.to_string()),
        Pass::None => ("none", String::new()),
    };
    let (limit, most) = match rules.limit {
        MarkLimit::Places => ("places", String::new()),
        MarkLimit::Number(most) => ("number", most.to_string()),
        MarkLimit::Unlimited => ("unlimited", String::new()),
    };
    let (rank_sum, weights) = match &rules.rank_sum {
        RankSum::BordaFalling => ("borda-falling", String::new()),
        RankSum::BordaWeights(weights) => {
            let weights: Vec<String> = weights.iter().map(u32::to_string).collect();
            ("borda-weights", weights.join(" "))
        }
    };
    let (grades, rates) = match rules.grades {
        GradeRule::Chain => ("chain", None),
        GradeRule::Rates {
            satisfied,
            basically,
        } => ("rates", Some((satisfied, basically))),
    };
    let rate = |rate: Option<u8>| rate.map_or_else(String::new, |rate| rate.to_string());
    let fields = [
        ("base", pick(rules.base, BASE)),
        ("scale", pick(rules.scale, GRADE_SCALE)),
        ("grades", grades.to_owned()),
        ("rate-satisfied", rate(rates.map(|rates| rates.0))),
        ("rate-basically", rate(rates.map(|rates| rates.1))),
        ("title", title.to_owned()),
        ("places", rules.places.to_string()),
        ("pass", pass.to_owned()),
        ("pass-votes", votes),
        ("limit", limit.to_owned()),
        ("limit-number", most),
        ("undermark", pick(rules.undermark, UNDERMARK)),
        ("overmark", pick(rules.overmark, OVERMARK)),
        ("unmarked", pick(rules.unmarked, UNMARKED)),
        ("blank", pick(rules.blank, BLANK)),
        ("rank-sum", rank_sum.to_owned()),
        ("rank-weights", weights),
        ("tie", pick(rules.tie, TIE)),
        ("shortfall", pick(rules.shortfall, SHORTFALL)),
        ("quorum", pick(rules.quorum, QUORUM)),
        ("half", pick(rules.half, HALF)),
        ("surplus-percent", rules.surplus_percent.to_string()),
        (
            "runoff-needs-majority",
            pick(rules.runoff_needs_majority, YES_NO),
        ),
        ("second-tie", pick(rules.second_tie, TIE)),
        (
            "supplementary-rounds",
            rules.supplementary_rounds.to_string(),
        ),
        ("shows-preliminary", pick(rules.shows_preliminary, YES_NO)),
        ("asks-remarks", pick(rules.asks_remarks, YES_NO)),
    ];
    let settings = fields.map(|(name, value)| (name.to_owned(), value));
    let clauses = rules
        .clauses
        .iter()
        .map(|(clause, number)| (clause_field(clause), number.to_string()));
    Fields::of(settings.into_iter().chain(clauses))
}

/// The rules of a posted form, over those that stand: what the kind does not know stays.
///
/// Problems, each at its setting: `setting-unknown`, `number-range`, `rank-weights-form`. Whether
/// the numbers go together is the domain's to say, when they are saved.
pub(in crate::poll) fn read(fields: &Fields, before: &Rules) -> Result<Rules, Vec<Problem>> {
    let mut reader = Reader {
        fields,
        kind: before.kind,
        problems: Vec::new(),
    };
    let rules = reader.rules(before);
    if reader.problems.is_empty() {
        Ok(rules)
    } else {
        Err(reader.problems)
    }
}

struct Reader<'f> {
    fields: &'f Fields,
    kind: BallotKind,
    problems: Vec<Problem>,
}

impl Reader<'_> {
    fn rules(&mut self, before: &Rules) -> Rules {
        Rules {
            places: self.number("places", "places", (1, MOST), before.places),
            base: self.one_of("base", BASE, before.base),
            scale: self.one_of("scale", GRADE_SCALE, before.scale),
            grades: self.grades(before.grades),
            pass: self.pass(before.pass),
            limit: self.limit(before.limit),
            undermark: self.one_of("undermark", UNDERMARK, before.undermark),
            overmark: self.one_of("overmark", OVERMARK, before.overmark),
            unmarked: self.one_of("unmarked", UNMARKED, before.unmarked),
            blank: self.one_of("blank", BLANK, before.blank),
            rank_sum: self.rank_sum(&before.rank_sum),
            tie: self.one_of("tie", TIE, before.tie),
            shortfall: self.one_of("shortfall", SHORTFALL, before.shortfall),
            quorum: self.one_of("quorum", QUORUM, before.quorum),
            half: self.one_of("half", HALF, before.half),
            surplus_percent: self.number(
                "surplus-percent",
                "surplus-percent",
                (0, 100),
                before.surplus_percent,
            ),
            runoff_needs_majority: self.one_of(
                "runoff-needs-majority",
                YES_NO,
                before.runoff_needs_majority,
            ),
            second_tie: self.one_of("second-tie", TIE, before.second_tie),
            supplementary_rounds: self.number(
                "supplementary-rounds",
                "supplementary-rounds",
                (0, 9),
                before.supplementary_rounds,
            ),
            shows_preliminary: self.one_of("shows-preliminary", YES_NO, before.shows_preliminary),
            asks_remarks: self.one_of("asks-remarks", YES_NO, before.asks_remarks),
            clauses: self.clauses(),
            ..before.clone()
        }
    }

    fn unknown(&mut self, setting: &str) {
        self.problems
            .push(Problem::error("setting-unknown").at(setting));
    }

    fn one_of<T: Copy>(&mut self, setting: &str, values: Values<T>, before: T) -> T {
        if !applies(setting, self.kind) {
            return before;
        }
        match find(self.fields.get(setting), values) {
            Ok(value) => value,
            Err(_) => {
                self.unknown(setting);
                before
            }
        }
    }

    /// A whole number from a field, told at its setting.
    fn number<T: TryFrom<u32>>(
        &mut self,
        field: &str,
        setting: &str,
        (least, most): (u32, u32),
        before: T,
    ) -> T {
        if !applies(setting, self.kind) {
            return before;
        }
        let number = self.fields.get(field).trim().parse::<u32>().ok();
        let number = number.filter(|number| (least..=most).contains(number));
        let number = number.and_then(|number| T::try_from(number).ok());
        number.unwrap_or_else(|| {
            let problem = Problem::error("number-range").at(setting);
            self.problems
                .push(problem.with("least", least).with("most", most));
            before
        })
    }

    fn pass(&mut self, before: Pass) -> Pass {
        match self.fields.get("pass") {
            _ if !applies("pass", self.kind) => before,
            "majority" => Pass::Majority,
            "votes" => Pass::Votes(self.number("pass-votes", "pass", (1, MOST_VOTES), 1)),
            "none" => Pass::None,
            _ => {
                self.unknown("pass");
                before
            }
        }
    }

    fn limit(&mut self, before: MarkLimit) -> MarkLimit {
        match self.fields.get("limit") {
            _ if !applies("limit", self.kind) => before,
            "places" => MarkLimit::Places,
            "number" => MarkLimit::Number(self.number("limit-number", "limit", (1, MOST), 1)),
            "unlimited" => MarkLimit::Unlimited,
            _ => {
                self.unknown("limit");
                before
            }
        }
    }

    fn rank_sum(&mut self, before: &RankSum) -> RankSum {
        match self.fields.get("rank-sum") {
            _ if !applies("rank-sum", self.kind) => before.clone(),
            "borda-falling" => RankSum::BordaFalling,
            "borda-weights" => RankSum::BordaWeights(self.weights()),
            _ => {
                self.unknown("rank-sum");
                before.clone()
            }
        }
    }

    fn grades(&mut self, before: GradeRule) -> GradeRule {
        match self.fields.get("grades") {
            _ if !applies("grades", self.kind) => before,
            "chain" => GradeRule::Chain,
            "rates" => GradeRule::Rates {
                satisfied: self.number("rate-satisfied", "grades", (1, 100), 1),
                basically: self.number("rate-basically", "grades", (1, 100), 1),
            },
            _ => {
                self.unknown("grades");
                before
            }
        }
    }

    /// Points from rank 1 on, with spaces, commas or the like between them.
    fn weights(&mut self) -> Vec<u32> {
        let text = self.fields.get("rank-weights");
        let is_between = |c: char| !c.is_alphanumeric() && c != '-';
        let pieces = text.split(is_between).filter(|piece| !piece.is_empty());
        let weights: Option<Vec<u32>> = pieces.map(|piece| piece.parse().ok()).collect();
        match weights {
            Some(weights) if !weights.is_empty() => weights,
            _ => {
                let problem = Problem::error("rank-weights-form").at("rank-sum");
                self.problems.push(problem);
                Vec::new()
            }
        }
    }

    fn clauses(&mut self) -> Clauses {
        let mut clauses = Clauses::default();
        for clause in Clause::ALL {
            let field = clause_field(clause);
            let is_there = !self.fields.get(&field).trim().is_empty();
            if clause.concerns(self.kind) && is_there {
                let number = self.number(&field, &field, (1, MOST), 1);
                clauses.set(clause, Some(number));
            }
        }
        clauses
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::congress::Body;
    use domain::poll::rules::{Half, Shortfall, Tie};
    use domain::poll::template::Template;

    /// Fields set to other values.
    type Set = &'static [(&'static str, &'static str)];

    /// What is read from a form of these rules with some fields set to other values.
    fn read_with(rules: &Rules, set: &[(&str, &str)]) -> Result<Rules, Vec<(String, String)>> {
        let mut fields: Vec<(String, String)> = typed("t", rules)
            .iter()
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .filter(|(name, _)| set.iter().all(|(other, _)| other != name))
            .collect();
        fields.extend(set.iter().map(|(n, v)| ((*n).to_owned(), (*v).to_owned())));
        read(&Fields::of(fields), rules).map_err(|problems| {
            let told = |problem: Problem| (problem.code.to_owned(), format!("{:?}", problem.place));
            problems.into_iter().map(told).collect()
        })
    }

    #[test]
    fn what_a_form_shows_is_what_it_reads() {
        for template in Template::ALL {
            let rules = template.rules(Body::Congress, 4);
            assert_eq!(read_with(&rules, &[]), Ok(rules.clone()), "{template:?}");
        }
        let mut rules = Template::Rank.rules(Body::StandingCommittee, 2);
        rules.pass = Pass::Votes(20);
        rules.limit = MarkLimit::Number(3);
        rules.rank_sum = RankSum::BordaWeights(vec![9, 4, 1]);
        rules.half = Half::Passes;
        rules.second_tie = Tie::RunOff;
        rules.shortfall = Shortfall::Supplementary;
        rules.clauses.set(Clause::Tie, Some(12));
        rules.clauses.set(Clause::Surplus, None);
        assert_eq!(read_with(&rules, &[]), Ok(rules.clone()));
    }

    #[test]
    fn what_cannot_be_read_is_told_at_its_setting() {
        let rules = Template::Rank.rules(Body::Congress, 4);
        let cases: [(Set, &str, &str); 14] = [
            (&[("places", "0")], "number-range", "places"),
            (&[("places", "-1")], "number-range", "places"),
            (&[("places", "four")], "number-range", "places"),
            (&[("places", "")], "number-range", "places"),
            (&[("places", "70000")], "number-range", "places"),
            (
                &[("limit", "number"), ("limit-number", "0")],
                "number-range",
                "limit",
            ),
            (&[("limit", "number")], "number-range", "limit"),
            (
                &[("pass", "votes"), ("pass-votes", "x")],
                "number-range",
                "pass",
            ),
            (
                &[("surplus-percent", "101")],
                "number-range",
                "surplus-percent",
            ),
            (
                &[("supplementary-rounds", "-2")],
                "number-range",
                "supplementary-rounds",
            ),
            (&[("tie", "lot")], "setting-unknown", "tie"),
            (
                &[("rank-sum", "borda-weights")],
                "rank-weights-form",
                "rank-sum",
            ),
            (
                &[("rank-sum", "borda-weights"), ("rank-weights", "3 -2 1")],
                "rank-weights-form",
                "rank-sum",
            ),
            (&[("clause-tie", "0")], "number-range", "clause-tie"),
        ];
        for (set, code, setting) in cases {
            let told = read_with(&rules, set).unwrap_err();
            let expected = (code.to_owned(), format!("Field({setting:?})"));
            assert_eq!(told, [expected], "{set:?}");
        }
    }

    #[test]
    fn what_a_kind_does_not_know_is_not_read() {
        let rules = Template::WholeList.rules(Body::Congress, 4);
        let strange = [
            ("limit", "places"),
            ("tie", "lot"),
            ("rank-sum", "borda-weights"),
            ("clause-tie", "7"),
        ];
        assert_eq!(read_with(&rules, &strange), Ok(rules));
    }
}

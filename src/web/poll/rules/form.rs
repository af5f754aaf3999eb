//! The settings of a posted form, and rules as the fields of one.

use crate::form::Fields;
use domain::ballot::BallotKind;
use domain::poll::clause::{Clause, Clauses};
use domain::poll::rules::{self, Rules, SETTINGS, Setting, SettingInput};
use domain::problem::Problem;

/// The largest number of a clause.
const MOST: u32 = 999;

/// The name of the field of a clause's number.
pub(super) fn clause_field(clause: Clause) -> String {
    format!("clause-{}", clause.word())
}

/// Rules as the fields of their form.
pub(in crate::poll) fn typed(title: &str, rules: &Rules) -> Fields {
    let mut fields = vec![("title".to_owned(), title.to_owned())];
    for setting in SETTINGS {
        let words = (setting.write)(rules);
        match setting.asked.split(&words) {
            Some((choice, typed)) => {
                fields.push((setting.name.to_owned(), choice.word.to_owned()));
                let inputs = choice.inputs.iter().zip(typed);
                fields.extend(
                    inputs.map(|((field, _), typed)| ((*field).to_owned(), typed.to_owned())),
                );
            }
            None if setting.asked == SettingInput::Never => {}
            None => fields.push((setting.name.to_owned(), words)),
        }
    }
    let clauses = rules
        .clauses
        .iter()
        .map(|(clause, number)| (clause_field(clause), number.to_string()));
    Fields::of(fields.into_iter().chain(clauses))
}

/// The rules of a posted form, over those that stand: what the kind does not know stays.
///
/// Problems, each at its setting: `setting-unknown`, `number-range`, `rank-weights-form`. Whether
/// the numbers go together is the domain's to say, when they are saved.
pub(in crate::poll) fn read(fields: &Fields, before: &Rules) -> Result<Rules, Vec<Problem>> {
    let mut reader = RulesReader {
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

struct RulesReader<'f> {
    fields: &'f Fields,
    kind: BallotKind,
    problems: Vec<Problem>,
}

impl RulesReader<'_> {
    fn rules(&mut self, before: &Rules) -> Rules {
        let mut rules = before.clone();
        for setting in rules::on_page(self.kind) {
            if let Some(words) = self.words_of(setting) {
                // What the table asks for is what it reads.
                if (setting.read)(&mut rules, &words).is_none() {
                    self.unknown(setting.name);
                }
            }
        }
        rules.clauses = self.clauses();
        rules
    }

    /// What is typed for a setting, in canonical words; nothing after a problem.
    fn words_of(&mut self, setting: &Setting) -> Option<String> {
        if let SettingInput::Number(least, most) = setting.asked {
            let number = self.number(setting.name, setting.name, (least, most))?;
            return Some(number.to_string());
        }
        let chosen = self.fields.get(setting.name);
        let mut choices = setting.asked.choices().into_iter();
        let Some(choice) = choices.find(|choice| choice.word == chosen) else {
            self.unknown(setting.name);
            return None;
        };
        let read = |(field, range): &(&str, Option<(u32, u32)>)| match range {
            Some(range) => {
                let number = self.number(field, setting.name, *range);
                number.map(|number| number.to_string())
            }
            None => self.numbers(field, setting.name),
        };
        let typed: Vec<Option<String>> = choice.inputs.iter().map(read).collect();
        let typed: Option<Vec<String>> = typed.into_iter().collect();
        Some(format!("{}{}", choice.canonical, typed?.join(" ")))
    }

    fn unknown(&mut self, setting: &str) {
        self.problems
            .push(Problem::error("setting-unknown").at(setting));
    }

    /// A whole number from a field, told at its setting.
    fn number(&mut self, field: &str, setting: &str, (least, most): (u32, u32)) -> Option<u32> {
        let number = self.fields.get(field).trim().parse::<u32>().ok();
        let number = number.filter(|number| (least..=most).contains(number));
        if number.is_none() {
            let problem = Problem::error("number-range").at(setting);
            self.problems
                .push(problem.with("least", least).with("most", most));
        }
        number
    }

    /// Points from rank 1 on, with spaces, commas or the like between them.
    fn numbers(&mut self, field: &str, setting: &str) -> Option<String> {
        let text = self.fields.get(field);
        let is_between = |c: char| !c.is_alphanumeric() && c != '-';
        let pieces = text.split(is_between).filter(|piece| !piece.is_empty());
        let numbers: Option<Vec<u32>> = pieces.map(|piece| piece.parse().ok()).collect();
        match numbers {
            Some(numbers) if !numbers.is_empty() => {
                let numbers: Vec<String> = numbers.iter().map(u32::to_string).collect();
                Some(numbers.join(" "))
            }
            _ => {
                let problem = Problem::error("rank-weights-form").at(setting);
                self.problems.push(problem);
                None
            }
        }
    }

    fn clauses(&mut self) -> Clauses {
        let mut clauses = Clauses::default();
        for clause in Clause::ALL {
            let field = clause_field(clause);
            let is_there = !self.fields.get(&field).trim().is_empty();
            if clause.concerns(self.kind) && is_there {
                let number = self.number(&field, &field, (1, MOST));
                clauses.set(clause, number.and_then(|number| u16::try_from(number).ok()));
            }
        }
        clauses
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::congress::Body;
    use domain::poll::rules::{HalfRule, MarkLimit, PassRule, RankSum, ShortfallRule, TieRule};
    use domain::poll::template::Template;

    /// Fields set to other values.
    type ChangedFields = &'static [(&'static str, &'static str)];

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
        rules.pass = PassRule::Votes(20);
        rules.limit = MarkLimit::Number(3);
        rules.rank_sum = RankSum::BordaWeights(vec![9, 4, 1]);
        rules.half = HalfRule::Passes;
        rules.second_tie = TieRule::RunOff;
        rules.shortfall = ShortfallRule::Supplementary;
        rules.clauses.set(Clause::Tie, Some(12));
        rules.clauses.set(Clause::Surplus, None);
        assert_eq!(read_with(&rules, &[]), Ok(rules.clone()));
    }

    #[test]
    fn what_cannot_be_read_is_told_at_its_setting() {
        let rules = Template::Rank.rules(Body::Congress, 4);
        let cases: [(ChangedFields, &str, &str); 14] = [
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

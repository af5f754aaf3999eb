//! The canonical text of rules: a version line, then `name = value` lines in a fixed order.
//!
//! It is what is stored, hashed and signed, so the encoder is made by hand, and a text that does
//! not come back byte for byte is refused: two texts never mean one set of rules.

use super::clause::{Clause, Clauses};
use super::rules::{Rules, SETTINGS, Setting, UnknownRules};
use crate::congress::Body;

const VERSION: &str = "minsheng-rules 1";

impl Rules {
    /// The canonical text.
    #[must_use]
    pub fn canonical(&self) -> String {
        let mut text = format!("{VERSION}\n");
        text.push_str(&lines_of(SETTINGS, self));
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
        let mut rules = Self::plain(Body::Congress, 0);
        lines.settings(SETTINGS, &mut rules)?;
        rules.clauses = lines.clauses()?;
        if rules.canonical() == text {
            Ok(rules)
        } else {
            Err(UnknownRules("it is not in canonical form".to_owned()))
        }
    }
}

/// A line for each setting. One that came later has none where it says what earlier texts meant: they
/// are signed and kept, and stay as they are.
fn lines_of(settings: &[Setting], rules: &Rules) -> String {
    let mut text = String::new();
    for setting in settings {
        let words = (setting.write)(rules);
        if setting.earlier != Some(words.as_str()) {
            text.push_str(&format!("{} = {words}\n", setting.name));
        }
    }
    text
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

    fn settings(&mut self, settings: &[Setting], rules: &mut Rules) -> Result<(), UnknownRules> {
        for setting in settings {
            let next = self
                .0
                .clone()
                .next()
                .and_then(|line| line.split_once(" = "));
            match setting.earlier {
                Some(earlier) if next.is_none_or(|(name, _)| name != setting.name) => {
                    let read = (setting.read)(rules, earlier);
                    read.ok_or_else(|| UnknownRules(setting.name.to_owned()))?;
                }
                Some(_) | None => self.read(setting.name, |words| (setting.read)(rules, words))?,
            }
        }
        Ok(())
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::poll::kind::BallotKind;
    use crate::poll::rules::{
        BlankRule, CountingBase, GradeRule, GradeScale, HalfRule, MarkLimit, OvermarkRule,
        PassRule, QuorumRule, RankSum, ShortfallRule, TieRule, UndermarkRule, UnmarkedRule,
    };
    use crate::poll::template::Template;

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
        with(&|r| r.quorum = QuorumRule::MoreThanHalf);
        with(&|r| r.base = CountingBase::Valid);
        with(&|r| r.pass = PassRule::Votes(30));
        with(&|r| r.pass = PassRule::None);
        with(&|r| r.half = HalfRule::Passes);
        with(&|r| r.surplus_percent = 0);
        with(&|r| r.limit = MarkLimit::Number(7));
        with(&|r| r.limit = MarkLimit::Unlimited);
        with(&|r| r.unmarked = UnmarkedRule::Oppose);
        with(&|r| r.overmark = OvermarkRule::SectionVoid);
        with(&|r| r.undermark = UndermarkRule::MustEqual);
        with(&|r| r.blank = BlankRule::Void);
        with(&|r| r.rank_sum = RankSum::BordaWeights(vec![9, 4, 1]));
        with(&|r| r.scale = GradeScale::Four);
        with(&|r| {
            r.grades = GradeRule::Rates {
                satisfied: 80,
                basically: 60,
            }
        });
        with(&|r| r.tie = TieRule::Presidium);
        with(&|r| r.runoff_needs_majority = true);
        with(&|r| r.second_tie = TieRule::RunOff);
        with(&|r| r.shortfall = ShortfallRule::Supplementary);
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
    fn a_setting_that_came_later_leaves_earlier_texts_as_they_are() {
        let of = |name| {
            SETTINGS
                .iter()
                .find(|setting| setting.name == name)
                .unwrap()
        };
        let later = Setting {
            earlier: Some("no"),
            ..*of("asks-remarks")
        };
        let settings = [*of("places"), later, *of("tie")];
        let mut rules = Rules::per_item(4, Body::Congress);
        assert_eq!(lines_of(&settings, &rules), "places = 4\ntie = run-off\n");
        rules.asks_remarks = true;
        let text = lines_of(&settings, &rules);
        assert_eq!(text, "places = 4\nasks-remarks = yes\ntie = run-off\n");
        for text in [text.as_str(), "places = 4\ntie = run-off\n"] {
            let mut read = rules.clone();
            Lines(text.lines()).settings(&settings, &mut read).unwrap();
            assert_eq!(lines_of(&settings, &read), text);
        }
        let text = "places = 4\ntie = run-off\nasks-remarks = yes\n";
        let mut lines = Lines(text.lines());
        lines.settings(&settings, &mut rules).unwrap();
        assert!(lines.0.next().is_some(), "a line too late is left over");
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

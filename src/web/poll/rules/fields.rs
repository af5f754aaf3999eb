//! The settings as fields: what every congress decides first, the rare ones folded away.

use maud::{Markup, html};

use super::form::{applies, clause_field};
use crate::assets::{self, Asset};
use crate::form::Fields;
use crate::kit;
use crate::path;
use domain::ballot::BallotKind;
use domain::id::PollId;
use domain::poll::clause::Clause;
use domain::poll::rules::{
    BASE, BLANK, GRADE_SCALE, HALF, OVERMARK, QUORUM, Rules, SHORTFALL, TIE, UNDERMARK, UNMARKED,
    Values, YES_NO,
};
use domain::problem::{Place, Problem};
use text::Words;
use text::say;

/// Settings that are folded away; a problem at one of them unfolds them.
const RARE: [&str; 7] = [
    "quorum",
    "half",
    "surplus-percent",
    "runoff-needs-majority",
    "second-tie",
    "supplementary-rounds",
    "shows-preliminary",
];

/// The form of the settings: what is shown is what was typed.
pub(super) struct Form<'f> {
    pub(super) words: Words,
    pub(super) rules: &'f Rules,
    pub(super) typed: &'f Fields,
    pub(super) problems: &'f [Problem],
}

impl Form<'_> {
    pub(super) fn draw(&self, poll: PollId, token: &str) -> Markup {
        let words = self.words;
        html! {
            script defer src=(assets::path(Asset::RulesScript)) {}
            form.card method="post" action=(path::rules(poll)) data-reading=(path::rules_reading(poll)) {
                (kit::token_field(token))
                div.field {
                    label for="title" { (say!(words, "poll-title")) }
                    (kit::field_error(words, self.problems, "title"))
                    input id="title" name="title" value=(self.typed.get("title")) maxlength="80";
                }
                @if applies("places", self.rules.kind) { div.field {
                    label for="places" { (say!(words, "poll-places")) }
                    (kit::field_error(words, self.problems, "places"))
                    (self.input("places", "places"))
                } }
                (self.choice("scale", GRADE_SCALE))
                (self.choice("base", BASE))
                (self.grades())
                // For grades it is no rarity: the texts of different congresses differ on it.
                @if self.rules.kind == BallotKind::Grade { (self.choice("half", HALF)) }
                (self.choice("asks-remarks", YES_NO))
                (self.with_input("pass", &["majority", "votes", "none"], ("votes", "pass-votes")))
                (self.with_input("limit", &["places", "number", "unlimited"], ("number", "limit-number")))
                (self.choice("undermark", UNDERMARK))
                (self.choice("overmark", OVERMARK))
                (self.choice("unmarked", UNMARKED))
                (self.choice("blank", BLANK))
                (self.with_input("rank-sum", &["borda-falling", "borda-weights"], ("borda-weights", "rank-weights")))
                (self.choice("tie", TIE))
                (self.choice("shortfall", SHORTFALL))
                details open[self.has_rare_problem()] {
                    summary { (say!(words, "settings-rare")) }
                    (self.choice("quorum", QUORUM))
                    @if self.rules.kind != BallotKind::Grade { (self.choice("half", HALF)) }
                    (self.number("surplus-percent"))
                    (self.choice("runoff-needs-majority", YES_NO))
                    (self.choice("second-tie", TIE))
                    (self.number("supplementary-rounds"))
                    (self.choice("shows-preliminary", YES_NO))
                }
                details open[self.has_clause_problem()] {
                    summary { (say!(words, "setting-clauses")) }
                    p.hint { (say!(words, "setting-clauses-hint")) }
                    (self.clauses())
                }
                button.button { (say!(words, "rules-save")) }
            }
        }
    }

    fn is_at(&self, test: impl Fn(&str) -> bool) -> bool {
        self.problems.iter().any(|problem| match &problem.place {
            Place::Field(field) => test(field),
            Place::Whole | Place::Cell { .. } => false,
        })
    }

    fn has_rare_problem(&self) -> bool {
        self.is_at(|field| RARE.contains(&field))
    }

    fn has_clause_problem(&self) -> bool {
        self.is_at(|field| field.starts_with("clause-"))
    }

    /// The words of a setting or of one of its values: `setting-tie`, `setting-tie-run-off`.
    fn said(&self, name: &str) -> Markup {
        let of = [
            ("body", self.rules.body.word().to_owned()),
            ("kind", self.rules.kind.word().to_owned()),
        ];
        html! { (self.words.say_named("setting", name, &of)) }
    }

    fn choice<T>(&self, setting: &str, values: Values<T>) -> Markup {
        let values: Vec<&str> = values.iter().map(|(_, word)| *word).collect();
        self.with_input(setting, &values, ("", ""))
    }

    /// A setting as radios, one of which may have a number or a list beside it.
    fn with_input(&self, setting: &str, values: &[&str], (with, field): (&str, &str)) -> Markup {
        let words = self.words;
        let is_known = applies(setting, self.rules.kind);
        let has_problem = self.is_at(|place| place == setting);
        html! {
            @if is_known {
                fieldset.field id=(setting) {
                    legend { (self.said(setting)) }
                    (kit::field_error(words, self.problems, setting))
                    @if setting == "rank-sum" { p.hint { (say!(words, "setting-rank-sum-why")) } }
                    @for value in values {
                        label.choice {
                            input type="radio" name=(setting) value=(value)
                                checked[*value == self.typed.get(setting)];
                            (self.said(&format!("{setting}-{value}")))
                        }
                        @if *value == with {
                            div.with-choice {
                                label.sr for=(field) { (self.said(&format!("{setting}-{value}"))) }
                                input id=(field) name=(field) value=(self.typed.get(field))
                                    size=(if setting == "rank-sum" { "20" } else { "6" }) maxlength="200"
                                    inputmode=[(setting != "rank-sum").then_some("numeric")]
                                    autocomplete="off" aria-invalid=[has_problem.then_some("true")];
                            }
                        }
                    }
                }
            }
        }
    }

    /// How grades become a grade; rates have two numbers beside them.
    fn grades(&self) -> Markup {
        let words = self.words;
        html! {
            @if applies("grades", self.rules.kind) {
                fieldset.field #grades {
                    legend { (self.said("grades")) }
                    (kit::field_error(words, self.problems, "grades"))
                    p.hint { (say!(words, "setting-grades-hint")) }
                    @for value in ["chain", "rates"] {
                        label.choice {
                            input type="radio" name="grades" value=(value)
                                checked[value == self.typed.get("grades")];
                            (self.said(&format!("grades-{value}")))
                        }
                    }
                    @for field in ["rate-satisfied", "rate-basically"] {
                        div.with-choice { label for=(field) { (self.said(field)) } " "
                            (self.input(field, field)) }
                    }
                }
            }
        }
    }

    fn number(&self, setting: &str) -> Markup {
        html! {
            @if applies(setting, self.rules.kind) {
                div.field {
                    label for=(setting) { (self.said(setting)) }
                    (kit::field_error(self.words, self.problems, setting))
                    (self.input(setting, setting))
                }
            }
        }
    }

    fn input(&self, id: &str, name: &str) -> Markup {
        let has_problem = self.is_at(|place| place == name);
        html! {
            input id=(id) name=(name) value=(self.typed.get(name)) inputmode="numeric" size="6"
                autocomplete="off" aria-invalid=[has_problem.then_some("true")];
        }
    }

    /// The numbers that this congress's own text gives its clauses; empty where it has none.
    fn clauses(&self) -> Markup {
        let clauses = Clause::ALL
            .into_iter()
            .filter(|clause| clause.concerns(self.rules.kind));
        html! {
            div.clauses {
                @for clause in clauses {
                    @let field = clause_field(clause);
                    div.field {
                        label for=(field) { (self.words.say_named("clause", clause.word(), &[])) }
                        (kit::field_error(self.words, self.problems, &field))
                        (self.input(&field, &field))
                    }
                }
            }
        }
    }
}

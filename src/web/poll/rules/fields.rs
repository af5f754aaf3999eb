//! The settings as fields: what every congress decides first, the rare ones folded away.

use maud::{Markup, Render, html};

use super::form::clause_field;
use crate::assets::{self, Asset};
use crate::form::Fields;
use crate::kit;
use crate::path;
use domain::id::PollId;
use domain::poll::clause::Clause;
use domain::poll::rules::{self, Asked, Choice, Page, Rules, Setting};
use domain::problem::{Place, Problem};
use text::Words;
use text::say;

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
        let kind = self.rules.kind;
        let is_open = |setting: &&Setting| matches!((setting.page)(kind), Page::Open(_));
        let (open, folded): (Vec<_>, Vec<_>) = rules::on_page(kind).into_iter().partition(is_open);
        html! {
            script defer src=(assets::path(Asset::RulesScript)) {}
            form.card method="post" action=(path::rules(poll)) data-reading=(path::rules_reading(poll)) {
                (kit::token_field(token))
                div.field {
                    label for="title" { (say!(words, "poll-title")) }
                    (kit::field_error(words, self.problems, "title"))
                    input id="title" name="title" value=(self.typed.get("title")) maxlength="80";
                }
                @for setting in &open { (self.setting(setting)) }
                details open[folded.iter().any(|setting| self.is_at(|place| place == setting.name))] {
                    summary { (say!(words, "settings-rare")) }
                    @for setting in &folded { (self.setting(setting)) }
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

    fn setting(&self, setting: &Setting) -> Markup {
        match (setting.asked, setting.name) {
            (Asked::Never, _) => html! {},
            (Asked::Number(..), "places") => self.number("places", say!(self.words, "poll-places")),
            (Asked::Number(..), name) => self.number(name, self.said(name)),
            (Asked::Choices(_), "grades") => self.grades(),
            (Asked::Words(_) | Asked::Choices(_), name) => {
                self.radios(name, &setting.asked.choices())
            }
        }
    }

    /// A setting as radios, one of which may have a number or a list beside it.
    fn radios(&self, setting: &str, choices: &[Choice]) -> Markup {
        let words = self.words;
        let has_problem = self.is_at(|place| place == setting);
        html! {
            fieldset.field id=(setting) {
                legend { (self.said(setting)) }
                (kit::field_error(words, self.problems, setting))
                @if setting == "rank-sum" { p.hint { (say!(words, "setting-rank-sum-why")) } }
                @for choice in choices {
                    label.choice {
                        input type="radio" name=(setting) value=(choice.word)
                            checked[choice.word == self.typed.get(setting)];
                        (self.said(&format!("{setting}-{}", choice.word)))
                    }
                    @for (field, range) in choice.inputs {
                        div.with-choice {
                            label.sr for=(field) { (self.said(&format!("{setting}-{}", choice.word))) }
                            input id=(field) name=(field) value=(self.typed.get(field))
                                size=(if range.is_some() { "6" } else { "20" }) maxlength="200"
                                inputmode=[range.is_some().then_some("numeric")]
                                autocomplete="off" aria-invalid=[has_problem.then_some("true")];
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

    fn number(&self, setting: &str, label: impl Render) -> Markup {
        html! {
            div.field {
                label for=(setting) { (label) }
                (kit::field_error(self.words, self.problems, setting))
                (self.input(setting, setting))
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

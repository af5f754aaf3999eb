//! The settings as fields: what every congress decides first, the rare ones folded away.

use maud::{Markup, Render, html};

use super::form::clause_field;
use crate::assets::{self, Asset};
use crate::form::Fields;
use crate::kit;
use crate::path;
use domain::id::PollId;
use domain::poll::clause::Clause;
use domain::poll::rules::{self, PageSection, Rules, Setting, SettingChoice, SettingInput};
use domain::problem::{Problem, ProblemPlace};
use text::Words;
use text::say;

/// The form of the settings: what is shown is what was typed.
pub(super) struct SettingsForm<'f> {
    pub(super) words: Words,
    pub(super) rules: &'f Rules,
    pub(super) typed: &'f Fields,
    pub(super) problems: &'f [Problem],
}

impl SettingsForm<'_> {
    pub(super) fn draw(&self, poll: PollId, token: &str) -> Markup {
        let words = self.words;
        let kind = self.rules.kind;
        let is_open = |setting: &&Setting| matches!((setting.page)(kind), PageSection::Open(_));
        let (open, folded): (Vec<_>, Vec<_>) = rules::on_page(kind).into_iter().partition(is_open);
        html! {
            script defer src=(assets::path(Asset::RulesScript)) {}
            form.card method="post" action=(path::rules(poll)) data-reading=(path::rules_reading(poll)) {
                (kit::token_field(token))
                (self.form().line("title", say!(words, "poll-title")).most(80))
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
            ProblemPlace::Field(field) => test(field),
            ProblemPlace::Whole | ProblemPlace::Cell { .. } => false,
        })
    }

    fn has_clause_problem(&self) -> bool {
        self.is_at(|field| field.starts_with("clause-"))
    }

    /// The words of a setting or of one of its values: `setting-tie`, `setting-tie-run-off`.
    fn said(&self, name: &str) -> Markup {
        html! { (self.words.say_named("setting", name, &self.facts())) }
    }

    fn facts(&self) -> [(&'static str, String); 2] {
        [
            ("body", self.rules.body.word().to_owned()),
            ("kind", self.rules.kind.word().to_owned()),
        ]
    }

    fn setting(&self, setting: &Setting) -> Markup {
        match (setting.asked, setting.name) {
            (SettingInput::Never, _) => html! {},
            (SettingInput::Number(..), "places") => {
                self.number("places", say!(self.words, "poll-places"))
            }
            (SettingInput::Number(..), name) => self.number(name, self.said(name)),
            (SettingInput::Choices(_), "grades") => self.grades(),
            (SettingInput::Words(_) | SettingInput::Choices(_), name) => {
                self.radios(name, &setting.asked.choices())
            }
        }
    }

    /// A setting as radios, one of which may have a number or a list beside it.
    fn radios(&self, setting: &str, choices: &[SettingChoice]) -> Markup {
        let (words, form) = (self.words, self.form());
        let is_list = setting == "rank-sum";
        let beside = |choice: &SettingChoice, field: &str, is_number: bool| {
            let name = format!("{setting}-{}", choice.word);
            let label = words.say_named("setting", &name, &self.facts());
            let beside = form.cell(field, label).class("beside").most(200).once();
            let beside = beside
                .describes(setting)
                .size(if is_number { 6 } else { 20 });
            if is_number { beside.digits() } else { beside }
        };
        let group = form.group(setting, self.said(setting));
        let group = group.hint_if(is_list.then(|| say!(words, "setting-rank-sum-why")));
        html! {
            (group.of(&html! {
                @for choice in choices {
                    (form.radio(setting, choice.word, self.said(&format!("{setting}-{}", choice.word))))
                    @for (field, range) in choice.inputs {
                        div.with-choice { (beside(choice, field, range.is_some())) }
                    }
                }
            }))
        }
    }

    /// How grades become a grade; rates have two numbers beside them.
    fn grades(&self) -> Markup {
        let form = self.form();
        let hint = say!(self.words, "setting-grades-hint");
        html! {
            (form.group("grades", self.said("grades")).hint(hint).of(&html! {
                @for value in ["chain", "rates"] {
                    (form.radio("grades", value, self.said(&format!("grades-{value}"))))
                }
                @for field in ["rate-satisfied", "rate-basically"] {
                    (self.digits(field, self.said(field)).boxed("with-choice"))
                }
            }))
        }
    }

    fn number(&self, setting: &str, label: impl Render) -> Markup {
        html! { (self.digits(setting, label)) }
    }

    fn form(&self) -> kit::PageForm<'_> {
        kit::PageForm::new(self.words, self.typed, self.problems)
    }

    fn digits(&self, name: &str, label: impl Render) -> kit::FormField<'_> {
        self.form().line(name, label).digits().size(6).once()
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
                    (self.digits(&field, self.words.say_named("clause", clause.word(), &[])))
                }
            }
        }
    }
}

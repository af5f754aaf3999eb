//! Inputs of a project's form: label, hint, problem, what was typed.

use maud::{Markup, html};

use crate::kit;
use domain::library::sheet::Field;
use domain::problem::Problem;
use service::library::typed::Typed;
use text::Words;

/// A form that is filled in: its words, what was typed, what was wrong.
pub(super) struct Filled<'f> {
    pub(super) words: Words,
    pub(super) typed: &'f Typed,
    pub(super) problems: &'f [Problem],
}

impl Filled<'_> {
    /// One line of a field.
    pub(super) fn line(&self, field: Field) -> Markup {
        self.labelled(field, &html! {
            input id=(field.word()) name=(field.word()) value=(self.typed.get(field.word())) dir="auto";
        })
    }

    /// A number or amount of a field.
    pub(super) fn number(&self, field: Field) -> Markup {
        self.labelled(
            field,
            &html! {
                input id=(field.word()) name=(field.word()) value=(self.typed.get(field.word()))
                    size="14" inputmode="decimal";
            },
        )
    }

    /// Several lines of a field.
    pub(super) fn lines(&self, field: Field, rows: u8) -> Markup {
        self.labelled(
            field,
            &html! {
                textarea id=(field.word()) name=(field.word()) rows=(rows) dir="auto" {
                    // A browser drops the first line end of a text area.
                    "\n" (self.typed.get(field.word()))
                }
            },
        )
    }

    /// One of a closed list.
    pub(super) fn choice(&self, field: Field, prefix: &str, all: &[&'static str]) -> Markup {
        self.labelled(
            field,
            &html! {
                select id=(field.word()) name=(field.word()) {
                    @for word in all {
                        option value=(word) selected[self.typed.get(field.word()) == *word] {
                            (self.words.say_named(prefix, word, &[]))
                        }
                    }
                }
            },
        )
    }

    /// An input of a numbered row, named for who hears the page instead of seeing its columns.
    pub(super) fn cell(&self, name: &str, label: &str, size: u8) -> Markup {
        html! {
            @let problem = self.problems.iter().find(|one| one.place == domain::problem::Place::Field(name.to_owned()));
            input.cell id=(name) name=(name) value=(self.typed.get(name)) size=(size) aria-label=(label)
                aria-invalid=[problem.map(|_| "true")];
            (kit::field_error(self.words, self.problems, name))
        }
    }

    fn labelled(&self, field: Field, input: &Markup) -> Markup {
        let hint = format!("field-hint-{}", field.word());
        html! {
            div.field {
                label for=(field.word()) { (self.words.say_named("field", field.word(), &[])) }
                @if self.words.has(&hint) {
                    p.hint { (self.words.say_named("field-hint", field.word(), &[])) }
                }
                (kit::field_error(self.words, self.problems, field.word()))
                (input)
            }
        }
    }
}

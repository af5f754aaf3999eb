//! The fields of the follow-up's forms: label, hint, problem, and what was typed or is proposed.

use maud::{Markup, html};

use crate::domain::problem::{Place, Problem};
use crate::text::{Phrase, Words};
use crate::web::form::Fields;
use crate::web::kit;

/// A form as it is drawn: its words, what was typed, what stands against it.
#[derive(Clone, Copy)]
pub(super) struct Form<'f> {
    pub(super) words: Words,
    pub(super) typed: &'f Fields,
    pub(super) problems: &'f [Problem],
}

impl Form<'_> {
    /// What was typed; before anything was, what is proposed.
    pub(super) fn value<'v>(&'v self, name: &str, proposed: &'v str) -> &'v str {
        if self.typed.iter().next().is_none() {
            proposed
        } else {
            self.typed.get(name)
        }
    }

    fn has_problem(&self, name: &str) -> bool {
        let place = Place::Field(name.to_owned());
        self.problems.iter().any(|problem| problem.place == place)
    }

    /// A line of text, or another kind of `input`.
    pub(super) fn input(&self, kind: &str, name: &str, label: &Phrase, proposed: &str) -> Markup {
        self.hinted(kind, name, label, None, proposed)
    }

    /// The same with a hint under its label.
    pub(super) fn hinted(
        &self,
        kind: &str,
        name: &str,
        label: &Phrase,
        hint: Option<&Phrase>,
        proposed: &str,
    ) -> Markup {
        let mode = (kind == "decimal").then_some("decimal");
        let kind = if mode.is_some() { "text" } else { kind };
        html! {
            div.field {
                label for=(name) { (label) }
                @if let Some(hint) = hint { p.hint id={ (name) "-hint" } { (hint) } }
                (kit::field_error(self.words, self.problems, name))
                input id=(name) name=(name) type=(kind) inputmode=[mode]
                    value=(self.value(name, proposed))
                    aria-invalid=[self.has_problem(name).then_some("true")]
                    aria-describedby=[hint.map(|_| format!("{name}-hint"))];
            }
        }
    }

    /// Several lines of text.
    pub(super) fn area(
        &self,
        name: &str,
        label: &Phrase,
        hint: Option<&Phrase>,
        rows: u8,
        proposed: &str,
    ) -> Markup {
        html! {
            div.field {
                label for=(name) { (label) }
                @if let Some(hint) = hint { p.hint id={ (name) "-hint" } { (hint) } }
                (kit::field_error(self.words, self.problems, name))
                textarea id=(name) name=(name) rows=(rows)
                    aria-invalid=[self.has_problem(name).then_some("true")]
                    aria-describedby=[hint.map(|_| format!("{name}-hint"))] {
                    (self.value(name, proposed))
                }
            }
        }
    }
}

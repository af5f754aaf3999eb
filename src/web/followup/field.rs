//! The fields of the forms of follow-up and reviews: label, hint, problem, and what was typed or is proposed.

use maud::{Markup, html};

use crate::form::Fields;
use crate::kit;
use domain::problem::{Place, Problem};
use text::{Phrase, Words};

/// A form as it is drawn: its words, what was typed, what stands against it.
#[derive(Clone, Copy)]
pub(crate) struct Form<'f> {
    pub(crate) words: Words,
    pub(crate) typed: &'f Fields,
    pub(crate) problems: &'f [Problem],
    /// What stands before the identifiers of its fields, where it is one of several on a page;
    /// nothing in the form that the summary's links lead to.
    before: &'f str,
}

impl<'f> Form<'f> {
    /// The form of a page, with what was typed and what stands against it.
    pub(crate) fn new(words: Words, typed: &'f Fields, problems: &'f [Problem]) -> Self {
        let before = "";
        Self {
            words,
            typed,
            problems,
            before,
        }
    }

    /// This form as one of several on a page, whose identifiers begin so.
    pub(crate) fn among(self, before: &'f str) -> Self {
        Self { before, ..self }
    }

    /// What was typed; before anything was, what is proposed.
    pub(crate) fn value<'v>(&'v self, name: &str, proposed: &'v str) -> &'v str {
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

    fn framed(
        &self,
        name: &str,
        label: &Phrase,
        hint: Option<&Phrase>,
        control: &Markup,
    ) -> Markup {
        let id = format!("{}{name}", self.before);
        html! {
            div.field {
                label for=(id) { (label) }
                @if let Some(hint) = hint { p.hint id={ (id) "-hint" } { (hint) } }
                (kit::field_error(self.words, self.problems, name))
                (control)
            }
        }
    }

    /// A line of text, or another kind of `input`.
    pub(crate) fn input(&self, kind: &str, name: &str, label: &Phrase, proposed: &str) -> Markup {
        self.hinted(kind, name, label, None, proposed)
    }

    /// The same with a hint under its label.
    pub(crate) fn hinted(
        &self,
        kind: &str,
        name: &str,
        label: &Phrase,
        hint: Option<&Phrase>,
        proposed: &str,
    ) -> Markup {
        let mode = (kind == "decimal").then_some("decimal");
        let kind = if mode.is_some() { "text" } else { kind };
        let id = format!("{}{name}", self.before);
        let control = html! {
            input id=(id) name=(name) type=(kind) inputmode=[mode]
                value=(self.value(name, proposed))
                aria-invalid=[self.has_problem(name).then_some("true")]
                aria-describedby=[hint.map(|_| format!("{id}-hint"))];
        };
        self.framed(name, label, hint, &control)
    }

    /// Several lines of text.
    pub(crate) fn area(
        &self,
        name: &str,
        label: &Phrase,
        hint: Option<&Phrase>,
        rows: u8,
        proposed: &str,
    ) -> Markup {
        let id = format!("{}{name}", self.before);
        let control = html! {
            textarea id=(id) name=(name) rows=(rows)
                aria-invalid=[self.has_problem(name).then_some("true")]
                aria-describedby=[hint.map(|_| format!("{id}-hint"))] {
                (self.value(name, proposed))
            }
        };
        self.framed(name, label, hint, &control)
    }
}

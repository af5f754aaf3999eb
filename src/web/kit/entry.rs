//! One field of a form with its label, hint and problem: a line, a text of several lines, a choice.

use maud::{Markup, html};

use super::field::field_error;
use domain::problem::{Place, Problem};
use text::{Phrase, Words};

/// What a field shows.
pub(crate) struct Entry<'e> {
    pub(crate) words: Words,
    /// Problems of the whole form; the field shows its own.
    pub(crate) problems: &'e [Problem],
    pub(crate) name: &'static str,
    pub(crate) label: Phrase,
    pub(crate) hint: Option<Phrase>,
    /// What stands in it.
    pub(crate) value: &'e str,
}

/// The choices of a select: value and label. A label is what people typed or a phrase.
pub(crate) type Options = Vec<(String, Phrase)>;

impl Entry<'_> {
    fn is_wrong(&self) -> bool {
        let mine = |problem: &Problem| problem.place == Place::Field(self.name.to_owned());
        self.problems.iter().any(mine)
    }

    fn described(&self) -> Option<String> {
        let mut by = Vec::new();
        if self.hint.is_some() {
            by.push(format!("{}-hint", self.name));
        }
        if self.is_wrong() {
            by.push(format!("{}-error", self.name));
        }
        (!by.is_empty()).then(|| by.join(" "))
    }

    fn framed(&self, control: &Markup) -> Markup {
        html! {
            div.field {
                label for=(self.name) { (self.label) }
                @if let Some(hint) = &self.hint { p.hint id={ (self.name) "-hint" } { (hint) } }
                (field_error(self.words, self.problems, self.name))
                (control)
            }
        }
    }
}

/// A field of one line; `kind` is the input's type.
pub(crate) fn line(entry: &Entry<'_>, kind: &str, most: usize) -> Markup {
    entry.framed(&html! {
        input id=(entry.name) name=(entry.name) type=(kind) value=(entry.value) maxlength=(most)
            dir=[(kind == "text").then_some("auto")]
            aria-invalid=[entry.is_wrong().then_some("true")] aria-describedby=[entry.described()];
    })
}

/// A field of several lines.
pub(crate) fn area(entry: &Entry<'_>, rows: u8, most: usize) -> Markup {
    entry.framed(&html! {
        textarea id=(entry.name) name=(entry.name) rows=(rows) maxlength=(most) dir="auto"
            aria-invalid=[entry.is_wrong().then_some("true")] aria-describedby=[entry.described()] {
            (entry.value)
        }
    })
}

/// A choice of one; the first option is shown while nothing is chosen.
pub(crate) fn select(entry: &Entry<'_>, options: &Options) -> Markup {
    entry.framed(&html! {
        select id=(entry.name) name=(entry.name)
            aria-invalid=[entry.is_wrong().then_some("true")] aria-describedby=[entry.described()] {
            @for (value, label) in options {
                option value=(value) selected[value == entry.value] { (label.text) }
            }
        }
    })
}

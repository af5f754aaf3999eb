//! Choices of a form: a group under its legend, and each choice with its words.

use maud::{Markup, Render, html};

use super::form::{PageForm, named};

/// Choices under a legend.
#[must_use]
pub(crate) struct ChoiceGroup<'f> {
    pub(super) form: PageForm<'f>,
    pub(super) name: String,
    pub(super) legend: Markup,
    pub(super) hint: Option<Markup>,
    pub(super) class: &'static str,
}

impl ChoiceGroup<'_> {
    /// A hint under the legend, where there is one.
    pub(crate) fn hint_if(mut self, hint: Option<impl Render>) -> Self {
        self.hint = hint.map(|hint| hint.render());
        self
    }

    /// A hint under the legend.
    pub(crate) fn hint(mut self, hint: impl Render) -> Self {
        self.hint = Some(hint.render());
        self
    }

    /// The classes of its box.
    pub(crate) fn boxed(mut self, class: &'static str) -> Self {
        self.class = class;
        self
    }

    /// The group with these choices.
    pub(crate) fn of(&self, choices: &Markup) -> Markup {
        let (form, id) = (&self.form, self.form.id(&self.name));
        html! {
            fieldset class=[named(self.class)] id=(id) tabindex="-1"
                aria-invalid=[form.is_wrong(&self.name).then_some("true")]
                aria-describedby=[form.described(&self.name, &id, self.hint.is_some())] {
                legend { (self.legend) }
                @if let Some(hint) = &self.hint { p.hint id={ (id) "-hint" } { (hint) } }
                (form.errors(&self.name, &id))
                (choices)
            }
        }
    }
}

/// One choice with its words.
#[must_use]
pub(crate) struct Choice<'f> {
    pub(super) form: PageForm<'f>,
    pub(super) kind: &'static str,
    pub(super) name: String,
    pub(super) id: Option<String>,
    pub(super) value: String,
    pub(super) is_chosen: bool,
    pub(super) label: Markup,
    pub(super) class: &'static str,
    pub(super) is_alone: bool,
}

impl Choice<'_> {
    /// Whether it is chosen, whatever was typed.
    pub(crate) fn chosen(mut self, is_chosen: bool) -> Self {
        self.is_chosen = is_chosen;
        self
    }

    /// The classes of its label.
    pub(crate) fn boxed(mut self, class: &'static str) -> Self {
        self.class = class;
        self
    }

    /// A box of no group: what stands against it stands before it.
    pub(crate) fn alone(mut self) -> Self {
        self.id = Some(self.form.id(&self.name));
        self.is_alone = true;
        self
    }
}

impl Render for Choice<'_> {
    fn render(&self) -> Markup {
        let form = &self.form;
        let id = self.id.as_deref().unwrap_or_default();
        let is_wrong = self.is_alone && form.is_wrong(&self.name);
        html! {
            @if self.is_alone { (form.errors(&self.name, id)) }
            label class=[named(self.class)] {
                input id=[self.id.as_deref()] type=(self.kind) name=(self.name) value=(self.value) checked[self.is_chosen]
                    aria-invalid=[is_wrong.then_some("true")]
                    aria-describedby=[form.described(&self.name, id, false).filter(|_| is_wrong)];
                (self.label)
            }
        }
    }
}

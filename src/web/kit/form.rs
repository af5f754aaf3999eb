//! The fields of every form: label, hint and problem tied to their control, what was typed kept.
//!
//! A field is drawn in this order: label, hint, what stands against it, control. The control names the
//! other two (`aria-describedby`) and says that it is wrong (`aria-invalid`); the summary on top of the
//! page links to it.

use std::fmt::Display;

use maud::{Markup, Render, html};

use super::choice::{Choice, ChoiceGroup};
use super::field::told;
use crate::typed::{Fields, NOTHING_TYPED};
use domain::problem::{Problem, ProblemPlace};
use text::Words;

/// A form as it is drawn: its words, what was typed, what stands against it.
#[derive(Clone, Copy)]
pub(crate) struct PageForm<'f> {
    pub(crate) words: Words,
    pub(crate) typed: &'f Fields,
    pub(crate) problems: &'f [Problem],
    /// What stands before the identifiers of its fields, where it is one of several on a page;
    /// nothing in the form that the summary's links lead to.
    before: &'f str,
}

impl<'f> PageForm<'f> {
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

    /// A form whose values the page knows better than what was posted.
    pub(crate) fn blank(words: Words, problems: &'f [Problem]) -> Self {
        Self::new(words, &NOTHING_TYPED, problems)
    }

    /// This form as one of several on a page, whose identifiers begin so.
    pub(crate) fn among(self, before: &'f str) -> Self {
        Self { before, ..self }
    }

    /// The one of several forms of a page that was sent shows what was typed and what stands against it;
    /// the others are as new, and their identifiers begin so.
    pub(crate) fn sent_if(self, is_sent: bool, before: &'f str) -> Self {
        if is_sent {
            return self;
        }
        Self::blank(self.words, &[]).among(before)
    }

    /// What was typed; before anything was, what is proposed.
    pub(crate) fn value<'v>(&'v self, name: &str, proposed: &'v str) -> &'v str {
        if self.typed.iter().next().is_none() {
            proposed
        } else {
            self.typed.get(name)
        }
    }

    /// Whether a field has a problem.
    pub(crate) fn is_wrong(&self, name: &str) -> bool {
        self.of(name).next().is_some()
    }

    fn of<'n>(&self, name: &'n str) -> impl Iterator<Item = &'f Problem> + use<'f, 'n> {
        let problems = self.problems.iter();
        problems
            .filter(move |one| matches!(&one.place, ProblemPlace::Field(field) if field == name))
    }

    pub(super) fn id(&self, name: &str) -> String {
        format!("{}{name}", self.before)
    }

    /// What stands against a field, each line with an identifier.
    pub(crate) fn errors(&self, name: &str, id: &str) -> Markup {
        html! {
            @for (at, problem) in self.of(name).enumerate() {
                p.field-error id=(error_id(id, at)) { (told(self.words, problem)) }
            }
        }
    }

    /// What describes a control: its hint, then what stands against it.
    pub(crate) fn described(&self, name: &str, id: &str, has_hint: bool) -> Option<String> {
        let hint = has_hint.then(|| format!("{id}-hint"));
        let errors = (0..self.of(name).count()).map(|at| error_id(id, at));
        let by: Vec<String> = hint.into_iter().chain(errors).collect();
        (!by.is_empty()).then(|| by.join(" "))
    }

    fn field(&self, name: &str, label: &impl Render, control: FieldControl) -> FormField<'f> {
        let is_text = matches!(
            control,
            FieldControl::Input("text" | "search") | FieldControl::Area(_)
        );
        FormField {
            form: *self,
            name: name.to_owned(),
            id: self.id(name),
            label: label.render(),
            hint: None,
            after: None,
            value: self.typed.get(name).to_owned(),
            control,
            class: "field",
            control_class: None,
            aria_label: None,
            most: None,
            size: None,
            mode: None,
            dir: is_text.then_some("auto"),
            lang: None,
            complete: None,
            list: None,
            latest: None,
            beside: None,
            is_plain: false,
            is_required: false,
            is_fixed: false,
            is_first: false,
        }
    }

    /// One line of text.
    pub(crate) fn line(&self, name: &str, label: impl Render) -> FormField<'f> {
        self.field(name, &label, FieldControl::Input("text"))
    }

    /// A whole number, with the arrows of the browser.
    pub(crate) fn number(&self, name: &str, label: impl Render) -> FormField<'f> {
        self.field(name, &label, FieldControl::Input("number"))
    }

    /// A day.
    pub(crate) fn date(&self, name: &str, label: impl Render) -> FormField<'f> {
        self.field(name, &label, FieldControl::Input("date"))
    }

    /// An amount with a fraction, as people write it.
    pub(crate) fn decimal(&self, name: &str, label: impl Render) -> FormField<'f> {
        self.field(name, &label, FieldControl::Input("text"))
            .decimal()
    }

    /// What nobody may read over a shoulder and no page repeats.
    pub(crate) fn secret(
        &self,
        name: &str,
        label: impl Render,
        complete: &'static str,
    ) -> FormField<'f> {
        let mut field = self.field(name, &label, FieldControl::Input("password"));
        (field.value, field.complete) = (String::new(), Some(complete));
        field
    }

    /// A code that is typed from a paper or a screen.
    pub(crate) fn code(&self, name: &str, label: impl Render) -> FormField<'f> {
        let field = self.field(name, &label, FieldControl::Input("text"));
        field.ltr().once()
    }

    /// A photo of one's own, made smaller by the page where it has a script.
    pub(crate) fn photo(&self, name: &str, label: impl Render) -> FormField<'f> {
        let accept = "image/jpeg,image/png,image/webp";
        self.field(
            name,
            &label,
            FieldControl::File {
                accept,
                shrink: Some(1600),
            },
        )
    }

    /// A file of the kinds that `accept` tells.
    pub(crate) fn file(
        &self,
        name: &str,
        label: impl Render,
        accept: &'static str,
    ) -> FormField<'f> {
        self.field(
            name,
            &label,
            FieldControl::File {
                accept,
                shrink: None,
            },
        )
    }

    /// Several lines of text.
    pub(crate) fn area(&self, name: &str, label: impl Render, rows: u8) -> FormField<'f> {
        self.field(name, &label, FieldControl::Area(rows))
    }

    /// One of several; the first is shown while nothing is chosen.
    pub(crate) fn select<V: Into<String>, L: Into<String>>(
        &self,
        name: &str,
        label: impl Render,
        options: impl IntoIterator<Item = (V, L)>,
    ) -> FormField<'f> {
        let options = options.into_iter();
        let options = options.map(|(value, label)| (value.into(), label.into()));
        self.field(name, &label, FieldControl::Select(options.collect()))
    }

    /// A line in a table or list, named for who hears the page instead of seeing its columns.
    pub(crate) fn cell(&self, name: &str, label: impl Into<String>) -> FormField<'f> {
        let mut field = self.field(name, &"", FieldControl::Input("text"));
        (field.aria_label, field.control_class) = (Some(label.into()), Some("cell"));
        field
    }

    /// One of several in a table, named as a cell is.
    pub(crate) fn choose<V: Into<String>, L: Into<String>>(
        &self,
        name: &str,
        label: impl Into<String>,
        options: impl IntoIterator<Item = (V, L)>,
    ) -> FormField<'f> {
        let mut field = self.select(name, "", options);
        field.aria_label = Some(label.into());
        field
    }

    /// Choices that belong together, under a legend.
    pub(crate) fn group(&self, name: &str, legend: impl Render) -> ChoiceGroup<'f> {
        ChoiceGroup {
            form: *self,
            name: name.to_owned(),
            legend: legend.render(),
            hint: None,
            class: "field",
        }
    }

    /// Choices side by side in a table, named for who hears the page instead of seeing its columns.
    pub(crate) fn cells(&self, name: &str, label: impl Into<String>, choices: &Markup) -> Markup {
        let (label, id): (String, _) = (label.into(), self.id(name));
        html! {
            fieldset.cells id=(id) tabindex="-1" aria-label=(label)
                aria-invalid=[self.is_wrong(name).then_some("true")]
                aria-describedby=[self.described(name, &id, false)] { (choices) }
            (self.errors(name, &id))
        }
    }

    /// One choice of a group of which one is chosen; chosen where it was.
    pub(crate) fn radio(&self, name: &str, value: impl Display, label: impl Render) -> Choice<'f> {
        self.choice("radio", name, &value, &label)
    }

    /// A box to tick; ticked where it was.
    pub(crate) fn tick(&self, name: &str, value: impl Display, label: impl Render) -> Choice<'f> {
        self.choice("checkbox", name, &value, &label)
    }

    fn choice(
        &self,
        kind: &'static str,
        name: &str,
        value: &impl Display,
        label: &impl Render,
    ) -> Choice<'f> {
        let value = value.to_string();
        Choice {
            form: *self,
            kind,
            name: name.to_owned(),
            id: None,
            is_chosen: self.typed.all(name).any(|typed| typed == value),
            value,
            label: label.render(),
            class: "choice",
            is_alone: false,
        }
    }
}

/// The choices of a select of which none need be chosen: first what that is called.
pub(crate) fn none_or<V: Into<String>, L: Into<String>>(
    none: impl Into<String>,
    others: impl IntoIterator<Item = (V, L)>,
) -> Vec<(String, String)> {
    let others = others.into_iter();
    let others = others.map(|(value, label)| (value.into(), label.into()));
    std::iter::once((String::new(), none.into()))
        .chain(others)
        .collect()
}

/// A class, where there is one.
pub(super) fn named(class: &'static str) -> Option<&'static str> {
    (!class.is_empty()).then_some(class)
}

fn error_id(id: &str, at: usize) -> String {
    match at {
        0 => format!("{id}-error"),
        _ => format!("{id}-error-{at}"),
    }
}

enum FieldControl {
    /// By the type of the input.
    Input(&'static str),
    /// With so many rows.
    Area(u8),
    Select(Vec<(String, String)>),
    File {
        accept: &'static str,
        /// The longer side in pixels to which the page's script makes it smaller.
        shrink: Option<u32>,
    },
}

/// One field of a form.
#[must_use]
pub(crate) struct FormField<'f> {
    form: PageForm<'f>,
    name: String,
    id: String,
    label: Markup,
    hint: Option<Markup>,
    after: Option<Markup>,
    value: String,
    control: FieldControl,
    class: &'static str,
    control_class: Option<&'static str>,
    aria_label: Option<String>,
    most: Option<usize>,
    size: Option<u8>,
    mode: Option<&'static str>,
    dir: Option<&'static str>,
    lang: Option<&'f str>,
    complete: Option<&'static str>,
    list: Option<&'static str>,
    latest: Option<String>,
    /// The group whose problems are its own.
    beside: Option<&'f str>,
    /// No spelling, no capitals: it is no sentence.
    is_plain: bool,
    is_required: bool,
    is_fixed: bool,
    is_first: bool,
}

impl<'f> FormField<'f> {
    /// A hint under the label.
    pub(crate) fn hint(mut self, hint: impl Render) -> Self {
        self.hint = Some(hint.render());
        self
    }

    /// The same where there is one.
    pub(crate) fn hint_if(mut self, hint: Option<impl Render>) -> Self {
        self.hint = hint.map(|hint| hint.render());
        self
    }

    /// What stands below the control.
    pub(crate) fn after(mut self, after: Markup) -> Self {
        self.after = Some(after);
        self
    }

    /// What stands in it, whatever was typed.
    pub(crate) fn value(mut self, value: impl Into<String>) -> Self {
        self.value = value.into();
        self
    }

    /// What stands in it before its form was sent.
    pub(crate) fn or(mut self, proposed: impl Into<String>) -> Self {
        let mut typed = self.form.typed.iter();
        if typed.all(|(name, _)| name != self.name) {
            self.value = proposed.into();
        }
        self
    }

    /// The most characters that may be typed.
    pub(crate) fn most(mut self, most: usize) -> Self {
        self.most = Some(most);
        self
    }

    /// How wide it is, in characters.
    pub(crate) fn size(mut self, size: u8) -> Self {
        self.size = Some(size);
        self
    }

    /// A number that is written with digits alone.
    pub(crate) fn digits(mut self) -> Self {
        (self.mode, self.dir) = (Some("numeric"), None);
        self
    }

    /// A number with a fraction.
    pub(crate) fn decimal(mut self) -> Self {
        (self.mode, self.dir) = (Some("decimal"), None);
        self
    }

    /// Left to right in every language.
    pub(crate) fn ltr(mut self) -> Self {
        self.dir = Some("ltr");
        self
    }

    /// In this language and direction.
    pub(crate) fn spoken(mut self, tag: &'f str, dir: &'static str) -> Self {
        (self.lang, self.dir) = (Some(tag), Some(dir));
        self
    }

    /// Nothing that a browser should propose again.
    pub(crate) fn once(self) -> Self {
        self.complete("off").plain()
    }

    /// What a browser may fill in.
    pub(crate) fn complete(mut self, complete: &'static str) -> Self {
        self.complete = Some(complete);
        self
    }

    /// No sentence: without spelling and capitals.
    pub(crate) fn plain(mut self) -> Self {
        self.is_plain = true;
        self
    }

    /// It must not be left empty.
    pub(crate) fn required(mut self) -> Self {
        self.is_required = true;
        self
    }

    /// It is shown and cannot be changed.
    pub(crate) fn fixed(mut self) -> Self {
        self.is_fixed = true;
        self
    }

    /// The page begins here.
    pub(crate) fn first(mut self) -> Self {
        self.is_first = true;
        self
    }

    /// Proposals come from the list of this identifier.
    pub(crate) fn list(mut self, list: &'static str) -> Self {
        self.list = Some(list);
        self
    }

    /// The last day that may be chosen.
    pub(crate) fn until(mut self, latest: impl Into<String>) -> Self {
        self.latest = Some(latest.into());
        self
    }

    /// Another type of input, such as a month or a telephone number.
    pub(crate) fn kind(mut self, kind: &'static str) -> Self {
        (self.control, self.dir) = (FieldControl::Input(kind), None);
        self
    }

    /// The classes of its box.
    pub(crate) fn boxed(mut self, class: &'static str) -> Self {
        self.class = class;
        self
    }

    /// The classes of its control.
    pub(crate) fn class(mut self, class: &'static str) -> Self {
        self.control_class = Some(class);
        self
    }

    /// Another identifier than its name's, where a page draws the field several times.
    pub(crate) fn id(mut self, id: impl Into<String>) -> Self {
        self.id = id.into();
        self
    }

    /// The control without label and box, for a line that has its label elsewhere.
    #[expect(
        clippy::cognitive_complexity,
        reason = "one attribute after another, each of which may be missing"
    )]
    pub(crate) fn control(&self) -> Markup {
        let form = &self.form;
        let (name, id) = match self.beside {
            Some(group) => (group, form.id(group)),
            None => (self.name.as_str(), self.id.clone()),
        };
        let is_wrong = form.is_wrong(name).then_some("true");
        let described = form.described(name, &id, self.hint.is_some());
        let plain = self.is_plain.then_some("off");
        let plainly = self.is_plain.then_some("false");
        html! {
            @match &self.control {
                FieldControl::Input(kind) => input class=[self.control_class.and_then(named)] id=[self.named_id()] name=(self.name) type=(kind)
                    value=[(*kind != "password").then_some(&self.value)] maxlength=[self.most] size=[self.size]
                    inputmode=[self.mode] dir=[self.dir] lang=[self.lang] autocomplete=[self.complete]
                    autocapitalize=[plain] spellcheck=[plainly] list=[self.list] max=[self.latest.as_deref()]
                    required[self.is_required] readonly[self.is_fixed] autofocus[self.is_first]
                    aria-label=[self.aria_label.as_deref()] aria-invalid=[is_wrong] aria-describedby=[described];,
                FieldControl::Area(rows) => textarea class=[self.control_class.and_then(named)] id=[self.named_id()] name=(self.name) rows=(rows)
                    cols=[self.size] maxlength=[self.most] inputmode=[self.mode] dir=[self.dir] lang=[self.lang]
                    autocomplete=[self.complete] autocapitalize=[plain] spellcheck=[plainly]
                    required[self.is_required] aria-invalid=[is_wrong] aria-describedby=[described] {
                    // A browser drops the first line end of a text area.
                    @if self.value.starts_with('\n') { "\n" }
                    (self.value)
                },
                FieldControl::Select(options) => select class=[self.control_class.and_then(named)] id=[self.named_id()] name=(self.name)
                    aria-label=[self.aria_label.as_deref()] aria-invalid=[is_wrong] aria-describedby=[described] {
                    @for (value, label) in options {
                        option value=(value) selected[*value == self.value] { (label) }
                    }
                },
                FieldControl::File { accept, shrink } => input class=[self.control_class.and_then(named)] id=[self.named_id()] name=(self.name)
                    type="file" accept=(accept) data-shrink=[shrink]
                    aria-label=[self.aria_label.as_deref()] aria-invalid=[is_wrong] aria-describedby=[described];,
            }
        }
    }

    /// It is wrong where the group beside which it stands is.
    pub(crate) fn describes(mut self, group: &'f str) -> Self {
        self.beside = Some(group);
        self
    }

    fn named_id(&self) -> Option<&str> {
        (!self.id.is_empty()).then_some(self.id.as_str())
    }

    /// What stands against it, for a line that has its label elsewhere.
    pub(crate) fn errors(&self) -> Markup {
        self.form.errors(&self.name, &self.id)
    }
}

impl Render for FormField<'_> {
    fn render(&self) -> Markup {
        if self.aria_label.is_some() {
            return html! { (self.control()) (self.errors()) };
        }
        html! {
            div class=[named(self.class)] {
                label for=(self.id) { (self.label) }
                @if let Some(hint) = &self.hint { p.hint id={ (self.id) "-hint" } { (hint) } }
                (self.errors())
                (self.control())
                @if let Some(after) = &self.after { (after) }
            }
        }
    }
}

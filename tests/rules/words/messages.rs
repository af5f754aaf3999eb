//! What the message files hold: keys, the arguments each needs, and what is wrong with them.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast::{
    CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement,
};

use crate::source::{files, text_of};

/// One language's messages.
#[derive(Default)]
pub(crate) struct Messages {
    found: BTreeMap<String, Needs>,
    /// What does not parse or is there twice.
    pub(crate) mistakes: Vec<String>,
}

/// What a message is made of.
#[derive(Default)]
struct Needs {
    has_value: bool,
    arguments: BTreeSet<String>,
    /// Arguments that are shown as they come, not only chosen by.
    shown: BTreeSet<String>,
    parts: BTreeSet<String>,
}

impl Messages {
    /// All keys.
    pub(crate) fn keys(&self) -> impl Iterator<Item = &String> {
        self.found.keys()
    }

    /// Whether there is such a message with a text.
    pub(crate) fn says(&self, key: &str) -> bool {
        self.found.get(key).is_some_and(|needs| needs.has_value)
    }

    /// Whether another message has this one as its part.
    pub(crate) fn is_part(&self, key: &str) -> bool {
        self.found.values().any(|needs| needs.parts.contains(key))
    }

    /// The arguments that a message and its parts need.
    pub(crate) fn arguments(&self, key: &str) -> BTreeSet<String> {
        self.gather(key, |needs| &needs.arguments)
    }

    /// Those of them that a reader is shown as they come.
    pub(crate) fn shown(&self, key: &str) -> BTreeSet<String> {
        self.gather(key, |needs| &needs.shown)
    }

    fn gather(&self, key: &str, of: impl Fn(&Needs) -> &BTreeSet<String>) -> BTreeSet<String> {
        let mut arguments = BTreeSet::new();
        let mut seen = BTreeSet::new();
        let mut left = vec![key.to_owned()];
        while let Some(key) = left.pop() {
            let Some(needs) = self.found.get(&key).filter(|_| seen.insert(key.clone())) else {
                continue;
            };
            arguments.extend(of(needs).iter().cloned());
            left.extend(needs.parts.iter().cloned());
        }
        arguments
    }
}

/// The messages of a language's folder.
pub(crate) fn read(tag: &str) -> Messages {
    let paths = files(&format!("src/text/{tag}"), ".ftl");
    let texts: Vec<(String, String)> = paths
        .into_iter()
        .filter_map(|path| text_of(&path).map(|text| (path, text)))
        .collect();
    let texts: Vec<(&str, &str)> = texts
        .iter()
        .map(|(path, text)| (path.as_str(), text.as_str()))
        .collect();
    parse(&texts)
}

/// The messages of some texts with their paths.
pub(crate) fn parse(texts: &[(&str, &str)]) -> Messages {
    let mut messages = Messages::default();
    for (path, text) in texts {
        let resource = fluent_syntax::parser::parse(*text).unwrap_or_else(|(resource, errors)| {
            messages
                .mistakes
                .extend(errors.iter().map(|error| format!("{path}: {error}")));
            resource
        });
        for entry in &resource.body {
            let Entry::Message(message) = entry else {
                continue;
            };
            let mut needs = Needs {
                has_value: message.value.is_some(),
                ..Needs::default()
            };
            let attributes = message.attributes.iter().map(|attribute| &attribute.value);
            for pattern in message.value.iter().chain(attributes) {
                needs.pattern(pattern);
            }
            if messages
                .found
                .insert(message.id.name.to_owned(), needs)
                .is_some()
            {
                messages
                    .mistakes
                    .push(format!("{path}: {} is there twice", message.id.name));
            }
        }
    }
    messages
}

impl Needs {
    fn pattern(&mut self, pattern: &Pattern<&str>) {
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { .. } => {}
                PatternElement::Placeable { expression } => self.expression(expression),
            }
        }
    }

    fn expression(&mut self, expression: &Expression<&str>) {
        match expression {
            Expression::Inline(inline) => self.inline(inline),
            Expression::Select { selector, variants } => {
                // What is chosen by is not shown.
                let shown = self.shown.clone();
                self.inline(selector);
                self.shown = shown;
                variants
                    .iter()
                    .for_each(|variant| self.pattern(&variant.value));
            }
        }
    }

    fn inline(&mut self, inline: &InlineExpression<&str>) {
        match inline {
            InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => {}
            InlineExpression::VariableReference { id } => {
                self.arguments.insert(id.name.to_owned());
                self.shown.insert(id.name.to_owned());
            }
            InlineExpression::MessageReference { id, .. } => {
                self.parts.insert(id.name.to_owned());
            }
            InlineExpression::FunctionReference { arguments, .. } => self.call(arguments),
            InlineExpression::TermReference { arguments, .. } => {
                arguments.iter().for_each(|arguments| self.call(arguments));
            }
            InlineExpression::Placeable { expression } => self.expression(expression),
        }
    }

    fn call(&mut self, arguments: &CallArguments<&str>) {
        arguments
            .positional
            .iter()
            .for_each(|inline| self.inline(inline));
        arguments
            .named
            .iter()
            .for_each(|named| self.inline(&named.value));
    }
}

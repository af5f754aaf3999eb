//! Rules in words: the plain paragraph of a rules text, and the sentences of a count's trace.
//!
//! Both speak from data alone, so that a form, a printed sheet and the record say the same.

mod marking;
mod paragraph;
mod trace;

pub use marking::{how_to_mark, on_paper};
pub use paragraph::{evaluation, paragraph, passes_by, threshold};
pub use trace::trace;

use super::{Phrase, Words};
use crate::say;
use domain::ballot::{LineNo, VoidReason};
use domain::poll::clause::Clause;
use domain::poll::template::Template;
use domain::tally::LineGrade;

/// The name of a clause, with its number where the rules text gives one.
#[must_use]
pub fn clause(words: Words, clause: Clause, number: Option<u16>) -> Phrase {
    let name = words.say_named("clause", clause.word(), &[]);
    match number {
        Some(number) => say!(
            words,
            "rules-clause-numbered",
            number = number,
            name = name.text
        ),
        None => name,
    }
}

/// The name of a template.
#[must_use]
pub fn template(words: Words, template: Template) -> Phrase {
    words.say_named("template", template.word(), &[])
}

/// Why papers are void.
#[must_use]
pub fn void_reason(words: Words, reason: VoidReason) -> Phrase {
    words.say_named("void-reason", reason.word(), &[])
}

/// The grade of a line of an evaluation.
#[must_use]
pub fn line_grade(words: Words, grade: LineGrade) -> Phrase {
    words.say_named("grade", grade.word(), &[])
}

/// The numbers of lines as a list.
fn list(words: Words, lines: &[LineNo]) -> String {
    let lines: Vec<String> = lines.iter().map(ToString::to_string).collect();
    lines.join(&say!(words, "list-separator").text)
}

#[cfg(test)]
mod tests;

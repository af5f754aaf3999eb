//! The record itself: the pages of the database, the audit log against every head that is known, and
//! all that voting days have fixed.

use super::{Asked, Line};
use crate::service::checking::{self, Difference};
use crate::text::{Language, Words};

/// The lines about the record.
pub(super) fn all(asked: &Asked) -> Vec<Line> {
    if !checking::has_record(&asked.data) {
        return match asked.heads.first() {
            None => vec![Line::good("there is no record yet")],
            Some(_) => vec![Line::failure(
                "there is no record here to compare a head with",
            )],
        };
    }
    let checked = checking::check_file(&asked.data, &asked.heads, asked.backups.as_deref());
    let checked = match checked {
        Ok(checked) => checked,
        Err(error) => {
            let source = std::error::Error::source(&error);
            let why = source.map_or_else(|| error.to_string(), ToString::to_string);
            return vec![Line::failure(format!(
                "the database cannot be read: {why}; stop the server and restore a backup"
            ))];
        }
    };
    let words = Words::of(Language::En);
    let mut lines: Vec<Line> = checked
        .differences
        .iter()
        .map(|found| Line::failure(told(words, found)))
        .collect();
    if lines.is_empty() {
        lines.push(Line::good(
            "the pages of the database hold, and all that voting days have fixed",
        ));
        let head = checked.head;
        lines.push(Line::good(format!(
            "the audit log holds: {} lines, head {head}",
            head.number
        )));
        if !asked.heads.is_empty() {
            lines.push(Line::good("the audit log has every head that was typed"));
        }
    }
    lines
}

fn told(words: Words, found: &Difference) -> String {
    let problem = &found.problem;
    let told = words
        .say_named("problem", problem.code, &problem.facts)
        .text;
    if found.about.is_empty() {
        told
    } else {
        format!("{}: {told}", found.about)
    }
}

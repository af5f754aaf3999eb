//! The canonical text of a frozen slate: what exactly was voted on, under one hash.

use std::collections::BTreeSet;

use super::{Poll, Round, RoundLine};
use crate::domain::congress::Congress;
use crate::domain::digest::Digest;
use crate::domain::problem::Problem;
use crate::domain::session::Session;

/// The version of a candidate list that a slate was taken from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ListRef {
    /// The year of the list.
    pub year: i16,
    /// Its number in that year.
    pub number: u32,
    /// Its version.
    pub version: u32,
    /// SHA-256 of the version's canonical text.
    pub hash: Digest,
}

/// The slate as text: a version line, where it belongs, then one `line` a candidate, each followed by
/// its `words` in other languages: everything that a ballot shows.
///
/// Fields are separated by tabs; control characters inside a field become spaces, so that no name
/// can forge a line.
#[must_use]
pub fn canonical(
    congress: &Congress,
    session: &Session,
    poll: &Poll,
    round: &Round,
    list: Option<ListRef>,
    lines: &[RoundLine],
) -> String {
    let mut text = format!(
        "minsheng-slate 3\ncongress\t{}\t{}\nsession\t{}\t{}\t{}\npoll\t{}\t{}\nround\t{}\t{}\n",
        congress.slug,
        plain(&congress.name),
        session.body.word(),
        session.term_no,
        session.session_no,
        poll.id,
        plain(&poll.title),
        round.number,
        round.kind.word(),
    );
    // An evaluation asks about projects that are followed up, from no list.
    text.push_str(&match list {
        Some(list) => format!(
            "list\t{}\t{}\t{}\t{}\n",
            list.year, list.number, list.version, list.hash
        ),
        None => "evaluation\n".to_owned(),
    });
    for line in lines {
        text.push_str(&format!(
            "line\t{}\t{}\t{}\t{}\t{}\t{}\n",
            line.line_no,
            line.project,
            plain(&line.name),
            plain(&line.summary),
            line.investment,
            plain(&line.content),
        ));
        for words in &line.translations {
            text.push_str(&format!(
                "words\t{}\t{}\t{}\t{}\t{}\n",
                line.line_no,
                words.language.word(),
                plain(&words.name),
                plain(&words.summary),
                plain(&words.content),
            ));
        }
    }
    text
}

/// Names that stand on a slate twice, spaces aside: deputies could not tell such lines apart.
/// Errors: `candidate-name-twice` at `slate`, with the fact `name`.
#[must_use]
pub fn equal_names(names: &[&str]) -> Vec<Problem> {
    let squeezed = |name: &str| name.split_whitespace().collect::<String>();
    let mut seen = BTreeSet::new();
    let mut found = Vec::new();
    for name in names {
        if !seen.insert(squeezed(name)) {
            let problem = Problem::error("candidate-name-twice").at("slate");
            found.push(problem.with("name", name));
        }
    }
    found
}

/// A field without separators.
pub(crate) fn plain(text: &str) -> String {
    text.chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::equal_names;

    #[test]
    fn equal_names_are_told_whatever_their_spaces() {
        assert_eq!(equal_names(&["a road", "a bridge"]), []);
        let found = equal_names(&["a road", "a bridge", " a  road", "aroad"]);
        let names: Vec<&str> = found.iter().map(|one| one.facts[0].1.as_str()).collect();
        assert_eq!(names, [" a  road", "aroad"]);
        assert!(found.iter().all(super::Problem::is_error));
    }
}

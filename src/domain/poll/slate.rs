//! The canonical text of a frozen slate: what exactly was voted on, under one hash.

use std::collections::BTreeSet;

use super::{Poll, Round, RoundLine, Subject};
use crate::congress::Congress;
use crate::digest::Digest;
use crate::problem::Problem;
use crate::sitting::Session;

/// The version of a candidate list that a slate was taken from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ListRef {
    /// The year of the list.
    pub year: i16,
    /// Its number in that year.
    pub number: u32,
    pub version: u32,
    /// SHA-256 of the version's canonical text.
    pub hash: Digest,
}

/// The slate as text: a version line, where it belongs, then one `line` a candidate, each followed by
/// its `words` in other languages: everything that a ballot shows.
///
/// Fields are separated by tabs; control characters inside a field become spaces, so that no name
/// can forge a line. A slate of projects alone is a text of version 3, byte for byte as before there
/// were other lines; version 4 knows `part` and `unit` beside `line`.
#[must_use]
pub fn canonical(
    congress: &Congress,
    session: &Session,
    poll: &Poll,
    round: &Round,
    list: Option<ListRef>,
    lines: &[RoundLine],
) -> String {
    let is_plain = lines.iter().all(|line| line.subject.whole().is_some());
    let version = if is_plain { 3 } else { 4 };
    let mut text = format!(
        "minsheng-slate {version}\ncongress\t{}\t{}\nsession\t{}\t{}\t{}\npoll\t{}\t{}\nround\t{}\t{}\n",
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
        text.push_str(&asked(line));
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

/// A line's own fields.
fn asked(line: &RoundLine) -> String {
    let (number, name) = (line.line_no, plain(&line.name));
    let summary = plain(&line.summary);
    match &line.subject {
        Subject::Project(project) => format!(
            "line\t{number}\t{project}\t{name}\t{summary}\t{}\t{}\n",
            line.investment,
            plain(&line.content),
        ),
        Subject::Part { project, part } => format!(
            "part\t{number}\t{project}\t{}\t{name}\t{summary}\n",
            plain(part)
        ),
        Subject::Unit(unit) => format!("unit\t{number}\t{unit}\t{name}\t{summary}\n"),
    }
}

/// The slate of a rehearsal: the lines that are voted on, from no list.
#[must_use]
pub fn rehearsed(lines: &[RoundLine]) -> String {
    let mut text = "minsheng-rehearsal\n".to_owned();
    for line in lines {
        text.push_str(&format!("{}\t{}\n", line.line_no, plain(&line.name)));
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
    use super::*;
    use crate::congress::{Body, Level};
    use crate::id::{CongressId, PollId, ProjectId, RoundId, SessionId, SittingId, UnitId};
    use crate::poll::{Colour, RoundKind};
    use crate::round::RoundStage;

    fn text(subjects: Vec<Subject>) -> String {
        let congress = Congress {
            id: CongressId(1),
            slug: "one".to_owned(),
            name: "One".to_owned(),
            level: Level::County,
            parent: None,
        };
        let session = Session {
            id: SessionId(1),
            congress: CongressId(1),
            body: Body::Congress,
            term_no: 17,
            session_no: 4,
            year: 2026,
        };
        let poll = Poll {
            id: PollId(1),
            session: SessionId(1),
            title: "A title".to_owned(),
            rules: String::new(),
            rules_adopted: true,
            adopted_hash: None,
            colour: Colour::White,
            warnings_reason: String::new(),
            withdrawn: String::new(),
        };
        let round = Round {
            id: RoundId(1),
            poll: PollId(1),
            sitting: SittingId(1),
            number: 1,
            kind: RoundKind::First,
            stage: RoundStage::Draft,
            rules: String::new(),
            rules_hash: None,
            slate: String::new(),
            slate_hash: None,
            box_digest: None,
            account_digest: None,
            papers_digest: None,
            issued: None,
            slips_returned: None,
            is_dirty: false,
            void_reason: String::new(),
            decided_by_presidium: String::new(),
        };
        let line = |(line_no, subject): (u16, Subject)| RoundLine {
            line_no,
            name: format!("name\t{line_no}"),
            summary: "one line".to_owned(),
            investment: 5,
            content: "in full".to_owned(),
            translations: Vec::new(),
            subject,
        };
        let lines: Vec<RoundLine> = (1..).zip(subjects).map(line).collect();
        canonical(&congress, &session, &poll, &round, None, &lines)
    }

    #[test]
    fn a_slate_of_projects_is_the_text_it_always_was() {
        let plain = text(vec![Subject::Project(ProjectId(7))]);
        let expected = "minsheng-slate 3\ncongress\tone\tOne\nsession\tcongress\t17\t4\n\
             poll\t1\tA title\nround\t1\tfirst\nevaluation\n\
             line\t1\t7\tname 1\tone line\t5\tin full\n";
        assert_eq!(plain, expected);
    }

    #[test]
    fn parts_and_units_stand_on_lines_of_their_own_kind() {
        let mixed = text(vec![
            Subject::Project(ProjectId(7)),
            Subject::Part {
                project: ProjectId(8),
                part: "lamps".to_owned(),
            },
            Subject::Unit(UnitId(9)),
        ]);
        assert!(mixed.starts_with("minsheng-slate 4\n"), "{mixed}");
        let lines: Vec<&str> = mixed.lines().skip(6).collect();
        let expected = [
            "line\t1\t7\tname 1\tone line\t5\tin full",
            "part\t2\t8\tlamps\tname 2\tone line",
            "unit\t3\t9\tname 3\tone line",
        ];
        assert_eq!(lines, expected);
    }

    #[test]
    fn equal_names_are_told_whatever_their_spaces() {
        assert_eq!(equal_names(&["a road", "a bridge"]), []);
        let found = equal_names(&["a road", "a bridge", " a  road", "aroad"]);
        let names: Vec<&str> = found.iter().map(|one| one.facts[0].1.as_str()).collect();
        assert_eq!(names, [" a  road", "aroad"]);
        assert!(found.iter().all(Problem::is_error));
    }
}

//! A posted ballot, read strictly: every field of its kind once, known marks only, nothing besides.

use crate::domain::ballot::{BallotKind, Paper, Source, read};
use crate::domain::id::RoundId;
use crate::domain::problem::Problem;
use crate::web::form::Fields;

/// What a ballot's form carries.
pub(super) struct Posted {
    pub(super) paper: Paper,
    pub(super) round: Option<RoundId>,
    pub(super) token: String,
    /// Of the reviewed form only.
    pub(super) nonce: String,
    /// A switch of language or text size, or a way back to a line, pressed instead of going on.
    pub(super) show: Option<String>,
}

/// Fields that a ballot's form may have besides its marks.
const KNOWN: [&str; 4] = ["round", "token", "nonce", "show"];

/// The name of the field of a mark, counted from 1: a line's, or the one of the list as a whole.
pub(super) fn mark_field(number: usize) -> String {
    format!("m{number}")
}

impl Posted {
    /// Reads the fields of a form of a kind with so many lines.
    ///
    /// Problems: `field-unknown`, `field-twice`, `field-missing`, and those of
    /// [`read`].
    pub(super) fn read(
        fields: &Fields,
        kind: BallotKind,
        lines: usize,
    ) -> Result<Self, Vec<Problem>> {
        let names: Vec<String> = (1..=kind.marks(lines)).map(mark_field).collect();
        let mut problems = Vec::new();
        let is_known = |name| KNOWN.contains(&name) || names.iter().any(|mark| mark == name);
        if fields.iter().any(|(name, _)| !is_known(name)) {
            problems.push(Problem::error("field-unknown"));
        }
        if KNOWN.iter().any(|name| fields.all(name).count() > 1) {
            problems.push(Problem::error("field-twice"));
        }
        let mut given: Vec<Vec<&str>> = Vec::with_capacity(names.len());
        for (line, name) in (1_usize..).zip(&names) {
            let values: Vec<&str> = fields.all(name).collect();
            let problem = match values.as_slice() {
                [] => "field-missing",
                [_] => {
                    given.push(values);
                    continue;
                }
                [_, _, ..] => "field-twice",
            };
            problems.push(Problem::error(problem).at(name).with("line", line));
        }
        if !problems.is_empty() {
            return Err(problems);
        }
        Ok(Self {
            paper: read(kind, lines, &given, Source::Screen)?.paper,
            round: fields.get("round").parse().ok(),
            token: fields.get("token").to_owned(),
            nonce: fields.get("nonce").to_owned(),
            show: Some(fields.get("show").to_owned()).filter(|show| !show.is_empty()),
        })
    }
}

#[cfg(test)]
mod tests {
    use axum::body::Bytes;

    use super::*;

    fn codes(kind: BallotKind, body: &str) -> Vec<&'static str> {
        let fields = Fields::parse(&Bytes::from(body.to_owned()));
        match Posted::read(&fields, kind, 2) {
            Ok(_) => Vec::new(),
            Err(problems) => problems.iter().map(|problem| problem.code).collect(),
        }
    }

    #[test]
    fn a_form_is_read_strictly() {
        for (body, problem) in [
            ("round=1&token=t&m1=a&m2=n", None),
            ("m1=a", Some("field-missing")),
            ("m1=a&m2=o&m3=a", Some("field-unknown")),
            ("m1=a&m2=o&m0=a", Some("field-unknown")),
            ("m1=a&m2=o&m02=a", Some("field-unknown")),
            ("m1=a&m2=o&role=admin", Some("field-unknown")),
            ("m1=a&m1=o&m2=o", Some("field-twice")),
            ("m1=a&m1=a&m2=o", Some("field-twice")),
            ("m1=a&m2=n&token=1&token=2", Some("field-twice")),
        ] {
            let found = codes(BallotKind::PerItem, body);
            assert_eq!(found, Vec::from_iter(problem), "{body}");
        }
    }

    #[test]
    fn each_kind_knows_its_own_marks_and_no_others() {
        let cases: [(BallotKind, &[&str], &[&str], &str); 4] = [
            (
                BallotKind::PerItem,
                &["a", "o", "x", "n"],
                &["A", "1", "+a", "a%00", "%EF%BD%81", "", "aa", "s"],
                "mark-unknown",
            ),
            (
                BallotKind::Tick,
                &["a", "n"],
                &["o", "x", "on", "1", ""],
                "mark-unknown",
            ),
            (
                BallotKind::Rank,
                &["1", "2", "02", "nn", "n"],
                &["0", "a", "-1", "1.5", "256", "%EF%BC%91", ""],
                "rank-not-a-number",
            ),
            (
                BallotKind::Grade,
                &["s", "b", "d", "x", "n"],
                &["a", "o", ""],
                "mark-unknown",
            ),
        ];
        for (kind, known, unknown, problem) in cases {
            for mark in known {
                let found = codes(kind, &format!("m1={mark}&m2=n"));
                assert_eq!(found, Vec::<&str>::new(), "{kind:?} {mark}");
            }
            for mark in unknown {
                assert_eq!(
                    codes(kind, &format!("m1={mark}&m2=n")),
                    [problem],
                    "{kind:?} {mark}"
                );
            }
        }
    }

    #[test]
    fn a_list_as_a_whole_has_one_mark() {
        assert_eq!(codes(BallotKind::WholeList, "m1=a"), Vec::<&str>::new());
        assert_eq!(codes(BallotKind::WholeList, "m1=a&m2=a"), ["field-unknown"]);
    }
}

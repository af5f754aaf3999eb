//! A posted ballot, read strictly: every field of its kind once, known marks only, nothing besides
//! but remarks where they are asked for.

use crate::form::Fields;
use domain::ballot::{Ballot, MarkSource, Remarks, read};
use domain::id::RoundId;
use domain::problem::Problem;
use service::voting::casting::BallotForm;

/// What a ballot's form carries.
pub(super) struct PostedBallot {
    pub(super) ballot: Ballot,
    pub(super) round: RoundId,
    pub(super) token: String,
    /// Of the reviewed form only.
    pub(super) nonce: String,
    /// A switch of language or text size, or a way back to a line, pressed instead of going on.
    pub(super) show: Option<String>,
}

/// Fields that a ballot's form may have besides its marks; `pad` fills a form with remarks up to one
/// length and says nothing.
const KNOWN: [&str; 5] = ["round", "token", "nonce", "show", "pad"];

/// The name of the field of a mark, counted from 1: a line's, or the one of the list as a whole.
pub(super) fn mark_field(number: usize) -> String {
    format!("m{number}")
}

/// The name of the field of a line's remark, counted from 1.
pub(super) fn remark_field(number: usize) -> String {
    format!("r{number}")
}

impl PostedBallot {
    /// Reads the fields of a form of a kind with so many lines.
    ///
    /// Problems: `field-unknown`, `field-twice`, `field-missing`, `round-unknown` for a round that is
    /// no number, and those of [`read`].
    pub(super) fn read(fields: &Fields, form: BallotForm) -> Result<Self, Vec<Problem>> {
        let BallotForm { kind, lines, .. } = form;
        let names: Vec<String> = (1..=kind.marks(lines)).map(mark_field).collect();
        let asked = if form.asks_remarks { lines } else { 0 };
        let said: Vec<String> = (1..=asked).map(remark_field).collect();
        let mut problems = Vec::new();
        let is_field = |name: &str| names.iter().chain(&said).any(|field| field == name);
        let is_known = |name| KNOWN.contains(&name) || is_field(name);
        if fields.iter().any(|(name, _)| !is_known(name)) {
            problems.push(Problem::error("field-unknown"));
        }
        let single = KNOWN.into_iter().chain(said.iter().map(String::as_str));
        if single.into_iter().any(|name| fields.all(name).count() > 1) {
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
        let round = fields.get("round").parse();
        let round = round.map_err(|_| vec![Problem::error("round-unknown")])?;
        Ok(Self {
            ballot: Ballot {
                paper: read(kind, lines, &given, MarkSource::Screen)?.paper,
                remarks: Remarks::typed(said.iter().map(|name| fields.get(name))),
            },
            round,
            token: fields.get("token").to_owned(),
            nonce: fields.get("nonce").to_owned(),
            show: Some(fields.get("show").to_owned()).filter(|show| !show.is_empty()),
        })
    }
}

#[cfg(test)]
mod tests {

    use super::*;
    use domain::ballot::BallotKind;

    fn codes(kind: BallotKind, body: &str) -> Vec<&'static str> {
        let fields = Fields::parse(body.as_bytes());
        let form = BallotForm {
            kind,
            lines: 2,
            asks_remarks: kind == BallotKind::Grade,
        };
        match PostedBallot::read(&fields, form) {
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
            ("m1=a&m2=n&token=t", Some("round-unknown")),
            ("round=one&token=t&m1=a&m2=n", Some("round-unknown")),
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
                let found = codes(kind, &format!("round=1&m1={mark}&m2=n"));
                assert_eq!(found, Vec::<&str>::new(), "{kind:?} {mark}");
            }
            for mark in unknown {
                assert_eq!(
                    codes(kind, &format!("round=1&m1={mark}&m2=n")),
                    [problem],
                    "{kind:?} {mark}"
                );
            }
        }
    }

    #[test]
    fn a_list_as_a_whole_has_one_mark() {
        assert_eq!(
            codes(BallotKind::WholeList, "round=1&m1=a"),
            Vec::<&str>::new()
        );
        assert_eq!(codes(BallotKind::WholeList, "m1=a&m2=a"), ["field-unknown"]);
    }

    #[test]
    fn remarks_come_where_they_are_asked_for_and_once() {
        let graded = |body| codes(BallotKind::Grade, body);
        assert_eq!(
            graded("round=1&m1=s&m2=d&r1=&r2=%E7%81%AF&pad=xx"),
            Vec::<&str>::new()
        );
        assert_eq!(graded("round=1&m1=s&m2=d"), Vec::<&str>::new());
        assert_eq!(graded("m1=s&m2=d&r1=a&r1=b"), ["field-twice"]);
        assert_eq!(graded("m1=s&m2=d&r3=a"), ["field-unknown"]);
        assert_eq!(codes(BallotKind::Tick, "m1=a&m2=n&r1=a"), ["field-unknown"]);
    }
}

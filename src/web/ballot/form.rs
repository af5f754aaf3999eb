//! The marks of a posted ballot, read strictly: every line once, letters only, nothing besides.

use crate::domain::ballot::Mark;
use crate::domain::id::RoundId;
use crate::domain::problem::Problem;
use crate::web::form::Fields;

/// What a ballot's form carries besides its marks.
#[derive(Debug, Clone, Default)]
pub(super) struct Posted {
    pub(super) marks: Vec<Mark>,
    pub(super) round: Option<RoundId>,
    pub(super) token: String,
    /// Of the reviewed form only.
    pub(super) nonce: String,
    /// A switch of language or text size, or a way back to a line, pressed instead of going on.
    pub(super) show: Option<String>,
}

/// Fields that a ballot's form may have besides `m1`, `m2` and so on.
const KNOWN: [&str; 4] = ["round", "token", "nonce", "show"];

impl Posted {
    /// Reads the fields of a form with so many lines.
    ///
    /// Problems: `field-unknown`, `field-twice`, `field-missing`, `mark-unknown`, each at its field.
    pub(super) fn read(fields: &Fields, lines: usize) -> Result<Self, Vec<Problem>> {
        let mut problems = Vec::new();
        for (name, _) in fields.iter() {
            let line = name
                .strip_prefix('m')
                .and_then(|number| number.parse::<usize>().ok());
            let is_line = line.is_some_and(|line| (1..=lines).contains(&line));
            if !is_line && !KNOWN.contains(&name) {
                problems.push(Problem::error("field-unknown"));
                break;
            }
        }
        if KNOWN.iter().any(|name| fields.all(name).count() > 1) {
            problems.push(Problem::error("field-twice"));
        }
        let mut marks = Vec::new();
        for line in 1..=lines {
            let name = format!("m{line}");
            let mut values = fields.all(&name);
            let (first, second) = (values.next(), values.next());
            let problem = match (first.map(Mark::from_letter), second) {
                (None, _) => "field-missing",
                (Some(_), Some(_)) => "field-twice",
                (Some(None), None) => "mark-unknown",
                (Some(Some(mark)), None) => {
                    marks.push(mark);
                    continue;
                }
            };
            problems.push(Problem::error(problem).at(&name).with("line", line));
        }
        if !problems.is_empty() {
            return Err(problems);
        }
        Ok(Self {
            marks,
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

    fn codes(body: &'static str) -> Vec<&'static str> {
        let fields = Fields::parse(&Bytes::from_static(body.as_bytes()));
        match Posted::read(&fields, 2) {
            Ok(_) => Vec::new(),
            Err(problems) => problems.iter().map(|problem| problem.code).collect(),
        }
    }

    #[test]
    fn a_form_is_read_strictly() {
        assert_eq!(codes("round=1&token=t&m1=a&m2=n"), Vec::<&str>::new());
        assert_eq!(codes("m1=a"), ["field-missing"]);
        assert_eq!(codes("m1=a&m2=o&m3=a"), ["field-unknown"]);
        assert_eq!(codes("m1=a&m2=o&m0=a"), ["field-unknown"]);
        assert_eq!(codes("m1=a&m2=o&role=admin"), ["field-unknown"]);
        assert_eq!(codes("m1=a&m1=o&m2=o"), ["field-twice"]);
        assert_eq!(codes("m1=a&m1=a&m2=o"), ["field-twice"]);
        assert_eq!(codes("m1=a&m2=n&token=1&token=2"), ["field-twice"]);
        for mark in ["A", "1", "+a", "a%00", "%EF%BD%81", "", "aa"] {
            let body: &'static str = Box::leak(format!("m1={mark}&m2=n").into_boxed_str());
            assert_eq!(codes(body), ["mark-unknown"], "{mark}");
        }
    }
}

//! Canonical texts, which are hashed and signed: one other byte, and an old record no longer verifies.

use super::kept;
use super::masks::{Drawn, masked};
use super::product::DemoStage;
use crate::support::Hall;

use domain::congress::Body;
use domain::poll::template::Template;

#[test]
fn the_rules_of_every_template_are_as_kept() {
    let mut text = String::new();
    for template in Template::ALL {
        for body in Body::ALL {
            for places in [1, 4] {
                let rules = template.rules(body, places).canonical();
                let (template, body) = (template.word(), body.word());
                text += &format!("=== {template} of {body} for {places}\n{rules}");
            }
        }
    }
    kept::hold("rules.txt", &text);
}

/// Where the database keeps canonical texts.
const TEXTS: &[(&str, &str)] = &[
    (
        "list version",
        "select list || '/' || version, text from list_version order by list, version",
    ),
    (
        "rules of poll",
        "select id || '', rules from poll order by id",
    ),
    (
        "rules of round",
        "select id || '', rules from round order by id",
    ),
    (
        "slate of round",
        "select id || '', slate from round where slate <> '' order by id",
    ),
    (
        "statement",
        "select id || '', text from statement order by id",
    ),
];

/// Holds the canonical texts of a stage against what is kept: a published ballot has all of its kind, and
/// the end of the year those of evaluations too.
pub(super) fn hold(hall: &Hall, stage: DemoStage) {
    let name = match stage {
        DemoStage::Published => "texts-published.txt",
        DemoStage::FollowUp => "texts-followup.txt",
        DemoStage::Draft
        | DemoStage::Frozen
        | DemoStage::Open
        | DemoStage::Closed
        | DemoStage::Certified => return,
    };
    kept::hold(name, &canonical(hall));
}

/// All canonical texts that a hall has.
pub(super) fn canonical(hall: &Hall) -> String {
    let database = hall.dir.path().join("minsheng.db");
    let connection = rusqlite::Connection::open(database).unwrap();
    let drawn = Drawn::of(hall);
    let mut out = String::new();
    for (what, sql) in TEXTS {
        let mut statement = connection.prepare(sql).unwrap();
        let read = |row: &rusqlite::Row<'_>| Ok((row.get::<_, String>(0)?, row.get(1)?));
        let rows: Result<Vec<(String, String)>, _> =
            statement.query_map([], read).unwrap().collect();
        for (id, text) in rows.unwrap() {
            out += &format!("=== {what} {id}\n{}\n", masked(&text, &drawn).trim_end());
        }
    }
    out
}

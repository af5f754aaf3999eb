//! The lines that the demo leaves in the audit log, in the words of the use cases that wrote them.

use std::collections::BTreeSet;

use super::kept;
use super::masks::{Drawn, masked};
use super::product::DemoStage;
use crate::support::Hall;

/// Holds the log of a stage against what is kept: a published ballot's has all that came before it.
pub(super) fn hold(hall: &Hall, stage: DemoStage) {
    let lines = lines(hall);
    if stage == DemoStage::Published {
        kept::hold("log-published.txt", &(lines.join("\n") + "\n"));
    }
    if stage == DemoStage::FollowUp {
        // The year makes many works at once: which comes first is chance, and so is its number.
        let lines: BTreeSet<String> = lines.iter().map(|line| counted(line)).collect();
        let lines: Vec<String> = lines.into_iter().collect();
        kept::hold("log-followup.txt", &(lines.join("\n") + "\n"));
    }
}

/// The lines of a hall's log.
pub(super) fn lines(hall: &Hall) -> Vec<String> {
    let database = hall.dir.path().join("minsheng.db");
    let connection = rusqlite::Connection::open(database).unwrap();
    let mut statement = connection
        .prepare("select line from audit where kind <> 'head-taken' order by id")
        .unwrap();
    let lines = statement
        .query_map([], |row| row.get::<_, String>(0))
        .unwrap();
    let drawn = Drawn::of(hall);
    lines.map(|line| masked(&line.unwrap(), &drawn)).collect()
}

/// A line without its numbers.
fn counted(line: &str) -> String {
    let mut out = String::new();
    for char in line.chars() {
        match char {
            '0'..='9' if out.ends_with('#') => {}
            '0'..='9' => out.push('#'),
            char => out.push(char),
        }
    }
    out
}

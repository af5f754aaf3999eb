//! A roster of deputies: number, name, delegation, standing committee, language, note.

use super::file_row::FileRow;
use super::table::{Table, TableKind};
use super::trial::{Import, Trial};
use super::{cell, columns};
use domain::problem::Problem;

const KIND: TableKind = TableKind {
    name: "deputy",
    needed: &["number", "name"],
    lines: &["note"],
    dates: &[],
};

/// The longest number; a roster's number is written on a badge.
const LONGEST_NUMBER: usize = 20;

/// One deputy of a roster.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeputyRow {
    /// The office's own number, as text: `007` stays `007`.
    pub number: String,
    pub name: String,
    /// Delegation (代表团); empty when the roster has none.
    pub delegation: String,
    /// Whether a member of the standing committee; an empty cell means no.
    pub is_committee_member: bool,
    /// Language tag wanted: `zh-Hans` (an empty cell too), `kk-Arab`, `ug` or `en`.
    pub language: String,
    /// Free note, may have several lines.
    pub note: String,
}

impl FileRow for DeputyRow {
    const TABLE: &'static str = KIND.name;
    const NEEDED: &'static [&'static str] = KIND.needed;

    fn read(file: &[u8]) -> Trial<Self> {
        try_deputies(file)
    }

    fn key(&self) -> &str {
        &self.number
    }

    fn name(&self) -> &str {
        &self.name
    }

    fn filled(self, stands: &Self, lacks: &[&str]) -> Self {
        let text = |column, new: String, old: &String| {
            if lacks.contains(&column) {
                old.clone()
            } else {
                new
            }
        };
        Self {
            delegation: text("delegation", self.delegation, &stands.delegation),
            is_committee_member: if lacks.contains(&"committee") {
                stands.is_committee_member
            } else {
                self.is_committee_member
            },
            language: text("language", self.language, &stands.language),
            note: text("note", self.note, &stands.note),
            number: self.number,
            name: self.name,
        }
    }

    fn cell(&self, column: &str) -> String {
        match column {
            "number" => self.number.clone(),
            "name" => self.name.clone(),
            "delegation" => self.delegation.clone(),
            "committee" => columns::flag(self.is_committee_member),
            "language" => columns::header("language", &self.language).to_owned(),
            "note" => self.note.clone(),
            _ => String::new(),
        }
    }
}

/// Reads a roster for a trial run.
#[must_use]
pub fn try_deputies(bytes: &[u8]) -> Trial<DeputyRow> {
    let mut table = match Table::read(KIND, bytes) {
        Ok(table) => table,
        Err(problems) => return Trial::refused(problems),
    };
    table.refuse_equal("number");
    table.warn_equal("name");
    let mut rows = Vec::new();
    for row in std::mem::take(&mut table.rows) {
        let number = cell::narrow(row.get("number"));
        if number.chars().count() > LONGEST_NUMBER {
            let problem = Problem::error("deputy-number-long").with("most", LONGEST_NUMBER);
            table.problem(row.number, "number", problem);
        }
        let committee = table.word(&row, "committee", "flag", Some("no"));
        let language = table.word(&row, "language", "language", Some("zh-Hans"));
        let deputy = DeputyRow {
            number,
            name: cell::name(row.get("name")),
            delegation: row.get("delegation").to_owned(),
            is_committee_member: committee == Some("yes"),
            language: language.unwrap_or_default().to_owned(),
            note: row.get("note").to_owned(),
        };
        rows.push((row.number, deputy));
    }
    table.into_trial(rows)
}

/// Reads a roster to be saved.
///
/// # Errors
/// Every problem with its row and column; two rows of one number are both named.
pub fn read_deputies(bytes: &[u8]) -> Result<Import<DeputyRow>, Vec<Problem>> {
    try_deputies(bytes).accept()
}

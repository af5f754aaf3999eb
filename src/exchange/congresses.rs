//! The prefecture's congresses: code, slug, name, level, county.

use std::collections::BTreeMap;

use super::file_row::FileRow;
use super::table::{Table, TableKind, TableRow};
use super::trial::{Import, Trial};
use super::{cell, columns};
use domain::congress::Level;
use domain::problem::Problem;

const KIND: TableKind = TableKind {
    name: "congress",
    needed: &["code", "slug", "name", "level"],
    lines: &["note"],
    dates: &[],
};

const LONGEST_SLUG: usize = 40;

/// One congress of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CongressRow {
    /// Division code: six digits for a county, nine for a township, the county's six first.
    pub code: String,
    /// The word in addresses.
    pub slug: String,
    pub name: String,
    pub level: Level,
    /// Slug of the county of a township; the county may be in another file.
    pub parent: Option<String>,
    /// Free note, may have several lines.
    pub note: String,
}

impl FileRow for CongressRow {
    const TABLE: &'static str = KIND.name;
    const NEEDED: &'static [&'static str] = KIND.needed;

    fn read(file: &[u8]) -> Trial<Self> {
        try_congresses(file)
    }

    fn key(&self) -> &str {
        &self.code
    }

    fn name(&self) -> &str {
        &self.name
    }

    fn filled(self, stands: &Self, lacks: &[&str]) -> Self {
        let note = if lacks.contains(&"note") {
            stands.note.clone()
        } else {
            self.note
        };
        Self { note, ..self }
    }

    fn cell(&self, column: &str) -> String {
        match column {
            "code" => self.code.clone(),
            "slug" => self.slug.clone(),
            "name" => self.name.clone(),
            "level" => columns::header("level", self.level.word()).to_owned(),
            "parent" => self.parent.clone().unwrap_or_default(),
            "note" => self.note.clone(),
            _ => String::new(),
        }
    }
}

/// Reads a file of congresses for a trial run; counties stand before townships in the answer.
#[must_use]
pub fn try_congresses(bytes: &[u8]) -> Trial<CongressRow> {
    let mut table = match Table::read(KIND, bytes) {
        Ok(table) => table,
        Err(problems) => return Trial::refused(problems),
    };
    for column in ["code", "slug"] {
        table.refuse_equal(column);
    }
    let mut rows = Vec::new();
    for row in std::mem::take(&mut table.rows) {
        if let Some(congress) = congress(&mut table, &row) {
            rows.push((row.number, congress));
        }
    }
    check_parents(&mut table, &rows);
    rows.sort_by_key(|(_, row)| row.level);
    table.into_trial(rows)
}

fn congress(table: &mut Table, row: &TableRow) -> Option<CongressRow> {
    let word = table.word(row, "level", "level", None);
    let level = word.and_then(Level::from_word)?;
    let code = cell::narrow(row.get("code"));
    let digits = match level {
        Level::County => 6,
        Level::Township => 9,
    };
    if code.len() != digits || !code.bytes().all(|byte| byte.is_ascii_digit()) {
        let problem = Problem::error("congress-code").with("digits", digits);
        table.problem(row.number, "code", problem.with("value", &code));
    }
    let slug = row.get("slug").to_owned();
    if !is_slug(&slug) {
        let problem = Problem::error("congress-slug").with("value", &slug);
        table.problem(row.number, "slug", problem.with("most", LONGEST_SLUG));
    }
    let parent = Some(row.get("parent").to_owned()).filter(|slug| !slug.is_empty());
    match (level, &parent) {
        (Level::County, None) | (Level::Township, Some(_)) => {}
        (Level::County, Some(_)) => {
            table.problem(
                row.number,
                "parent",
                Problem::error("congress-parent-of-county"),
            );
        }
        (Level::Township, None) => {
            table.problem(
                row.number,
                "parent",
                Problem::error("congress-parent-missing"),
            );
        }
    }
    let (name, note) = (row.get("name").to_owned(), row.get("note").to_owned());
    Some(CongressRow {
        code,
        slug,
        name,
        level,
        parent,
        note,
    })
}

/// A slug stands in addresses: ASCII letters and digits, with hyphens between.
fn is_slug(slug: &str) -> bool {
    let is_letter = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    !slug.is_empty()
        && slug.len() <= LONGEST_SLUG
        && slug.bytes().all(is_letter)
        && !slug.starts_with('-')
        && !slug.ends_with('-')
}

/// A township's county, where this file has it, is a county, and its code is the township's first six.
fn check_parents(table: &mut Table, rows: &[(u64, CongressRow)]) {
    let mut by_slug: BTreeMap<&str, &CongressRow> = BTreeMap::new();
    for (_, row) in rows {
        by_slug.entry(&row.slug).or_insert(row);
    }
    let townships = rows.iter().filter(|(_, row)| row.level == Level::Township);
    for (number, row) in townships {
        let Some(parent) = row.parent.as_deref().and_then(|slug| by_slug.get(slug)) else {
            continue;
        };
        match parent.level {
            Level::Township => {
                let problem = Problem::error("congress-parent-township");
                table.problem(*number, "parent", problem.with("value", &parent.slug));
            }
            Level::County if !row.code.starts_with(&parent.code) => {
                let problem = Problem::error("congress-code-elsewhere").with("value", &row.code);
                table.problem(*number, "code", problem.with("code", &parent.code));
            }
            Level::County => {}
        }
    }
}

/// Reads a file of congresses to be saved; counties stand before townships in the answer.
///
/// # Errors
/// Every problem with its row and column.
pub fn read_congresses(bytes: &[u8]) -> Result<Import<CongressRow>, Vec<Problem>> {
    try_congresses(bytes).accept()
}

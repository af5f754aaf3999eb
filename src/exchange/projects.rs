//! Library projects: code, name, one line, contents, money, unit, candidate or not.

use super::file_row::FileRow;
use super::money::{self, BadAmount};
use super::table::{Kind, Row, Table};
use super::trial::{Import, Trial};
use super::{cell, columns};
use crate::domain::problem::Problem;

const KIND: Kind = Kind {
    name: "project",
    needed: &["code", "name", "summary", "investment"],
    lines: &["content", "note"],
    dates: &["finish_by"],
};

/// One project of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProjectRow {
    /// The office's own code.
    pub code: String,
    /// Name on the ballot.
    pub name: String,
    /// One line: what, for how many.
    pub summary: String,
    /// In full, may have several lines.
    pub content: String,
    /// Scale with its unit.
    pub scale: String,
    /// Where.
    pub place: String,
    /// For whom and how many.
    pub beneficiaries: String,
    /// Kind, such as roads or water.
    pub category: String,
    /// Fen; the file writes 万元, and a number alone means 万元.
    pub investment: i64,
    /// Where the money comes from.
    pub funding: String,
    /// Unit that carries it out.
    pub lead_unit: String,
    /// When finished, in the plan's words; a workbook's date reads `2026-09-30`.
    pub finish_by: String,
    /// Whether a candidate; an empty cell means no.
    pub is_candidate: bool,
    /// Free note, may have several lines.
    pub note: String,
}

impl FileRow for ProjectRow {
    const TABLE: &'static str = KIND.name;
    const NEEDED: &'static [&'static str] = KIND.needed;

    fn read(file: &[u8]) -> Trial<Self> {
        try_projects(file)
    }

    fn key(&self) -> &str {
        &self.code
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
            content: text("content", self.content, &stands.content),
            scale: text("scale", self.scale, &stands.scale),
            place: text("place", self.place, &stands.place),
            beneficiaries: text("beneficiaries", self.beneficiaries, &stands.beneficiaries),
            category: text("category", self.category, &stands.category),
            funding: text("funding", self.funding, &stands.funding),
            lead_unit: text("lead_unit", self.lead_unit, &stands.lead_unit),
            finish_by: text("finish_by", self.finish_by, &stands.finish_by),
            is_candidate: if lacks.contains(&"candidate") {
                stands.is_candidate
            } else {
                self.is_candidate
            },
            note: text("note", self.note, &stands.note),
            ..self
        }
    }

    fn cell(&self, column: &str) -> String {
        match column {
            "code" => self.code.clone(),
            "name" => self.name.clone(),
            "summary" => self.summary.clone(),
            "content" => self.content.clone(),
            "scale" => self.scale.clone(),
            "place" => self.place.clone(),
            "beneficiaries" => self.beneficiaries.clone(),
            "category" => self.category.clone(),
            "investment" => money::wan(self.investment),
            "funding" => self.funding.clone(),
            "lead_unit" => self.lead_unit.clone(),
            "finish_by" => self.finish_by.clone(),
            "candidate" => columns::flag(self.is_candidate),
            "note" => self.note.clone(),
            _ => String::new(),
        }
    }
}

/// Reads a file of projects for a trial run.
#[must_use]
pub fn try_projects(bytes: &[u8]) -> Trial<ProjectRow> {
    let mut table = match Table::read(KIND, bytes) {
        Ok(table) => table,
        Err(problems) => return Trial::refused(problems),
    };
    table.refuse_equal("code");
    table.refuse_equal("name");
    let mut rows = Vec::new();
    for row in std::mem::take(&mut table.rows) {
        let investment = investment(&mut table, &row);
        let candidate = table.word(&row, "candidate", "flag", Some("no"));
        let cell = |column| row.get(column).to_owned();
        let project = ProjectRow {
            code: cell::narrow(row.get("code")),
            name: cell("name"),
            summary: cell("summary"),
            content: cell("content"),
            scale: cell("scale"),
            place: cell("place"),
            beneficiaries: cell("beneficiaries"),
            category: cell("category"),
            investment,
            funding: cell("funding"),
            lead_unit: cell("lead_unit"),
            finish_by: cell("finish_by"),
            is_candidate: candidate == Some("yes"),
            note: cell("note"),
        };
        rows.push((row.number, project));
    }
    table.into_trial(rows)
}

/// The amount, or 0 with its problem noted.
fn investment(table: &mut Table, row: &Row) -> i64 {
    let text = row.get("investment");
    let problem = match money::fen(text) {
        Ok(fen) if fen >= money::ODD_FEN => {
            let problem = Problem::warning("amount-odd").with("value", text);
            table.problem(row.number, "investment", problem);
            return fen;
        }
        Ok(fen) => return fen,
        // An empty cell is already named as one that must be filled.
        Err(BadAmount::NotANumber) if text.is_empty() => return 0,
        Err(BadAmount::NotANumber) => Problem::error("amount-not-a-number"),
        Err(BadAmount::Negative) => Problem::error("amount-negative"),
        Err(BadAmount::TooFine) => Problem::error("amount-too-fine"),
        Err(BadAmount::TooLarge) => Problem::error("amount-too-large"),
    };
    table.problem(row.number, "investment", problem.with("value", text));
    0
}

/// Reads a file of projects to be saved.
///
/// # Errors
/// Every problem with its row and column; equal codes and equal names are named in both rows.
pub fn read_projects(bytes: &[u8]) -> Result<Import<ProjectRow>, Vec<Problem>> {
    try_projects(bytes).accept()
}

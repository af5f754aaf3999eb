//! Library projects: code, name, one line, contents, money, unit, candidate or not.

use std::collections::BTreeMap;

use super::columns;
use super::money::fen_of_wan;
use super::table::Table;
use crate::domain::problem::Problem;

/// One project of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProjectRow {
    /// The office's own code.
    pub code: String,
    /// Name on the ballot.
    pub name: String,
    /// One line.
    pub summary: String,
    /// In full.
    pub content: String,
    /// Scale with unit.
    pub scale: String,
    /// Where.
    pub place: String,
    /// For whom.
    pub beneficiaries: String,
    /// Kind.
    pub category: String,
    /// Fen.
    pub investment: i64,
    /// Unit that carries it out.
    pub lead_unit: String,
    /// When finished.
    pub finish_by: String,
    /// Whether a candidate.
    pub is_candidate: bool,
}

/// Reads a file of projects.
///
/// # Errors
/// Every problem with its row and column; equal codes and equal names are named with both rows.
pub fn read_projects(bytes: &[u8]) -> Result<Vec<ProjectRow>, Vec<Problem>> {
    let mut table = Table::read("project", bytes, &["code", "name", "summary", "investment"])?;
    let mut rows = Vec::new();
    let mut first: BTreeMap<(&'static str, String), u64> = BTreeMap::new();
    for row in std::mem::take(&mut table.rows) {
        for column in ["code", "name"] {
            let cell = row.get(column);
            if cell.is_empty() {
                table.problem(row.number, column, Problem::error("cell-empty"));
            } else if let Some(other) = first.get(&(column, cell.to_owned())) {
                let problem = Problem::error("row-twice")
                    .with("value", cell)
                    .with("other", other);
                table.problem(row.number, column, problem);
            } else {
                first.insert((column, cell.to_owned()), row.number);
            }
        }
        let Some(investment) = fen_of_wan(row.get("investment")) else {
            let problem = Problem::error("cell-money").with("value", row.get("investment"));
            table.problem(row.number, "investment", problem);
            continue;
        };
        let candidate = columns::value(row.get("candidate"));
        if !matches!(candidate, Some("yes" | "no")) {
            table.problem(row.number, "candidate", Problem::error("cell-value"));
        }
        rows.push(ProjectRow {
            code: row.get("code").to_owned(),
            name: row.get("name").to_owned(),
            summary: row.get("summary").to_owned(),
            content: row.get("content").to_owned(),
            scale: row.get("scale").to_owned(),
            place: row.get("place").to_owned(),
            beneficiaries: row.get("beneficiaries").to_owned(),
            category: row.get("category").to_owned(),
            investment,
            lead_unit: row.get("lead_unit").to_owned(),
            finish_by: row.get("finish_by").to_owned(),
            is_candidate: candidate == Some("yes"),
        });
    }
    table.verdict()?;
    Ok(rows)
}

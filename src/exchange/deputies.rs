//! A roster of deputies: number, name, delegation, committee member, language, note.

use std::collections::BTreeMap;

use super::columns;
use super::table::Table;
use crate::domain::problem::Problem;

/// One deputy of a roster.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeputyRow {
    /// The office's own number.
    pub number: String,
    /// Name.
    pub name: String,
    /// Delegation.
    pub delegation: String,
    /// Whether a member of the standing committee.
    pub is_committee_member: bool,
    /// Language tag wanted.
    pub language: String,
    /// Free note.
    pub note: String,
}

/// Reads a roster.
///
/// # Errors
/// Every problem with its row and column; two rows of one number are both named.
pub fn read_deputies(bytes: &[u8]) -> Result<Vec<DeputyRow>, Vec<Problem>> {
    let mut table = Table::read("deputy", bytes, &["number", "name"])?;
    let mut rows: Vec<DeputyRow> = Vec::new();
    let mut first: BTreeMap<String, u64> = BTreeMap::new();
    for row in std::mem::take(&mut table.rows) {
        let number = row.get("number");
        if number.is_empty() {
            table.problem(row.number, "number", Problem::error("cell-empty"));
        } else if let Some(other) = first.get(number) {
            let problem = Problem::error("row-twice")
                .with("value", number)
                .with("other", other);
            table.problem(row.number, "number", problem);
        } else {
            first.insert(number.to_owned(), row.number);
        }
        if row.get("name").is_empty() {
            table.problem(row.number, "name", Problem::error("cell-empty"));
        }
        let committee = columns::value(row.get("committee"));
        if !matches!(committee, Some("yes" | "no")) {
            table.problem(row.number, "committee", Problem::error("cell-value"));
        }
        let language = match row.get("language") {
            "" => "zh-Hans",
            tag @ ("zh-Hans" | "kk-Arab" | "ug" | "en") => tag,
            _ => {
                table.problem(row.number, "language", Problem::error("cell-value"));
                continue;
            }
        };
        rows.push(DeputyRow {
            number: number.to_owned(),
            name: row.get("name").to_owned(),
            delegation: row.get("delegation").to_owned(),
            is_committee_member: committee == Some("yes"),
            language: language.to_owned(),
            note: row.get("note").to_owned(),
        });
    }
    table.verdict()?;
    Ok(rows)
}

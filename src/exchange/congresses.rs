//! The prefecture's congresses: code, slug, name, level, county.

use std::collections::BTreeSet;

use super::columns;
use super::table::Table;
use crate::domain::congress::Level;
use crate::domain::problem::Problem;

/// One congress of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CongressRow {
    /// Division code, six or nine digits.
    pub code: String,
    /// The word in addresses.
    pub slug: String,
    /// Name.
    pub name: String,
    /// Level.
    pub level: Level,
    /// Slug of the county of a township.
    pub parent: Option<String>,
}

/// Reads a file of congresses; counties stand before their townships in the answer.
///
/// # Errors
/// Every problem with its row and column.
pub fn read_congresses(bytes: &[u8]) -> Result<Vec<CongressRow>, Vec<Problem>> {
    let mut table = Table::read("congress", bytes, &["code", "slug", "name", "level"])?;
    let mut rows = Vec::new();
    let mut seen = BTreeSet::new();
    for row in std::mem::take(&mut table.rows) {
        let level = columns::value(row.get("level")).and_then(Level::from_word);
        let Some(level) = level else {
            table.problem(row.number, "level", Problem::error("cell-value"));
            continue;
        };
        let code = row.get("code");
        if !matches!(code.len(), 6 | 9) || !code.bytes().all(|byte| byte.is_ascii_digit()) {
            table.problem(row.number, "code", Problem::error("cell-value"));
        }
        let slug = row.get("slug");
        let is_slug = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
        if slug.is_empty() || !slug.bytes().all(is_slug) {
            table.problem(row.number, "slug", Problem::error("cell-value"));
        }
        if !seen.insert(code.to_owned()) || !seen.insert(slug.to_owned()) {
            table.problem(
                row.number,
                "code",
                Problem::error("row-twice").with("value", code),
            );
        }
        let parent = Some(row.get("parent")).filter(|slug| !slug.is_empty());
        if (level == Level::Township) != parent.is_some() {
            table.problem(row.number, "parent", Problem::error("cell-value"));
        }
        rows.push(CongressRow {
            code: code.to_owned(),
            slug: slug.to_owned(),
            name: row.get("name").to_owned(),
            level,
            parent: parent.map(str::to_owned),
        });
    }
    table.verdict()?;
    rows.sort_by_key(|row| row.level);
    Ok(rows)
}

//! Damage of the database file: found by reading it through, and told in words that name the place.

use std::path::Path;

use rusqlite::Connection;

use super::unsound::of;
use super::{ReadTx, StoreError, db, schema};
use crate::installation::key_names;
use domain::digest::Digest;

/// A database below this many bytes is read through while it is opened; one above takes seconds.
const SMALL: u64 = 64 << 20;
/// Lines of SQLite's report that are told.
const TOLD: usize = 5;

/// A database that was read through.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExaminedDatabase {
    /// What of it is damaged, in words; none where it is sound.
    pub damage: Option<String>,
    /// The name of the key that its slips belong to; none where it never had one, or it cannot be read.
    pub key: Option<Digest>,
}

/// Whether a database is read through while it is opened.
pub(crate) fn is_small(path: &Path) -> bool {
    std::fs::metadata(path).is_ok_and(|found| found.len() < SMALL)
}

/// Refuses a database that is damaged.
pub(crate) fn refuse(connection: &Connection) -> Result<(), StoreError> {
    match find(connection)? {
        Some(words) => Err(StoreError::Unsound(words)),
        None => Ok(()),
    }
}

/// Reads a database through, references included.
pub(crate) fn examine(path: &Path) -> Result<ExaminedDatabase, StoreError> {
    let connection = db::open_reader(path)?;
    let mut damage = find(&connection)?;
    if damage.is_none() {
        schema::recognise(&connection)?;
        damage = find_reference(&connection)?;
    }
    let key = key_names::find(&ReadTx::on(&connection)).unwrap_or_default();
    Ok(ExaminedDatabase { damage, key })
}

/// What of the pages is damaged, in words; none where all are sound.
pub(crate) fn find(connection: &Connection) -> Result<Option<String>, StoreError> {
    let mut found = Vec::new();
    match read_through(connection, &mut found) {
        Ok(()) if found == ["ok"] => Ok(None),
        Ok(()) => Ok(Some(words(connection, &found))),
        // Reading broke off at what is damaged: what was found before names the place.
        Err(error) => match of(&error) {
            Some(_) if !found.is_empty() => Ok(Some(words(connection, &found))),
            Some(words) => Ok(Some(words)),
            None => Err(error.into()),
        },
    }
}

fn read_through(connection: &Connection, found: &mut Vec<String>) -> rusqlite::Result<()> {
    let mut statement = connection.prepare("pragma quick_check(50)")?;
    for line in statement.query_map([], |row| row.get::<_, String>(0))? {
        found.push(line?);
    }
    Ok(())
}

/// What of pages and references is damaged, in words; none where all is sound.
pub(crate) fn find_all(connection: &Connection) -> Result<Option<String>, StoreError> {
    match find(connection)? {
        None => find_reference(connection),
        damage => Ok(damage),
    }
}

fn find_reference(connection: &Connection) -> Result<Option<String>, StoreError> {
    let mut statement = connection.prepare("pragma foreign_key_check")?;
    let mut rows = statement.query([])?;
    let Some(row) = rows.next()? else {
        return Ok(None);
    };
    let (table, parent): (String, String) = (row.get(0)?, row.get(2)?);
    Ok(Some(format!(
        "a row of the table {table} names one of {parent} that is not there"
    )))
}

/// SQLite's report in words: `Tree 14 page 7: btreeInitPage() returns error code 11` is page 7 of the file,
/// of the table whose first page is 14.
fn words(connection: &Connection, report: &[String]) -> String {
    let lines: Vec<&str> = report
        .iter()
        .flat_map(|text| text.lines())
        .filter(|line| !line.starts_with("***") && !line.trim().is_empty())
        .collect();
    let mut told = String::new();
    for line in lines.iter().take(TOLD) {
        if !told.is_empty() {
            told.push_str("; ");
        }
        match place(line) {
            Some((tree, page, rest)) => {
                let owner = owner(connection, tree);
                told.push_str(&format!("page {page} of the file ({owner}): {rest}"));
            }
            None => told.push_str(line),
        }
    }
    if let Some(more) = lines.len().checked_sub(TOLD).filter(|more| *more > 0) {
        told.push_str(&format!("; and {more} more"));
    }
    told
}

/// The tree, the page and what is wrong, in a line of SQLite's report.
fn place(line: &str) -> Option<(u32, u32, &str)> {
    let (tree, rest) = line.strip_prefix("Tree ")?.split_once(" page ")?;
    let end = rest.find(|char: char| !char.is_ascii_digit())?;
    let (page, rest) = rest.split_at_checked(end)?;
    let rest = rest.trim_start_matches([':', ' ']);
    Some((tree.parse().ok()?, page.parse().ok()?, rest))
}

/// The table or index whose first page it is, as far as the schema can still be read.
fn owner(connection: &Connection, tree: u32) -> String {
    let sql = "select type || ' ' || name from sqlite_schema where rootpage = ?1";
    let found = connection.query_row(sql, [tree], |row| row.get(0));
    found.unwrap_or_else(|_| "the schema itself".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_names_page_and_table() {
        let connection = Connection::open_in_memory().unwrap();
        connection.execute_batch("create table roll (n)").unwrap();
        let report = [
            "*** in database main ***\nTree 2 page 7: btreeInitPage() returns error code 11"
                .to_owned(),
            "Page 9: never used".to_owned(),
        ];
        assert_eq!(
            words(&connection, &report),
            "page 7 of the file (table roll): btreeInitPage() returns error code 11; Page 9: never used"
        );
        assert_eq!(
            place("Tree 1 page 1 cell 0: 2nd reference"),
            Some((1, 1, "cell 0: 2nd reference"))
        );
        assert_eq!(place("Page 9: never used"), None);
        assert_eq!(find(&connection).unwrap(), None);
    }
}

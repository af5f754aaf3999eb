//! The headers, value words and units that files may use, from `columns.csv`, and the template's
//! example row, from `examples.csv`.
//!
//! The first header of a column is the one that messages and exports use.

use std::sync::OnceLock;

use super::cell;

struct ColumnEntry {
    table: &'static str,
    column: &'static str,
    header: &'static str,
    plain: String,
}

/// The column of a table that a header names, however it is spaced or widened.
pub(super) fn column(table: &str, header: &str) -> Option<&'static str> {
    let plain = cell::plain(header);
    let mut entries = entries().iter().filter(|entry| entry.table == table);
    entries
        .find(|entry| entry.plain == plain)
        .map(|entry| entry.column)
}

/// The first header of a column, or the first word for a value.
pub(super) fn header(table: &str, column: &str) -> &'static str {
    let mut entries = entries().iter().filter(|entry| entry.table == table);
    entries
        .find(|entry| entry.column == column)
        .map_or("", |entry| entry.header)
}

/// The first header of each column of a table, in the order of the file.
pub(super) fn headers(table: &str) -> Vec<(&'static str, &'static str)> {
    let mut found: Vec<(&'static str, &'static str)> = Vec::new();
    for entry in entries().iter().filter(|entry| entry.table == table) {
        if found
            .last()
            .is_none_or(|(column, _)| *column != entry.column)
        {
            found.push((entry.column, entry.header));
        }
    }
    found
}

/// The word for yes or no.
pub(super) fn flag(is_so: bool) -> String {
    header("flag", if is_so { "yes" } else { "no" }).to_owned()
}

/// What the template's example row writes in a column; empty when it has no example.
pub(super) fn example(table: &str, column: &str) -> &'static str {
    let mut lines = include_str!("examples.csv").lines().skip(1);
    let found = lines.find_map(|line| {
        let mut cells = line.splitn(3, ',');
        let is_it = cells.next() == Some(table) && cells.next() == Some(column);
        cells.next().filter(|_| is_it)
    });
    found.unwrap_or_default()
}

/// The words for a kind of value, for a message that lists what may be written.
pub(super) fn words(kind: &str) -> String {
    let words: Vec<&str> = headers(kind).into_iter().map(|(_, word)| word).collect();
    words.join(" / ")
}

/// An amount without its unit, and the unit.
pub(super) fn unit(amount: &str) -> (&str, Option<&'static str>) {
    let units = entries().iter().filter(|entry| entry.table == "unit");
    for entry in units {
        if let Some(number) = amount.strip_suffix(entry.header) {
            return (number, Some(entry.column));
        }
    }
    (amount, None)
}

fn entries() -> &'static [ColumnEntry] {
    static ENTRIES: OnceLock<Vec<ColumnEntry>> = OnceLock::new();
    ENTRIES.get_or_init(|| {
        let lines = include_str!("columns.csv").lines().skip(1);
        let entries = lines.filter_map(|line| {
            let mut cells = line.splitn(3, ',');
            let (table, column, header) = (cells.next()?, cells.next()?, cells.next()?);
            Some(ColumnEntry {
                table,
                column,
                header,
                plain: cell::plain(header),
            })
        });
        entries.collect()
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    #[test]
    fn a_header_names_one_column_of_its_table() {
        let mut seen = BTreeMap::new();
        for entry in entries() {
            let before = seen.insert((entry.table, entry.plain.clone()), entry.column);
            assert_eq!(before, None, "{} {}", entry.table, entry.header);
        }
    }

    #[test]
    fn headers_are_found_however_they_are_spaced() {
        for header in [
            "投资（万元）",
            "投资(万元)",
            " 投资 （万元） *",
            "INVESTMENT_WAN",
        ] {
            assert_eq!(column("project", header), Some("investment"), "{header}");
        }
        assert_eq!(column("deputy", "姓  名"), Some("name"));
        assert_eq!(column("deputy", "投资"), None);
        assert_eq!(header("deputy", "committee"), "常委会委员");
        assert_eq!(words("flag"), "是 / 否");
    }
}

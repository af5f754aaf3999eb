//! The headers and value words that files may use, from `columns.csv`.

const COLUMNS: &str = include_str!("columns.csv");

/// The column of a table that a header names.
pub(super) fn column(table: &str, header: &str) -> Option<&'static str> {
    entries()
        .find(|(t, _, h)| *t == table && *h == header)
        .map(|(_, column, _)| column)
}

/// The first header of a column: the one that messages and exports use.
pub(super) fn header(table: &str, column: &str) -> &'static str {
    entries()
        .find(|(t, c, _)| *t == table && *c == column)
        .map_or("", |(_, _, header)| header)
}

/// The meaning of a value word such as yes or county.
pub(super) fn value(word: &str) -> Option<&'static str> {
    let word = word.trim().to_lowercase();
    entries()
        .find(|(table, _, w)| *table == "value" && *w == word)
        .map(|(_, value, _)| value)
}

fn entries() -> impl Iterator<Item = (&'static str, &'static str, &'static str)> {
    COLUMNS.lines().skip(1).filter_map(|line| {
        let mut cells = line.splitn(3, ',');
        Some((cells.next()?, cells.next()?, cells.next()?))
    })
}

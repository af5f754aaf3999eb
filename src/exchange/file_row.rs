//! What each kind of row says of itself, so that files of any kind are written in one way.

use super::table::NOT_KEPT;
use super::trial::Trial;
use super::{columns, export};

/// A row that goes into a file and comes back from it.
pub trait FileRow: Sized {
    /// The table in `columns.csv`.
    const TABLE: &'static str;
    /// Columns that a file must have and each row must fill; the first is the key.
    const NEEDED: &'static [&'static str];

    /// Reads a file for a trial run.
    fn read(file: &[u8]) -> Trial<Self>;

    /// What tells this row from every other: the office's own number or code.
    fn key(&self) -> &str;

    /// What a person calls the row.
    fn name(&self) -> &str;

    /// The row with what stands kept in columns that its file has not: a file without a column says
    /// nothing about it, while an empty cell empties.
    #[must_use]
    fn filled(self, stands: &Self, lacks: &[&str]) -> Self;

    /// The text of a cell by its column's name, as an exported file writes it.
    fn cell(&self, column: &str) -> String;
}

/// One column of a kind of file, for a page that explains it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Column {
    /// Name in `columns.csv`.
    pub name: &'static str,
    /// The header that exports write.
    pub header: &'static str,
    /// Whether a file must have it and each row must fill it.
    pub is_needed: bool,
    /// What the template's example row writes there.
    pub example: &'static str,
}

/// The columns of a kind of file that are read, in their order.
#[must_use]
pub fn columns_of<R: FileRow>() -> Vec<Column> {
    let known = columns::headers(R::TABLE).into_iter();
    let kept = known.filter(|(name, _)| !NOT_KEPT.contains(name));
    kept.map(|(name, header)| Column {
        name,
        header,
        is_needed: R::NEEDED.contains(&name),
        example: columns::example(R::TABLE, name),
    })
    .collect()
}

/// A file with the headers, needed ones starred, and one row that shows how to fill it. A reader
/// passes that row over, so that nobody is saved who forgets to delete it.
///
/// # Errors
/// What the format cannot hold.
pub fn template<R: FileRow>(format: export::Format) -> Result<Vec<u8>, export::ExportError> {
    let shown = columns_of::<R>();
    let head: Vec<_> = shown
        .iter()
        .map(|column| {
            let star = if column.is_needed { "*" } else { "" };
            (column.name, format!("{}{star}", column.header))
        })
        .collect();
    let example = |name: &str| columns::example(R::TABLE, name).to_owned();
    export::write(&head, &[()], format, |(), column| example(column))
}

//! Bytes into a table of text cells, within bounds: UTF-8 with or without a mark, or GB18030.

use std::collections::BTreeMap;

use super::columns;
use crate::domain::problem::Problem;

/// The largest file that is looked at.
const MOST_BYTES: usize = 16 << 20;
/// The most rows of one file.
const MOST_ROWS: u64 = 20_000;
/// The longest cell, in characters.
const LONGEST_CELL: usize = 2_000;

/// One row: its number as a person counts it (the header is 1), and its cells by column.
pub(super) struct Row {
    pub(super) number: u64,
    cells: BTreeMap<&'static str, String>,
}

impl Row {
    /// A cell without spaces around it; empty when the file has no such column.
    pub(super) fn get(&self, column: &'static str) -> &str {
        self.cells.get(column).map_or("", String::as_str)
    }
}

/// A table of a known kind.
pub(super) struct Table {
    name: &'static str,
    pub(super) rows: Vec<Row>,
    pub(super) problems: Vec<Problem>,
}

impl Table {
    /// Reads a file as a table of a kind; these columns must be there.
    ///
    /// Errors that leave no table: too large, not text, a column missing.
    pub(super) fn read(
        name: &'static str,
        bytes: &[u8],
        needed: &[&'static str],
    ) -> Result<Self, Vec<Problem>> {
        if bytes.len() > MOST_BYTES {
            return Err(vec![
                Problem::error("file-too-large").with("most", MOST_BYTES >> 20),
            ]);
        }
        let text = decode(bytes)?;
        let mut reader = csv::ReaderBuilder::new()
            .flexible(true)
            .from_reader(text.as_bytes());
        let broken = |error: &csv::Error| {
            let row = error.position().map_or(1, csv::Position::line);
            vec![Problem::error("csv-broken").in_cell(row, "")]
        };
        let header = reader.headers().map_err(|error| broken(&error))?.clone();
        let mut problems = Vec::new();
        let mut known: Vec<Option<&'static str>> = Vec::new();
        for cell in &header {
            let column = columns::column(name, cell.trim());
            if column.is_none() && !cell.trim().is_empty() {
                problems.push(Problem::warning("column-unknown").in_cell(1, cell.trim()));
            }
            known.push(column);
        }
        let missing: Vec<Problem> = needed
            .iter()
            .filter(|column| !known.contains(&Some(**column)))
            .map(|column| {
                let header = columns::header(name, column);
                Problem::error("column-missing")
                    .in_cell(1, header)
                    .with("column", header)
            })
            .collect();
        if !missing.is_empty() {
            return Err(missing);
        }
        let mut table = Self {
            name,
            rows: Vec::new(),
            problems,
        };
        for (number, record) in (2..).zip(reader.records()) {
            let record = record.map_err(|error| broken(&error))?;
            if number > MOST_ROWS + 1 {
                return Err(vec![
                    Problem::error("rows-too-many").with("most", MOST_ROWS),
                ]);
            }
            table.take(number, &record, &known);
        }
        Ok(table)
    }

    fn take(&mut self, number: u64, record: &csv::StringRecord, known: &[Option<&'static str>]) {
        if record.iter().all(|cell| cell.trim().is_empty()) {
            return;
        }
        let mut cells = BTreeMap::new();
        for (cell, column) in record.iter().zip(known) {
            let Some(column) = *column else { continue };
            let cell = cell.trim();
            let header = columns::header(self.name, column);
            if cell.chars().count() > LONGEST_CELL {
                self.problems
                    .push(Problem::error("cell-too-long").in_cell(number, header));
            } else if cell.chars().any(is_hidden) {
                self.problems
                    .push(Problem::error("cell-hidden-sign").in_cell(number, header));
            }
            cells.insert(column, cell.to_owned());
        }
        self.rows.push(Row { number, cells });
    }

    /// Notes a problem in a cell, by its column's first header.
    pub(super) fn problem(&mut self, row: u64, column: &'static str, problem: Problem) {
        self.problems
            .push(problem.in_cell(row, columns::header(self.name, column)));
    }

    /// The problems sorted by row, if one of them refuses the file.
    pub(super) fn verdict(&mut self) -> Result<(), Vec<Problem>> {
        self.problems.sort_by(|a, b| a.place.cmp(&b.place));
        if self.problems.iter().any(Problem::is_error) {
            return Err(std::mem::take(&mut self.problems));
        }
        Ok(())
    }
}

/// Controls and direction overrides, which would make a name look like another.
fn is_hidden(character: char) -> bool {
    character.is_control()
        || matches!(character, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200b}')
}

fn decode(bytes: &[u8]) -> Result<String, Vec<Problem>> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Ok(text.to_owned());
    }
    let (text, _, is_broken) = encoding_rs::GB18030.decode(bytes);
    if is_broken || bytes.contains(&0) {
        return Err(vec![Problem::error("file-not-text")]);
    }
    Ok(text.into_owned())
}

//! Bytes into a grid of text cells within bounds, whatever the file is called.

use std::collections::BTreeMap;

use super::cell::{self, CellFault};
use domain::problem::Problem;

/// The largest file that is looked at.
pub const MOST_BYTES: usize = 8 << 20;
/// The most rows under the header.
pub const MOST_ROWS: usize = 20_000;
/// The most columns.
pub(crate) const MOST_COLUMNS: usize = 64;
/// The longest cell, in characters.
pub(crate) const LONGEST_CELL: usize = 2_000;
/// The most text of all cells together: a workbook may name one long text in every cell.
pub(super) const MOST_TEXT: usize = 16 << 20;
/// The most problems of cells kept for one column.
const MOST_FAULTS: usize = 500;
/// Rows that may stand above the header, such as a title.
pub(super) const MOST_TITLES: usize = 10;

/// One row that holds something.
#[derive(Debug, Default)]
pub(super) struct GridRow {
    /// As a person counts it in a spreadsheet, from 1.
    pub(super) number: u64,
    pub(super) cells: Vec<String>,
    /// Columns whose cell is a date in the workbook.
    pub(super) dates: Vec<usize>,
}

/// A problem of a cell whose column is not named yet.
#[derive(Debug)]
pub(super) struct RowProblem {
    pub(super) row: u64,
    pub(super) column: Option<usize>,
    pub(super) problem: Problem,
}

/// The rows of a file that hold something.
#[derive(Debug, Default)]
pub(super) struct Grid {
    pub(super) rows: Vec<GridRow>,
    pub(super) faults: Vec<RowProblem>,
    kept: BTreeMap<(Option<usize>, bool), usize>,
    text: usize,
}

impl Grid {
    /// Adds a row, unless all its cells are empty; checks and tidies each cell.
    pub(super) fn push(&mut self, mut row: GridRow) -> Result<(), Vec<Problem>> {
        for (column, cell) in row.cells.iter_mut().enumerate() {
            let (text, fault) = checked(cell);
            *cell = text;
            self.text = self.text.saturating_add(cell.len());
            if let Some(problem) = fault {
                self.fault(row.number, column, problem);
            }
        }
        while row.cells.last().is_some_and(String::is_empty) {
            row.cells.pop();
        }
        if row.cells.is_empty() {
            return Ok(());
        }
        if row.cells.len() > MOST_COLUMNS {
            let problem = Problem::error("columns-too-many").with("most", MOST_COLUMNS);
            return Err(vec![problem.in_cell(row.number, "")]);
        }
        if self.rows.len() > MOST_ROWS + MOST_TITLES {
            return Err(vec![too_many_rows()]);
        }
        if self.text > MOST_TEXT {
            return Err(vec![too_large()]);
        }
        self.rows.push(row);
        Ok(())
    }

    /// Notes a problem of a cell.
    pub(super) fn fault(&mut self, row: u64, column: usize, problem: Problem) {
        self.keep(RowProblem {
            row,
            column: Some(column),
            problem,
        });
    }

    /// Notes a problem of a whole row, or of the file as a whole with row 0.
    pub(super) fn fault_of_row(&mut self, row: u64, problem: Problem) {
        self.keep(RowProblem {
            row,
            column: None,
            problem,
        });
    }

    /// Enough of each column and severity: one column that nobody reads must not use up the room
    /// in which the error of another would be told.
    fn keep(&mut self, fault: RowProblem) {
        let kept = self
            .kept
            .entry((fault.column, fault.problem.is_error()))
            .or_default();
        *kept += 1;
        if *kept <= MOST_FAULTS {
            self.faults.push(fault);
        }
    }
}

pub(super) fn too_large() -> Problem {
    Problem::error("file-too-large").with("most", MOST_BYTES >> 20)
}

pub(super) fn too_many_rows() -> Problem {
    Problem::error("rows-too-many").with("most", MOST_ROWS)
}

/// A column as spreadsheets name it: `A`, `B` to `Z`, `AA`.
pub(super) fn letters(column: usize) -> String {
    let digit = u32::try_from(column % 26)
        .ok()
        .and_then(|rest| char::from_u32(65 + rest));
    let mut name = if column < 26 {
        String::new()
    } else {
        letters(column / 26 - 1)
    };
    name.extend(digit);
    name
}

/// The tidied text, and what is wrong with it; what is wrong is not passed on.
fn checked(text: &str) -> (String, Option<Problem>) {
    if text.len() > LONGEST_CELL && text.chars().count() > LONGEST_CELL {
        let problem = Problem::error("cell-too-long").with("most", LONGEST_CELL);
        return (text.chars().take(20).collect(), Some(problem));
    }
    let sign = |character: char| format!("U+{:04X}", u32::from(character));
    let fault = cell::unwanted(text).map(|unwanted| match unwanted {
        CellFault::Hidden(character) => {
            Problem::error("cell-hidden-character").with("sign", sign(character))
        }
        CellFault::Replaced => Problem::error("cell-replaced-character"),
        CellFault::Private(character) => {
            Problem::warning("cell-private-character").with("sign", sign(character))
        }
    });
    (cell::tidy(cell::unguarded(text)), fault)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_have_the_letters_of_spreadsheets() {
        for (column, name) in [(0, "A"), (25, "Z"), (26, "AA"), (27, "AB"), (701, "ZZ")] {
            assert_eq!(letters(column), name);
        }
    }

    #[test]
    fn what_is_no_table_is_refused_by_its_bytes() {
        for (bytes, code) in [
            (
                b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".as_slice(),
                "file-old-workbook",
            ),
            (b"<HTML><table>", "file-web-page"),
            (b"%PDF-1.7", "file-not-table"),
            (b"\x89PNG\r\n\x1a\n", "file-not-table"),
            (b"PK\x05\x06", "workbook-broken"),
        ] {
            let problems = crate::kind::read(bytes).unwrap_err();
            assert_eq!(problems[0].code, code);
        }
        let problems = crate::kind::read(&vec![b'a'; MOST_BYTES + 1]).unwrap_err();
        assert_eq!(problems[0].code, "file-too-large");
    }
}

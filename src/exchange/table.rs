//! A grid whose columns are known: which header stands for what, and where each problem sits.

use std::collections::{BTreeMap, BTreeSet};

use super::grid::{GridRow, MOST_ROWS, MOST_TITLES, RowProblem, letters, too_many_rows};
use super::kind;
use super::trial::Trial;
use super::{cell, columns};
use domain::problem::{Problem, ProblemPlace};

/// What a kind of table asks of its columns.
#[derive(Debug, Clone, Copy)]
pub(super) struct TableKind {
    /// The table in `columns.csv`.
    pub(super) name: &'static str,
    /// Columns that must be there and filled in each row.
    pub(super) needed: &'static [&'static str],
    /// Columns whose cells may have several lines.
    pub(super) lines: &'static [&'static str],
    /// Columns that may hold a workbook's dates.
    pub(super) dates: &'static [&'static str],
}

/// Columns that are known but not read: a counter, and what a person's roster must not bring along.
pub(super) const NOT_KEPT: [&str; 2] = ["order", "private"];

/// One row under the header: what is not empty, by column.
#[derive(Debug)]
pub(super) struct TableRow {
    /// As a person counts it.
    pub(super) number: u64,
    cells: Vec<(&'static str, String)>,
}

impl TableRow {
    /// A cell; empty when the file has no such column.
    pub(super) fn get(&self, column: &'static str) -> &str {
        let mut cells = self.cells.iter();
        cells
            .find(|(name, _)| *name == column)
            .map_or("", |(_, cell)| cell)
    }
}

/// A table of a known kind.
#[derive(Debug)]
pub(super) struct Table {
    kind: TableKind,
    /// Headers as the file writes them, with the column that each stands for.
    header: Vec<(String, Option<&'static str>)>,
    rows_read: usize,
    pub(super) rows: Vec<TableRow>,
    pub(super) problems: Vec<Problem>,
}

impl Table {
    /// Reads a file as a table of a kind.
    ///
    /// Errors that leave no table: no rows, too large, unreadable, a column missing.
    pub(super) fn read(kind: TableKind, bytes: &[u8]) -> Result<Self, Vec<Problem>> {
        let grid = kind::read(bytes)?;
        let place = header_place(kind, &grid.rows);
        let mut rows = grid.rows.into_iter().skip(place);
        let Some(header) = rows.next() else {
            return Err(vec![Problem::error("table-empty")]);
        };
        let mut table = Self {
            kind,
            header: Vec::new(),
            rows_read: 0,
            rows: Vec::new(),
            problems: Vec::new(),
        };
        if place > 0 {
            table
                .problems
                .push(Problem::warning("header-not-first").in_cell(header.number, ""));
        }
        let header_row = header.number;
        table.name_columns(header);
        // Without its columns every row would only repeat the same complaint.
        if table.problems.iter().any(Problem::is_error) {
            return Err(table.problems);
        }
        let told: BTreeSet<(u64, usize)> = grid
            .faults
            .iter()
            .filter_map(|fault| Some((fault.row, fault.column?)))
            .collect();
        for row in rows {
            table.take(row, &told);
        }
        for fault in grid.faults {
            if fault.row == 0 || fault.row >= header_row {
                table.take_fault(fault);
            }
        }
        table.rows_read = table.rows.len();
        if table.rows_read > MOST_ROWS {
            return Err(vec![too_many_rows()]);
        }
        if table.rows.is_empty() {
            table.problems.push(Problem::error("table-empty"));
            return Err(table.problems);
        }
        Ok(table)
    }

    fn name_columns(&mut self, header: GridRow) {
        let name = self.kind.name;
        for (place, text) in header.cells.into_iter().enumerate() {
            let text = cell::one_line(&text);
            let column = columns::column(name, &text);
            let problem = match column {
                Some("private") => Some(Problem::warning("column-not-kept")),
                Some("order") => None,
                Some(column) if self.header.iter().any(|(_, c)| *c == Some(column)) => {
                    Some(Problem::error("column-twice"))
                }
                Some(_) => None,
                None if text.is_empty() => None,
                None => Some(Problem::warning("column-unknown")),
            };
            if let Some(problem) = problem {
                let shown = if text.is_empty() {
                    letters(place)
                } else {
                    text.clone()
                };
                self.problems
                    .push(problem.with("column", &shown).in_cell(header.number, shown));
            }
            self.header.push((text, column));
        }
        for column in self.kind.needed {
            if !self.header.iter().any(|(_, known)| known == &Some(*column)) {
                let wanted = columns::header(name, column);
                let problem = Problem::error("column-missing").with("column", wanted);
                self.problems.push(problem.in_cell(header.number, wanted));
            }
        }
    }

    /// Takes a row; `told` are the cells whose own problem is known, so that they are not also
    /// called empty.
    fn take(&mut self, row: GridRow, told: &BTreeSet<(u64, usize)>) {
        let mut cells = Vec::new();
        for (place, text) in row.cells.into_iter().enumerate() {
            if text.is_empty() {
                continue;
            }
            let Some((header, column)) = self.header.get(place) else {
                self.unnamed(row.number, place);
                continue;
            };
            let Some(column) = *column else {
                if header.is_empty() {
                    self.unnamed(row.number, place);
                }
                continue;
            };
            if NOT_KEPT.contains(&column) {
                continue;
            }
            if row.dates.contains(&place) && !self.kind.dates.contains(&column) {
                let problem = Problem::error("cell-is-date").with("value", &text);
                self.problem(row.number, column, problem);
            }
            let has_lines = self.kind.lines.contains(&column);
            cells.push((
                column,
                if has_lines {
                    text
                } else {
                    cell::one_line(&text)
                },
            ));
        }
        if self.is_example(&cells) {
            let problem = Problem::warning("row-is-example");
            self.problems.push(problem.in_cell(row.number, ""));
            return;
        }
        for column in self.kind.needed {
            let place = self.header.iter().position(|(_, c)| *c == Some(*column));
            let is_told = place.is_some_and(|place| told.contains(&(row.number, place)));
            if !is_told && !cells.iter().any(|(filled, _)| filled == column) {
                self.problem(row.number, column, Problem::error("cell-empty"));
            }
        }
        self.rows.push(TableRow {
            number: row.number,
            cells,
        });
    }

    /// Whether a row is the one that the template shows: its key is the template's.
    fn is_example(&self, cells: &[(&'static str, String)]) -> bool {
        let key = self.kind.needed.first();
        key.is_some_and(|key| {
            let example = columns::example(self.kind.name, key);
            let mut cells = cells.iter();
            !example.is_empty() && cells.any(|(column, cell)| column == key && cell == example)
        })
    }

    fn unnamed(&mut self, row: u64, place: usize) {
        self.problems
            .push(Problem::error("cell-without-header").in_cell(row, letters(place)));
    }

    /// A fault counts where its column is read, or where it is of the whole row.
    fn take_fault(&mut self, fault: RowProblem) {
        let RowProblem {
            row,
            column,
            problem,
        } = fault;
        let Some(place) = column else {
            self.problems.push(if row == 0 {
                problem
            } else {
                problem.in_cell(row, "")
            });
            return;
        };
        match self.header.get(place) {
            Some((_, Some(column))) if NOT_KEPT.contains(column) => {}
            Some((header, Some(_))) => self.problems.push(problem.in_cell(row, header.clone())),
            // Not read; a cell without a header has its own problem.
            Some((_, None)) | None => {}
        }
    }

    /// Notes a problem of a cell, in the file's own words for its column.
    pub(super) fn problem(&mut self, row: u64, column: &'static str, problem: Problem) {
        let written = self.header.iter().find(|(_, known)| *known == Some(column));
        let header = written.map(|(header, _)| header.clone());
        let header = header.unwrap_or_else(|| columns::header(self.kind.name, column).to_owned());
        self.problems.push(problem.in_cell(row, header));
    }

    /// The meaning of a word such as yes or county; an empty cell has the meaning of `empty`.
    pub(super) fn word(
        &mut self,
        row: &TableRow,
        column: &'static str,
        words: &'static str,
        empty: Option<&'static str>,
    ) -> Option<&'static str> {
        let text = row.get(column);
        if text.is_empty() {
            return empty;
        }
        let found = columns::column(words, text);
        if found.is_none() {
            let problem = Problem::error("cell-word").with("value", text);
            self.problem(
                row.number,
                column,
                problem.with("words", columns::words(words)),
            );
        }
        found
    }

    /// Names every row of a column whose cell reads the same as another row's.
    pub(super) fn refuse_equal(&mut self, column: &'static str) {
        for (row, value, other) in self.equal(column) {
            let problem = Problem::error("cell-twice")
                .with("value", value)
                .with("other", other);
            self.problem(row, column, problem);
        }
    }

    /// Warns of every row of a column whose cell reads the same as another row's.
    pub(super) fn warn_equal(&mut self, column: &'static str) {
        for (row, value, other) in self.equal(column) {
            let problem = Problem::warning("cell-alike").with("value", value);
            self.problem(row, column, problem.with("other", other));
        }
    }

    /// Row, cell, and the first other row with an equal cell.
    fn equal(&self, column: &'static str) -> Vec<(u64, String, u64)> {
        let mut rows: BTreeMap<String, Vec<&TableRow>> = BTreeMap::new();
        for row in &self.rows {
            let text = row.get(column);
            if !text.is_empty() {
                rows.entry(cell::plain(text)).or_default().push(row);
            }
        }
        let mut out = Vec::new();
        for same in rows.into_values().filter(|same| same.len() > 1) {
            for row in &same {
                let other = same.iter().find(|other| other.number != row.number);
                let other = other.map_or(row.number, |other| other.number);
                out.push((row.number, row.get(column).to_owned(), other));
            }
        }
        out
    }

    /// The trial: rows without an error, and all problems.
    pub(super) fn into_trial<R>(self, rows: Vec<(u64, R)>) -> Trial<R> {
        let errors = self.problems.iter().filter(|problem| problem.is_error());
        let bad: BTreeSet<u64> = errors.filter_map(row_of).collect();
        let well = rows.into_iter().filter(|(number, _)| !bad.contains(number));
        let known = columns::headers(self.kind.name).into_iter();
        let lacks = known
            .map(|(column, _)| column)
            .filter(|column| !self.header.iter().any(|(_, has)| *has == Some(*column)))
            .collect();
        Trial {
            lacks,
            ..Trial::new(self.rows_read, well.collect(), self.problems)
        }
    }
}

fn row_of(problem: &Problem) -> Option<u64> {
    match &problem.place {
        ProblemPlace::Cell { row, .. } => Some(*row),
        ProblemPlace::Whole | ProblemPlace::Field(_) => None,
    }
}

/// Where the header stands: the row near the top that names most columns, or the first.
fn header_place(kind: TableKind, rows: &[GridRow]) -> usize {
    let mut best = (0, 1);
    for (place, row) in rows.iter().take(MOST_TITLES).enumerate() {
        let known = row
            .cells
            .iter()
            .filter(|text| columns::column(kind.name, text).is_some());
        let known = known.count();
        if known > best.1 {
            best = (place, known);
        }
    }
    best.0
}

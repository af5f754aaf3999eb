//! The outcome of reading a file: what a clerk is shown before anything is saved.

use domain::problem::{Problem, ProblemPlace};

/// At most so many problems are kept; the others are counted in one more.
const MOST_PROBLEMS: usize = 500;

/// A trial run: the rows that are well, and everything that is not, in the order of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trial<Row> {
    /// Rows under the header that hold something.
    pub rows_read: usize,
    /// Those of them without an error.
    pub rows: Vec<Row>,
    /// The number of each of `rows` in the file, as a person counts it (the header is row 1).
    pub numbers: Vec<u64>,
    /// Problems by place: of the file, then by row and column.
    pub problems: Vec<Problem>,
    /// Columns that such files may have and this one has not.
    pub lacks: Vec<&'static str>,
}

/// Rows that may be saved, all of them, and the warnings to accept with them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Import<Row> {
    /// Every row of the file.
    pub rows: Vec<Row>,
    /// Warnings only.
    pub problems: Vec<Problem>,
}

impl<Row> Trial<Row> {
    pub(super) fn new(rows_read: usize, rows: Vec<(u64, Row)>, mut problems: Vec<Problem>) -> Self {
        problems.sort_by(|a, b| key(a).cmp(&key(b)));
        // A cap must not hide that the file is refused: errors go first over the edge.
        if problems.len() > MOST_PROBLEMS {
            problems.sort_by_key(|problem| problem.severity);
            let left = problems.split_off(MOST_PROBLEMS);
            problems.sort_by(|a, b| key(a).cmp(&key(b)));
            let more = if left.iter().any(Problem::is_error) {
                Problem::error("problems-more")
            } else {
                Problem::warning("problems-more")
            };
            problems.push(more.with("count", left.len()));
        }
        let (numbers, rows) = rows.into_iter().unzip();
        Self {
            rows_read,
            rows,
            numbers,
            problems,
            lacks: Vec::new(),
        }
    }

    /// A file that could not be read as a table at all.
    pub(super) fn refused(problems: Vec<Problem>) -> Self {
        Self::new(0, Vec::new(), problems)
    }

    /// How many errors are listed: with one, nothing may be saved.
    #[must_use]
    pub fn errors(&self) -> usize {
        self.problems
            .iter()
            .filter(|problem| problem.is_error())
            .count()
    }

    /// How many warnings are listed: they may be accepted with a reason.
    #[must_use]
    pub fn warnings(&self) -> usize {
        self.problems.len() - self.errors()
    }

    /// All rows, or the reasons why none may be saved.
    ///
    /// # Errors
    /// Every problem, warnings too, when one of them is an error.
    pub fn accept(self) -> Result<Import<Row>, Vec<Problem>> {
        if self.errors() > 0 {
            return Err(self.problems);
        }
        Ok(Import {
            rows: self.rows,
            problems: self.problems,
        })
    }
}

/// The order of reading: the file, then row by row; a code decides between problems of one cell.
fn key(problem: &Problem) -> (u64, &str, &str) {
    match &problem.place {
        ProblemPlace::Whole => (0, "", problem.code),
        ProblemPlace::Field(field) => (0, field, problem.code),
        ProblemPlace::Cell { row, column } => (*row, column, problem.code),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn problems_stand_in_the_order_of_the_file_and_are_capped() {
        let many = (0..600_u64)
            .rev()
            .map(|row| Problem::warning("cell-value").in_cell(row + 2, "x"));
        let mut problems: Vec<Problem> = many.collect();
        problems.push(Problem::error("cell-empty").in_cell(900, "x"));
        let trial = Trial::<()>::new(600, Vec::new(), problems);
        assert_eq!(trial.problems.len(), 501);
        assert_eq!((trial.errors(), trial.warnings()), (1, 500));
        assert_eq!(
            trial.problems[0].place,
            ProblemPlace::Cell {
                row: 2,
                column: "x".into()
            }
        );
        assert_eq!(trial.problems[500].facts, [("count", "101".to_owned())]);
        assert!(trial.accept().is_err());
    }
}

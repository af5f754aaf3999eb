//! Ballots from a file, one at a time, as papers of three marks: a table of our own, or Pabulib's.
//!
//! The table is `ballot,<candidate id>...` with a row a ballot and `a`, `o`, `x` or nothing in each
//! cell. What is wrong with a ballot is a problem with its row, and the ballot counts as it stands; a
//! row that is no ballot at all counts as an unreadable one; a broken header leaves nothing to count.

use std::io::BufRead;

use super::pabulib::Pabulib;
use super::records::Records;
use domain::ballot::{LineNo, Mark, Paper};
use domain::problem::Problem;

/// A candidate of a file, in the order of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileCandidate {
    /// Its identifier in the file.
    pub id: String,
    /// Its name; the identifier where the file has none.
    pub name: String,
    /// The approvals that the file itself claims, if it does.
    pub claimed: Option<u64>,
}

/// One ballot of a file.
pub struct FileBallot {
    /// Its row, the header of a table being row 1.
    pub row: u64,
    /// The paper; none when the row cannot be read as one.
    pub paper: Option<Paper>,
    /// What is wrong with it.
    pub problems: Vec<Problem>,
}

/// A file of ballots that is read as it is counted.
pub enum BallotFile<R> {
    /// A `.pb` file.
    Pabulib(Pabulib<R>),
    Table(BallotTable<R>),
}

impl<R: BufRead> BallotFile<R> {
    /// Reads the candidates of a file.
    ///
    /// # Errors
    /// The one problem that leaves nothing to count.
    pub fn open(input: R, is_pabulib: bool) -> Result<Self, Problem> {
        if is_pabulib {
            Pabulib::open(input).map(Self::Pabulib)
        } else {
            BallotTable::open(input).map(Self::Table)
        }
    }

    /// The candidates.
    #[must_use]
    pub fn candidates(&self) -> &[FileCandidate] {
        match self {
            Self::Pabulib(file) => file.candidates(),
            Self::Table(file) => &file.candidates,
        }
    }

    /// The next ballot; none at the end.
    ///
    /// # Errors
    /// The problem that makes the rest of the file unreadable.
    pub fn next_ballot(&mut self) -> Result<Option<FileBallot>, Problem> {
        match self {
            Self::Pabulib(file) => file.next_ballot(),
            Self::Table(file) => file.next_ballot(),
        }
    }
}

/// A table of ballots.
pub struct BallotTable<R> {
    records: Records<R>,
    candidates: Vec<FileCandidate>,
}

impl<R: BufRead> BallotTable<R> {
    fn open(input: R) -> Result<Self, Problem> {
        let mut records = Records::new(input, ',');
        let header = records
            .next()?
            .cloned()
            .ok_or_else(|| Problem::error("ballots-empty"))?;
        let wrong = |problem: Problem| Err(problem.in_cell(header.row, ""));
        if header.get(0) != "ballot" {
            return wrong(Problem::error("ballots-header").with("found", header.get(0)));
        }
        let mut candidates = Candidates::default();
        for place in 1..header.len() {
            let id = header.get(place);
            candidates
                .add(id, id, None)
                .map_err(|problem| problem.in_cell(header.row, id))?;
        }
        let candidates = candidates
            .finish()
            .map_err(|problem| problem.in_cell(header.row, ""))?;
        Ok(Self {
            records,
            candidates,
        })
    }

    fn next_ballot(&mut self) -> Result<Option<FileBallot>, Problem> {
        let Some(record) = self.records.next()? else {
            return Ok(None);
        };
        let row = record.row;
        let (cells, columns) = (record.len(), self.candidates.len().saturating_add(1));
        let mut problems = Vec::new();
        if cells < columns {
            let problem = Problem::error("row-too-short").in_cell(row, "");
            problems.push(problem.with("cells", cells).with("columns", columns));
            return Ok(Some(FileBallot {
                row,
                paper: None,
                problems,
            }));
        }
        if cells > columns {
            let problem = Problem::error("row-too-long").in_cell(row, "");
            problems.push(problem.with("cells", cells).with("columns", columns));
        }
        let mut marks = Vec::with_capacity(self.candidates.len());
        for (candidate, place) in self.candidates.iter().zip(1..) {
            let cell = record.get(place);
            marks.push(match cell {
                "a" => Mark::Approve,
                "o" => Mark::Oppose,
                "x" => Mark::Abstain,
                "" => Mark::Unmarked,
                other => {
                    let problem = Problem::error("cell-unknown").with("value", shown(other));
                    problems.push(problem.in_cell(row, candidate.id.as_str()));
                    Mark::Unmarked
                }
            });
        }
        Ok(Some(FileBallot {
            row,
            paper: Some(Paper::Marks(marks)),
            problems,
        }))
    }
}

/// Candidates as they are read.
#[derive(Default)]
pub(super) struct Candidates {
    found: Vec<FileCandidate>,
    ids: std::collections::BTreeSet<String>,
}

impl Candidates {
    /// Adds one. Errors: `candidate-without-id`, `candidate-repeated`, `candidates-too-many`.
    pub(super) fn add(
        &mut self,
        id: &str,
        name: &str,
        claimed: Option<u64>,
    ) -> Result<(), Problem> {
        if id.is_empty() {
            return Err(Problem::error("candidate-without-id"));
        }
        if !self.ids.insert(id.to_owned()) {
            return Err(Problem::error("candidate-repeated").with("id", shown(id)));
        }
        if LineNo::at(self.found.len()).is_none() {
            return Err(Problem::error("candidates-too-many").with("most", u16::MAX));
        }
        let name = if name.is_empty() { id } else { name };
        let (id, name) = (id.to_owned(), name.to_owned());
        self.found.push(FileCandidate { id, name, claimed });
        Ok(())
    }

    /// All of them. Error: `candidates-none`.
    pub(super) fn finish(self) -> Result<Vec<FileCandidate>, Problem> {
        if self.found.is_empty() {
            Err(Problem::error("candidates-none"))
        } else {
            Ok(self.found)
        }
    }
}

/// A text from a file, short enough for a message.
pub(super) fn shown(text: &str) -> String {
    text.chars().take(40).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    type BallotSummary = (u64, Option<Vec<u8>>, Vec<&'static str>);

    fn all(text: &str) -> Result<Vec<BallotSummary>, &'static str> {
        let mut file = BallotFile::open(text.as_bytes(), false).map_err(|problem| problem.code)?;
        let mut ballots = Vec::new();
        while let Some(ballot) = file.next_ballot().map_err(|problem| problem.code)? {
            let codes = ballot.problems.iter().map(|problem| problem.code).collect();
            ballots.push((ballot.row, ballot.paper.map(|paper| paper.encode()), codes));
        }
        Ok(ballots)
    }

    #[test]
    fn cells_become_marks() {
        let ballots = all("ballot,p1,\"p,2\",p3,p4\r\n1,a,o,x,\r\n\r\n2,,,,\r\n").unwrap();
        let first = (2, Some(vec![1, b'a', 1, 2, 3, 0]), vec![]);
        let blank = (4, Some(vec![1, b'a', 0, 0, 0, 0]), vec![]);
        assert_eq!(ballots, [first, blank]);
    }

    #[test]
    fn what_is_wrong_is_told_by_row_and_column() {
        let ballots = all("ballot,p,q\n1,A,a\n2,a\n3,a,o,x\n").unwrap();
        let wrong_cell = (2, Some(vec![1, b'a', 0, 1]), vec!["cell-unknown"]);
        let short = (3, None, vec!["row-too-short"]);
        let long = (4, Some(vec![1, b'a', 1, 2]), vec!["row-too-long"]);
        assert_eq!(ballots, [wrong_cell, short, long]);
    }

    #[test]
    fn a_broken_header_leaves_nothing_to_count() {
        for (text, code) in [
            ("", "ballots-empty"),
            ("\n\n", "ballots-empty"),
            ("voter,p\n1,a\n", "ballots-header"),
            ("ballot\n1\n", "candidates-none"),
            ("ballot,p,p\n1,a,a\n", "candidate-repeated"),
            ("ballot,p,\n1,a,a\n", "candidate-without-id"),
            ("ballot,\"p\n1,a\n", "quote-unclosed"),
        ] {
            assert_eq!(all(text), Err(code), "{text:?}");
        }
    }
}

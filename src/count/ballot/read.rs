//! What was ticked, written or typed, line by line, into a paper.
//!
//! Every line of every form sends one short text: a letter of [`Mark`] or [`Grade`], `a` or `n`
//! for a tick, a rank in digits or `n` for none. A line may be given more than one, since a crafted
//! form sends and a pen writes what it likes: the same mark twice is one mark and a problem; two
//! different marks are refused on a screen, and on paper that line is unmarked while the rest
//! stands.

use super::check::field;
use super::{BallotKind, Grade, LineNo, Mark, Paper};
use crate::problem::Problem;

/// Where marks come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MarkSource {
    /// A deputy's screen: whatever is unclear is refused, for it can still be mended.
    Screen,
    /// A sheet of paper, as tellers enter it: it cannot be mended, only read.
    Paper,
}

/// A paper as read, and what was said about it on the way.
pub struct ReadPaper {
    pub paper: Paper,
    /// Warnings.
    pub problems: Vec<Problem>,
}

/// Reads a paper of a kind from what each line was given.
///
/// # Errors
/// `page-old` when the number of lines is another; at a line, `mark-unknown`, `rank-not-a-number`,
/// and on a screen `mark-conflict`.
pub fn read(
    kind: BallotKind,
    lines: usize,
    given: &[Vec<&str>],
    source: MarkSource,
) -> Result<ReadPaper, Vec<Problem>> {
    if given.len() != kind.marks(lines) {
        return Err(vec![Problem::error("page-old")]);
    }
    let mut reader = Reader {
        source,
        problems: Vec::new(),
    };
    let paper = match kind {
        BallotKind::PerItem => Paper::Marks(reader.all(given, Mark::Unmarked, mark)),
        BallotKind::Tick => Paper::Ticks(reader.all(given, false, tick)),
        BallotKind::Rank => Paper::Ranks(reader.all(given, 0, rank)),
        BallotKind::WholeList => {
            let marks = reader.all(given, Mark::Unmarked, mark);
            Paper::List(marks.first().copied().unwrap_or(Mark::Unmarked))
        }
        BallotKind::Grade => Paper::Grades(reader.all(given, Grade::Unmarked, grade)),
    };
    if reader.problems.iter().any(Problem::is_error) {
        Err(reader.problems)
    } else {
        Ok(ReadPaper {
            paper,
            problems: reader.problems,
        })
    }
}

struct Reader {
    source: MarkSource,
    problems: Vec<Problem>,
}

impl Reader {
    fn all<T: Copy + PartialEq>(
        &mut self,
        given: &[Vec<&str>],
        unmarked: T,
        read: fn(&str) -> Result<T, &'static str>,
    ) -> Vec<T> {
        let mut marks = Vec::with_capacity(given.len());
        for (position, texts) in given.iter().enumerate() {
            let line = LineNo::at(position).unwrap_or(LineNo(u16::MAX));
            marks.push(self.line(line, texts, unmarked, read));
        }
        marks
    }

    fn line<T: Copy + PartialEq>(
        &mut self,
        line: LineNo,
        texts: &[&str],
        unmarked: T,
        read: fn(&str) -> Result<T, &'static str>,
    ) -> T {
        let mut marks: Vec<T> = Vec::new();
        let mut is_doubled = false;
        for text in texts {
            match read(text) {
                Ok(mark) if marks.contains(&mark) => is_doubled = true,
                Ok(mark) => marks.push(mark),
                Err(code) => self.say(Problem::error(code), line),
            }
        }
        if self.source == MarkSource::Paper {
            marks.retain(|mark| *mark != unmarked); // no ink is no mark
        }
        let only = match marks.as_slice() {
            [] => unmarked,
            [only] => *only,
            [_, _, ..] => {
                let problem = match self.source {
                    MarkSource::Screen => Problem::error("mark-conflict"),
                    MarkSource::Paper => Problem::warning("mark-conflict"),
                };
                self.say(problem, line);
                return unmarked;
            }
        };
        if is_doubled {
            self.say(Problem::warning("mark-doubled"), line);
        }
        only
    }

    fn say(&mut self, problem: Problem, line: LineNo) {
        self.problems
            .push(problem.at(field(line)).with("line", line));
    }
}

fn mark(text: &str) -> Result<Mark, &'static str> {
    Mark::from_letter(text).ok_or("mark-unknown")
}

fn grade(text: &str) -> Result<Grade, &'static str> {
    Grade::from_letter(text).ok_or("mark-unknown")
}

fn tick(text: &str) -> Result<bool, &'static str> {
    match text {
        "a" => Ok(true),
        "n" => Ok(false),
        _ => Err("mark-unknown"),
    }
}

/// A rank: plain digits, zeros before them allowed so that forms can be of one length.
fn rank(text: &str) -> Result<u8, &'static str> {
    let is_none = !text.is_empty() && text.bytes().all(|byte| byte == b'n');
    if is_none && text.len() <= 3 {
        return Ok(0);
    }
    let is_number = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let rank = Some(text).filter(|text| is_number && text.len() <= 3);
    let rank = rank
        .and_then(|text| text.parse().ok())
        .filter(|rank| *rank > 0);
    rank.ok_or("rank-not-a-number")
}

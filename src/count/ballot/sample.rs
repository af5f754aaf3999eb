//! A paper that nobody thought about and that the rules accept: for rehearsals and for trying a box.

use super::{BallotKind, Grade, Mark, Paper};
use crate::poll::rules::Rules;

/// A paper of so many lines that approves (ticks, ranks) the first places, counted from the line
/// `first` (from 0) and round again; the lines of a grade take two grades in turn.
#[must_use]
pub fn sample(rules: &Rules, lines: usize, first: usize) -> Paper {
    let most = usize::from(rules.places).min(lines);
    let all = lines.max(1);
    let place = |line: usize| (line + all - first % all) % all;
    let is_chosen = |line: usize| place(line) < most;
    let lines = 0..lines;
    match rules.kind {
        BallotKind::PerItem => {
            let mark = |line| {
                if is_chosen(line) {
                    Mark::Approve
                } else {
                    Mark::Oppose
                }
            };
            Paper::Marks(lines.map(mark).collect())
        }
        BallotKind::Tick => Paper::Ticks(lines.map(is_chosen).collect()),
        BallotKind::Rank => {
            let rank = |line| u8::try_from(place(line) + 1).unwrap_or(0);
            let given = |line| if is_chosen(line) { rank(line) } else { 0 };
            Paper::Ranks(lines.map(given).collect())
        }
        BallotKind::WholeList => Paper::List(Mark::Approve),
        BallotKind::Grade => {
            let grade = |line| match line % 2 {
                0 => Grade::Satisfied,
                _ => Grade::Basically,
            };
            Paper::Grades(lines.map(grade).collect())
        }
    }
}

//! What a form would have sent for a paper: one short text for each line, all of one width.
//!
//! It reverses `read.rs`. Whatever was marked, the texts of a round's papers are equally
//! long, so that the length of a form tells nothing.

use super::Paper;

/// What each line sends for a paper that may bear so many ranks; one text where the list is marked
/// as a whole. Only a rank beyond the last allowed one, which no form offers, may be longer.
#[must_use]
pub fn write(paper: &Paper, most: usize) -> Vec<String> {
    match paper {
        Paper::Marks(marks) => letters(marks.iter().map(|mark| mark.letter())),
        Paper::Ticks(ticks) => letters(ticks.iter().map(|ticked| tick(*ticked))),
        Paper::Ranks(ranks) => ranks.iter().map(|rank| write_rank(*rank, most)).collect(),
        Paper::List(mark) => letters([mark.letter()].into_iter()),
        Paper::Grades(grades) => letters(grades.iter().map(|grade| grade.letter())),
    }
}

/// A rank at the width of the last allowed one, `07` of 12; 0, no rank, as so many `n`.
#[must_use]
pub fn write_rank(rank: u8, most: usize) -> String {
    let width = most.to_string().len();
    if rank == 0 {
        "n".repeat(width.min(3))
    } else {
        format!("{rank:0width$}")
    }
}

/// The letter of a tick.
#[must_use]
pub fn tick(is_ticked: bool) -> char {
    if is_ticked { 'a' } else { 'n' }
}

fn letters(letters: impl Iterator<Item = char>) -> Vec<String> {
    letters.map(String::from).collect()
}

#[cfg(test)]
mod tests {
    use super::super::{BallotKind, Grade, Mark, MarkSource, read};
    use super::*;

    #[test]
    fn what_is_written_is_read_back_and_has_one_width() {
        let papers = [
            Paper::Marks(Mark::ALL.to_vec()),
            Paper::Ticks(vec![true, false, false, true]),
            Paper::Ranks(vec![12, 0, 1, 9]),
            Paper::List(Mark::Oppose),
            Paper::Grades(Grade::ALL.into_iter().skip(1).collect()),
        ];
        for paper in papers {
            let kind = paper.kind();
            let width = if kind == BallotKind::Rank { 2 } else { 1 };
            for paper in [paper, Paper::blank(kind, 4)] {
                let texts = write(&paper, 12);
                assert!(
                    texts.iter().all(|text| text.len() == width),
                    "{kind:?}: {texts:?}"
                );
                let given: Vec<Vec<&str>> = texts.iter().map(|text| vec![text.as_str()]).collect();
                let back = read(kind, 4, &given, MarkSource::Screen);
                assert!(
                    back.is_ok_and(|back| back.paper == paper),
                    "{kind:?}: {texts:?}"
                );
            }
        }
    }
}

//! Papers called out in the hall: what is called so far, as strokes in fives beside each line.
//!
//! One calls, one marks, one watches. Papers are called out only where no ballot of a phone lies in
//! the closed box: what the hall hears is then the whole count and no part of one.

use super::typed::TypedPaper;
use crate::ballot::{BallotKind, Paper};

/// Choices beside a line, from 0, no mark, up.
const CHOICES: usize = 5;

/// What was called so far.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Strokes {
    /// For each line, how often each key was called for it; where lines are ranked, 1 is any rank.
    pub lines: Vec<[u32; CHOICES]>,
    /// Papers void as a whole.
    pub void: u32,
    pub papers: u32,
}

/// Draws the strokes of papers of so many lines.
#[must_use]
pub fn strokes<'p, P: IntoIterator<Item = &'p TypedPaper>>(
    papers: P,
    kind: BallotKind,
    lines: usize,
) -> Strokes {
    let mut drawn = Strokes {
        lines: vec![[0; CHOICES]; kind.marks(lines)],
        ..Strokes::default()
    };
    for paper in papers {
        drawn.papers = drawn.papers.saturating_add(1);
        let keys: Vec<u8> = match paper {
            TypedPaper::Paper(Paper::Marks(marks)) => {
                marks.iter().map(|mark| mark.byte()).collect()
            }
            TypedPaper::Paper(Paper::Ticks(ticks)) => ticks.iter().copied().map(u8::from).collect(),
            TypedPaper::Paper(Paper::Ranks(ranks)) => {
                ranks.iter().map(|rank| u8::from(*rank > 0)).collect()
            }
            TypedPaper::Paper(Paper::List(mark)) => vec![mark.byte()],
            TypedPaper::Paper(Paper::Grades(grades)) => {
                grades.iter().map(|grade| grade.byte()).collect()
            }
            TypedPaper::Void(_) | TypedPaper::Doubtful => {
                drawn.void = drawn.void.saturating_add(1);
                continue;
            }
        };
        for (line, key) in drawn.lines.iter_mut().zip(keys) {
            if let Some(count) = line.get_mut(usize::from(key)) {
                *count = count.saturating_add(1);
            }
        }
    }
    drawn
}

/// A number as whole fives and the strokes of the one that is begun.
#[must_use]
pub fn in_fives(number: u32) -> (u32, u32) {
    (number / 5, number % 5)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::hand_count::typed::read;

    #[test]
    fn each_paper_is_one_stroke_a_line_and_void_ones_stand_apart() {
        let kind = BallotKind::PerItem;
        let texts = ["12", "11", "30", "/2"];
        let papers: Vec<TypedPaper> = texts
            .iter()
            .map(|text| read(text, kind, 2).ok().unwrap())
            .collect();
        let drawn = strokes(&papers, kind, 2);
        assert_eq!(drawn.lines, [[0, 2, 0, 1, 0], [1, 1, 1, 0, 0]]);
        assert_eq!((drawn.void, drawn.papers), (1, 4));
        let ranked = read("0 2 12", BallotKind::Rank, 3).ok().unwrap();
        let drawn = strokes([&ranked], BallotKind::Rank, 3);
        assert_eq!(
            drawn.lines.iter().map(|line| line[1]).collect::<Vec<_>>(),
            [0, 1, 1]
        );
        assert_eq!(in_fives(0), (0, 0));
        assert_eq!(in_fives(13), (2, 3));
    }
}

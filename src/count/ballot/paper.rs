//! A paper and its encoding: a version byte, a kind byte, one byte a line. Every paper of a round
//! has the same length by construction, so that a length tells nothing.

use super::{BallotKind, Grade, Mark};

const VERSION: u8 = 1;

/// A marked paper. It has no `Debug` on purpose: marks do not belong in a log.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Paper {
    /// Kind (a): one mark a line, in the order of the slate.
    Marks(Vec<Mark>),
    /// Kind (b): whether each line is ticked.
    Ticks(Vec<bool>),
    /// Kind (c): the rank of each line, 1 the first, 0 without a rank.
    Ranks(Vec<u8>),
    /// Kind (d): one mark for the list as a whole.
    List(Mark),
    /// Kind (e): one grade a line.
    Grades(Vec<Grade>),
}

/// Stored bytes that are no paper of this round.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the stored ballot is not a paper of this round")]
pub struct UnreadablePaper;

impl Paper {
    /// A paper without a mark.
    #[must_use]
    pub fn blank(kind: BallotKind, lines: usize) -> Self {
        match kind {
            BallotKind::PerItem => Self::Marks(vec![Mark::Unmarked; lines]),
            BallotKind::Tick => Self::Ticks(vec![false; lines]),
            BallotKind::Rank => Self::Ranks(vec![0; lines]),
            BallotKind::WholeList => Self::List(Mark::Unmarked),
            BallotKind::Grade => Self::Grades(vec![Grade::Unmarked; lines]),
        }
    }

    /// Its kind.
    #[must_use]
    pub fn kind(&self) -> BallotKind {
        match self {
            Self::Marks(_) => BallotKind::PerItem,
            Self::Ticks(_) => BallotKind::Tick,
            Self::Ranks(_) => BallotKind::Rank,
            Self::List(_) => BallotKind::WholeList,
            Self::Grades(_) => BallotKind::Grade,
        }
    }

    /// Whether it is a paper of this kind and for a slate of so many lines.
    #[must_use]
    pub fn fits(&self, kind: BallotKind, lines: usize) -> bool {
        let marks = match self {
            Self::Marks(marks) => marks.len(),
            Self::Ticks(ticks) => ticks.len(),
            Self::Ranks(ranks) => ranks.len(),
            Self::List(_) => 1,
            Self::Grades(grades) => grades.len(),
        };
        self.kind() == kind && marks == kind.marks(lines)
    }

    /// Whether nothing is marked.
    #[must_use]
    pub(crate) fn is_blank(&self) -> bool {
        match self {
            Self::Marks(marks) => marks.iter().all(|mark| *mark == Mark::Unmarked),
            Self::Ticks(ticks) => ticks.iter().all(|ticked| !ticked),
            Self::Ranks(ranks) => ranks.iter().all(|rank| *rank == 0),
            Self::List(mark) => *mark == Mark::Unmarked,
            Self::Grades(grades) => grades.iter().all(|grade| *grade == Grade::Unmarked),
        }
    }

    /// The bytes of the paper.
    #[must_use]
    pub fn encode(&self) -> Vec<u8> {
        let mut bytes = vec![VERSION, self.kind().byte()];
        match self {
            Self::Marks(marks) => bytes.extend(marks.iter().map(|mark| mark.byte())),
            Self::Ticks(ticks) => bytes.extend(ticks.iter().map(|ticked| u8::from(*ticked))),
            Self::Ranks(ranks) => bytes.extend(ranks),
            Self::List(mark) => bytes.push(mark.byte()),
            Self::Grades(grades) => bytes.extend(grades.iter().map(|grade| grade.byte())),
        }
        bytes
    }

    /// The paper of stored bytes.
    ///
    /// # Errors
    /// [`UnreadablePaper`] when version, kind, length or a mark is not of this round. Such a ballot is
    /// a void paper, never a dropped one.
    pub fn decode(bytes: &[u8], kind: BallotKind, lines: usize) -> Result<Self, UnreadablePaper> {
        let [version, found, marks @ ..] = bytes else {
            return Err(UnreadablePaper);
        };
        if *version != VERSION || *found != kind.byte() || marks.len() != kind.marks(lines) {
            return Err(UnreadablePaper);
        }
        match kind {
            BallotKind::PerItem => all(marks, Mark::from_byte).map(Self::Marks),
            BallotKind::Tick => all(marks, tick).map(Self::Ticks),
            BallotKind::Rank => Some(Self::Ranks(marks.to_vec())),
            BallotKind::WholeList => marks
                .first()
                .copied()
                .and_then(Mark::from_byte)
                .map(Self::List),
            BallotKind::Grade => all(marks, Grade::from_byte).map(Self::Grades),
        }
        .ok_or(UnreadablePaper)
    }
}

fn all<T>(bytes: &[u8], read: impl Fn(u8) -> Option<T>) -> Option<Vec<T>> {
    bytes.iter().copied().map(read).collect()
}

fn tick(byte: u8) -> Option<bool> {
    match byte {
        0 => Some(false),
        1 => Some(true),
        2..=u8::MAX => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_paper_of_a_round_has_one_length_and_is_read_back() {
        let papers = [
            Paper::Marks(vec![Mark::Approve; 6]),
            Paper::Marks(Mark::ALL.into_iter().chain([Mark::Oppose; 2]).collect()),
            Paper::Ticks(vec![true, false, true, false, false, true]),
            Paper::Ranks(vec![3, 0, 1, 2, 0, 255]),
            Paper::List(Mark::Abstain),
            Paper::Grades(Grade::ALL.into_iter().chain([Grade::Satisfied]).collect()),
        ];
        for paper in papers {
            let kind = paper.kind();
            for paper in [paper, Paper::blank(kind, 6)] {
                let bytes = paper.encode();
                assert_eq!(
                    bytes.len(),
                    if kind == BallotKind::WholeList { 3 } else { 8 }
                );
                assert!(
                    Paper::decode(&bytes, kind, 6).ok() == Some(paper),
                    "{bytes:?}"
                );
            }
        }
    }

    #[test]
    fn the_bytes_are_pinned() {
        assert_eq!(
            Paper::Marks(Mark::ALL.to_vec()).encode(),
            [1, b'a', 0, 1, 2, 3]
        );
        assert_eq!(Paper::Ticks(vec![false, true]).encode(), [1, b'b', 0, 1]);
        assert_eq!(Paper::Ranks(vec![2, 0, 1]).encode(), [1, b'c', 2, 0, 1]);
        assert_eq!(Paper::List(Mark::Oppose).encode(), [1, b'd', 2]);
        assert_eq!(
            Paper::Grades(Grade::ALL.to_vec()).encode(),
            [1, b'e', 0, 1, 2, 3, 4]
        );
    }

    #[test]
    fn bytes_of_anything_else_are_unreadable() {
        for bytes in [
            &[][..],
            &[1],
            &[1, b'a'],
            &[1, b'a', 9],
            &[2, b'a', 0],
            &[1, b'b', 0],
            &[1, b'a', 0, 0],
        ] {
            assert!(
                Paper::decode(bytes, BallotKind::PerItem, 1).is_err(),
                "{bytes:?}"
            );
        }
        assert!(Paper::decode(&[1, b'b', 2], BallotKind::Tick, 1).is_err());
        assert!(Paper::decode(&[1, b'd', 1, 1], BallotKind::WholeList, 2).is_err());
        assert!(Paper::decode(&[1, b'e', 5], BallotKind::Grade, 1).is_err());
    }
}

//! A paper and its encoding: a version byte, a kind byte, one byte a line. Every paper of a round
//! has the same length by construction, so that a length tells nothing.

use super::{BallotKind, Mark};

const VERSION: u8 = 1;

/// A marked paper.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Paper {
    /// Kind (a): one mark a line, in the order of the slate.
    Marks(Vec<Mark>),
}

/// Stored bytes that are no paper of this round.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the stored ballot is not a paper of this round")]
pub struct Unreadable;

impl Paper {
    /// The bytes of the paper.
    #[must_use]
    pub fn encode(&self) -> Vec<u8> {
        match self {
            Self::Marks(marks) => {
                let head = [VERSION, BallotKind::PerItem.byte()];
                head.into_iter()
                    .chain(marks.iter().map(|mark| mark.byte()))
                    .collect()
            }
        }
    }

    /// The paper of stored bytes.
    ///
    /// # Errors
    /// [`Unreadable`] when version, kind, length or a mark is not of this round.
    pub fn decode(bytes: &[u8], kind: BallotKind, lines: usize) -> Result<Self, Unreadable> {
        let [version, found, marks @ ..] = bytes else {
            return Err(Unreadable);
        };
        if *version != VERSION || *found != kind.byte() || marks.len() != lines {
            return Err(Unreadable);
        }
        let marks: Option<Vec<Mark>> = marks.iter().copied().map(Mark::from_byte).collect();
        marks.map(Self::Marks).ok_or(Unreadable)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_paper_of_a_round_has_one_length_and_is_read_back() {
        for marks in [vec![Mark::Approve; 6], vec![Mark::Unmarked; 6]] {
            let bytes = Paper::Marks(marks.clone()).encode();
            assert_eq!(bytes.len(), 8);
            let read = Paper::decode(&bytes, BallotKind::PerItem, 6).ok();
            assert!(read == Some(Paper::Marks(marks)));
        }
        for bytes in [
            &[][..],
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
    }
}

//! The marks of a paper and the kinds of ballot.

/// A mark beside one candidate. The three lawful choices each need a mark (代表法 2025, article
/// 23); an unmarked line counts as the rule `unmarked` says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mark {
    /// No mark (未选).
    Unmarked,
    /// Approve (赞成).
    Approve,
    /// Oppose (反对).
    Oppose,
    /// Abstain (弃权).
    Abstain,
}

impl Mark {
    /// All marks, in the order of their bytes.
    pub const ALL: [Self; 4] = [Self::Unmarked, Self::Approve, Self::Oppose, Self::Abstain];

    /// The byte in an encoded paper.
    #[must_use]
    pub fn byte(self) -> u8 {
        match self {
            Self::Unmarked => 0,
            Self::Approve => 1,
            Self::Oppose => 2,
            Self::Abstain => 3,
        }
    }

    /// The mark of a byte.
    #[must_use]
    pub fn from_byte(byte: u8) -> Option<Self> {
        Self::ALL.into_iter().find(|mark| mark.byte() == byte)
    }

    /// The letter in a form: one character for each mark, so that every form has one length.
    #[must_use]
    pub fn letter(self) -> char {
        match self {
            Self::Unmarked => 'n',
            Self::Approve => 'a',
            Self::Oppose => 'o',
            Self::Abstain => 'x',
        }
    }

    /// The mark of a letter.
    #[must_use]
    pub fn from_letter(letter: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|mark| {
            let mut characters = letter.chars();
            characters.next() == Some(mark.letter()) && characters.next().is_none()
        })
    }
}

/// The kinds of ballot. Kind (a) is counted here; the others come with their rules.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum BallotKind {
    /// (a) approve, oppose or abstain for each candidate.
    PerItem,
}

impl BallotKind {
    /// The byte in an encoded paper.
    #[must_use]
    pub fn byte(self) -> u8 {
        match self {
            Self::PerItem => b'a',
        }
    }
}

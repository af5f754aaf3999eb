//! The marks of a paper, the kinds of ballot and the numbers of lines.

/// The number of a line of a slate, from 1; the same on paper and screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct LineNo(pub u16);

impl LineNo {
    /// The number of the line at a position counted from 0.
    #[must_use]
    pub fn at(position: usize) -> Option<Self> {
        u16::try_from(position).ok()?.checked_add(1).map(Self)
    }

    /// Its position counted from 0.
    #[must_use]
    pub fn position(self) -> usize {
        usize::from(self.0.saturating_sub(1))
    }
}

impl std::fmt::Display for LineNo {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

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
        only(letter).and_then(|found| Self::ALL.into_iter().find(|mark| mark.letter() == found))
    }
}

/// A grade beside one item of an evaluation (测评).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Grade {
    /// No mark.
    Unmarked,
    /// Satisfied (满意).
    Satisfied,
    /// Basically satisfied (基本满意).
    Basically,
    /// Dissatisfied (不满意).
    Dissatisfied,
    /// Abstain, where the scale has four choices.
    Abstain,
}

impl Grade {
    /// All grades, in the order of their bytes.
    pub const ALL: [Self; 5] = [
        Self::Unmarked,
        Self::Satisfied,
        Self::Basically,
        Self::Dissatisfied,
        Self::Abstain,
    ];

    /// The byte in an encoded paper.
    #[must_use]
    pub fn byte(self) -> u8 {
        match self {
            Self::Unmarked => 0,
            Self::Satisfied => 1,
            Self::Basically => 2,
            Self::Dissatisfied => 3,
            Self::Abstain => 4,
        }
    }

    /// The grade of a byte.
    #[must_use]
    pub fn from_byte(byte: u8) -> Option<Self> {
        Self::ALL.into_iter().find(|grade| grade.byte() == byte)
    }

    /// The letter in a form.
    #[must_use]
    pub fn letter(self) -> char {
        match self {
            Self::Unmarked => 'n',
            Self::Satisfied => 's',
            Self::Basically => 'b',
            Self::Dissatisfied => 'd',
            Self::Abstain => 'x',
        }
    }

    /// The grade of a letter.
    #[must_use]
    pub fn from_letter(letter: &str) -> Option<Self> {
        only(letter).and_then(|found| Self::ALL.into_iter().find(|grade| grade.letter() == found))
    }
}

/// The one character of a text that has exactly one.
fn only(text: &str) -> Option<char> {
    let mut characters = text.chars();
    characters.next().filter(|_| characters.next().is_none())
}

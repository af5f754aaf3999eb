//! The two codes of a slip: the QR's 128 bits, and ten or twelve digits to be typed. Spaces, wide digits
//! and lost zeros do not matter when a code is read.

/// A code as somebody presented it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SlipCode {
    /// From the QR: 26 characters of Crockford's base 32.
    Scanned(String),
    /// Typed: ten ASCII digits, or twelve.
    Typed(String),
}

/// Digits and letters of Crockford's base 32 (no I, L, O, U).
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// Characters of a QR's code: 130 bits hold 128.
const SCANNED: usize = 26;

/// How long the typed codes of a print are: the more slips of a sitting are about, the longer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CodeLength {
    /// Ten, in two groups of five.
    Ten,
    /// Twelve, in three groups of four. None begins with a zero: so none is lost at the beginning, and
    /// no shorter number can be meant.
    Twelve,
}

/// The most slips of a sitting with codes of ten digits.
const MOST_OF_TEN: u32 = 350;

impl CodeLength {
    const ALL: [Self; 2] = [Self::Ten, Self::Twelve];

    /// For a print after which so many slips of the sitting are alive.
    #[must_use]
    pub fn for_slips(alive: u32) -> Self {
        if alive <= MOST_OF_TEN {
            Self::Ten
        } else {
            Self::Twelve
        }
    }

    /// How many there are.
    #[must_use]
    pub fn count(self) -> usize {
        match self {
            Self::Ten => 10,
            Self::Twelve => 12,
        }
    }

    /// Digits of one group as they are printed.
    fn group(self) -> usize {
        match self {
            Self::Ten => 5,
            Self::Twelve => 4,
        }
    }

    /// The least code, and how many there are from it on.
    #[must_use]
    pub fn range(self) -> (u64, u64) {
        match self {
            Self::Ten => (0, 10_000_000_000),
            Self::Twelve => (100_000_000_000, 900_000_000_000),
        }
    }

    fn read(self, text: &str) -> Option<String> {
        match self {
            Self::Ten => digits(text, self.count()),
            Self::Twelve => {
                let whole = |code: &String| !code.starts_with('0');
                digits(text, self.count()).filter(whole)
            }
        }
    }
}

/// A typed code in its groups, as it is printed.
#[must_use]
pub fn in_groups(code: &str) -> String {
    let length = |one: &CodeLength| one.count() == code.len();
    let group = CodeLength::ALL
        .into_iter()
        .find(length)
        .map_or(5, CodeLength::group);
    let mut out = String::new();
    for (place, digit) in code.chars().enumerate() {
        if place > 0 && place % group == 0 {
            out.push(' ');
        }
        out.push(digit);
    }
    out
}

impl SlipCode {
    /// Reads a code: spaces, dashes and dots are passed over, letters may be small, I and L are
    /// one, O is zero, full-width and Arabic-Indic digits are digits. Zeros that a typed code lost at
    /// its beginning come back.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        if let Some(code) = CodeLength::ALL
            .into_iter()
            .find_map(|length| length.read(text))
        {
            return Some(Self::Typed(code));
        }
        let code = characters(text, SCANNED)?;
        (code.len() == SCANNED).then_some(Self::Scanned(code))
    }

    /// The QR's code of 16 random bytes.
    #[must_use]
    pub fn scanned(bytes: [u8; 16]) -> Self {
        let mut bits = u128::from_be_bytes(bytes);
        let mut letters = Vec::with_capacity(SCANNED);
        for _ in 0..SCANNED {
            let place = usize::try_from(bits & 31).unwrap_or(0);
            letters.push(char::from(*ALPHABET.get(place).unwrap_or(&b'0')));
            bits >>= 5;
        }
        Self::Scanned(letters.into_iter().rev().collect())
    }

    /// The typed code of a number within the range of its digits.
    #[must_use]
    pub fn typed(digits: CodeLength, number: u64) -> Self {
        let width = digits.count();
        Self::Typed(format!("{number:0width$}"))
    }

    /// The code's characters.
    #[must_use]
    pub fn text(&self) -> &str {
        match self {
            Self::Scanned(text) | Self::Typed(text) => text,
        }
    }
}

/// Zeros that a code of digits may have lost at its beginning: a table of figures drops them, and so
/// does whoever reads a number aloud.
const LOST: usize = 3;

/// A code of so many digits as a person typed it, read as [`characters`] are; zeros that it lost at its
/// beginning come back.
#[must_use]
pub fn digits(text: &str, length: usize) -> Option<String> {
    let typed = characters(text, length)?;
    let is_code = typed.bytes().all(|byte| byte.is_ascii_digit());
    let lost = length.checked_sub(typed.len())?;
    (is_code && lost <= LOST).then(|| format!("{typed:0>length$}"))
}

/// The characters of a code that a person typed, at most so many: spaces, dashes, dots and marks of
/// direction are passed over, letters and digits are made plain.
#[must_use]
pub fn characters(text: &str, most: usize) -> Option<String> {
    let mut code = String::new();
    for character in text.chars() {
        match character {
            '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{ff0d}' | '.' | '\u{b7}' => {}
            '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2066}'..='\u{2069}' => {}
            space if space.is_whitespace() => {}
            other => code.push(plain(other)?),
        }
        if code.len() > most {
            return None;
        }
    }
    Some(code)
}

/// Full-width and Arabic-Indic digits as plain ones; every other character as it is.
#[must_use]
pub fn plain_digit(character: char) -> char {
    let digit = foreign_digit(character).and_then(|digit| char::from_digit(digit, 10));
    digit.unwrap_or(character)
}

fn foreign_digit(character: char) -> Option<u32> {
    match character {
        '\u{ff10}'..='\u{ff19}' => Some(u32::from(character) - 0xff10),
        '\u{0660}'..='\u{0669}' => Some(u32::from(character) - 0x0660),
        '\u{06f0}'..='\u{06f9}' => Some(u32::from(character) - 0x06f0),
        _ => None,
    }
}

fn plain(character: char) -> Option<char> {
    let digit = foreign_digit(character);
    if let Some(digit) = digit {
        return char::from_digit(digit, 10);
    }
    match character.to_ascii_uppercase() {
        'I' | 'L' => Some('1'),
        'O' => Some('0'),
        other if other.is_ascii() && ALPHABET.contains(&u8::try_from(other).ok()?) => Some(other),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ten_digits_are_read_as_people_write_them() {
        let read = |text| SlipCode::read(text);
        let expected = Some(SlipCode::Typed("0123456789".to_owned()));
        for text in [
            "0123456789",
            "01234 56789",
            "01234-56789",
            " 01234　56789 ",
            "０１２３４５６７８９",
            "٠١٢٣٤٥٦٧٨٩",
            "۰۱۲۳۴۵۶۷۸۹",
            "O12345678 9",
        ] {
            assert_eq!(read(text), expected, "{text}");
        }
        for text in [
            "",
            "123",
            "01234567890",
            "12345678901",
            "012345678x",
            "01234567_9",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn twelve_digits_never_begin_with_zero_and_are_never_taken_for_ten() {
        let read = |text| SlipCode::read(text).map(|code| code.text().to_owned());
        let expected = Some("120003004005".to_owned());
        for text in [
            "120003004005",
            "1200 0300 4005",
            "１２００-０３００-４００５",
            "12OOO3004OO5",
        ] {
            assert_eq!(read(text), expected, "{text}");
        }
        for text in ["012000300400", "20003004005", "1200030040051"] {
            assert_eq!(read(text), None, "{text}: a digit is missing or too many");
        }
        let (least, many) = CodeLength::Twelve.range();
        for number in [least, least + many - 1] {
            let code = SlipCode::typed(CodeLength::Twelve, number);
            assert_eq!(code.text().len(), 12);
            assert_eq!(SlipCode::read(&in_groups(code.text())), Some(code));
        }
        let (least, many) = CodeLength::Ten.range();
        for number in [least, 7, least + many - 1] {
            let code = SlipCode::typed(CodeLength::Ten, number);
            assert_eq!(SlipCode::read(&in_groups(code.text())), Some(code));
        }
    }

    #[test]
    fn up_to_350_slips_have_ten_digits_and_more_have_twelve() {
        let counts = [1, 350, 351, 1_000].map(|alive| CodeLength::for_slips(alive).count());
        assert_eq!(counts, [10, 10, 12, 12]);
        assert_eq!(in_groups("0123456789"), "01234 56789");
        assert_eq!(in_groups("123456789012"), "1234 5678 9012");
    }

    #[test]
    fn zeros_that_a_code_lost_at_its_beginning_come_back() {
        let read = |text| SlipCode::read(text).map(|code| code.text().to_owned());
        let expected = Some("0001234567".to_owned());
        for text in [
            "1234567",
            "001234567",
            "00012 34567",
            "１２３ 4567",
            "12-34567",
        ] {
            assert_eq!(read(text), expected, "{text}");
        }
        assert_eq!(read("123456789"), Some("0123456789".to_owned()));
        assert_eq!(read("123456"), None, "too much is missing");
        assert_eq!(digits("48291", 6), Some("048291".to_owned()));
        assert_eq!(digits("4829155", 6), None);
    }

    #[test]
    fn a_scanned_code_is_read_back() {
        let code = SlipCode::scanned([0xff; 16]);
        assert_eq!(code.text().len(), 26);
        assert_eq!(SlipCode::read(&code.text().to_lowercase()), Some(code));
    }
}

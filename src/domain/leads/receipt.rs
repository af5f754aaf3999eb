//! The number under which a resident follows a lead: sixteen digits in groups of four, the last a
//! check digit. Fifteen digits drawn at random cannot be guessed; digits need only a number pad.

use crate::voting::slip_code::{characters, digits};

/// Digits of a receipt.
const DIGITS: usize = 16;

/// Numbers below this can be drawn.
pub const DRAWN_BELOW: u64 = 1_000_000_000_000_000;

/// A receipt's number.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Receipt(String);

/// Why what was typed is no receipt's number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ReceiptError {
    /// Something else than digits.
    #[error("not only digits")]
    NotDigits,
    /// Not sixteen of them.
    #[error("{0} digits")]
    Length(usize),
    /// One digit is wrong, or two are swapped.
    #[error("the check digit does not agree")]
    Check,
}

impl std::str::FromStr for Receipt {
    type Err = ReceiptError;

    fn from_str(text: &str) -> Result<Self, ReceiptError> {
        Self::read(text)
    }
}

impl Receipt {
    /// The receipt of a number below [`DRAWN_BELOW`].
    #[must_use]
    pub fn of(number: u64) -> Self {
        let digits = format!("{:015}", number % DRAWN_BELOW);
        let check = damm(&digits);
        Self(format!("{digits}{check}"))
    }

    /// Reads a number as forgivingly as a slip's.
    ///
    /// # Errors
    /// [`ReceiptError`], so that the page can say what to look at again.
    pub fn read(text: &str) -> Result<Self, ReceiptError> {
        let typed = characters(text, text.len()).ok_or(ReceiptError::NotDigits)?;
        if !typed.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(ReceiptError::NotDigits);
        }
        let digits = digits(&typed, DIGITS).ok_or(ReceiptError::Length(typed.len()))?;
        if damm(&digits) != 0 {
            return Err(ReceiptError::Check);
        }
        Ok(Self(digits))
    }

    /// The sixteen digits.
    #[must_use]
    pub fn digits(&self) -> &str {
        &self.0
    }

    /// The digits in groups of four, as slips print them.
    #[must_use]
    pub fn grouped(&self) -> String {
        let mut out = String::new();
        for (place, digit) in self.0.chars().enumerate() {
            if place > 0 && place % 4 == 0 {
                out.push(' ');
            }
            out.push(digit);
        }
        out
    }
}

/// The table of Damm's check digit (H. M. Damm 2004): it finds every single wrong digit and every
/// swap of two neighbours. Over digits that end with their check digit it gives 0.
const DAMM: [&[u8; 10]; 10] = [
    b"0317598642",
    b"7092154863",
    b"4206871359",
    b"1750983426",
    b"6123045978",
    b"3674209581",
    b"5869720134",
    b"8945362017",
    b"9438617205",
    b"2581436790",
];

fn damm(digits: &str) -> u8 {
    let mut state = 0_u8;
    for digit in digits.bytes() {
        let row = DAMM.get(usize::from(state));
        let next = row.and_then(|row| row.get(usize::from(digit.wrapping_sub(b'0'))));
        state = next.map_or(0, |next| next - b'0');
    }
    state
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_read_however_it_is_typed() {
        let receipt = Receipt::of(572_000_000_000_123);
        let plain = receipt.digits().to_owned();
        assert_eq!(plain.len(), 16);
        let wide: String = plain
            .chars()
            .map(|c| char::from_u32(u32::from(c) - 0x30 + 0xff10).unwrap())
            .collect();
        for typed in [
            plain.clone(),
            receipt.grouped(),
            plain.replace('0', "٠"),
            format!("\u{3000}{wide}\n"),
            receipt.grouped().replace(' ', "-"),
        ] {
            assert_eq!(Receipt::read(&typed), Ok(receipt.clone()), "{typed}");
        }
        let small = Receipt::of(42_000_000_123);
        let lost = small.digits().trim_start_matches('0');
        assert_eq!(lost.len(), 12, "four zeros are too many to lose");
        assert_eq!(Receipt::read(lost), Err(ReceiptError::Length(12)));
        assert_eq!(Receipt::read(&small.digits()[3..]), Ok(small));
        assert_eq!(Receipt::read("12a"), Err(ReceiptError::NotDigits));
        assert_eq!(Receipt::read("1234"), Err(ReceiptError::Length(4)));
    }

    #[test]
    fn one_wrong_digit_or_a_swap_of_neighbours_is_always_noticed() {
        for number in [0, 1, 123_456_789_012_345, 999_999_999_999_999] {
            let right = Receipt::of(number).0;
            for place in 0..16 {
                for digit in b'0'..=b'9' {
                    let mut wrong = right.clone().into_bytes();
                    wrong[place] = digit;
                    let wrong = String::from_utf8(wrong).unwrap();
                    assert_eq!(Receipt::read(&wrong).is_ok(), wrong == right);
                }
                let mut swapped = right.clone().into_bytes();
                swapped.swap(place, (place + 1) % 15);
                let swapped = String::from_utf8(swapped).unwrap();
                let is_neighbour = place < 14;
                if is_neighbour {
                    assert_eq!(Receipt::read(&swapped).is_ok(), swapped == right);
                }
            }
        }
    }
}

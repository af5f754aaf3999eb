//! The code of a first sign-in: fifteen digits on a printed slip for a deputy's or a unit's account.
//!
//! It is not a voting slip and never meets one: it opens an account, and an account cannot vote.

use crate::voting::slip_code::digits;

/// Digits of a code: 49 bits, guessed online at a limited rate.
const DIGITS: usize = 15;
/// One more than the largest number of a code.
pub const CODES: u64 = 1_000_000_000_000_000;

/// A code as printed or typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvitationCode(String);

impl InvitationCode {
    /// The code of a number below [`CODES`].
    #[must_use]
    pub fn of(number: u64) -> Self {
        Self(format!("{number:015}"))
    }

    /// Reads a code as forgivingly as a slip's.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        digits(text, DIGITS).map(Self)
    }

    /// Its fifteen digits.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.0
    }

    /// Its digits in three groups of five, for eyes and fingers.
    #[must_use]
    pub fn grouped(&self) -> String {
        let (first, rest) = self.0.split_at_checked(5).unwrap_or((&self.0, ""));
        let (second, third) = rest.split_at_checked(5).unwrap_or((rest, ""));
        format!("{first} {second} {third}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_read_as_people_type_it() {
        let code = InvitationCode::of(42_000_000_123);
        assert_eq!(code.grouped(), "00004 20000 00123");
        for typed in [
            "000042000000123",
            "00004 20000 00123",
            "００００４-20000-00123",
            "0000420000OO123",
            "0420 00000 123",
        ] {
            assert_eq!(InvitationCode::read(typed), Some(code.clone()), "{typed}");
        }
        for typed in ["", "00004 20000", "00004 20000 001234", "A0004 20000 00123"] {
            assert_eq!(InvitationCode::read(typed), None, "{typed}");
        }
    }
}

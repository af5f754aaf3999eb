//! How much of the work is done, in thousandths, so that no figure hangs on floating point.

use crate::problem::Problem;

/// A part of the whole in thousandths: 0 to 1000, shown as a percentage with one decimal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Share(u16);

impl Share {
    /// Nothing yet.
    pub const NONE: Self = Self(0);
    /// All of it.
    pub(crate) const WHOLE: Self = Self(1000);

    /// A share of so many thousandths; more than the whole is the whole.
    #[must_use]
    pub const fn thousandths(thousandths: u16) -> Self {
        if thousandths > 1000 {
            Self::WHOLE
        } else {
            Self(thousandths)
        }
    }

    /// The share that an amount is of its target, rounded down: the whole is reached only by the
    /// whole amount. A target of nothing has no share.
    #[must_use]
    pub fn of(amount: u64, target: u64) -> Option<Self> {
        let thousandths = amount.checked_mul(1000)?.checked_div(target)?;
        Some(Self(
            u16::try_from(thousandths).map_or(1000, |share| share.min(1000)),
        ))
    }

    /// Reads a percentage from 0 to 100 with at most one decimal; a percent sign may stand behind.
    ///
    /// # Errors
    /// The problem `percent-form` at no field yet.
    pub fn read(text: &str) -> Result<Self, Problem> {
        let problem = || Problem::error("percent-form");
        let text = text.trim().trim_end_matches(['%', '\u{ff05}']).trim_end();
        let (whole, tenth) = text.split_once('.').unwrap_or((text, "0"));
        let is_number = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
        if !is_number(whole) || !is_number(tenth) || tenth.len() > 1 {
            return Err(problem());
        }
        let whole: u16 = whole.parse().map_err(|_| problem())?;
        let tenth: u16 = tenth.parse().map_err(|_| problem())?;
        match whole
            .checked_mul(10)
            .and_then(|tens| tens.checked_add(tenth))
        {
            Some(share @ 0..=1000) => Ok(Self(share)),
            _ => Err(problem()),
        }
    }

    /// The number of thousandths.
    #[must_use]
    pub fn get(self) -> u16 {
        self.0
    }

    /// How far another share is ahead of this one, in thousandths.
    #[must_use]
    pub(crate) fn behind(self, planned: Self) -> u16 {
        planned.0.saturating_sub(self.0)
    }
}

/// As a percentage without its sign: `92` or `92.5`.
impl std::fmt::Display for Share {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        tenths(self.0).fmt(f)
    }
}

/// Thousandths as points of a percentage: `9.5`, or `10` where it is whole.
#[must_use]
pub fn tenths(thousandths: u16) -> String {
    match thousandths % 10 {
        0 => (thousandths / 10).to_string(),
        rest => format!("{}.{rest}", thousandths / 10),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_percentage_is_read_as_people_type_it_or_refused() {
        for (typed, share) in [
            ("0", 0),
            ("92", 920),
            (" 92.5 % ", 925),
            ("100\u{ff05}", 1000),
        ] {
            assert_eq!(Share::read(typed), Ok(Share(share)), "{typed}");
        }
        for typed in ["", "-1", "100.1", "101", "9.25", "ten", "1e2", "9.", ".5"] {
            assert!(Share::read(typed).is_err(), "{typed}");
        }
    }

    #[test]
    fn a_part_rounds_down_so_that_only_the_whole_is_the_whole() {
        assert_eq!(Share::of(85_999, 86_000), Some(Share(999)));
        assert_eq!(Share::of(86, 86), Some(Share::WHOLE));
        assert_eq!(Share::of(90, 86), Some(Share::WHOLE), "more than asked for");
        assert_eq!(Share::of(1, 0), None);
        assert_eq!(Share(925).to_string(), "92.5");
        assert_eq!(Share(920).to_string(), "92");
    }
}

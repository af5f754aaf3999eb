//! Amounts as people write them in a column of 万元, into fen, exactly.
//!
//! A number alone means 万元, however large: `480` is 4.8 million yuan, and commas only group by
//! three, so `480,000.5` is 4,800,005,000 yuan. A unit after the number overrides the column:
//! `0.48亿` and `48万` and `480000元`. Nothing is rounded.

use super::{cell, columns};
use domain::problem::Problem;

/// The largest amount, one hundred thousand million yuan, is no livelihood project.
const MOST_FEN: i64 = 10_000_000_000_000;
/// From here on somebody has most likely written yuan in a column of 万元: one thousand million yuan.
pub(super) const ODD_FEN: i64 = 100_000_000_000;

const WAN: i64 = 1_000_000;

/// Why a text is no amount.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum AmountError {
    NotANumber,
    Negative,
    /// Finer than one fen.
    TooFine,
    TooLarge,
}

/// The fen of an amount that somebody typed.
///
/// # Errors
/// `amount-not-a-number`, `amount-negative`, `amount-too-fine`, `amount-too-large`, with the text.
pub fn amount(text: &str) -> Result<i64, Problem> {
    fen(text.trim()).map_err(|bad| problem(bad).with("value", text.trim()))
}

/// The amount in 万元 as a number, as [`amount`] reads it back.
#[must_use]
pub fn amount_text(fen: i64) -> String {
    wan(fen)
}

/// The coded problem of an amount.
pub(super) fn problem(bad: AmountError) -> Problem {
    Problem::error(match bad {
        AmountError::NotANumber => "amount-not-a-number",
        AmountError::Negative => "amount-negative",
        AmountError::TooFine => "amount-too-fine",
        AmountError::TooLarge => "amount-too-large",
    })
}

/// The fen of an amount.
pub(super) fn fen(text: &str) -> Result<i64, AmountError> {
    let text = cell::narrow(text).replace('\u{a5}', "");
    let (number, unit) = columns::unit(&text);
    let unit = match unit {
        Some("yi") => WAN * 10_000,
        Some("yuan") => 100,
        _ => WAN,
    };
    let number = number.trim();
    let (is_negative, number) = match number.strip_prefix(['-', '\u{2212}']) {
        Some(rest) => (true, rest),
        None => (false, number),
    };
    let (whole, rest) = number.split_once('.').unwrap_or((number, ""));
    let whole = ungrouped(whole).ok_or(AmountError::NotANumber)?;
    let is_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || !is_digits(&whole) || !is_digits(rest) || number.ends_with('.') {
        return Err(AmountError::NotANumber);
    }
    let amount = exact(&whole, rest.trim_end_matches('0'), unit)?;
    match amount {
        1.. if is_negative => Err(AmountError::Negative),
        amount if amount > MOST_FEN => Err(AmountError::TooLarge),
        amount => Ok(amount),
    }
}

/// `whole.rest` times a unit that is a power of ten.
fn exact(whole: &str, rest: &str, unit: i64) -> Result<i64, AmountError> {
    let places = unit.ilog10();
    let given = u32::try_from(rest.len()).map_err(|_| AmountError::TooFine)?;
    let scale = places.checked_sub(given).ok_or(AmountError::TooFine)?;
    let whole: i64 = whole.parse().map_err(|_| AmountError::TooLarge)?;
    let rest: i64 = if rest.is_empty() {
        0
    } else {
        rest.parse().unwrap_or(0)
    };
    let whole = whole.checked_mul(unit).ok_or(AmountError::TooLarge)?;
    whole
        .checked_add(rest * 10_i64.pow(scale))
        .ok_or(AmountError::TooLarge)
}

/// The digits without commas that group them by three; none when commas stand elsewhere.
fn ungrouped(whole: &str) -> Option<String> {
    let mut groups = whole.split(',');
    let first = groups.next()?;
    let mut out = first.to_owned();
    for group in groups {
        if group.len() != 3 || !(1..=3).contains(&first.len()) {
            return None;
        }
        out.push_str(group);
    }
    Some(out)
}

/// The amount in 万元 as a number, the form that is read back as the same amount.
pub(super) fn wan(fen: i64) -> String {
    let (whole, rest) = (fen / WAN, fen % WAN);
    if rest == 0 {
        return whole.to_string();
    }
    format!("{whole}.{rest:06}")
        .trim_end_matches('0')
        .to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_exact() {
        for (text, wanted) in [
            ("480", 480_000_000),
            ("480.5", 480_500_000),
            ("186.50", 186_500_000),
            ("48万", 48_000_000),
            ("48 万元", 48_000_000),
            ("0.48亿", 4_800_000_000),
            ("0.48 亿元", 4_800_000_000),
            ("480000元", 48_000_000),
            ("480,000.5元", 48_000_050),
            ("480,000.5", 480_000_500_000),
            ("1,200.000001", 1_200_000_001),
            ("４８０．５", 480_500_000),
            ("¥12", 12_000_000),
            ("0", 0),
            ("-0", 0),
            ("0.1", 100_000),
            ("10000000", MOST_FEN),
        ] {
            assert_eq!(fen(text), Ok(wanted), "{text}");
            assert_eq!(fen(&wan(wanted)), Ok(wanted), "{text}");
        }
    }

    #[test]
    fn what_is_no_amount_says_why() {
        use AmountError::{Negative, NotANumber, TooFine, TooLarge};
        for (text, why) in [
            ("", NotANumber),
            ("约480", NotANumber),
            ("480-500", NotANumber),
            ("1e3", NotANumber),
            (".5", NotANumber),
            ("5.", NotANumber),
            ("1,2", NotANumber),
            ("1,20,000", NotANumber),
            ("1234,567", NotANumber),
            ("48万万", NotANumber),
            ("万", NotANumber),
            ("1.2.3", NotANumber),
            ("-1", Negative),
            ("-0.000001", Negative),
            ("1.0000001", TooFine),
            ("0.001元", TooFine),
            ("99999999999", TooLarge),
            ("99999999999999999999999", TooLarge),
            ("1001亿", TooLarge),
        ] {
            assert_eq!(fen(text), Err(why), "{text}");
        }
    }
}

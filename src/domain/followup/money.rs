//! Money in the unit in which people give it here, ten thousands of yuan (万元), and in fen.

use crate::problem::Problem;

/// Fen of ten thousand yuan.
const TEN_THOUSAND: i64 = 1_000_000;
/// No livelihood project costs more: a hundred thousand million yuan.
const MOST: i64 = 10_000_000_000_000;

/// Fen as ten thousands of yuan, exactly: `36.05`.
#[must_use]
pub fn ten_thousands(fen: i64) -> String {
    let (whole, rest) = (fen / TEN_THOUSAND, (fen % TEN_THOUSAND).abs());
    if rest == 0 {
        return whole.to_string();
    }
    let sign = if fen < 0 && whole == 0 { "-" } else { "" };
    let rest = format!("{rest:06}");
    format!("{sign}{whole}.{}", rest.trim_end_matches('0'))
}

/// Reads ten thousands of yuan into fen; commas may group, up to six decimals are exact.
///
/// # Errors
/// The problem `money-form`, at no field yet.
pub fn read(text: &str) -> Result<i64, Problem> {
    let problem = || Problem::error("money-form");
    let text: String = text
        .trim()
        .chars()
        .filter(|c| !matches!(c, ',' | '\u{ff0c}'))
        .collect();
    let (whole, rest) = text.split_once('.').unwrap_or((&text, ""));
    let is_number = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || !is_number(whole) || !is_number(rest) || rest.len() > 6 {
        return Err(problem());
    }
    let whole: i64 = whole.parse().map_err(|_| problem())?;
    let rest: i64 = format!("{rest:0<6}").parse().map_err(|_| problem())?;
    let fen = whole
        .checked_mul(TEN_THOUSAND)
        .and_then(|fen| fen.checked_add(rest));
    fen.filter(|fen| *fen <= MOST).ok_or_else(problem)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn money_is_read_and_written_exactly() {
        for (text, fen) in [
            ("36.05", 36_050_000),
            ("680", 680_000_000),
            ("0.000001", 1),
            ("0", 0),
        ] {
            assert_eq!(read(text), Ok(fen), "{text}");
            assert_eq!(ten_thousands(fen), text);
        }
        assert_eq!(read(" 1,250.5 "), Ok(1_250_500_000));
        for text in ["", "-1", "1.0000001", "x", "1.2.3", ".5", "100000000"] {
            assert!(read(text).is_err(), "{text}");
        }
    }
}

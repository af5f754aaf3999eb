//! Amounts in 万元 as people write them, into fen, exactly.

/// The largest amount: one hundred thousand million yuan is no livelihood project.
const MOST_FEN: i64 = 10_000_000_000_000;

/// Fen of an amount in 万元 such as `480`, `186.5` or `1,200`; none for anything else, a negative
/// amount, more than whole fen, or too much.
pub(super) fn fen_of_wan(text: &str) -> Option<i64> {
    let text = text.replace([',', '，'], "");
    let (whole, rest) = text.split_once('.').unwrap_or((&text, ""));
    let is_number = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || !is_number(whole) || !is_number(rest) || rest.len() > 6 {
        return None;
    }
    let rest: i64 = format!("{rest:0<6}").parse().ok()?;
    let fen = whole
        .parse::<i64>()
        .ok()?
        .checked_mul(1_000_000)?
        .checked_add(rest)?;
    (fen <= MOST_FEN).then_some(fen)
}

#[cfg(test)]
mod tests {
    use super::fen_of_wan;

    #[test]
    fn amounts_are_exact() {
        assert_eq!(fen_of_wan("480"), Some(480_000_000));
        assert_eq!(fen_of_wan("186.5"), Some(186_500_000));
        assert_eq!(fen_of_wan("1,200.000001"), Some(1_200_000_001));
        for text in ["", "-1", "48万", "1.0000001", "99999999999", "1e3", ".5"] {
            assert_eq!(fen_of_wan(text), None, "{text}");
        }
    }
}

//! Numbers in the capital numerals of records (大写), which no stroke of a pen can change.

/// A number below 10^12 in capital numerals: 159 is 壹佰伍拾玖, 0 is 零.
#[must_use]
pub fn capital(number: u64) -> String {
    if number == 0 {
        return ZERO.to_owned();
    }
    let mut out = String::new();
    let mut is_gap = false;
    for (unit, name) in [(100_000_000, "亿"), (10_000, "万"), (1, "")] {
        let group = number / unit % 10_000;
        if group == 0 {
            is_gap = !out.is_empty();
            continue;
        }
        if !out.is_empty() && (is_gap || group < 1_000) {
            out.push_str(ZERO);
        }
        out.push_str(&thousands(group));
        out.push_str(name);
        is_gap = false;
    }
    out
}

const ZERO: &str = "零";
const DIGITS: [&str; 10] = [ZERO, "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"];

/// A group of four digits: 1050 is 壹仟零伍拾.
fn thousands(group: u64) -> String {
    let mut out = String::new();
    let mut is_gap = false;
    for (unit, name) in [(1_000, "仟"), (100, "佰"), (10, "拾"), (1, "")] {
        let digit = usize::try_from(group / unit % 10).unwrap_or(0);
        if digit == 0 {
            is_gap = !out.is_empty();
            continue;
        }
        if is_gap {
            out.push_str(ZERO);
        }
        out.push_str(DIGITS.get(digit).copied().unwrap_or_default());
        out.push_str(name);
        is_gap = false;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::capital;

    #[test]
    fn numbers_are_written_as_banks_write_them() {
        for (number, words) in [
            (0, "零"),
            (7, "柒"),
            (10, "壹拾"),
            (15, "壹拾伍"),
            (105, "壹佰零伍"),
            (110, "壹佰壹拾"),
            (159, "壹佰伍拾玖"),
            (327, "叁佰贰拾柒"),
            (1_005, "壹仟零伍"),
            (1_050, "壹仟零伍拾"),
            (10_000, "壹万"),
            (10_001, "壹万零壹"),
            (20_300, "贰万零叁佰"),
            (100_500, "壹拾万零伍佰"),
            (12_345, "壹万贰仟叁佰肆拾伍"),
            (100_000_001, "壹亿零壹"),
        ] {
            assert_eq!(capital(number), words, "{number}");
        }
    }
}

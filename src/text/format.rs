//! Dates, times and money as people write them here.

use jiff::{Timestamp, civil::Date};

use super::Language;
use machine::clock::beijing;

/// A moment given in milliseconds, as [`date_time`] says it.
#[must_use]
pub fn moment(milliseconds: i64) -> String {
    Timestamp::from_millisecond(milliseconds).map_or_else(|_| String::new(), date_time)
}

/// A full date: `2026年1月15日` in Chinese, `2026-01-15` elsewhere.
#[must_use]
pub fn date(language: Language, date: Date) -> String {
    match language {
        Language::ZhHans => format!("{}年{}月{}日", date.year(), date.month(), date.day()),
        Language::KkArab | Language::Ug | Language::En => date.to_string(),
    }
}

/// A moment as Beijing time of day, `10:42`.
#[must_use]
pub fn time(at: Timestamp) -> String {
    at.to_zoned_datetime(beijing())
        .strftime("%H:%M")
        .to_string()
}

/// A moment of so many milliseconds as its time of day.
#[must_use]
pub fn time_of(at: i64) -> String {
    Timestamp::from_millisecond(at)
        .map(time)
        .unwrap_or_default()
}

/// A moment as date and time of day, Beijing time, `2026-01-15 10:42`.
#[must_use]
pub fn date_time(at: Timestamp) -> String {
    at.to_zoned_datetime(beijing())
        .strftime("%Y-%m-%d %H:%M")
        .to_string()
}

/// An amount of money from fen: `480万元` where it is whole in 万元 to two decimals, else `480000.5元`.
#[must_use]
pub fn money(language: Language, fen: i64) -> String {
    let (number, in_wan) = if fen % 10_000 == 0 {
        (decimal(fen / 10_000, 2), true)
    } else {
        (decimal(fen, 2), false)
    };
    match (language, in_wan) {
        // The units in Kazakh and Uyghur await a translator.
        (Language::ZhHans | Language::KkArab | Language::Ug, true) => format!("{number}万元"),
        (Language::ZhHans | Language::KkArab | Language::Ug, false) => format!("{number}元"),
        (Language::En, _) => format!("CNY {}", grouped(&decimal(fen, 2))),
    }
}

/// A number up to 99 in Chinese numerals, as sessions are named: 17 is 十七.
#[must_use]
pub fn han(number: u32) -> String {
    let digit = |n: u32| {
        ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
            .get(usize::try_from(n).unwrap_or(0))
            .copied()
            .unwrap_or_default()
    };
    match (number / 10, number % 10) {
        (0, _) => digit(number).to_owned(),
        (1, ones) => format!("十{}", digit(ones)),
        (tens @ 2..=9, ones) => format!("{}十{}", digit(tens), digit(ones)),
        _ => number.to_string(),
    }
}

/// `value / 10^places` without trailing zeros.
fn decimal(value: i64, places: u32) -> String {
    let unit = 10_i64.pow(places);
    let whole = value / unit;
    let rest = (value % unit).abs();
    if rest == 0 {
        return whole.to_string();
    }
    let sign = if value < 0 && whole == 0 { "-" } else { "" };
    let rest = format!(
        "{rest:0width$}",
        width = usize::try_from(places).unwrap_or(2)
    );
    format!("{sign}{whole}.{}", rest.trim_end_matches('0'))
}

fn grouped(number: &str) -> String {
    let (whole, rest) = number
        .split_once('.')
        .map_or((number, None), |(w, r)| (w, Some(r)));
    let mut out = String::new();
    for (place, digit) in whole.chars().enumerate() {
        if place > 0 && digit.is_ascii_digit() && (whole.len() - place) % 3 == 0 && out != "-" {
            out.push(',');
        }
        out.push(digit);
    }
    rest.map_or(out.clone(), |rest| format!("{out}.{rest}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn money_is_said_in_the_unit_people_use() {
        let zh = |fen| money(Language::ZhHans, fen);
        assert_eq!(zh(480_000_000), "480万元");
        assert_eq!(zh(36_050_000), "36.05万元");
        assert_eq!(zh(48_000_050), "480000.5元");
        assert_eq!(money(Language::En, 480_000_000), "CNY 4,800,000");
    }
}

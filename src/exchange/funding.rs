//! Sources of money in one cell: `本级财政（县财政） 680/500 已落实`, a line or a semicolon a source.
//!
//! The label is a kind of source (`columns.csv`, table `fund`), its name in brackets; then the amount
//! in 万元 and, after a stroke, this year's part; then whether it is secured. People leave parts out:
//! a label alone stands for the whole investment, and what is not said to be secured is not.

use super::money::{self, AmountError};
use super::{cell, columns};
use domain::library::fund::{Fund, FundKind};

/// Signs that part sources in a cell and so cannot be in a name.
const SIGNS: [char; 7] = ['\u{ff1b}', ';', '\n', '\u{ff08}', '\u{ff09}', '(', ')'];

/// A source's name without the signs that part sources in a cell.
#[must_use]
pub fn source_name(text: &str) -> String {
    let tidy = text.replace(SIGNS, " ");
    let words: Vec<&str> = tidy.split_whitespace().collect();
    words.join(" ")
}

/// The sources of a cell; a source without an amount stands for `investment` and `need`.
pub(super) fn read(text: &str, investment: i64, need: i64) -> Result<Vec<Fund>, AmountError> {
    let lines = text.split(['\u{ff1b}', ';', '\n']).map(str::trim);
    let lines = lines.filter(|line| !line.is_empty());
    lines.map(|line| one(line, investment, need)).collect()
}

fn one(text: &str, investment: i64, need: i64) -> Result<Fund, AmountError> {
    let (text, is_secured) = secured(text);
    let (label, amounts) = text.split_at(amount_place(text));
    let (kind, source) = labelled(label.trim());
    let (amount, this_year) = match amounts.trim() {
        "" => (investment, need),
        amounts => match amounts.split_once(['/', '\u{ff0f}']) {
            Some((amount, year)) => (money::fen(amount)?, money::fen(year)?),
            None => money::fen(amounts).map(|amount| (amount, amount))?,
        },
    };
    Ok(Fund {
        kind,
        source,
        amount,
        this_year,
        is_secured,
    })
}

/// The text without its last word, where that says whether the money is secured.
fn secured(text: &str) -> (&str, bool) {
    let last = text.rsplit([' ', '\u{3000}']).next().unwrap_or_default();
    match columns::column("secured", last) {
        Some(word) if last.len() < text.len() => {
            let rest = text.strip_suffix(last).unwrap_or(text);
            (rest.trim_end(), word == "yes")
        }
        _ => (text, false),
    }
}

/// Where the amount begins: at the first digit after the brackets of the name.
fn amount_place(text: &str) -> usize {
    let after = text.rfind(['\u{ff09}', ')']).map_or(0, |place| {
        place
            + text
                .get(place..)
                .and_then(|rest| rest.chars().next())
                .map_or(1, char::len_utf8)
    });
    let is_digit = |c: char| c.is_ascii_digit() || ('\u{ff10}'..='\u{ff19}').contains(&c);
    text.get(after..)
        .and_then(|rest| rest.find(|c| is_digit(c) || c == '-' || c == '\u{a5}'))
        .map_or(text.len(), |place| after + place)
}

/// Kind and name of a label: a kind with its name in brackets, or any name.
fn labelled(label: &str) -> (FundKind, String) {
    let (outside, inside) = match label.split_once(['\u{ff08}', '(']) {
        Some((outside, rest)) => (outside, rest.trim_end_matches(['\u{ff09}', ')'])),
        None => (label, ""),
    };
    let kind = columns::column("fund", outside).and_then(FundKind::from_word);
    match kind {
        Some(kind) if !inside.is_empty() => (kind, source_name(inside)),
        Some(kind) if cell::plain(outside) == cell::plain(header(kind)) => (kind, String::new()),
        Some(kind) => (kind, source_name(outside)),
        None => (FundKind::Other, source_name(label)),
    }
}

fn header(kind: FundKind) -> &'static str {
    columns::header("fund", kind.word())
}

/// The cell of sources, which [`read`] reads back as equal ones.
pub(super) fn write(funds: &[Fund]) -> String {
    let lines: Vec<String> = funds
        .iter()
        .map(|fund| {
            let name = if fund.source.is_empty() {
                String::new()
            } else {
                format!("\u{ff08}{}\u{ff09}", fund.source)
            };
            let secured = columns::header("secured", if fund.is_secured { "yes" } else { "no" });
            let (amount, year) = (money::wan(fund.amount), money::wan(fund.this_year));
            format!("{}{name} {amount}/{year} {secured}", header(fund.kind))
        })
        .collect();
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fund(kind: FundKind, source: &str, amount: i64, this_year: i64, is_secured: bool) -> Fund {
        Fund {
            kind,
            source: source.to_owned(),
            amount,
            this_year,
            is_secured,
        }
    }

    #[test]
    fn a_cell_is_read_as_people_write_it() {
        use FundKind::{Company, Grant, Other, OwnBudget};
        const WAN: i64 = 1_000_000;
        for (text, wanted) in [
            (
                "县财政",
                vec![fund(OwnBudget, "县财政", 900 * WAN, 500 * WAN, false)],
            ),
            (
                "县财政 已落实",
                vec![fund(OwnBudget, "县财政", 900 * WAN, 500 * WAN, true)],
            ),
            (
                "本级财政 680",
                vec![fund(OwnBudget, "", 680 * WAN, 680 * WAN, false)],
            ),
            (
                "本级财政（县财政） 680/500 已落实；上级补助 0.057 亿 未落实",
                vec![
                    fund(OwnBudget, "县财政", 680 * WAN, 500 * WAN, true),
                    fund(Grant, "", 570 * WAN, 570 * WAN, false),
                ],
            ),
            (
                "企业自筹(某公司2号)１２．５",
                vec![fund(Company, "某公司2号", 12_500_000, 12_500_000, false)],
            ),
            (
                "乡贤 3万元",
                vec![fund(Other, "乡贤", 3 * WAN, 3 * WAN, false)],
            ),
            ("", vec![]),
        ] {
            assert_eq!(
                read(text, 900 * WAN, 500 * WAN),
                Ok(wanted.clone()),
                "{text}"
            );
            assert_eq!(read(&write(&wanted), 0, 0), Ok(wanted), "{text}");
        }
        assert_eq!(read("县财政 -5", 0, 0), Err(AmountError::Negative));
        assert_eq!(read("县财政 5元5角", 0, 0), Err(AmountError::NotANumber));
    }
}

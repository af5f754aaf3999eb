//! Remarks that a deputy may write beside the grades of an evaluation (意见), one a line.
//!
//! They are never part of a [`Paper`](super::Paper): each ballot of a round that asks for remarks has
//! one record of them, of one length whatever was written, sealed apart from the marks. After opening
//! they are only ever seen in groups of one line, and only in groups that are large enough.

use std::collections::BTreeMap;

use super::{LineNo, UnreadablePaper};
use crate::problem::Problem;

/// The most characters of a remark.
pub const MOST: usize = 100;
/// Bytes of a remark in its record: characters of Chinese take three, those of Kazakh and Uyghur two.
const BYTES: usize = 3 * MOST;
/// Bytes of a line in the record: the length, then the remark, then zeros.
const LINE: usize = 2 + BYTES;
/// The smallest group of remarks on a line that is kept at all. One or two tell who wrote them.
pub(crate) const SMALLEST_GROUP: usize = 3;
/// What stands for a name or a number that was taken out of a remark.
pub const TAKEN_OUT: &str = "***";
/// So many digits in a row are a telephone or an identity number.
const DIGITS: usize = 7;

/// The remarks of one ballot. It has no `Debug` on purpose: they do not belong in a log.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Remarks(Vec<String>);

impl Remarks {
    /// No remark on any of so many lines.
    #[must_use]
    pub fn none(lines: usize) -> Self {
        Self(vec![String::new(); lines])
    }

    /// Remarks as they were typed, one a line of the slate; white space is made single spaces.
    #[must_use]
    pub fn typed<T: AsRef<str>>(texts: impl IntoIterator<Item = T>) -> Self {
        let single = |text: T| {
            let words: Vec<&str> = text.as_ref().split_whitespace().collect();
            words.join(" ")
        };
        Self(texts.into_iter().map(single).collect())
    }

    /// Each line's remark, in the order of the slate; empty where there is none.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(String::as_str)
    }

    /// Whether nothing was written.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(String::is_empty)
    }

    /// Whether these are remarks on so many lines.
    #[must_use]
    pub fn fits(&self, lines: usize) -> bool {
        self.0.len() == lines
    }

    /// What stands against them: `remark-too-long` (facts `line`, `most`, `over`) at `line-<no>`.
    #[must_use]
    pub fn problems(&self) -> Vec<Problem> {
        let too_long = |(line, text): (usize, &String)| {
            let over = text.chars().count().checked_sub(MOST).filter(|n| *n > 0);
            // Characters of four bytes are rare, but the record has no more room.
            let over = over.or_else(|| text.len().checked_sub(BYTES).filter(|n| *n > 0))?;
            let problem = Problem::error("remark-too-long").at(format!("line-{line}"));
            let problem = problem.with("line", line).with("most", MOST);
            Some(problem.with("over", over))
        };
        (1..).zip(&self.0).filter_map(too_long).collect()
    }

    /// Lines whose remark names one of these people or a number of somebody.
    #[must_use]
    pub fn lines_that_name(&self, people: &[String]) -> Vec<usize> {
        let lines = (1..).zip(&self.0);
        lines
            .filter(|(_, text)| without_people(text, people) != **text)
            .map(|(line, _)| line)
            .collect()
    }

    /// The record of a round of so many lines as a slate has: of one length whatever is in it. What
    /// has [`problems`](Self::problems) is cut off.
    #[must_use]
    pub fn encode(&self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(self.0.len().saturating_mul(LINE));
        for text in &self.0 {
            let mut end = text.len().min(BYTES);
            while !text.is_char_boundary(end) {
                end = end.saturating_sub(1);
            }
            let kept = text.get(..end).unwrap_or_default();
            bytes.extend(u16::try_from(end).unwrap_or(0).to_be_bytes());
            bytes.extend(kept.as_bytes());
            bytes.resize(bytes.len().saturating_add(BYTES).saturating_sub(end), 0);
        }
        bytes
    }

    /// The remarks of a record.
    ///
    /// # Errors
    /// [`UnreadablePaper`] when it is no record of a round of so many lines.
    pub fn decode(bytes: &[u8], lines: usize) -> Result<Self, UnreadablePaper> {
        if bytes.len() != lines.saturating_mul(LINE) {
            return Err(UnreadablePaper);
        }
        let line = |bytes: &[u8]| {
            let (length, text) = bytes.split_at_checked(2)?;
            let length = u16::from_be_bytes(length.try_into().ok()?);
            let text = text.get(..usize::from(length))?;
            std::str::from_utf8(text).ok().map(str::to_owned)
        };
        let texts: Option<Vec<String>> = bytes.chunks(LINE).map(line).collect();
        texts.map(Self).ok_or(UnreadablePaper)
    }
}

/// A remark as it stays: on a line, under a key of its own by which it lies in no order.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct OpenedRemark {
    pub line: LineNo,
    /// Fresh random bytes: the order on the line.
    pub key: [u8; 16],
    /// The words, without names.
    pub text: String,
}

/// The remarks of an opened box, line by line, without names; a line with fewer than
/// `SMALLEST_GROUP` of them has none. Their order still is the order of `all`: whoever writes them
/// down must mix each line for itself.
#[must_use]
pub fn groups(
    all: impl IntoIterator<Item = Remarks>,
    people: &[String],
) -> BTreeMap<LineNo, Vec<String>> {
    let mut groups: BTreeMap<LineNo, Vec<String>> = BTreeMap::new();
    for remarks in all {
        for (line, text) in (1..).map(LineNo).zip(remarks.0) {
            if !text.is_empty() {
                let text = without_people(&text, people);
                groups.entry(line).or_default().push(text);
            }
        }
    }
    groups.retain(|_, group| group.len() >= SMALLEST_GROUP);
    groups
}

/// A remark with [`TAKEN_OUT`] for each of these people's names and for every long number. A name of
/// one character is not looked for: it stands in too many words.
#[must_use]
pub(crate) fn without_people(text: &str, people: &[String]) -> String {
    // Rosters write some names with a space in between; people do not.
    let spellings = people.iter().flat_map(|name| {
        [
            name.trim().to_owned(),
            name.replace(char::is_whitespace, ""),
        ]
    });
    let mut longest_first: Vec<String> = spellings.collect();
    longest_first.sort_by_key(|name| std::cmp::Reverse(name.len()));
    let mut text = text.to_owned();
    for name in &longest_first {
        if name.chars().nth(1).is_some() {
            text = text.replace(name, TAKEN_OUT);
        }
    }
    without_numbers(&text)
}

fn without_numbers(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut digits = String::new();
    let flush = |kept: &mut String, digits: &mut String| {
        let count = digits.chars().filter(|c| c.is_numeric()).count();
        kept.push_str(if count < DIGITS { digits } else { TAKEN_OUT });
        digits.clear();
    };
    for one in text.chars() {
        // A number may be written in pieces: 138 0000 0000, or with hyphens.
        let joins = matches!(one, ' ' | '-') && !digits.is_empty();
        if one.is_numeric() || joins {
            digits.push(one);
        } else {
            flush(&mut kept, &mut digits);
            kept.push(one);
        }
    }
    flush(&mut kept, &mut digits);
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    fn remarks(texts: &[&str]) -> Remarks {
        Remarks::typed(texts.iter().copied())
    }

    #[test]
    fn a_record_has_one_length_and_comes_back() {
        let longest = "路".repeat(MOST);
        let cases: [&[&str]; 4] = [
            &["", ""],
            &["灯不亮", ""],
            &[&longest, &longest],
            &["", "a"],
        ];
        for texts in cases {
            let remarks = remarks(texts);
            let bytes = remarks.encode();
            assert_eq!(bytes.len(), 2 * LINE);
            assert!(Remarks::decode(&bytes, 2) == Ok(remarks));
        }
        assert!(Remarks::decode(&[0; 2 * LINE], 3) == Err(UnreadablePaper));
        let mut wrong = remarks(&["a"]).encode();
        wrong[0] = 0xff;
        assert!(Remarks::decode(&wrong, 1) == Err(UnreadablePaper));
        wrong[0..4].copy_from_slice(&[0, 2, 0xe8, 0xb7]);
        assert!(
            Remarks::decode(&wrong, 1) == Err(UnreadablePaper),
            "half a character"
        );
    }

    #[test]
    fn a_remark_is_one_line_of_a_hundred_characters() {
        assert!(remarks(&[" 灯\r\n 不亮 "]) == Remarks(vec!["灯 不亮".to_owned()]));
        assert!(remarks(&[&"路".repeat(100)]).problems().is_empty());
        let found = remarks(&["", &"路".repeat(103)]).problems();
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].code, "remark-too-long");
        assert_eq!(found[0].facts[2], ("over", "3".to_owned()));
        let wide = remarks(&[&"𠮷".repeat(100)]);
        assert_eq!(wide.problems()[0].code, "remark-too-long", "400 bytes");
        assert_eq!(wide.encode().len(), LINE, "and never a longer record");
    }

    #[test]
    fn groups_of_fewer_than_three_are_not_kept() {
        let all = || {
            (0..5).map(|n| remarks(&[if n < 2 { "少" } else { "" }, if n < 3 { "多" } else { "" }]))
        };
        let groups = groups(all(), &[]);
        assert_eq!(groups.len(), 1);
        assert_eq!(groups[&LineNo(2)], ["多", "多", "多"]);
    }

    #[test]
    fn names_and_numbers_of_people_are_taken_out() {
        let people = ["代表001", "代表 00", "阿依古丽", "阿依", "王", "李 明"].map(str::to_owned);
        for (text, left) in [
            ("阿依古丽说路不平", "***说路不平"),
            ("阿依和代表 001", "***和***1"),
            ("王庄的路", "王庄的路"),
            ("李明修的路", "***修的路"),
            ("电话13800000000", "电话***"),
            ("电话138 0000-0000 找我", "电话***找我"),
            (
                "修了 12 公里，花了 300000 元",
                "修了 12 公里，花了 300000 元",
            ),
            ("٠١٢٣٤٥٦٧٨", "***"),
        ] {
            assert_eq!(without_people(text, &people), left, "{text}");
        }
        let found = remarks(&["路不平", "阿依知道"]).lines_that_name(&people);
        assert_eq!(found, [2]);
    }
}

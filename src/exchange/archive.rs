//! A workbook's package, measured before anybody trusts what it says about itself.
//!
//! Every part is unpacked once into one bounded buffer. Sizes are counted, not read from the
//! directory, which may lie; nothing is written to a disk and no name is followed.

use std::io::{Cursor, Read};

use zip::ZipArchive;

use crate::domain::problem::Problem;

/// The most parts; a plain roster has about ten.
const MOST_PARTS: usize = 512;
/// The most bytes of all parts unpacked: 20,000 wide rows need about half of it.
const MOST_UNPACKED: usize = 48 << 20;
/// The most bytes of a part that a reader keeps in memory whole, which is any but a sheet.
const MOST_KEPT: usize = 16 << 20;
/// How many times larger than packed a large part may be: real sheets reach 60, zeros 1,000.
const MOST_RATIO: usize = 250;
/// Parts smaller than this are not asked for their ratio.
const SMALL: usize = 1 << 20;
/// The most different texts a part may announce; a reader sets memory aside for as many.
const MOST_ANNOUNCED: usize = 2_000_000;

/// A package within all bounds.
pub(super) struct Archive<'b> {
    zip: ZipArchive<Cursor<&'b [u8]>>,
}

impl<'b> Archive<'b> {
    /// Opens a package and measures every part.
    pub(super) fn open(bytes: &'b [u8]) -> Result<Self, Problem> {
        let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| broken())?;
        if zip.len() > MOST_PARTS {
            return Err(Problem::error("workbook-parts").with("most", MOST_PARTS));
        }
        if zip.has_duplicate_names() {
            return Err(broken());
        }
        let (mut part, mut total) = (Vec::new(), 0_usize);
        for number in 0..zip.len() {
            let file = zip.by_index(number).map_err(|_| broken())?;
            let name = file.name().map_err(|_| broken())?.into_owned();
            if name.starts_with('/') || name.contains(['\\', '\0']) || name.contains("..") {
                return Err(broken());
            }
            let packed = usize::try_from(file.compressed_size()).unwrap_or(usize::MAX);
            let is_sheet = name.contains("worksheets/");
            let most = if is_sheet { MOST_UNPACKED } else { MOST_KEPT };
            let most = most.min(MOST_UNPACKED.saturating_sub(total));
            unpack(file, most, &mut part)?;
            total = total.saturating_add(part.len());
            if part.len() > SMALL && part.len() / packed.max(1) > MOST_RATIO {
                return Err(too_large());
            }
            if name.ends_with(".xml") || name.ends_with(".rels") {
                check_text(&part)?;
            }
        }
        if zip.index_for_name(super::xlsx::WORKBOOK).is_none() {
            return Err(Problem::error("file-not-table"));
        }
        Ok(Self { zip })
    }

    /// The text of a part.
    pub(super) fn part(&mut self, name: &str) -> Result<String, Problem> {
        let file = self.zip.by_name(name).map_err(|_| broken())?;
        let mut part = Vec::new();
        unpack(file, MOST_UNPACKED, &mut part)?;
        String::from_utf8(part).map_err(|_| broken())
    }
}

fn unpack(file: impl Read, most: usize, part: &mut Vec<u8>) -> Result<(), Problem> {
    part.clear();
    let limit = u64::try_from(most).unwrap_or(u64::MAX).saturating_add(1);
    let read = file.take(limit).read_to_end(part);
    if part.len() > most {
        return Err(too_large());
    }
    read.map(drop).map_err(|_| broken())
}

/// What a spreadsheet program never writes: document types (entities that expand), encodings other
/// than UTF-8 (in which the rest of these checks would be blind), absurd announcements.
fn check_text(part: &[u8]) -> Result<(), Problem> {
    let start = part
        .get(..part.len().min(1024))
        .unwrap_or_default()
        .to_ascii_lowercase();
    let has = |word: &[u8]| start.windows(word.len()).any(|window| window == word);
    let is_other_encoding =
        has(b"encoding=") && !has(b"encoding=\"utf-8\"") && !has(b"encoding='utf-8'");
    if start.contains(&0) || is_other_encoding || has(b"<!doctype") || has(b"<!entity") {
        return Err(Problem::error("workbook-odd"));
    }
    let announced = b"uniqueCount";
    let mut rest = part;
    while let Some(at) = find(rest, announced) {
        rest = rest.get(at + announced.len()..).unwrap_or_default();
        let value = rest
            .iter()
            .skip_while(|byte| matches!(byte, b' ' | b'=' | b'"' | b'\'' | b'\n'));
        let digits: String = value
            .take_while(|b| b.is_ascii_digit())
            .map(|b| char::from(*b))
            .collect();
        if digits.len() > 7
            || digits
                .parse()
                .is_ok_and(|count: usize| count > MOST_ANNOUNCED)
        {
            return Err(Problem::error("workbook-odd"));
        }
    }
    Ok(())
}

/// Where a word begins; words here are announced once, near the start, if at all.
fn find(bytes: &[u8], word: &[u8]) -> Option<usize> {
    let first = *word.first()?;
    let mut from = 0;
    loop {
        let rest = bytes.get(from..)?;
        let at = rest.iter().position(|byte| *byte == first)?;
        if rest.get(at..)?.starts_with(word) {
            return Some(from + at);
        }
        from += at + 1;
    }
}

pub(super) fn broken() -> Problem {
    Problem::error("workbook-broken")
}

fn too_large() -> Problem {
    Problem::error("workbook-too-large").with("most", MOST_UNPACKED >> 20)
}

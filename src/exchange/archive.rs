//! A workbook's package, measured before anybody trusts what it says about itself.
//!
//! Every part is unpacked once through one small buffer. Sizes are counted, not read from the
//! directory, which may lie; nothing is written to a disk and no name is followed.

use std::io::{Cursor, Read};

use zip::ZipArchive;

use domain::problem::Problem;

/// The part that every workbook has.
pub(super) const WORKBOOK: &str = "xl/workbook.xml";
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

/// How much is unpacked at a time, and how much of it is looked at again with what follows.
const CHUNK: u64 = 64 << 10;
const TAIL: usize = 256;
/// What a part announces stands this near to its name.
const NEAR: usize = 64;

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
        let mut total = 0_usize;
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
            let size = measure(file, most)?;
            total = total.saturating_add(size);
            if size > SMALL && size / packed.max(1) > MOST_RATIO {
                return Err(too_large());
            }
        }
        if zip.index_for_name(WORKBOOK).is_none() {
            return Err(Problem::error("file-not-table"));
        }
        Ok(Self { zip })
    }

    /// The text of a part.
    pub(super) fn part(&mut self, name: &str) -> Result<String, Problem> {
        let file = self.zip.by_name(name).map_err(|_| broken())?;
        let size = usize::try_from(file.size()).unwrap_or(usize::MAX);
        let mut part = Vec::with_capacity(size.min(MOST_UNPACKED));
        let limit = u64::try_from(MOST_UNPACKED).unwrap_or(u64::MAX);
        file.take(limit)
            .read_to_end(&mut part)
            .map_err(|_| broken())?;
        String::from_utf8(part).map_err(|_| broken())
    }
}

/// The size of a part, unpacked piece by piece and looked at on the way: any part may be named as
/// the one that holds the texts, whatever it is called.
fn measure(mut file: impl Read, most: usize) -> Result<usize, Problem> {
    let mut window = Vec::new();
    let mut size = 0_usize;
    loop {
        let passed = window.len().saturating_sub(TAIL);
        window.drain(..passed);
        let read = file.by_ref().take(CHUNK).read_to_end(&mut window);
        let read = read.map_err(|_| broken())?;
        if read == 0 {
            return Ok(size);
        }
        if size == 0 && is_markup(&window) {
            check_start(window.get(..window.len().min(1024)).unwrap_or_default())?;
        }
        check_announced(&window)?;
        size = size.saturating_add(read);
        if size > most {
            return Err(too_large());
        }
    }
}

/// Whether a reader could take the part for markup, in whatever encoding.
fn is_markup(part: &[u8]) -> bool {
    let marks: [&[u8]; 4] = [b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf", b"\0<"];
    part.trim_ascii_start().starts_with(b"<") || marks.iter().any(|mark| part.starts_with(mark))
}

/// What a spreadsheet program never writes: document types (entities that expand) and encodings
/// other than UTF-8, in which these checks would be blind.
fn check_start(start: &[u8]) -> Result<(), Problem> {
    let start = start.to_ascii_lowercase();
    let has = |word: &[u8]| find(&start, word).is_some();
    let is_utf8 = has(b"encoding=\"utf-8\"") || has(b"encoding='utf-8'") || !has(b"encoding");
    let is_wide = start.contains(&0) || start.starts_with(b"\xff") || start.starts_with(b"\xfe");
    if is_wide || !is_utf8 || has(b"<!doctype") || has(b"<!entity") {
        return Err(odd());
    }
    Ok(())
}

/// An absurd number of texts, for which a reader would set memory aside at once.
fn check_announced(window: &[u8]) -> Result<(), Problem> {
    let name = b"uniqueCount";
    let mut rest = window;
    while let Some(at) = find(rest, name) {
        rest = rest.get(at + name.len()..).unwrap_or_default();
        // At the end of a window the rest comes with the next one, which begins before the name.
        let near = rest.get(..rest.len().min(NEAR)).unwrap_or_default();
        let is_between = |byte: &u8| byte.is_ascii_whitespace() || b"=\"'".contains(byte);
        let value = near.iter().skip_while(|byte| is_between(byte));
        let digits: String = value
            .take_while(|byte| byte.is_ascii_digit())
            .map(|byte| char::from(*byte))
            .collect();
        let is_far = digits.is_empty() && near.len() == NEAR && near.iter().all(is_between);
        let count: usize = digits.parse().unwrap_or(0);
        if is_far || digits.len() > 7 || count > MOST_ANNOUNCED {
            return Err(odd());
        }
    }
    Ok(())
}

/// Where a word begins.
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

fn odd() -> Problem {
    Problem::error("workbook-odd")
}

fn too_large() -> Problem {
    Problem::error("workbook-too-large").with("most", MOST_UNPACKED >> 20)
}

//! Records of a delimited text file, one at a time: quotes, CRLF, a byte order mark, and the line of
//! the file on which each begins. Nothing is kept of what was read, so a file may be of any length.

use std::io::BufRead;

use crate::domain::problem::Problem;

/// The longest record that is read.
const LONGEST: usize = 1 << 20;
/// The most lines that one quoted field may break a record into.
const MOST_LINES: usize = 100;

/// A reader of records.
pub(super) struct Records<R> {
    input: R,
    delimiter: char,
    line: u64,
    buffer: Vec<u8>,
}

/// One record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Record {
    /// The line of the file on which it begins, from 1.
    pub(super) row: u64,
    /// Its fields, without their quotes.
    pub(super) fields: Vec<String>,
}

impl Record {
    /// A field without spaces around it; empty when there is none.
    pub(super) fn get(&self, place: usize) -> &str {
        self.fields.get(place).map_or("", |field| field.trim())
    }
}

impl<R: BufRead> Records<R> {
    pub(super) fn new(input: R, delimiter: char) -> Self {
        Self {
            input,
            delimiter,
            line: 0,
            buffer: Vec::new(),
        }
    }

    /// The next record; empty lines are skipped.
    ///
    /// Errors: `ballots-unreadable`, `ballots-not-text`, `record-too-long`, `quote-unclosed`, at the row.
    pub(super) fn next(&mut self) -> Result<Option<Record>, Problem> {
        loop {
            self.buffer.clear();
            if !self.take_line()? {
                return Ok(None);
            }
            let row = self.line;
            if self.text(row)?.trim().is_empty() {
                continue;
            }
            for _ in 0..MOST_LINES {
                if let Some(fields) = split(self.text(row)?, self.delimiter) {
                    return Ok(Some(Record { row, fields }));
                }
                if !self.take_line()? {
                    break;
                }
            }
            return Err(Problem::error("quote-unclosed").in_cell(row, ""));
        }
    }

    /// Appends a line to the buffer; false at the end.
    fn take_line(&mut self) -> Result<bool, Problem> {
        let before = self.buffer.len();
        let room = u64::try_from(LONGEST.saturating_sub(before)).unwrap_or(0);
        let mut bounded = std::io::Read::take(&mut self.input, room);
        let read = bounded.read_until(b'\n', &mut self.buffer);
        let row = self.line.saturating_add(1);
        let read = read.map_err(|_| Problem::error("ballots-unreadable").in_cell(row, ""))?;
        if self.buffer.len() >= LONGEST {
            return Err(Problem::error("record-too-long").in_cell(row, ""));
        }
        if self.line == 0 && self.buffer.starts_with(b"\xef\xbb\xbf") {
            self.buffer.drain(..3);
        }
        self.line = row;
        Ok(read > 0)
    }

    /// The buffer as text without its line end.
    fn text(&self, row: u64) -> Result<&str, Problem> {
        let text = std::str::from_utf8(&self.buffer);
        let text = text.map_err(|_| Problem::error("ballots-not-text").in_cell(row, ""))?;
        let text = text.strip_suffix('\n').unwrap_or(text);
        Ok(text.strip_suffix('\r').unwrap_or(text))
    }
}

/// The fields of a record; none when a quote is still open at its end. A quote opens a field only at
/// its beginning: one inside a field is a character like any other.
fn split(text: &str, delimiter: char) -> Option<Vec<String>> {
    if !text.contains('"') {
        return Some(text.split(delimiter).map(str::to_owned).collect());
    }
    let mut fields = Vec::new();
    let mut field = String::new();
    let mut characters = text.chars().peekable();
    let mut is_quoted = false;
    let mut is_begin = true;
    while let Some(character) = characters.next() {
        match character {
            '"' if is_quoted && characters.peek() == Some(&'"') => {
                characters.next();
                field.push('"');
            }
            '"' if is_quoted => is_quoted = false,
            '"' if is_begin => is_quoted = true,
            other if other == delimiter && !is_quoted => {
                fields.push(std::mem::take(&mut field));
                is_begin = true;
                continue;
            }
            other => field.push(other),
        }
        is_begin = false;
    }
    if is_quoted {
        return None;
    }
    fields.push(field);
    Some(fields)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(text: &[u8], delimiter: char) -> Result<Vec<(u64, Vec<String>)>, &'static str> {
        let mut records = Records::new(text, delimiter);
        let mut found = Vec::new();
        while let Some(record) = records.next().map_err(|problem| problem.code)? {
            found.push((record.row, record.fields));
        }
        Ok(found)
    }

    fn of(rows: &[(u64, &[&str])]) -> Result<Vec<(u64, Vec<String>)>, &'static str> {
        let fields = |fields: &[&str]| fields.iter().map(|field| (*field).to_owned()).collect();
        Ok(rows
            .iter()
            .map(|(row, found)| (*row, fields(found)))
            .collect())
    }

    #[test]
    fn lines_fields_and_quotes() {
        assert_eq!(
            all(b"a;b\nc;d", ';'),
            of(&[(1, &["a", "b"]), (2, &["c", "d"])])
        );
        let crlf = b"\xef\xbb\xbfa,b\r\n\r\n1,\r\n";
        assert_eq!(all(crlf, ','), of(&[(1, &["a", "b"]), (3, &["1", ""])]));
        let quoted = b"\"a;\"\"b\"\"\";c\nd;5\" pipe\n";
        assert_eq!(
            all(quoted, ';'),
            of(&[(1, &["a;\"b\"", "c"]), (2, &["d", "5\" pipe"])])
        );
        let broken = b"\"a\nb\";c\nd;e\n";
        assert_eq!(
            all(broken, ';'),
            of(&[(1, &["a\nb", "c"]), (3, &["d", "e"])])
        );
        assert_eq!(all(b"", ';'), of(&[]));
    }

    #[test]
    fn what_cannot_be_read_is_told_by_row() {
        assert_eq!(all(b"a\n\"b\n", ';'), Err("quote-unclosed"));
        assert_eq!(all(b"a\n\xff\n", ';'), Err("ballots-not-text"));
        assert_eq!(all(&vec![b'a'; LONGEST + 1], ';'), Err("record-too-long"));
        let mut endless = b"\"".to_vec();
        endless.extend(b"a\n".repeat(10_000));
        assert_eq!(all(&endless, ';'), Err("quote-unclosed"));
    }
}

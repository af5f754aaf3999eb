//! Records of a delimited text file, one at a time: quotes, CRLF, a byte order mark, and the line of
//! the file on which each begins. Nothing is kept of what was read, so a file may be of any length.

use std::io::BufRead;

use domain::problem::Problem;

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
    record: TextRecord,
}

/// One record: its fields, without their quotes, one behind the other.
#[derive(Debug, Clone, Default)]
pub(super) struct TextRecord {
    /// The line of the file on which it begins, from 1.
    pub(super) row: u64,
    text: String,
    ends: Vec<usize>,
}

impl TextRecord {
    /// How many fields it has.
    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    /// A field without spaces around it; empty when there is none.
    pub(super) fn get(&self, place: usize) -> &str {
        let before = place
            .checked_sub(1)
            .and_then(|before| self.ends.get(before));
        let from = before.copied().unwrap_or(0);
        let field = self
            .ends
            .get(place)
            .and_then(|end| self.text.get(from..*end));
        field.map_or("", str::trim)
    }

    /// All fields.
    pub(super) fn fields(&self) -> impl Iterator<Item = &str> {
        (0..self.len()).map(|place| self.get(place))
    }

    /// Ends a field where the text ends now.
    fn end_field(&mut self) {
        self.ends.push(self.text.len());
    }

    /// Takes the fields of a line; false when a quote is still open at its end. A quote opens a
    /// field only at its beginning: one inside a field is a character like any other.
    fn split(&mut self, text: &str, delimiter: char) -> bool {
        self.text.clear();
        self.ends.clear();
        if !text.contains('"') {
            for field in text.split(delimiter) {
                self.text.push_str(field);
                self.end_field();
            }
            return true;
        }
        let mut characters = text.chars().peekable();
        let (mut is_quoted, mut is_begin) = (false, true);
        while let Some(character) = characters.next() {
            match character {
                '"' if is_quoted && characters.peek() == Some(&'"') => {
                    characters.next();
                    self.text.push('"');
                }
                '"' if is_quoted => is_quoted = false,
                '"' if is_begin => is_quoted = true,
                other if other == delimiter && !is_quoted => {
                    self.end_field();
                    is_begin = true;
                    continue;
                }
                other => self.text.push(other),
            }
            is_begin = false;
        }
        self.end_field();
        !is_quoted
    }
}

impl<R: BufRead> Records<R> {
    pub(super) fn new(input: R, delimiter: char) -> Self {
        let (buffer, record) = (Vec::new(), TextRecord::default());
        Self {
            input,
            delimiter,
            line: 0,
            buffer,
            record,
        }
    }

    /// The next record; empty lines are skipped.
    ///
    /// Errors: `ballots-unreadable`, `ballots-not-text`, `record-too-long`, `quote-unclosed`, at the row.
    pub(super) fn next(&mut self) -> Result<Option<&TextRecord>, Problem> {
        loop {
            self.buffer.clear();
            if !self.take_line()? {
                return Ok(None);
            }
            if !text(&self.buffer, self.line)?.trim().is_empty() {
                break;
            }
        }
        let row = self.line;
        self.record.row = row;
        for _ in 0..MOST_LINES {
            if self.record.split(text(&self.buffer, row)?, self.delimiter) {
                return Ok(Some(&self.record));
            }
            if !self.take_line()? {
                break;
            }
        }
        Err(Problem::error("quote-unclosed").in_cell(row, ""))
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
}

/// The bytes of a record as text without its line end.
fn text(bytes: &[u8], row: u64) -> Result<&str, Problem> {
    let text = std::str::from_utf8(bytes);
    let text = text.map_err(|_| Problem::error("ballots-not-text").in_cell(row, ""))?;
    let text = text.strip_suffix('\n').unwrap_or(text);
    Ok(text.strip_suffix('\r').unwrap_or(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(text: &[u8], delimiter: char) -> Result<Vec<(u64, Vec<String>)>, &'static str> {
        let mut records = Records::new(text, delimiter);
        let mut found = Vec::new();
        while let Some(record) = records.next().map_err(|problem| problem.code)? {
            found.push((record.row, record.fields().map(str::to_owned).collect()));
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

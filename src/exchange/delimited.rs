//! Delimited text: which separator, which encoding, and rows numbered as a spreadsheet numbers them.
//!
//! Rows are split as bytes first: neither UTF-8 nor GB18030 uses the bytes of a separator, a quote or
//! a line end inside a character. So each row can be asked for its own encoding, and a file that was
//! pasted together from two encodings is told by row instead of turning into other characters.

use csv::ByteRecord;

use super::grid::{Grid, GridRow, MOST_ROWS, MOST_TITLES, too_many_rows};
use domain::problem::Problem;

/// How many rows in another encoding are named before it is enough.
const MOST_MIXED: usize = 20;

/// Reads delimited text.
pub(super) fn read(bytes: &[u8]) -> Result<Grid, Vec<Problem>> {
    let wide = utf16(bytes);
    let bytes = wide.as_deref().map_or(bytes, str::as_bytes);
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let bytes = with_plain_line_ends(bytes);
    let rows = split(&bytes)?;
    let encoding = Encoding::of(&rows)?;
    let mut grid = Grid::default();
    for (number, record) in &rows {
        let mut row = GridRow {
            number: *number,
            ..GridRow::default()
        };
        for (column, cell) in record.iter().enumerate() {
            let text = encoding.text(cell);
            if text.is_none() {
                grid.fault(*number, column, Problem::error("cell-not-text"));
            }
            row.cells.push(text.unwrap_or_default());
        }
        grid.push(row)?;
    }
    Ok(grid)
}

/// The text of a file in UTF-16, which spreadsheets write as "Unicode text".
fn utf16(bytes: &[u8]) -> Option<String> {
    let (encoding, mark) = encoding_rs::Encoding::for_bom(bytes)?;
    let is_wide = encoding == encoding_rs::UTF_16LE || encoding == encoding_rs::UTF_16BE;
    let rest = bytes.get(mark..).filter(|_| is_wide)?;
    Some(encoding.decode_without_bom_handling(rest).0.into_owned())
}

/// One kind of line end, so that lines can be counted.
fn with_plain_line_ends(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(bytes.len());
    let mut bytes = bytes.iter().peekable();
    while let Some(byte) = bytes.next() {
        match byte {
            b'\r' => {
                bytes.next_if(|next| **next == b'\n');
                out.push(b'\n');
            }
            byte => out.push(*byte),
        }
    }
    out
}

/// The rows as bytes, each with its number: empty lines count, though they hold nothing.
fn split(bytes: &[u8]) -> Result<Vec<(u64, ByteRecord)>, Vec<Problem>> {
    let separator = separator(bytes);
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator)
        .from_reader(bytes);
    let mut rows = Vec::new();
    let mut record = ByteRecord::new();
    let (mut number, mut lines, mut start) = (0, 0, 0);
    loop {
        let before = reader.position().byte();
        match reader.read_byte_record(&mut record) {
            Ok(true) => start = before,
            Ok(false) => break,
            Err(_) => return Err(vec![Problem::error("file-not-text")]),
        }
        let inner = record
            .as_slice()
            .iter()
            .filter(|byte| **byte == b'\n')
            .count();
        lines += 1 + u64::try_from(inner).unwrap_or(0);
        // The line that the reader has come to, less the lines of all rows: so many were empty.
        let empty = reader
            .position()
            .line()
            .saturating_sub(1)
            .saturating_sub(lines);
        lines += empty;
        number += 1 + empty;
        if rows.len() > MOST_ROWS + MOST_TITLES {
            return Err(vec![too_many_rows()]);
        }
        rows.push((number, std::mem::take(&mut record)));
    }
    let last = usize::try_from(start)
        .ok()
        .and_then(|start| bytes.get(start..));
    if last.is_some_and(|last| ends_in_quotes(last, separator)) {
        return Err(vec![Problem::error("quote-open").in_cell(number, "")]);
    }
    Ok(rows)
}

/// The separator that the first line uses most; a comma when it uses none.
fn separator(bytes: &[u8]) -> u8 {
    let mut lines = bytes.split(|byte| *byte == b'\n');
    let first = lines
        .find(|line| !line.trim_ascii().is_empty())
        .unwrap_or_default();
    let count = |separator: u8| first.iter().filter(|byte| **byte == separator).count();
    let (comma, tab, semicolon) = (count(b','), count(b'\t'), count(b';'));
    if tab > comma && tab >= semicolon {
        b'\t'
    } else if semicolon > comma {
        b';'
    } else {
        b','
    }
}

/// Whether the text ends inside quotes: the rest of the file was swallowed by one cell.
fn ends_in_quotes(bytes: &[u8], separator: u8) -> bool {
    let (mut is_inside, mut is_start) = (false, true);
    for byte in bytes {
        if *byte == b'"' && (is_start || is_inside) {
            // A doubled quote leaves and comes back, which is the same as never having left.
            is_inside = !is_inside;
            is_start = !is_inside;
        } else {
            is_start = !is_inside && (*byte == separator || *byte == b'\n');
        }
    }
    is_inside
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Encoding {
    Utf8,
    Gb18030,
}

impl Encoding {
    /// The encoding of all rows; rows of another one are named.
    fn of(rows: &[(u64, ByteRecord)]) -> Result<Self, Vec<Problem>> {
        // Arabic letters take two bytes in UTF-8 and may pass for Han in GB18030, so they decide
        // nothing; three bytes in a row that pass for UTF-8 are no accident.
        let mut utf8 = Vec::new();
        let mut other = Vec::new();
        for (number, record) in rows {
            match std::str::from_utf8(record.as_slice()) {
                Ok(text) if text.chars().any(|c| c >= '\u{800}') => utf8.push(*number),
                Ok(_) => {}
                Err(_) => other.push(*number),
            }
        }
        match (utf8.len(), other.len()) {
            (_, 0) => Ok(Self::Utf8),
            (0, _) => Ok(Self::Gb18030),
            (many, few) => {
                let odd = if few <= many { other } else { utf8 };
                let rows = odd.into_iter().take(MOST_MIXED);
                Err(rows
                    .map(|row| Problem::error("encoding-mixed").in_cell(row, ""))
                    .collect())
            }
        }
    }

    fn text(self, bytes: &[u8]) -> Option<String> {
        match self {
            Self::Utf8 => std::str::from_utf8(bytes).ok().map(str::to_owned),
            Self::Gb18030 => {
                let decoded =
                    encoding_rs::GB18030.decode_without_bom_handling_and_without_replacement(bytes);
                decoded.map(|text| text.into_owned())
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbers_and_cells(bytes: &[u8]) -> Vec<(u64, Vec<String>)> {
        let grid = read(bytes).unwrap();
        assert!(grid.faults.is_empty(), "{:?}", grid.faults);
        grid.rows
            .into_iter()
            .map(|row| (row.number, row.cells))
            .collect()
    }

    #[test]
    fn every_encoding_and_line_end_gives_the_same_rows() {
        let text = "编号,姓名\n1,\"李\n明\"\n\n\n3,قازاق\n";
        let wanted = numbers_and_cells(text.as_bytes());
        let numbers: Vec<u64> = wanted.iter().map(|(number, _)| *number).collect();
        assert_eq!(numbers, [1, 2, 5]);
        let crlf = text.replace('\n', "\r\n");
        assert_eq!(numbers_and_cells(crlf.as_bytes()), wanted);
        assert_eq!(
            numbers_and_cells(text.replace('\n', "\r").as_bytes()),
            wanted
        );
        assert_eq!(
            numbers_and_cells(format!("\u{feff}{crlf}").as_bytes()),
            wanted
        );
        let (gb, _, _) = encoding_rs::GB18030.encode(&crlf);
        assert_eq!(numbers_and_cells(&gb), wanted);
        let mut wide = vec![0xff, 0xfe];
        wide.extend(
            crlf.replace(',', "\t")
                .encode_utf16()
                .flat_map(u16::to_le_bytes),
        );
        assert_eq!(numbers_and_cells(&wide), wanted);
        assert_eq!(numbers_and_cells(text.replace(',', ";").as_bytes()), wanted);
    }

    #[test]
    fn rows_in_another_encoding_are_named() {
        let (gb, _, _) = encoding_rs::GB18030.encode("2,王芳\n");
        let mut bytes = "编号,姓名\n1,李明\n".as_bytes().to_vec();
        bytes.extend_from_slice(&gb);
        bytes.extend_from_slice("3,张伟\n".as_bytes());
        let problems = read(&bytes).unwrap_err();
        assert_eq!(problems, [Problem::error("encoding-mixed").in_cell(3, "")]);

        let (gb, _, _) = encoding_rs::GB18030.encode("编号,姓名\n1,李明\n2,王芳\n");
        let bytes = [gb.as_ref(), "3,张伟\n".as_bytes()].concat();
        let problems = read(&bytes).unwrap_err();
        assert_eq!(problems, [Problem::error("encoding-mixed").in_cell(4, "")]);
    }

    #[test]
    fn a_broken_character_is_told_by_its_cell() {
        let (gb, _, _) = encoding_rs::GB18030.encode("编号,姓名\n1,李明\n2,");
        let grid = read(&[gb.as_ref(), b"\xff\xff\n"].concat()).unwrap();
        assert_eq!(grid.faults[0].problem.code, "cell-not-text");
        assert_eq!((grid.faults[0].row, grid.faults[0].column), (3, Some(1)));
    }

    #[test]
    fn an_open_quote_is_told_by_the_row_it_swallows() {
        let problems = read(b"a,b\n1,\"x\n2,y\n").unwrap_err();
        assert_eq!(problems, [Problem::error("quote-open").in_cell(2, "")]);
        for fine in [
            "a,b\n1,\"x\"\n",
            "a,b\n1,\"x\"\"y\"",
            "a,b\n1,x\"y",
            "a,b\n1,\"\"",
        ] {
            assert!(read(fine.as_bytes()).is_ok(), "{fine}");
        }
    }
}

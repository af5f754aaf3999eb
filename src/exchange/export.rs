//! Rows back into files with the same columns, which the readers of this layer read as equal rows.
//!
//! No cell of an exported file is a formula: a workbook's cells are typed as text, and delimited
//! text, which has no types, gets an apostrophe before what a spreadsheet would take for a formula.

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format as CellFormat, Workbook, XlsxError};
use thiserror::Error;

use super::cell;
use super::file_row::{FileRow, columns_of};

/// How an exported file is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// UTF-8 with a byte order mark, by which spreadsheets know the encoding; lines end as in DOS.
    Csv,
    /// A workbook of one sheet.
    Xlsx,
}

impl Format {
    /// All formats, in the order of lists.
    pub const ALL: [Self; 2] = [Self::Csv, Self::Xlsx];

    /// The format of an ending.
    #[must_use]
    pub fn from_extension(extension: &str) -> Option<Self> {
        let mut all = Self::ALL.into_iter();
        all.find(|format| format.extension() == extension)
    }

    /// The ending of the file's name.
    #[must_use]
    pub fn extension(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
        }
    }

    /// The media type of the file.
    #[must_use]
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Csv => "text/csv; charset=utf-8",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        }
    }
}

/// A file that could not be written.
#[derive(Debug, Error)]
pub enum ExportError {
    /// Delimited text.
    #[error("the rows do not go into delimited text")]
    Csv(#[from] csv::Error),
    /// A workbook.
    #[error("the rows do not go into a workbook")]
    Xlsx(#[from] XlsxError),
}

/// Rows as a file with the columns that their readers know.
///
/// # Errors
/// Rows that no file can hold.
pub fn export<R: FileRow>(rows: &[R], format: Format) -> Result<Vec<u8>, ExportError> {
    let columns = columns_of::<R>().into_iter();
    let head: Vec<_> = columns
        .map(|column| (column.name, column.header.to_owned()))
        .collect();
    write(&head, rows, format, FileRow::cell)
}

/// Rows under these columns and headers.
pub(super) fn write<R>(
    columns: &[(&'static str, String)],
    rows: &[R],
    format: Format,
    cell: impl Fn(&R, &str) -> String,
) -> Result<Vec<u8>, ExportError> {
    match format {
        Format::Csv => delimited(columns, rows, cell),
        Format::Xlsx => workbook(columns, rows, cell),
    }
}

fn delimited<R>(
    columns: &[(&'static str, String)],
    rows: &[R],
    cell: impl Fn(&R, &str) -> String,
) -> Result<Vec<u8>, ExportError> {
    let mut bytes = b"\xef\xbb\xbf".to_vec();
    let mut out = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer(&mut bytes);
    out.write_record(columns.iter().map(|(_, header)| header))?;
    for row in rows {
        out.write_record(
            columns
                .iter()
                .map(|(column, _)| cell::guarded(&cell(row, column))),
        )?;
    }
    out.flush().map_err(csv::Error::from)?;
    drop(out);
    Ok(bytes)
}

fn workbook<R>(
    columns: &[(&'static str, String)],
    rows: &[R],
    cell: impl Fn(&R, &str) -> String,
) -> Result<Vec<u8>, ExportError> {
    let mut book = Workbook::new();
    // The same rows give the same bytes: the day of export is no part of them.
    let properties = DocProperties::new();
    book.set_properties(&properties.set_creation_datetime(&ExcelDateTime::from_ymd(2026, 1, 1)?));
    let head = CellFormat::new().set_bold();
    // Typed as text, so that 007 stays 007 when somebody edits it.
    let text = CellFormat::new().set_num_format("@").set_text_wrap();
    let sheet = book.add_worksheet();
    sheet.set_freeze_panes(1, 0)?;
    for (place, (column, header)) in (0_u16..).zip(columns) {
        sheet.write_string_with_format(0, place, header, &head)?;
        sheet.set_column_width(place, if *column == "content" { 48.0 } else { 18.0 })?;
        let is_number = matches!(
            *column,
            "investment" | "need_this_year" | "beneficiary_count"
        );
        if !is_number {
            sheet.set_column_format(place, &text)?;
        }
        for (number, row) in (1_u32..).zip(rows) {
            let value = cell(row, column);
            match value.parse::<f64>().ok().filter(|_| is_number) {
                Some(amount) => sheet.write_number(number, place, amount)?,
                None if value.is_empty() => continue,
                None => {
                    let value = cell::guarded_in_workbook(&value);
                    sheet.write_string_with_format(number, place, value, &text)?
                }
            };
        }
    }
    Ok(book.save_to_buffer()?)
}

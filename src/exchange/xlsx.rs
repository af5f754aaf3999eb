//! Workbooks: the first visible sheet as a grid, and what a person does not see in it.
//!
//! calamine reads values as a stream of cells, so that a single cell in the last corner costs
//! nothing; hidden rows and merged cells, which it does not tell, are read from the sheet's own text.

use std::collections::BTreeMap;
use std::io::Cursor;

use calamine::{DataRef, Reader, SheetType, SheetVisible, Xlsx};

use super::archive::{Archive, WORKBOOK, broken};
use super::grid::{
    Grid, GridRow, LONGEST_CELL, MOST_COLUMNS, MOST_ROWS, MOST_TEXT, MOST_TITLES, letters,
    too_large, too_many_rows,
};
use super::markup::{Tag, tags};
use domain::problem::Problem;

const RELATIONS: &str = "xl/_rels/workbook.xml.rels";
/// From here on a spreadsheet has already lost digits.
const LOSSLESS: f64 = 1e15;

type Book<'b> = Xlsx<Cursor<&'b [u8]>>;

/// Reads a workbook.
pub(super) fn read(bytes: &[u8]) -> Result<Grid, Vec<Problem>> {
    let mut archive = Archive::open(bytes).map_err(|problem| vec![problem])?;
    let mut book: Book<'_> = Xlsx::new(Cursor::new(bytes)).map_err(|_| vec![broken()])?;
    let (name, place) = first_sheet(&book)?;
    let mut grid = Grid::default();
    let rows = rows(&mut book, &name, &mut grid)?;
    if has_more(&mut book, &name) {
        grid.fault_of_row(0, Problem::warning("sheets-more").with("sheet", &name));
    }
    let markup = sheet_markup(&mut archive, place).map_err(|problem| vec![problem])?;
    SheetMarks::of(&markup).note(&rows, &mut grid);
    drop(markup);
    for (_, row) in rows {
        grid.push(row)?;
    }
    Ok(grid)
}

fn is_shown(sheet: &calamine::Sheet) -> bool {
    sheet.visible == SheetVisible::Visible && sheet.typ == SheetType::WorkSheet
}

/// The first visible sheet and its place among all.
fn first_sheet(book: &Book<'_>) -> Result<(String, usize), Vec<Problem>> {
    let sheets = book.sheets_metadata().iter().enumerate();
    let mut shown = sheets.filter(|(_, sheet)| is_shown(sheet));
    let found = shown
        .next()
        .map(|(place, sheet)| (sheet.name.clone(), place));
    found.ok_or_else(|| vec![Problem::error("table-empty")])
}

/// Whether another visible sheet holds anything.
fn has_more(book: &mut Book<'_>, read: &str) -> bool {
    let sheets: Vec<calamine::Sheet> = book.sheets_metadata().to_vec();
    sheets
        .iter()
        .filter(|sheet| is_shown(sheet) && sheet.name != read)
        .any(|sheet| {
            let Ok(mut cells) = book.worksheet_cells_reader(&sheet.name) else {
                return false;
            };
            while let Ok(Some(cell)) = cells.next_cell() {
                if *cell.get_value() != DataRef::Empty {
                    return true;
                }
            }
            false
        })
}

/// The markup of the sheet at a place of the workbook's list.
fn sheet_markup(archive: &mut Archive<'_>, place: usize) -> Result<String, Problem> {
    let workbook = archive.part(WORKBOOK)?;
    let relations = archive.part(RELATIONS)?;
    let sheet = tags(&workbook)
        .filter(|tag| tag.is("sheet"))
        .nth(place)
        .ok_or_else(broken)?;
    let id = sheet.attribute("id").ok_or_else(broken)?;
    let relation = tags(&relations)
        .filter(|tag| tag.is("Relationship"))
        .find(|tag| tag.attribute("Id") == Some(id))
        .ok_or_else(broken)?;
    let target = relation.attribute("Target").ok_or_else(broken)?;
    match target.strip_prefix('/') {
        Some(whole) => archive.part(whole),
        None => archive.part(&format!("xl/{target}")),
    }
}

/// The sheet's rows by number; a row counts only with a cell that holds something.
fn rows(
    book: &mut Book<'_>,
    sheet: &str,
    grid: &mut Grid,
) -> Result<BTreeMap<u64, GridRow>, Vec<Problem>> {
    let mut rows: BTreeMap<u64, GridRow> = BTreeMap::new();
    let mut cells = book
        .worksheet_cells_reader(sheet)
        .map_err(|_| vec![broken()])?;
    let mut copied = 0_usize;
    loop {
        let cell = cells
            .next_cell_with_formula_metadata()
            .map_err(|_| vec![broken()])?;
        let Some(cell) = cell else { return Ok(rows) };
        let number = u64::from(cell.pos.0) + 1;
        let column = usize::try_from(cell.pos.1).unwrap_or(usize::MAX);
        let (text, is_date) = match text(&cell.value) {
            Ok(Some(read)) => read,
            Ok(None) if cell.formula.is_none() => continue,
            Ok(None) => (String::new(), false),
            Err(problem) => {
                grid.fault(number, column, problem);
                (String::new(), false)
            }
        };
        if column >= MOST_COLUMNS {
            let problem = Problem::error("columns-too-many").with("most", MOST_COLUMNS);
            return Err(vec![problem.in_cell(number, letters(column))]);
        }
        if cell.formula.is_some() {
            grid.fault(number, column, Problem::error("cell-formula"));
        }
        let row = rows.entry(number).or_insert_with(|| GridRow {
            number,
            ..GridRow::default()
        });
        if row.cells.len() <= column {
            row.cells.resize(column + 1, String::new());
        }
        copied = copied.saturating_add(text.len());
        if copied > MOST_TEXT {
            return Err(vec![too_large()]);
        }
        match row.cells.get_mut(column) {
            Some(place) if place.is_empty() => *place = text,
            // A program that reads the first and one that reads the last would see two files.
            Some(_) | None => return Err(vec![broken()]),
        }
        if is_date {
            row.dates.push(column);
        }
        if rows.len() > MOST_ROWS + MOST_TITLES {
            return Err(vec![too_many_rows()]);
        }
    }
}

/// A cell's text and whether it is a date; none for an empty one.
fn text(value: &DataRef<'_>) -> Result<Option<(String, bool)>, Problem> {
    // One long text may stand in every cell: more than is refused is never copied.
    let short = |text: &str| text.chars().take(LONGEST_CELL + 1).collect::<String>();
    let wrong = |value: &dyn std::fmt::Display| {
        Problem::error("cell-unreadable").with("value", short(&value.to_string()))
    };
    let (text, is_date) = match value {
        DataRef::Empty => return Ok(None),
        DataRef::Int(number) => (number.to_string(), false),
        DataRef::Float(number) => (decimal(*number)?, false),
        DataRef::String(text) => (short(text), false),
        DataRef::SharedString(text) => (short(text), false),
        DataRef::Bool(is_true) => (is_true.to_string(), false),
        DataRef::DateTime(date) if date.is_datetime() => (civil(date), true),
        DataRef::DateTime(length) => return Err(wrong(&length.as_f64())),
        DataRef::DateTimeIso(date) => (short(date.trim_end_matches("T00:00:00")), true),
        DataRef::DurationIso(length) => return Err(wrong(length)),
        DataRef::Error(error) => return Err(wrong(error)),
    };
    Ok(Some((text, is_date)).filter(|(text, _)| !text.trim().is_empty()))
}

/// A number as the sheet shows it: `12`, `480.5`, never more than fifteen digits of a fraction.
fn decimal(number: f64) -> Result<String, Problem> {
    if !number.is_finite() || number.abs() >= LOSSLESS {
        return Err(Problem::error("number-too-long"));
    }
    if number.fract() == 0.0 {
        return Ok(format!("{number:.0}"));
    }
    let rounded: f64 = format!("{number:.14e}").parse().unwrap_or(number);
    Ok(rounded.to_string())
}

/// A date as `2026-09-30`, with the time of day when there is one.
fn civil(date: &calamine::ExcelDateTime) -> String {
    let (year, month, day, hour, minute, second, _) = date.to_ymd_hms_milli();
    let day = format!("{year:04}-{month:02}-{day:02}");
    if (hour, minute, second) == (0, 0, 0) {
        day
    } else {
        format!("{day} {hour:02}:{minute:02}")
    }
}

/// What the sheet hides or joins.
#[derive(Debug, Default)]
struct SheetMarks {
    hidden_rows: Vec<u64>,
    hidden_columns: Vec<usize>,
    merged: Vec<String>,
}

impl SheetMarks {
    fn of(sheet: &str) -> Self {
        let mut marks = Self::default();
        let mut row = 0;
        for tag in tags(sheet) {
            if tag.is("row") {
                row = tag
                    .attribute("r")
                    .and_then(|r| r.parse().ok())
                    .unwrap_or(row + 1);
                if is_hidden(tag) && marks.hidden_rows.len() <= MOST_ROWS {
                    marks.hidden_rows.push(row);
                }
            } else if tag.is("col") && is_hidden(tag) && marks.hidden_columns.len() < MOST_COLUMNS {
                let number = |name| tag.attribute(name).and_then(|n| n.parse::<usize>().ok());
                let (from, to) = (number("min").unwrap_or(1), number("max").unwrap_or(0));
                marks
                    .hidden_columns
                    .extend(from.max(1)..=to.min(MOST_COLUMNS));
            } else if tag.is("mergeCell") && marks.merged.len() <= MOST_ROWS {
                marks.merged.extend(tag.attribute("ref").map(str::to_owned));
            }
        }
        marks
    }

    fn note(&self, rows: &BTreeMap<u64, GridRow>, grid: &mut Grid) {
        for row in self.hidden_rows.iter().filter(|row| rows.contains_key(row)) {
            grid.fault_of_row(*row, Problem::warning("row-hidden"));
        }
        for column in &self.hidden_columns {
            let place = column - 1;
            if rows
                .values()
                .any(|row| row.cells.get(place).is_some_and(|cell| !cell.is_empty()))
            {
                let problem = Problem::warning("column-hidden").with("column", letters(place));
                grid.fault_of_row(0, problem);
            }
        }
        for range in &self.merged {
            let Some((from, to)) = range
                .split_once(':')
                .and_then(|(a, b)| corner(a).zip(corner(b)))
            else {
                continue;
            };
            let problem = Problem::error("cells-merged").with("range", range);
            if from.1 == to.1 {
                grid.fault(from.0, from.1, problem);
            } else {
                grid.fault_of_row(from.0, problem);
            }
        }
    }
}

fn is_hidden(tag: Tag<'_>) -> bool {
    matches!(tag.attribute("hidden"), Some("1" | "true"))
        || (tag.is("row") && matches!(tag.attribute("ht"), Some("0" | "0.0")))
}

/// Row and column of a reference such as `B12`.
fn corner(reference: &str) -> Option<(u64, usize)> {
    let reference = reference.replace('$', "");
    let end = reference.find(|c: char| c.is_ascii_digit())?;
    let (letters, digits) = reference.split_at_checked(end)?;
    let mut column = 0_usize;
    for letter in letters.bytes() {
        let digit = letter
            .to_ascii_uppercase()
            .checked_sub(b'A')
            .filter(|digit| *digit < 26)?;
        column = column
            .checked_mul(26)?
            .checked_add(usize::from(digit) + 1)?;
    }
    Some((digits.parse().ok()?, column.checked_sub(1)?))
}

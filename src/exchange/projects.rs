//! Library projects: everything that a sheet says, and whether a candidate.
//!
//! What a file has no column for, it does not change.

use super::file_row::FileRow;
use super::money::{self, AmountError};
use super::table::{Table, TableKind, TableRow};
use super::trial::{Import, Trial};
use super::{cell, columns, funding};
use domain::library::kind::{Category, ProjectOrigin, Readiness};
use domain::library::sheet::{Field, FieldKind, Sheet, YearTarget};
use domain::library::translation::{self, Translation, TranslationLanguage};
use domain::problem::{Problem, ProblemPlace};

const KIND: TableKind = TableKind {
    name: "project",
    needed: &["code", "name", "summary", "investment"],
    lines: &[
        "content",
        "note",
        "funding",
        "targets",
        "kk_content",
        "ug_content",
    ],
    dates: &["start_by", "finish_by"],
};

/// One project of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProjectRow {
    /// What it says. Money is written in 万元, and a number alone means 万元.
    pub sheet: Sheet,
    /// Whether a candidate; an empty cell means no.
    pub is_candidate: bool,
    /// Its words in each language that is translated into, as somebody typed them.
    pub translations: Vec<Translation>,
}

/// The columns of a language: name, one line, content.
fn columns_of_language(language: TranslationLanguage) -> [&'static str; 3] {
    match language {
        TranslationLanguage::KkArab => ["kk_name", "kk_summary", "kk_content"],
        TranslationLanguage::Ug => ["ug_name", "ug_summary", "ug_content"],
    }
}

impl FileRow for ProjectRow {
    const TABLE: &'static str = KIND.name;
    const NEEDED: &'static [&'static str] = KIND.needed;

    fn read(file: &[u8]) -> Trial<Self> {
        try_projects(file)
    }

    fn key(&self) -> &str {
        &self.sheet.code
    }

    fn name(&self) -> &str {
        &self.sheet.name
    }

    /// A file says that a project is to be a candidate; that it no longer is, the office decides.
    fn filled(self, stands: &Self, lacks: &[&str]) -> Self {
        let all = Field::ALL.iter().copied();
        let given: Vec<Field> = all
            .filter(|field| !lacks.contains(&column_of(*field)))
            .collect();
        let stood = |language| {
            stands
                .translations
                .iter()
                .find(|one| one.language == language)
        };
        let translations = self.translations.iter().map(|mine| {
            let columns = columns_of_language(mine.language).into_iter();
            let theirs = stood(mine.language).map(Translation::fields);
            let theirs = theirs.unwrap_or_default().map(|(_, text)| text);
            let both = mine.fields().into_iter().zip(theirs);
            let kept: Vec<&str> = both
                .zip(columns)
                .map(|(((_, mine), theirs), column)| {
                    if lacks.contains(&column) {
                        theirs
                    } else {
                        mine
                    }
                })
                .collect();
            translation(mine.language, &kept)
        });
        Self {
            translations: translations.collect(),
            sheet: stands.sheet.overlaid(&self.sheet, &given),
            is_candidate: self.is_candidate || stands.is_candidate,
        }
    }

    fn cell(&self, column: &str) -> String {
        let mut fields = Field::ALL.iter().copied();
        match fields.find(|field| column_of(*field) == column) {
            Some(field) => written(&self.sheet, field),
            None if column == "candidate" => columns::flag(self.is_candidate),
            None => {
                let mut words = self.translations.iter().flat_map(|one| {
                    let columns = columns_of_language(one.language).into_iter();
                    columns.zip(one.fields().map(|(_, text)| text))
                });
                let found = words.find(|(name, _)| *name == column);
                found.map_or_else(String::new, |(_, text)| text.to_owned())
            }
        }
    }
}

/// The column of a field.
fn column_of(field: Field) -> &'static str {
    match field.kind() {
        FieldKind::Funds => "funding",
        FieldKind::Text
        | FieldKind::Count
        | FieldKind::Word
        | FieldKind::Money
        | FieldKind::Targets => field.word(),
    }
}

/// Reads a file of projects for a trial run.
#[must_use]
pub fn try_projects(bytes: &[u8]) -> Trial<ProjectRow> {
    let mut table = match Table::read(KIND, bytes) {
        Ok(table) => table,
        Err(problems) => return Trial::refused(problems),
    };
    table.refuse_equal("code");
    table.refuse_equal("name");
    let mut rows = Vec::new();
    for row in std::mem::take(&mut table.rows) {
        let sheet = sheet(&mut table, &row);
        let candidate = table.word(&row, "candidate", "flag", Some("no"));
        let project = ProjectRow {
            sheet,
            is_candidate: candidate == Some("yes"),
            translations: translations(&mut table, &row),
        };
        rows.push((row.number, project));
    }
    table.into_trial(rows)
}

fn sheet(table: &mut Table, row: &TableRow) -> Sheet {
    let investment = amount(table, row, "investment").unwrap_or(0);
    let need_this_year = match row.get("need_this_year") {
        "" => investment,
        _ => amount(table, row, "need_this_year").unwrap_or(0),
    };
    if need_this_year > investment {
        table.problem(
            row.number,
            "need_this_year",
            Problem::error("need-over-investment"),
        );
    }
    let funds = funding::read(row.get("funding"), investment, need_this_year);
    let funds = funds.unwrap_or_else(|bad| {
        let problem = money::problem(bad).with("value", row.get("funding"));
        table.problem(row.number, "funding", problem);
        Vec::new()
    });
    if funds.iter().any(|fund| fund.this_year > fund.amount) {
        table.problem(
            row.number,
            "funding",
            Problem::error("fund-year-over-total"),
        );
    }
    let mut word = |column, empty| table.word(row, column, column, Some(empty));
    let category = word("category", "other").and_then(Category::from_word);
    let readiness = word("readiness", "idea").and_then(Readiness::from_word);
    let origin = word("origin", "office").and_then(ProjectOrigin::from_word);
    let cell = |column| row.get(column).to_owned();
    Sheet {
        code: cell::narrow(row.get("code")),
        name: cell("name"),
        summary: cell("summary"),
        content: cell("content"),
        scale: cell("scale"),
        place: cell("place"),
        beneficiaries: cell("beneficiaries"),
        beneficiary_count: count(table, row),
        category: category.unwrap_or(Category::Other),
        investment,
        need_this_year,
        funds,
        targets: targets(table, row),
        lead_unit: cell("lead_unit"),
        supporting_units: cell("supporting_units"),
        leader: cell("leader"),
        start_by: cell("start_by"),
        finish_by: cell("finish_by"),
        readiness: readiness.unwrap_or(Readiness::Idea),
        origin: origin.unwrap_or(ProjectOrigin::Office),
        note: cell("note"),
    }
}

/// Words of a language; three texts in the order of its columns.
fn translation(language: TranslationLanguage, texts: &[&str]) -> Translation {
    let text = |place: usize| texts.get(place).copied().unwrap_or_default();
    Translation::typed(language, text(0), text(1), text(2))
}

/// The words of every language, each judged in its own columns.
fn translations(table: &mut Table, row: &TableRow) -> Vec<Translation> {
    let mut found = Vec::new();
    for language in TranslationLanguage::ALL.iter().copied() {
        let columns = columns_of_language(language);
        let typed = translation(language, &columns.map(|column| row.get(column)));
        let fields = typed.fields().map(|(field, _)| field);
        for problem in translation::check(&typed).err().unwrap_or_default() {
            let is_there = |field: &str| problem.place == ProblemPlace::Field(field.to_owned());
            let mut places = fields.into_iter().zip(columns);
            let place = places.find(|(field, _)| is_there(field));
            let column = place.map_or("kk_name", |(_, column)| column);
            table.problem(row.number, column, problem);
        }
        found.push(typed);
    }
    found
}

/// How many people: a number with the words that people put around it (`columns.csv`, table
/// `people`), in tens of thousands where it ends so.
pub(super) fn people(text: &str) -> Option<u32> {
    let text = cell::narrow(text).replace(',', "");
    let is_word = |character: char| columns::column("people", &character.to_string()).is_some();
    let (number, unit) = columns::unit(text.trim_matches(is_word));
    let (whole, rest) = number.split_once('.').unwrap_or((number, ""));
    let is_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || !is_digits(whole) || !is_digits(rest) {
        return None;
    }
    match unit {
        None if rest.is_empty() => whole.parse().ok(),
        Some("wan") if rest.len() <= 4 => {
            let (whole, rest): (u32, u32) =
                (whole.parse().ok()?, format!("{rest:0<4}").parse().ok()?);
            whole.checked_mul(10_000)?.checked_add(rest)
        }
        _ => None,
    }
}

fn count(table: &mut Table, row: &TableRow) -> Option<u32> {
    let text = row.get("beneficiary_count");
    if text.is_empty() {
        return None;
    }
    let found = people(text);
    if found.is_none() {
        let problem = Problem::error("people-not-a-number").with("value", text);
        table.problem(row.number, "beneficiary_count", problem);
    }
    found
}

/// Targets, a line each: a year, then its words.
fn targets(table: &mut Table, row: &TableRow) -> Vec<YearTarget> {
    let mut found: Vec<YearTarget> = Vec::new();
    for line in row
        .get("targets")
        .lines()
        .filter(|line| !line.trim().is_empty())
    {
        let line = line.trim();
        let year = line.get(..4).and_then(|year| year.parse::<i16>().ok());
        let Some(year) = year.filter(|year| !found.iter().any(|one| one.year == *year)) else {
            let problem = Problem::error("target-form").with("value", line);
            table.problem(row.number, "targets", problem);
            continue;
        };
        let text = line.get(4..).unwrap_or_default();
        let is_sign =
            |c: char| !c.is_alphanumeric() || columns::column("year", &c.to_string()).is_some();
        let text = text.trim_start_matches(is_sign).trim_end().to_owned();
        found.push(YearTarget { year, text });
    }
    found.sort_by_key(|target| target.year);
    found
}

/// The amount of a cell; none with its problem noted.
fn amount(table: &mut Table, row: &TableRow, column: &'static str) -> Option<i64> {
    let text = row.get(column);
    match money::fen(text) {
        Ok(fen) => {
            if fen >= money::ODD_FEN {
                let problem = Problem::warning("amount-odd").with("value", text);
                table.problem(row.number, column, problem);
            }
            Some(fen)
        }
        // An empty cell is already named as one that must be filled.
        Err(AmountError::NotANumber) if text.is_empty() => None,
        Err(bad) => {
            table.problem(row.number, column, money::problem(bad).with("value", text));
            None
        }
    }
}

/// The cell of a field in an exported file, read back as the same.
fn written(sheet: &Sheet, field: Field) -> String {
    let text = sheet.text(field);
    match field.kind() {
        FieldKind::Money => text.parse().map(money::wan).unwrap_or_default(),
        FieldKind::Funds => funding::write(&sheet.funds),
        FieldKind::Word => columns::header(field.word(), &text).to_owned(),
        FieldKind::Text | FieldKind::Count | FieldKind::Targets => text,
    }
}

/// Reads a file of projects to be saved.
///
/// # Errors
/// Every problem with its row and column; equal codes and equal names are named in both rows.
pub fn read_projects(bytes: &[u8]) -> Result<Import<ProjectRow>, Vec<Problem>> {
    try_projects(bytes).accept()
}

/// How many people somebody typed: `5200`, `约5200人`, `4.2万`.
///
/// # Errors
/// `people-not-a-number` with the text.
pub fn read_people(text: &str) -> Result<u32, Problem> {
    people(text).ok_or_else(|| Problem::error("people-not-a-number").with("value", text.trim()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_are_counted_as_they_are_written() {
        for (text, wanted) in [
            ("5200", Some(5200)),
            ("约5200人", Some(5200)),
            ("４．２万人", Some(42_000)),
            ("1,260", Some(1260)),
            ("4.25万", Some(42_500)),
            ("全县", None),
            ("-3", None),
            ("4.25001万", None),
        ] {
            assert_eq!(people(text), wanted, "{text}");
        }
    }
}

//! Many projects at once, as lists need them: filtered, searched, a page at a time.
//!
//! A search asks an index of pairs of Chinese characters and of words (`src/store/engine/words.rs`). What it
//! finds is read in the order of the codes from one index that has every column a list is filtered by,
//! so that only the rows of the page itself are read. `benches/library.rs` measures it.

use std::collections::BTreeSet;

use rusqlite::types::Value;
use rusqlite::{Row, params, params_from_iter};

use crate::column::word;
use crate::engine::words;
use crate::{ReadTx, StoreError, WriteTx};
use domain::id::{CongressId, ProjectId};
use domain::library::grams::SearchPiece;
use domain::library::kind::Category;
use domain::library::project::ProjectLine;
use domain::library::sheet::Sheet;
use domain::library::stage::ProjectStage;

const COLUMNS: &str = "p.id, p.congress, p.code, p.year, p.name, p.summary, p.place, p.category, \
    p.investment, p.need_this_year, p.lead_unit, p.stage, \
    coalesce((select sum(f.this_year) from fund as f where f.project = p.id and f.is_secured = 1), 0) \
    as secured";

/// What a list is narrowed to; empty fields narrow nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ProjectFilter {
    /// Pieces of a search, all of which must occur.
    pub words: BTreeSet<SearchPiece>,
    pub stage: Option<ProjectStage>,
    pub category: Option<Category>,
    /// A lead unit's name.
    pub unit: String,
}

fn line(row: &Row<'_>) -> Result<ProjectLine, rusqlite::Error> {
    Ok(ProjectLine {
        id: ProjectId(row.get("id")?),
        congress: CongressId(row.get("congress")?),
        code: row.get("code")?,
        year: row.get("year")?,
        name: row.get("name")?,
        summary: row.get("summary")?,
        place: row.get("place")?,
        category: word(row, "category", Category::from_word)?,
        investment: row.get("investment")?,
        need_this_year: row.get("need_this_year")?,
        secured: row.get("secured")?,
        lead_unit: row.get("lead_unit")?,
        stage: word(row, "stage", ProjectStage::from_word)?,
    })
}

/// The condition of a filter with the values for its question marks.
fn condition(congress: CongressId, year: i16, filter: &ProjectFilter) -> (String, Vec<Value>) {
    let mut sql = "p.congress = ? and p.year = ?".to_owned();
    let mut values = vec![Value::from(congress.0), Value::from(i64::from(year))];
    let mut and = |clause: &str, value: String| {
        sql.push_str(clause);
        values.push(Value::from(value));
    };
    if let Some(stage) = filter.stage {
        and(" and p.stage = ?", stage.word().to_owned());
    }
    if let Some(category) = filter.category {
        and(" and p.category = ?", category.word().to_owned());
    }
    if !filter.unit.is_empty() {
        and(" and p.lead_unit = ?", filter.unit.clone());
    }
    if !filter.words.is_empty() {
        // The plus keeps SQLite on the index in the order of the codes.
        and(
            " and +p.id in (select rowid from project_words where project_words match ?)",
            words::query(congress, year, &filter.words, &[]),
        );
    }
    (sql, values)
}

/// A page of a congress's projects of a year by code, and how many there are in all.
pub fn list(
    tx: &ReadTx<'_>,
    congress: CongressId,
    year: i16,
    filter: &ProjectFilter,
    skip: u32,
    most: u32,
) -> Result<(Vec<ProjectLine>, u32), StoreError> {
    let (condition, mut values) = condition(congress, year, filter);
    values.extend([Value::from(i64::from(most)), Value::from(i64::from(skip))]);
    let sql = format!(
        "select {COLUMNS} from (select p.id as id from project as p where {condition} \
         order by p.code limit ? offset ?) as found cross join project as p on p.id = found.id \
         order by p.code"
    );
    let lines = tx.list(&sql, params_from_iter(values), line)?;
    // A first page that is not full has them all.
    let here = u32::try_from(lines.len()).unwrap_or(u32::MAX);
    let total = if skip == 0 && here < most {
        here
    } else {
        count(tx, congress, year, filter)?
    };
    Ok((lines, total))
}

/// How many projects a filter finds.
pub fn count(
    tx: &ReadTx<'_>,
    congress: CongressId,
    year: i16,
    filter: &ProjectFilter,
) -> Result<u32, StoreError> {
    let (condition, values) = condition(congress, year, filter);
    let sql = format!("select count(*) from project as p where {condition}");
    tx.one(&sql, params_from_iter(values), |row| row.get(0))
}

/// Adds the words that a project is found by.
pub(super) fn create_words(
    tx: &WriteTx<'_>,
    id: ProjectId,
    (congress, year): (CongressId, i16),
    sheet: &Sheet,
) -> Result<(), StoreError> {
    let words = words::of(congress, year, &text(sheet), &[]);
    let sql = "insert into project_words (rowid, words) values (?1, ?2)";
    tx.run(sql, params![id.0, words])
}

/// What a project is found by.
pub(super) fn text(sheet: &Sheet) -> String {
    let Sheet {
        code,
        name,
        summary,
        content,
        place,
        lead_unit,
        beneficiaries,
        ..
    } = sheet;
    let all = [
        code,
        name,
        summary,
        place,
        lead_unit,
        beneficiaries,
        content,
    ];
    // The end of a line keeps two fields from making a word together.
    all.map(String::as_str).join("\n")
}

/// Takes them out.
pub(super) fn remove_words(tx: &WriteTx<'_>, id: ProjectId) -> Result<(), StoreError> {
    let sql = "delete from project_words where rowid = ?1";
    tx.run(sql, [id.0])
}

/// The line of one project.
///
/// # Errors
/// [`StoreError::NotFound`] when there is none.
pub fn get(tx: &ReadTx<'_>, id: ProjectId) -> Result<ProjectLine, StoreError> {
    let sql = format!("select {COLUMNS} from project as p where p.id = ?1");
    tx.get("project", &sql, [id.0], line)
}

/// Every project of a congress's year, by code: for export and for short lists.
pub fn list_ids(
    tx: &ReadTx<'_>,
    congress: CongressId,
    year: i16,
) -> Result<Vec<ProjectId>, StoreError> {
    let sql = "select id from project where congress = ?1 and year = ?2 order by code, id";
    super::ids(tx, sql, params![congress.0, year])
}

/// The years that a congress has projects of, newest first.
pub fn list_years(tx: &ReadTx<'_>, congress: CongressId) -> Result<Vec<i16>, StoreError> {
    // From one to the next along the index.
    let sql = "with recursive found (year) as ( \
        select max(year) from project where congress = ?1 union all \
        select (select max(year) from project where congress = ?1 and year < found.year) \
        from found where found.year is not null) \
        select year from found where year is not null";
    tx.list(sql, [congress.0], |row| row.get(0))
}

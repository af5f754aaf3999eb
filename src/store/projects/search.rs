//! Many projects at once, as lists need them: filtered, searched, a page at a time.
//!
//! A search is a scan for the folded characters: two Chinese characters are a word, and an index of
//! three would not find them. `benches/library.rs` measures what that costs.

use rusqlite::{Row, ToSql, params};

use super::super::column::word;
use super::super::{ReadTx, StoreError};
use crate::domain::id::{CongressId, ProjectId};
use crate::domain::library::kind::Category;
use crate::domain::library::project::ProjectLine;
use crate::domain::library::stage::ProjectStage;

const COLUMNS: &str = "p.id, p.congress, p.code, p.year, p.name, p.summary, p.place, p.category, \
    p.investment, p.need_this_year, p.lead_unit, p.stage, \
    coalesce((select sum(f.this_year) from fund as f where f.project = p.id and f.is_secured = 1), 0) \
    as secured";

/// What a list is narrowed to; empty fields narrow nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// Folded words, all of which must occur.
    pub words: Vec<String>,
    /// One stage.
    pub stage: Option<ProjectStage>,
    /// One category.
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

/// The condition of a filter with the values that it binds, after congress and year.
fn condition(filter: &Filter) -> (String, Vec<String>) {
    let mut sql = "p.congress = ?1 and p.year = ?2".to_owned();
    let mut values = Vec::new();
    let mut and = |clause: &str, value: String| {
        values.push(value);
        let place = format!("?{}", values.len() + 2);
        sql.push_str(&clause.replace('?', &place));
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
    for text in &filter.words {
        and(" and instr(p.search, ?) > 0", text.clone());
    }
    (sql, values)
}

/// A page of a congress's projects of a year by code, and how many there are in all.
///
/// # Errors
/// A failing database.
pub fn list(
    tx: &ReadTx<'_>,
    congress: CongressId,
    year: i16,
    filter: &Filter,
    skip: u32,
    most: u32,
) -> Result<(Vec<ProjectLine>, u32), StoreError> {
    let (condition, values) = condition(filter);
    let mut bound: Vec<&dyn ToSql> = vec![&congress.0, &year];
    bound.extend(values.iter().map(|value| -> &dyn ToSql { value }));
    let sql = format!("select count(*) from project as p where {condition}");
    let mut statement = tx.connection.prepare_cached(&sql)?;
    let total = statement.query_row(bound.as_slice(), |row| row.get(0))?;
    let sql = format!(
        "select {COLUMNS} from project as p where {condition} order by p.code, p.id \
         limit {most} offset {skip}"
    );
    let mut statement = tx.connection.prepare_cached(&sql)?;
    let rows = statement.query_map(bound.as_slice(), line)?;
    Ok((rows.collect::<Result<_, _>>()?, total))
}

/// The line of one project.
///
/// # Errors
/// [`StoreError::NotFound`] when there is none.
pub fn get(tx: &ReadTx<'_>, id: ProjectId) -> Result<ProjectLine, StoreError> {
    let sql = format!("select {COLUMNS} from project as p where p.id = ?1");
    let mut statement = tx.connection.prepare_cached(&sql)?;
    let mut rows = statement.query_map([id.0], line)?;
    rows.next()
        .transpose()?
        .ok_or(StoreError::NotFound("project"))
}

/// Every project of a congress's year, by code: for export and for short lists.
///
/// # Errors
/// A failing database.
pub fn list_ids(
    tx: &ReadTx<'_>,
    congress: CongressId,
    year: i16,
) -> Result<Vec<ProjectId>, StoreError> {
    let sql = "select id from project where congress = ?1 and year = ?2 order by code, id";
    super::ids(tx, sql, params![congress.0, year])
}

/// The years that a congress has projects of, newest first.
///
/// # Errors
/// A failing database.
pub fn list_years(tx: &ReadTx<'_>, congress: CongressId) -> Result<Vec<i16>, StoreError> {
    let sql = "select distinct year from project where congress = ?1 order by year desc";
    let mut statement = tx.connection.prepare_cached(sql)?;
    let rows = statement.query_map([congress.0], |row| row.get(0))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

//! Projects of the library.

use rusqlite::{OptionalExtension, Row, params};

use super::column::word;
use super::{ReadTx, StoreError, WriteTx};
use crate::domain::id::{CongressId, ProjectId};
use crate::domain::library::project::{Project, ProjectStage};

const COLUMNS: &str = "id, congress, code, year, name, summary, content, scale, place, \
    beneficiaries, category, investment, lead_unit, finish_by, stage";

fn project(row: &Row<'_>) -> Result<Project, rusqlite::Error> {
    Ok(Project {
        id: ProjectId(row.get("id")?),
        congress: CongressId(row.get("congress")?),
        code: row.get("code")?,
        year: row.get("year")?,
        name: row.get("name")?,
        summary: row.get("summary")?,
        content: row.get("content")?,
        scale: row.get("scale")?,
        place: row.get("place")?,
        beneficiaries: row.get("beneficiaries")?,
        category: row.get("category")?,
        investment: row.get("investment")?,
        lead_unit: row.get("lead_unit")?,
        finish_by: row.get("finish_by")?,
        stage: word(row, "stage", ProjectStage::from_word)?,
    })
}

/// The project of an identifier.
///
/// # Errors
/// [`StoreError::NotFound`] when there is none.
pub fn get(tx: &ReadTx<'_>, id: ProjectId) -> Result<Project, StoreError> {
    let sql = format!("select {COLUMNS} from project where id = ?1");
    let found = tx.connection.query_row(&sql, [id.0], project).optional()?;
    found.ok_or(StoreError::NotFound("project"))
}

/// The project of a code.
///
/// # Errors
/// A failing database.
pub fn find_code(
    tx: &ReadTx<'_>,
    congress: CongressId,
    code: &str,
) -> Result<Option<ProjectId>, StoreError> {
    let sql = "select id from project where congress = ?1 and code = ?2";
    let mut statement = tx.connection.prepare_cached(sql)?;
    let found = statement.query_row(params![congress.0, code], |row| row.get(0));
    Ok(found.optional()?.map(ProjectId))
}

/// A congress's projects of a year, by code.
///
/// # Errors
/// A failing database.
pub fn list(tx: &ReadTx<'_>, congress: CongressId, year: i16) -> Result<Vec<Project>, StoreError> {
    let sql = format!(
        "select {COLUMNS} from project where congress = ?1 and year = ?2 order by code, id"
    );
    let mut statement = tx.connection.prepare_cached(&sql)?;
    let rows = statement.query_map(params![congress.0, year], project)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// A congress's projects of all years, by code.
///
/// # Errors
/// A failing database.
pub fn list_of_all_years(
    tx: &ReadTx<'_>,
    congress: CongressId,
) -> Result<Vec<Project>, StoreError> {
    let sql = format!("select {COLUMNS} from project where congress = ?1 order by code, id");
    let mut statement = tx.connection.prepare_cached(&sql)?;
    let rows = statement.query_map([congress.0], project)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The project of a code.
///
/// # Errors
/// A failing database.
pub fn find(
    tx: &ReadTx<'_>,
    congress: CongressId,
    code: &str,
) -> Result<Option<Project>, StoreError> {
    let sql = format!("select {COLUMNS} from project where congress = ?1 and code = ?2");
    let mut statement = tx.connection.prepare_cached(&sql)?;
    Ok(statement
        .query_row(params![congress.0, code], project)
        .optional()?)
}

/// Adds a project, or changes the one with the same code. A project on a frozen slate or beyond is
/// left alone: what was voted on does not change under the vote.
///
/// # Errors
/// A failing database.
pub fn save(tx: &WriteTx<'_>, row: &Project) -> Result<(), StoreError> {
    let sql = "insert into project (congress, code, year, name, summary, content, scale, place, \
               beneficiaries, category, investment, lead_unit, finish_by, stage) \
               values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14) \
               on conflict (congress, code) do update set year = ?3, name = ?4, summary = ?5, \
               content = ?6, scale = ?7, place = ?8, beneficiaries = ?9, category = ?10, \
               investment = ?11, lead_unit = ?12, finish_by = ?13, stage = ?14 \
               where stage in ('in_library', 'under_appraisal', 'candidate')";
    let mut statement = tx.connection.prepare_cached(sql)?;
    statement.execute(params![
        row.congress.0,
        row.code,
        row.year,
        row.name,
        row.summary,
        row.content,
        row.scale,
        row.place,
        row.beneficiaries,
        row.category,
        row.investment,
        row.lead_unit,
        row.finish_by,
        row.stage.word()
    ])?;
    Ok(())
}

/// Moves a project to another stage.
///
/// # Errors
/// [`StoreError::NotFound`] when there is no such project.
pub fn update_stage(
    tx: &WriteTx<'_>,
    id: ProjectId,
    stage: ProjectStage,
) -> Result<(), StoreError> {
    let sql = "update project set stage = ?2 where id = ?1";
    match tx.connection.execute(sql, params![id.0, stage.word()])? {
        0 => Err(StoreError::NotFound("project")),
        _ => Ok(()),
    }
}

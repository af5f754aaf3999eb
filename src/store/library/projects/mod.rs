//! Projects of the library: their sheets with funds and targets, and their stages.
//!
//! [`search`] lists many at once without their sheets.

mod parts;
pub mod search;

use rusqlite::types::ToSqlOutput;
use rusqlite::{Row, params, params_from_iter};

use crate::column::word;
use crate::{ReadTx, StoreError, WriteTx};
use domain::id::{CongressId, ProjectId};
use domain::library::kind::{Category, ProjectOrigin, Readiness};
use domain::library::project::Project;
use domain::library::sheet::Sheet;
use domain::library::stage::ProjectStage;

const COLUMNS: &str = "id, congress, code, year, name, summary, content, scale, place, \
    beneficiaries, beneficiary_count, category, investment, need_this_year, lead_unit, \
    supporting_units, leader, start_by, finish_by, readiness, origin, note, stage, reason, \
    merged_into, previous, version";

fn project(row: &Row<'_>) -> Result<Project, rusqlite::Error> {
    let sheet = Sheet {
        code: row.get("code")?,
        name: row.get("name")?,
        summary: row.get("summary")?,
        content: row.get("content")?,
        scale: row.get("scale")?,
        place: row.get("place")?,
        beneficiaries: row.get("beneficiaries")?,
        beneficiary_count: row.get("beneficiary_count")?,
        category: word(row, "category", Category::from_word)?,
        investment: row.get("investment")?,
        need_this_year: row.get("need_this_year")?,
        funds: Vec::new(),
        targets: Vec::new(),
        lead_unit: row.get("lead_unit")?,
        supporting_units: row.get("supporting_units")?,
        leader: row.get("leader")?,
        start_by: row.get("start_by")?,
        finish_by: row.get("finish_by")?,
        readiness: word(row, "readiness", Readiness::from_word)?,
        origin: word(row, "origin", ProjectOrigin::from_word)?,
        note: row.get("note")?,
    };
    Ok(Project {
        id: ProjectId(row.get("id")?),
        congress: CongressId(row.get("congress")?),
        year: row.get("year")?,
        sheet,
        stage: word(row, "stage", ProjectStage::from_word)?,
        version: row.get("version")?,
        reason: row.get("reason")?,
        merged_into: row.get::<_, Option<i64>>("merged_into")?.map(ProjectId),
        previous: row.get::<_, Option<i64>>("previous")?.map(ProjectId),
    })
}

fn with_parts(tx: &ReadTx<'_>, found: Option<Project>) -> Result<Option<Project>, StoreError> {
    let Some(mut project) = found else {
        return Ok(None);
    };
    project.sheet.funds = parts::list_funds(tx, project.id)?;
    project.sheet.targets = parts::list_targets(tx, project.id)?;
    Ok(Some(project))
}

/// The project of an identifier, with funds and targets.
///
/// # Errors
/// [`StoreError::NotFound`] when there is none.
pub fn get(tx: &ReadTx<'_>, id: ProjectId) -> Result<Project, StoreError> {
    let sql = format!("select {COLUMNS} from project where id = ?1");
    let found = tx.find(&sql, [id.0], project)?;
    with_parts(tx, found)?.ok_or(StoreError::NotFound("project"))
}

/// The project of a code in a congress.
pub fn find(
    tx: &ReadTx<'_>,
    congress: CongressId,
    code: &str,
) -> Result<Option<Project>, StoreError> {
    let sql = format!("select {COLUMNS} from project where congress = ?1 and code = ?2");
    let found = tx.find(&sql, params![congress.0, code], project)?;
    with_parts(tx, found)
}

/// A congress's projects of all years with funds and targets, by code.
pub fn list_of_all_years(
    tx: &ReadTx<'_>,
    congress: CongressId,
) -> Result<Vec<Project>, StoreError> {
    let sql = format!("select {COLUMNS} from project where congress = ?1 order by code, id");
    let mut all = tx.list(&sql, [congress.0], project)?;
    let mut funds = parts::list_all_funds(tx, congress)?;
    let mut targets = parts::list_all_targets(tx, congress)?;
    for project in &mut all {
        project.sheet.funds = funds.remove(&project.id).unwrap_or_default();
        project.sheet.targets = targets.remove(&project.id).unwrap_or_default();
    }
    Ok(all)
}

/// The projects of a code in every congress, by congress.
pub fn list_of_code(tx: &ReadTx<'_>, code: &str) -> Result<Vec<ProjectId>, StoreError> {
    let sql = "select id from project where code = ?1 order by congress";
    ids(tx, sql, params![code])
}

/// The projects that went into another.
pub fn list_merged(tx: &ReadTx<'_>, into: ProjectId) -> Result<Vec<ProjectId>, StoreError> {
    let sql = "select id from project where merged_into = ?1 order by id";
    ids(tx, sql, [into.0])
}

/// The project that a not selected one returned as.
pub fn find_return(tx: &ReadTx<'_>, previous: ProjectId) -> Result<Option<ProjectId>, StoreError> {
    let sql = "select id from project where previous = ?1";
    Ok(ids(tx, sql, [previous.0])?.pop())
}

fn ids(
    tx: &ReadTx<'_>,
    sql: &str,
    values: impl rusqlite::Params,
) -> Result<Vec<ProjectId>, StoreError> {
    tx.list(sql, values, |row| Ok(ProjectId(row.get(0)?)))
}

/// The columns of a sheet with their values; funds and targets have tables of their own.
fn columns_of(sheet: &Sheet) -> [(&'static str, ToSqlOutput<'_>); 19] {
    [
        ("code", sheet.code.as_str().into()),
        ("name", sheet.name.as_str().into()),
        ("summary", sheet.summary.as_str().into()),
        ("content", sheet.content.as_str().into()),
        ("scale", sheet.scale.as_str().into()),
        ("place", sheet.place.as_str().into()),
        ("beneficiaries", sheet.beneficiaries.as_str().into()),
        (
            "beneficiary_count",
            ToSqlOutput::Owned(sheet.beneficiary_count.into()),
        ),
        ("category", sheet.category.word().into()),
        ("investment", sheet.investment.into()),
        ("need_this_year", sheet.need_this_year.into()),
        ("lead_unit", sheet.lead_unit.as_str().into()),
        ("supporting_units", sheet.supporting_units.as_str().into()),
        ("leader", sheet.leader.as_str().into()),
        ("start_by", sheet.start_by.as_str().into()),
        ("finish_by", sheet.finish_by.as_str().into()),
        ("readiness", sheet.readiness.word().into()),
        ("origin", sheet.origin.word().into()),
        ("note", sheet.note.as_str().into()),
    ]
}

/// Adds a project in its stage.
///
/// # Errors
/// A constraint when the code is taken.
pub fn create(
    tx: &WriteTx<'_>,
    congress: CongressId,
    year: i16,
    sheet: &Sheet,
    stage: ProjectStage,
    previous: Option<ProjectId>,
) -> Result<ProjectId, StoreError> {
    let columns = columns_of(sheet);
    let names = columns.iter().map(|(name, _)| *name).collect::<Vec<_>>();
    let (names, places) = (names.join(", "), ", ?".repeat(columns.len()));
    let sql = format!(
        "insert into project (congress, year, stage, previous, {names}) \
         values (?, ?, ?, ?{places}) returning id"
    );
    let first: [ToSqlOutput<'_>; 4] = [
        congress.0.into(),
        year.into(),
        stage.word().into(),
        ToSqlOutput::Owned(previous.map(|id| id.0).into()),
    ];
    let values = first.into_iter().chain(columns.map(|(_, value)| value));
    let values = params_from_iter(values);
    let id = ProjectId(tx.one(&sql, values, |row| row.get(0))?);
    search::create_words(tx, id, (congress, year), sheet)?;
    parts::replace(tx, id, sheet)?;
    Ok(id)
}

/// Saves a sheet over the version that was read, and answers whether that version still stood.
///
/// # Errors
/// A constraint when the code is taken, [`StoreError::NotFound`] when there is no such project.
pub fn update(
    tx: &WriteTx<'_>,
    id: ProjectId,
    version: u32,
    sheet: &Sheet,
) -> Result<bool, StoreError> {
    let before = get(tx, id)?.sheet;
    let columns = columns_of(sheet);
    let set = columns.iter().map(|(name, _)| format!("{name} = ?"));
    let sql = format!(
        "update project set {}, version = version + 1 where id = ? and version = ? \
         returning congress, year",
        set.collect::<Vec<_>>().join(", ")
    );
    let last: [ToSqlOutput<'_>; 2] = [id.0.into(), version.into()];
    let values = columns.map(|(_, value)| value).into_iter().chain(last);
    let values = params_from_iter(values);
    let changed = tx.find(&sql, values, |row| {
        Ok((CongressId(row.get(0)?), row.get(1)?))
    })?;
    let Some(place) = changed else {
        return Ok(false);
    };
    // What is as it was is not written again: the words of a search are most of a save.
    if search::text(&before) != search::text(sheet) {
        search::remove_words(tx, id)?;
        search::create_words(tx, id, place, sheet)?;
    }
    if (&before.funds, &before.targets) != (&sheet.funds, &sheet.targets) {
        parts::replace(tx, id, sheet)?;
    }
    Ok(true)
}

/// Moves a project to another stage, with the reason where there is one, and gives it a new version.
///
/// # Errors
/// [`StoreError::NotFound`] when there is no such project.
pub fn update_stage(
    tx: &WriteTx<'_>,
    id: ProjectId,
    stage: ProjectStage,
    reason: &str,
    merged_into: Option<ProjectId>,
) -> Result<(), StoreError> {
    let sql = "update project set stage = ?2, reason = ?3, merged_into = ?4, \
               version = version + 1 where id = ?1";
    let values = params![id.0, stage.word(), reason, merged_into.map(|id| id.0)];
    tx.alter("project", sql, values)
}

/// Why the project may be a candidate although money is missing; empty where there is no reason.
pub fn get_exception(tx: &ReadTx<'_>, id: ProjectId) -> Result<String, StoreError> {
    let sql = "select exception from project where id = ?1";
    Ok(tx.find(sql, [id.0], |row| row.get(0))?.unwrap_or_default())
}

/// Notes that reason.
pub fn update_exception(tx: &WriteTx<'_>, id: ProjectId, reason: &str) -> Result<(), StoreError> {
    let sql = "update project set exception = ?2 where id = ?1";
    tx.run(sql, params![id.0, reason])
}

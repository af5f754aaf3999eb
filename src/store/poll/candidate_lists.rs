//! Candidate lists, their lines, and the versions that were frozen.

use jiff::Timestamp;
use rusqlite::{Row, params};

use crate::column::{date_opt, digest, word};
use crate::{ReadTx, StoreError, WriteTx};
use domain::digest::Digest;
use domain::id::{CongressId, ListId, ProjectId};
use domain::library::list::{CandidateList, ListStage};

const COLUMNS: &str =
    "id, congress, year, number, stage, version, places, reviewed_on, decided_how";

fn list_of(row: &Row<'_>) -> Result<CandidateList, rusqlite::Error> {
    Ok(CandidateList {
        id: ListId(row.get("id")?),
        congress: CongressId(row.get("congress")?),
        year: row.get("year")?,
        number: row.get("number")?,
        stage: word(row, "stage", ListStage::from_word)?,
        version: row.get("version")?,
        places: row.get("places")?,
        reviewed_on: date_opt(row, "reviewed_on")?,
        decided_how: row.get("decided_how")?,
    })
}

/// The list of an identifier.
///
/// # Errors
/// [`StoreError::NotFound`] when there is none.
pub fn get(tx: &ReadTx<'_>, id: ListId) -> Result<CandidateList, StoreError> {
    let sql = format!("select {COLUMNS} from candidate_list where id = ?1");
    tx.get("list", &sql, [id.0], list_of)
}

/// A congress's lists of a year, by number.
pub fn list(
    tx: &ReadTx<'_>,
    congress: CongressId,
    year: i16,
) -> Result<Vec<CandidateList>, StoreError> {
    let sql = format!(
        "select {COLUMNS} from candidate_list where congress = ?1 and year = ?2 order by number"
    );
    tx.list(&sql, params![congress.0, year], list_of)
}

/// Begins a list under the next number of its year.
pub fn create(
    tx: &WriteTx<'_>,
    congress: CongressId,
    year: i16,
    places: u16,
) -> Result<ListId, StoreError> {
    let sql = "insert into candidate_list (congress, year, number, stage, places) values (?1, ?2, \
               1 + (select count(*) from candidate_list where congress = ?1 and year = ?2), \
               'preliminary', ?3) returning id";
    let values = params![congress.0, year, places];
    Ok(ListId(tx.one(sql, values, |row| row.get(0))?))
}

/// Saves everything of a list that may change.
///
/// # Errors
/// [`StoreError::NotFound`] when there is no such list.
pub fn update(tx: &WriteTx<'_>, list: &CandidateList) -> Result<(), StoreError> {
    let sql = "update candidate_list set stage = ?2, version = ?3, places = ?4, reviewed_on = ?5, \
               decided_how = ?6 where id = ?1";
    let values = params![
        list.id.0,
        list.stage.word(),
        list.version,
        list.places,
        list.reviewed_on.map(|on| on.to_string()),
        list.decided_how
    ];
    tx.alter("list", sql, values)
}

/// The projects of a list, in order.
pub fn list_lines(tx: &ReadTx<'_>, id: ListId) -> Result<Vec<ProjectId>, StoreError> {
    let sql = "select project from candidate_line where list = ?1 order by line_no";
    projects(tx, sql, id)
}

/// The projects of a revision that waits for its second person, in order.
pub fn list_proposed(tx: &ReadTx<'_>, id: ListId) -> Result<Vec<ProjectId>, StoreError> {
    let sql = "select project from proposed_line where list = ?1 order by line_no";
    projects(tx, sql, id)
}

fn projects(tx: &ReadTx<'_>, sql: &str, id: ListId) -> Result<Vec<ProjectId>, StoreError> {
    tx.list(sql, [id.0], |row| Ok(ProjectId(row.get(0)?)))
}

/// The lists that a project stands on, newest first.
pub fn list_of_project(
    tx: &ReadTx<'_>,
    project: ProjectId,
) -> Result<Vec<CandidateList>, StoreError> {
    let sql = format!(
        "select {COLUMNS} from candidate_list where id in \
         (select list from candidate_line where project = ?1) order by id desc"
    );
    tx.list(&sql, [project.0], list_of)
}

/// Replaces the lines of a list by these projects.
///
/// # Errors
/// A constraint when a project is named twice.
pub fn update_lines(
    tx: &WriteTx<'_>,
    id: ListId,
    projects: &[ProjectId],
) -> Result<(), StoreError> {
    replace(
        tx,
        "delete from candidate_line where list = ?1",
        "insert into candidate_line (list, line_no, project) values (?1, ?2, ?3)",
        id,
        projects,
    )
}

/// Replaces the lines of the revision that waits; none when it is done.
pub fn update_proposed(
    tx: &WriteTx<'_>,
    id: ListId,
    projects: &[ProjectId],
) -> Result<(), StoreError> {
    replace(
        tx,
        "delete from proposed_line where list = ?1",
        "insert into proposed_line (list, line_no, project) values (?1, ?2, ?3)",
        id,
        projects,
    )
}

fn replace(
    tx: &WriteTx<'_>,
    delete: &str,
    insert: &str,
    id: ListId,
    projects: &[ProjectId],
) -> Result<(), StoreError> {
    tx.run(delete, [id.0])?;
    for (line_no, project) in (1_i64..).zip(projects) {
        tx.run(insert, params![id.0, line_no, project.0])?;
    }
    Ok(())
}

/// One frozen version of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListVersion {
    /// Its number, from 1.
    pub version: u32,
    /// Canonical text.
    pub text: String,
    /// SHA-256 of it.
    pub hash: Digest,
    /// Why it replaced the one before; empty for the first.
    pub reason: String,
    /// When, in milliseconds.
    pub fixed_at: i64,
}

/// The frozen versions of a list, oldest first.
pub fn list_versions(tx: &ReadTx<'_>, id: ListId) -> Result<Vec<ListVersion>, StoreError> {
    let sql = "select version, text, hash, reason, fixed_at from list_version where list = ?1 \
               order by version";
    tx.list(sql, [id.0], |row| {
        Ok(ListVersion {
            version: row.get("version")?,
            text: row.get("text")?,
            hash: digest(row, "hash")?,
            reason: row.get("reason")?,
            fixed_at: row.get("fixed_at")?,
        })
    })
}

/// Fixes a version.
///
/// # Errors
/// A constraint when the version exists.
pub fn create_version(
    tx: &WriteTx<'_>,
    id: ListId,
    version: u32,
    text: &str,
    hash: Digest,
    reason: &str,
    now: Timestamp,
) -> Result<(), StoreError> {
    let sql = "insert into list_version (list, version, text, hash, reason, fixed_at) \
               values (?1, ?2, ?3, ?4, ?5, ?6)";
    let at = now.as_millisecond();
    let values = params![id.0, version, text, hash.0, reason, at];
    tx.run(sql, values)
}

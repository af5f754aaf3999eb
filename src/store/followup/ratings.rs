//! Residents' ratings of projects.

use rusqlite::params;

use crate::column::{month, word};
use crate::{ReadTx, StoreError, WriteTx};
use domain::followup::month::Month;
use domain::followup::rating::{Rating, RatingCounts, RatingWord};
use domain::id::{FindingId, ProjectId, RatingId};

const COLUMNS: &str = "id, project, month, word, remark, finding";

/// Writes a rating down; nothing when this phone has spoken of the project this month.
pub fn create(
    tx: &WriteTx<'_>,
    project: ProjectId,
    month: Month,
    said: RatingWord,
    remark: &str,
    device: [u8; 32],
) -> Result<bool, StoreError> {
    let sql = "insert into rating (project, month, word, remark, device) values (?1, ?2, ?3, ?4, ?5) \
               on conflict (project, month, device) do nothing";
    let written = tx.change(
        sql,
        params![project.0, month.to_string(), said.word(), remark, device],
    )?;
    Ok(written == 1)
}

/// A rating.
///
/// # Errors
/// [`StoreError::NotFound`] when there is none.
pub fn get(tx: &ReadTx<'_>, id: RatingId) -> Result<Rating, StoreError> {
    let sql = format!("select {COLUMNS} from rating where id = ?1");
    tx.get("rating", &sql, [id.0], rating)
}

/// The ratings of a project that say something to the office: low ones and remarks, newest month
/// first, in no order inside a month that would tell who came first.
pub fn list_told(tx: &ReadTx<'_>, project: ProjectId) -> Result<Vec<Rating>, StoreError> {
    let sql = format!(
        "select {COLUMNS} from rating where project = ?1 and (remark <> '' or word = 'dissatisfied') \
         order by month desc, device"
    );
    tx.list(&sql, [project.0], rating)
}

/// How many said each word, month by month, newest first.
pub fn count(
    tx: &ReadTx<'_>,
    project: ProjectId,
) -> Result<Vec<(Month, RatingCounts)>, StoreError> {
    let sql = "select month, sum(word = 'satisfied'), sum(word = 'fair'), sum(word = 'dissatisfied') \
               from rating where project = ?1 group by month order by month desc";
    tx.list(sql, [project.0], |row| {
        Ok((
            month(row, "month")?,
            RatingCounts {
                satisfied: row.get(1)?,
                fair: row.get(2)?,
                dissatisfied: row.get(3)?,
            },
        ))
    })
}

/// Notes the finding that a rating became.
pub fn update_finding(
    tx: &WriteTx<'_>,
    id: RatingId,
    finding: FindingId,
) -> Result<(), StoreError> {
    let sql = "update rating set finding = ?2 where id = ?1";
    tx.run(sql, params![id.0, finding.0])
}

fn rating(row: &rusqlite::Row<'_>) -> Result<Rating, rusqlite::Error> {
    Ok(Rating {
        id: RatingId(row.get("id")?),
        project: ProjectId(row.get("project")?),
        month: month(row, "month")?,
        word: word(row, "word", RatingWord::from_word)?,
        remark: row.get("remark")?,
        finding: row.get::<_, Option<i64>>("finding")?.map(FindingId),
    })
}

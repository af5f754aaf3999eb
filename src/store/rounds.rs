//! Rounds of a poll and their lines.

use rusqlite::{OptionalExtension, Row, params};

use super::column::{digest_opt, word};
use super::{ReadTx, StoreError, WriteTx, translations};
use crate::domain::id::{PollId, ProjectId, RoundId, SittingId};
use crate::domain::poll::round::RoundStage;
use crate::domain::poll::{Round, RoundKind, RoundLine};

const COLUMNS: &str = "id, poll, sitting, number, kind, stage, rules, rules_hash, slate, \
    slate_hash, box_digest, issued, returned, is_dirty, void_reason, decided_by_presidium";

fn round(row: &Row<'_>) -> Result<Round, rusqlite::Error> {
    Ok(Round {
        id: RoundId(row.get("id")?),
        poll: PollId(row.get("poll")?),
        sitting: SittingId(row.get("sitting")?),
        number: row.get("number")?,
        kind: word(row, "kind", RoundKind::from_word)?,
        stage: word(row, "stage", RoundStage::from_word)?,
        rules: row.get("rules")?,
        rules_hash: digest_opt(row, "rules_hash")?,
        slate: row.get("slate")?,
        slate_hash: digest_opt(row, "slate_hash")?,
        box_digest: digest_opt(row, "box_digest")?,
        issued: row.get("issued")?,
        returned: row.get("returned")?,
        is_dirty: row.get("is_dirty")?,
        void_reason: row.get("void_reason")?,
        decided_by_presidium: row.get("decided_by_presidium")?,
    })
}

/// The round of an identifier.
///
/// # Errors
/// [`StoreError::NotFound`] when there is none.
pub fn get(tx: &ReadTx<'_>, id: RoundId) -> Result<Round, StoreError> {
    let sql = format!("select {COLUMNS} from round where id = ?1");
    let found = tx
        .connection
        .prepare_cached(&sql)?
        .query_row([id.0], round)
        .optional()?;
    found.ok_or(StoreError::NotFound("round"))
}

/// A poll's rounds in order.
///
/// # Errors
/// A failing database.
pub fn list(tx: &ReadTx<'_>, poll: PollId) -> Result<Vec<Round>, StoreError> {
    let sql = format!("select {COLUMNS} from round where poll = ?1 order by number");
    let mut statement = tx.connection.prepare_cached(&sql)?;
    let rows = statement.query_map([poll.0], round)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The rounds held at a sitting, of every poll, in order.
///
/// # Errors
/// A failing database.
pub fn list_at(tx: &ReadTx<'_>, sitting: SittingId) -> Result<Vec<Round>, StoreError> {
    let sql = format!("select {COLUMNS} from round where sitting = ?1 order by poll, number");
    let mut statement = tx.connection.prepare_cached(&sql)?;
    let rows = statement.query_map([sitting.0], round)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Every round of every congress, in the order of drafting.
///
/// # Errors
/// A failing database.
pub fn list_all(tx: &ReadTx<'_>) -> Result<Vec<Round>, StoreError> {
    let sql = format!("select {COLUMNS} from round order by id");
    let mut statement = tx.connection.prepare_cached(&sql)?;
    let rows = statement.query_map([], round)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Rounds that were opened or voided and still wait for their scrub.
///
/// # Errors
/// A failing database.
pub fn list_dirty(tx: &ReadTx<'_>) -> Result<Vec<Round>, StoreError> {
    let sql = format!("select {COLUMNS} from round where is_dirty = 1 order by id");
    let mut statement = tx.connection.prepare_cached(&sql)?;
    let rows = statement.query_map([], round)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Drafts a round.
///
/// # Errors
/// The constraint `round.poll, round.number` when the number is taken.
pub fn create(
    tx: &WriteTx<'_>,
    poll: PollId,
    sitting: SittingId,
    number: u32,
    kind: RoundKind,
    rules: &str,
) -> Result<RoundId, StoreError> {
    let sql = "insert into round (poll, sitting, number, kind, stage, rules) \
               values (?1, ?2, ?3, ?4, 'draft', ?5) returning id";
    let values = params![poll.0, sitting.0, number, kind.word(), rules];
    Ok(RoundId(
        tx.connection.query_row(sql, values, |row| row.get(0))?,
    ))
}

/// Saves everything of a round that may change.
///
/// # Errors
/// [`StoreError::NotFound`] when there is no such round.
pub fn update(tx: &WriteTx<'_>, round: &Round) -> Result<(), StoreError> {
    let sql = "update round set stage = ?2, rules = ?3, rules_hash = ?4, slate = ?5, \
               slate_hash = ?6, box_digest = ?7, issued = ?8, returned = ?9, is_dirty = ?10, \
               void_reason = ?11, decided_by_presidium = ?12 where id = ?1";
    let changed = tx.connection.execute(
        sql,
        params![
            round.id.0,
            round.stage.word(),
            round.rules,
            round.rules_hash.map(|digest| digest.0),
            round.slate,
            round.slate_hash.map(|digest| digest.0),
            round.box_digest.map(|digest| digest.0),
            round.issued,
            round.returned,
            round.is_dirty,
            round.void_reason,
            round.decided_by_presidium,
        ],
    )?;
    if changed == 0 {
        Err(StoreError::NotFound("round"))
    } else {
        Ok(())
    }
}

/// The lines of a round, in order, with what the ballot shows of each project.
///
/// # Errors
/// A failing database.
pub fn list_lines(tx: &ReadTx<'_>, id: RoundId) -> Result<Vec<RoundLine>, StoreError> {
    let sql = "select l.line_no, l.project, p.name, p.summary, p.investment, p.content \
               from round_line as l join project as p on p.id = l.project \
               where l.round = ?1 order by l.line_no";
    let mut frozen = translations::list_frozen(tx, id)?;
    let mut statement = tx.connection.prepare_cached(sql)?;
    let rows = statement.query_map([id.0], |row| {
        let project = ProjectId(row.get(1)?);
        Ok(RoundLine {
            line_no: row.get(0)?,
            project,
            name: row.get(2)?,
            summary: row.get(3)?,
            investment: row.get(4)?,
            content: row.get(5)?,
            translations: frozen.remove(&project).unwrap_or_default(),
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Replaces the lines of a round by these projects, numbered from 1.
///
/// # Errors
/// A constraint when a project is named twice.
pub fn update_lines(
    tx: &WriteTx<'_>,
    id: RoundId,
    projects: &[ProjectId],
) -> Result<(), StoreError> {
    tx.connection
        .execute("delete from round_line where round = ?1", [id.0])?;
    let sql = "insert into round_line (round, line_no, project) values (?1, ?2, ?3)";
    let mut statement = tx.connection.prepare_cached(sql)?;
    for (line_no, project) in (1_i64..).zip(projects) {
        statement.execute(params![id.0, line_no, project.0])?;
    }
    Ok(())
}

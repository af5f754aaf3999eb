//! Changes that were asked for, and how their body decided.

use rusqlite::{Row, params};

use crate::column::{date, date_opt, word};
use crate::{ReadTx, StoreError, WriteTx};
use domain::congress::Body;
use domain::followup::change::{Change, ChangeDecision, ChangeKind};
use domain::id::{ChangeId, ProjectId};

const COLUMNS: &str = "id, project, kind, reason, before, after, asked_on, asked_by, body, \
    is_granted, decided_on, document, notice";

fn change(row: &Row<'_>) -> Result<Change, rusqlite::Error> {
    let body = match row.get::<_, Option<String>>("body")? {
        Some(_) => Some(word(row, "body", Body::from_word)?),
        None => None,
    };
    let decided = (
        body,
        row.get::<_, Option<bool>>("is_granted")?,
        date_opt(row, "decided_on")?,
    );
    let decision = match decided {
        (Some(body), Some(is_granted), Some(on)) => Some(ChangeDecision {
            body,
            is_granted,
            on,
            document: row.get("document")?,
            notice: row.get("notice")?,
        }),
        _ => None,
    };
    Ok(Change {
        id: ChangeId(row.get("id")?),
        project: ProjectId(row.get("project")?),
        kind: word(row, "kind", ChangeKind::from_word)?,
        reason: row.get("reason")?,
        before: row.get("before")?,
        after: row.get("after")?,
        asked_on: date(row, "asked_on")?,
        asked_by: row.get("asked_by")?,
        decision,
    })
}

/// A change.
///
/// # Errors
/// [`StoreError::NotFound`] when there is no such change.
pub fn get(tx: &ReadTx<'_>, id: ChangeId) -> Result<Change, StoreError> {
    let sql = format!("select {COLUMNS} from plan_change where id = ?1");
    tx.get("change", &sql, [id.0], change)
}

/// The changes of a project, oldest first.
pub fn list(tx: &ReadTx<'_>, project: ProjectId) -> Result<Vec<Change>, StoreError> {
    let sql = format!("select {COLUMNS} from plan_change where project = ?1 order by id");
    tx.list(&sql, [project.0], change)
}

/// Writes down that a change is asked for.
pub fn create(tx: &WriteTx<'_>, change: &Change) -> Result<ChangeId, StoreError> {
    let sql = "insert into plan_change (project, kind, reason, before, after, asked_on, asked_by) \
               values (?1, ?2, ?3, ?4, ?5, ?6, ?7) returning id";
    let id = tx.one(
        sql,
        params![
            change.project.0,
            change.kind.word(),
            change.reason,
            change.before,
            change.after,
            change.asked_on.to_string(),
            change.asked_by,
        ],
        |row| row.get(0),
    )?;
    Ok(ChangeId(id))
}

/// Writes down how the body decided; a decision is never changed.
pub fn decide(tx: &WriteTx<'_>, id: ChangeId, decision: &ChangeDecision) -> Result<(), StoreError> {
    let sql = "update plan_change set body = ?2, is_granted = ?3, decided_on = ?4, document = ?5, \
               notice = ?6 where id = ?1 and body is null";
    tx.run(
        sql,
        params![
            id.0,
            decision.body.word(),
            decision.is_granted,
            decision.on.to_string(),
            decision.document,
            decision.notice
        ],
    )
}

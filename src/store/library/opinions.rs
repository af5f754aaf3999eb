//! Opinions asked of units, with their deadlines and answers.

use jiff::civil::Date;
use rusqlite::{Row, params};

use crate::column::{date, date_opt, word};
use crate::{ReadTx, StoreError, WriteTx};
use domain::id::{AccountId, CongressId, OpinionId, ProjectId, UnitId};
use domain::library::opinion::{AnswerChoice, Opinion, OpinionAnswer, OpinionKind};

const SELECT: &str = "select o.id, o.project, o.kind, o.unit, u.name as unit_name, o.asked_on, \
    o.due_on, o.answer, o.text, o.answered_on, o.is_paper, coalesce(a.name, '') as answered_name \
    from opinion as o join unit as u on u.id = o.unit left join account as a on a.id = o.answered_by";

fn opinion(row: &Row<'_>) -> Result<Opinion, rusqlite::Error> {
    let answered = match date_opt(row, "answered_on")? {
        Some(on) => Some(OpinionAnswer {
            answer: word(row, "answer", AnswerChoice::from_word)?,
            text: row.get("text")?,
            on,
            is_paper: row.get("is_paper")?,
            by: row.get("answered_name")?,
        }),
        None => None,
    };
    Ok(Opinion {
        id: OpinionId(row.get("id")?),
        project: ProjectId(row.get("project")?),
        kind: word(row, "kind", OpinionKind::from_word)?,
        unit: UnitId(row.get("unit")?),
        unit_name: row.get("unit_name")?,
        asked_on: date(row, "asked_on")?,
        due_on: date(row, "due_on")?,
        answered,
    })
}

/// The opinion of an identifier.
///
/// # Errors
/// [`StoreError::NotFound`] when there is none.
pub fn get(tx: &ReadTx<'_>, id: OpinionId) -> Result<Opinion, StoreError> {
    let sql = format!("{SELECT} where o.id = ?1");
    tx.get("opinion", &sql, [id.0], opinion)
}

/// Every opinion about a project, oldest first.
pub fn list(tx: &ReadTx<'_>, project: ProjectId) -> Result<Vec<Opinion>, StoreError> {
    let sql = format!("{SELECT} where o.project = ?1 order by o.id");
    tx.list(&sql, [project.0], opinion)
}

/// The newest opinion of each kind about a project: what the gate weighs.
pub fn list_newest(tx: &ReadTx<'_>, project: ProjectId) -> Result<Vec<Opinion>, StoreError> {
    let sql = format!(
        "{SELECT} where o.project = ?1 and o.id = (select max(n.id) from opinion as n \
         where n.project = o.project and n.kind = o.kind) order by o.kind"
    );
    tx.list(&sql, [project.0], opinion)
}

/// A congress's opinions without an answer, the earliest deadline first; with the project's name.
pub fn list_open(
    tx: &ReadTx<'_>,
    congress: CongressId,
) -> Result<Vec<(Opinion, String)>, StoreError> {
    let sql = SELECT.replace(" from opinion", ", p.name as project_name from opinion");
    let sql = format!(
        "{sql} join project as p on p.id = o.project where u.congress = ?1 \
         and o.answered_on is null order by o.due_on, o.id"
    );
    named(tx, &sql, congress.0)
}

/// The opinions that a unit was asked for: open ones first by deadline, then the answered ones.
pub fn list_of_unit(tx: &ReadTx<'_>, unit: UnitId) -> Result<Vec<(Opinion, String)>, StoreError> {
    let sql = SELECT.replace(" from opinion", ", p.name as project_name from opinion");
    let sql = format!(
        "{sql} join project as p on p.id = o.project where o.unit = ?1 \
         order by o.answered_on is not null, o.due_on, o.id limit 200"
    );
    named(tx, &sql, unit.0)
}

fn named(tx: &ReadTx<'_>, sql: &str, id: i64) -> Result<Vec<(Opinion, String)>, StoreError> {
    tx.list(sql, [id], |row| {
        Ok((opinion(row)?, row.get("project_name")?))
    })
}

/// Asks a unit.
pub fn create(
    tx: &WriteTx<'_>,
    project: ProjectId,
    kind: OpinionKind,
    unit: UnitId,
    asked_on: Date,
    due_on: Date,
) -> Result<OpinionId, StoreError> {
    let sql = "insert into opinion (project, kind, unit, asked_on, due_on) \
               values (?1, ?2, ?3, ?4, ?5) returning id";
    let (asked_on, due_on) = (asked_on.to_string(), due_on.to_string());
    let values = params![project.0, kind.word(), unit.0, asked_on, due_on];
    Ok(OpinionId(tx.one(sql, values, |row| row.get(0))?))
}

/// Writes down an answer; answers whether the opinion was still open.
pub fn update(
    tx: &WriteTx<'_>,
    id: OpinionId,
    given: &OpinionAnswer,
    by: Option<AccountId>,
) -> Result<bool, StoreError> {
    let sql = "update opinion set answer = ?2, text = ?3, answered_on = ?4, is_paper = ?5, \
               answered_by = ?6 where id = ?1 and answered_on is null";
    let values = params![
        id.0,
        given.answer.word(),
        given.text,
        given.on.to_string(),
        given.is_paper,
        by.map(|id| id.0)
    ];
    Ok(tx.change(sql, values)? > 0)
}

//! What departments must put right after a review, and every step that was taken with it.

use jiff::civil::Date;
use rusqlite::{Row, params};

use super::reviews::{PendingReviewWork, waiting};
use crate::column::{date, date_opt, day_text, word};
use crate::followup::findings::taken;
use crate::{ReadTx, StoreError, WriteTx};
use domain::followup::finding::{FindingRecord, FindingStage, FindingStep};
use domain::id::{AccountId, CongressId, ReviewId, ReviewTaskId};
use domain::review::task::ReviewTask;

const COLUMNS: &str =
    "id, review, number, what, stage, given_on, due, answered_by, reopened, closed_on";

fn task(row: &Row<'_>) -> Result<ReviewTask, rusqlite::Error> {
    Ok(ReviewTask {
        id: ReviewTaskId(row.get("id")?),
        review: ReviewId(row.get("review")?),
        number: row.get("number")?,
        what: row.get("what")?,
        stage: word(row, "stage", FindingStage::from_word)?,
        given_on: date(row, "given_on")?,
        due: date(row, "due")?,
        answered_by: row.get::<_, Option<i64>>("answered_by")?.map(AccountId),
        reopened: row.get("reopened")?,
        closed_on: date_opt(row, "closed_on")?,
    })
}

/// A task.
///
/// # Errors
/// [`StoreError::NotFound`] when there is no such task.
pub fn get(tx: &ReadTx<'_>, id: ReviewTaskId) -> Result<ReviewTask, StoreError> {
    let sql = format!("select {COLUMNS} from review_task where id = ?1");
    tx.get("task", &sql, [id.0], task)
}

/// The tasks of a review by number.
pub fn list(tx: &ReadTx<'_>, review: ReviewId) -> Result<Vec<ReviewTask>, StoreError> {
    let sql = format!("select {COLUMNS} from review_task where review = ?1 order by number");
    tx.list(&sql, [review.0], task)
}

/// The tasks of a congress's reviews at a stage, put together by review: each waits since it was given,
/// or since the last step with it.
pub fn list_waiting(
    tx: &ReadTx<'_>,
    congress: CongressId,
    stage: FindingStage,
) -> Result<Vec<PendingReviewWork>, StoreError> {
    let sql = "select r.id, r.topic, r.unit, u.name as unit_name, min(t.due) as due, \
               count(*) as number, min(coalesce((select max(s.done_on) from review_task_step as s \
               where s.task = t.id and s.act in ('answer', 'reopen')), t.given_on)) as since \
               from review_task as t join review as r on r.id = t.review \
               join unit as u on u.id = r.unit \
               where r.congress = ?1 and t.stage = ?2 group by r.id order by due, r.id";
    tx.list(sql, params![congress.0, stage.word()], waiting)
}

/// The steps of a task in their order.
pub fn list_steps(tx: &ReadTx<'_>, id: ReviewTaskId) -> Result<Vec<FindingRecord>, StoreError> {
    let sql = "select act, text, due, approver, done_by, done_on from review_task_step \
               where task = ?1 order by step_no";
    tx.list(sql, [id.0], taken)
}

/// Gives a task under the next number of its review.
pub fn create(tx: &WriteTx<'_>, new: &ReviewTask) -> Result<ReviewTaskId, StoreError> {
    let sql = "insert into review_task (review, number, what, stage, given_on, due) \
               select ?1, coalesce(max(number), 0) + 1, ?2, ?3, ?4, ?5 from review_task \
               where review = ?1 returning id";
    let id = tx.one(
        sql,
        params![
            new.review.0,
            new.what,
            new.stage.word(),
            new.given_on.to_string(),
            new.due.to_string(),
        ],
        |row| row.get(0),
    )?;
    Ok(ReviewTaskId(id))
}

/// Saves where a task stands, and the step that led there.
pub fn take(
    tx: &WriteTx<'_>,
    task: &ReviewTask,
    step: &FindingStep,
    (account, by): (AccountId, &str),
    on: Date,
) -> Result<(), StoreError> {
    let sql = "update review_task set stage = ?2, due = ?3, answered_by = ?4, reopened = ?5, \
               closed_on = ?6 where id = ?1";
    tx.run(
        sql,
        params![
            task.id.0,
            task.stage.word(),
            task.due.to_string(),
            task.answered_by.map(|id| id.0),
            task.reopened,
            day_text(task.closed_on),
        ],
    )?;
    let sql = "insert into review_task_step (task, step_no, act, text, due, approver, account, \
               done_by, done_on) select ?1, coalesce(max(step_no), 0) + 1, ?2, ?3, ?4, ?5, ?6, ?7, ?8 \
               from review_task_step where task = ?1";
    tx.run(
        sql,
        params![
            task.id.0,
            step.act.word(),
            step.text,
            day_text(step.due),
            step.approver,
            account.0,
            by,
            on.to_string()
        ],
    )
}

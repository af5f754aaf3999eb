//! Questions put at department reviews, with their answers.

use jiff::civil::Date;
use rusqlite::{Row, params};

use super::reviews::{PendingReviewWork, waiting};
use crate::column::{date_opt, day_text};
use crate::{ReadTx, StoreError, WriteTx};
use domain::id::{CongressId, ReviewId, ReviewQuestionId};
use domain::review::question::ReviewQuestion;

const COLUMNS: &str = "id, review, asked_by, text, answer_by, answer, answered_on";

fn question(row: &Row<'_>) -> Result<ReviewQuestion, rusqlite::Error> {
    Ok(ReviewQuestion {
        id: ReviewQuestionId(row.get("id")?),
        review: ReviewId(row.get("review")?),
        asked_by: row.get("asked_by")?,
        text: row.get("text")?,
        answer_by: date_opt(row, "answer_by")?,
        answer: row.get("answer")?,
        answered_on: date_opt(row, "answered_on")?,
    })
}

/// A question.
///
/// # Errors
/// [`StoreError::NotFound`] when there is no such question.
pub fn get(tx: &ReadTx<'_>, id: ReviewQuestionId) -> Result<ReviewQuestion, StoreError> {
    let sql = format!("select {COLUMNS} from review_question where id = ?1");
    tx.get("question", &sql, [id.0], question)
}

/// The questions of a review in the order of asking.
pub fn list(tx: &ReadTx<'_>, review: ReviewId) -> Result<Vec<ReviewQuestion>, StoreError> {
    let sql = format!("select {COLUMNS} from review_question where review = ?1 order by id");
    tx.list(&sql, [review.0], question)
}

/// The questions of a congress's reviews that nobody has answered, put together by review.
pub fn list_waiting(
    tx: &ReadTx<'_>,
    congress: CongressId,
) -> Result<Vec<PendingReviewWork>, StoreError> {
    let sql = "select r.id, r.topic, r.unit, u.name as unit_name, r.happens_on as since, \
               min(q.answer_by) as due, count(*) as number from review_question as q \
               join review as r on r.id = q.review join unit as u on u.id = r.unit \
               where r.congress = ?1 and q.answered_on is null group by r.id order by due, r.id";
    tx.list(sql, [congress.0], waiting)
}

/// Writes a question down.
pub fn create(tx: &WriteTx<'_>, new: &ReviewQuestion) -> Result<ReviewQuestionId, StoreError> {
    let sql = "insert into review_question (review, asked_by, text, answer_by, answer, answered_on) \
               values (?1, ?2, ?3, ?4, ?5, ?6) returning id";
    let id = tx.one(
        sql,
        params![
            new.review.0,
            new.asked_by,
            new.text,
            day_text(new.answer_by),
            new.answer,
            day_text(new.answered_on),
        ],
        |row| row.get(0),
    )?;
    Ok(ReviewQuestionId(id))
}

/// Writes an answer down.
pub fn answer(
    tx: &WriteTx<'_>,
    id: ReviewQuestionId,
    answer: &str,
    on: Date,
) -> Result<(), StoreError> {
    let sql = "update review_question set answer = ?2, answered_on = ?3 where id = ?1";
    tx.run(sql, params![id.0, answer, on.to_string()])
}

//! The supervision calendar: entries, and the questions asked at them.

use jiff::civil::Date;
use rusqlite::{Row, params};

use crate::column::{date, date_opt, day_text, word};
use crate::{ReadTx, StoreError, WriteTx};
use domain::followup::entry::{CalendarEntry, EntryKind, Question};
use domain::id::{CongressId, EntryId, FindingId, ProjectId};

const COLUMNS: &str =
    "id, congress, kind, topic, happens_on, unit, looks_back_at, held_on, outcome";

fn entry(row: &Row<'_>) -> Result<CalendarEntry, rusqlite::Error> {
    Ok(CalendarEntry {
        id: EntryId(row.get("id")?),
        congress: CongressId(row.get("congress")?),
        kind: word(row, "kind", EntryKind::from_word)?,
        topic: row.get("topic")?,
        on: date(row, "happens_on")?,
        unit: row.get("unit")?,
        looks_back_at: row.get::<_, Option<i64>>("looks_back_at")?.map(EntryId),
        held_on: date_opt(row, "held_on")?,
        outcome: row.get("outcome")?,
    })
}

/// An entry.
///
/// # Errors
/// [`StoreError::NotFound`] when there is no such entry.
pub fn get(tx: &ReadTx<'_>, id: EntryId) -> Result<CalendarEntry, StoreError> {
    let sql = format!("select {COLUMNS} from entry where id = ?1");
    tx.get("entry", &sql, [id.0], entry)
}

/// A congress's entries of a year, by day.
pub fn list(
    tx: &ReadTx<'_>,
    congress: CongressId,
    year: i16,
) -> Result<Vec<CalendarEntry>, StoreError> {
    let sql = format!(
        "select {COLUMNS} from entry where congress = ?1 and happens_on >= ?2 and happens_on < ?3 \
         order by happens_on, id"
    );
    let (first, next) = (
        format!("{year:04}-01-01"),
        format!("{:04}-01-01", year.saturating_add(1)),
    );
    tx.list(&sql, params![congress.0, first, next], entry)
}

/// Puts an entry into the calendar.
pub fn create(tx: &WriteTx<'_>, entry: &CalendarEntry) -> Result<EntryId, StoreError> {
    let sql = "insert into entry (congress, kind, topic, happens_on, unit, looks_back_at) \
               values (?1, ?2, ?3, ?4, ?5, ?6) returning id";
    let id = tx.one(
        sql,
        params![
            entry.congress.0,
            entry.kind.word(),
            entry.topic,
            entry.on.to_string(),
            entry.unit,
            entry.looks_back_at.map(|id| id.0),
        ],
        |row| row.get(0),
    )?;
    Ok(EntryId(id))
}

/// Notes that an entry was held and what came of it.
pub fn hold(tx: &WriteTx<'_>, id: EntryId, on: Date, outcome: &str) -> Result<(), StoreError> {
    let sql = "update entry set held_on = ?2, outcome = ?3 where id = ?1";
    tx.run(sql, params![id.0, on.to_string(), outcome])
}

fn question(row: &Row<'_>) -> Result<Question, rusqlite::Error> {
    Ok(Question {
        id: row.get("id")?,
        entry: EntryId(row.get("entry")?),
        asked_by: row.get("asked_by")?,
        text: row.get("text")?,
        project: row.get::<_, Option<i64>>("project")?.map(ProjectId),
        answer_by: date_opt(row, "answer_by")?,
        answer: row.get("answer")?,
        answered_on: date_opt(row, "answered_on")?,
        finding: row.get::<_, Option<i64>>("finding")?.map(FindingId),
    })
}

const QUESTION: &str = "select id, entry, asked_by, text, project, answer_by, answer, answered_on, \
    finding from question";

/// The questions of an entry in the order of asking.
pub fn list_questions(tx: &ReadTx<'_>, entry: EntryId) -> Result<Vec<Question>, StoreError> {
    let sql = format!("{QUESTION} where entry = ?1 order by id");
    tx.list(&sql, [entry.0], question)
}

/// A question whose written reply is overdue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OverdueQuestion {
    /// At which entry it was asked.
    pub entry: EntryId,
    /// The entry's topic.
    pub topic: String,
    /// The unit that the entry names.
    pub unit: String,
    /// The project concerned, where it is one.
    pub project: Option<ProjectId>,
    /// The day by which it was due.
    pub due: Date,
}

/// The questions of a year's entries whose replies are overdue, of one congress or (none) of all.
pub fn list_overdue(
    tx: &ReadTx<'_>,
    congress: Option<CongressId>,
    year: i16,
    today: Date,
) -> Result<Vec<OverdueQuestion>, StoreError> {
    let sql = "select entry.id, topic, unit, project, answer_by from question \
               join entry on entry.id = question.entry \
               where (?1 is null or congress = ?1) and happens_on between ?2 and ?3 \
               and answered_on is null and answer_by < ?4 order by answer_by, question.id";
    let (first, last) = (format!("{year}-01-01"), format!("{year}-12-31"));
    let asked = params![congress.map(|id| id.0), first, last, today.to_string()];
    tx.list(sql, asked, |row| {
        Ok(OverdueQuestion {
            entry: EntryId(row.get("id")?),
            topic: row.get("topic")?,
            unit: row.get("unit")?,
            project: row.get::<_, Option<i64>>("project")?.map(ProjectId),
            due: date(row, "answer_by")?,
        })
    })
}

/// A question.
///
/// # Errors
/// [`StoreError::NotFound`] when there is no such question.
pub fn get_question(tx: &ReadTx<'_>, id: i64) -> Result<Question, StoreError> {
    let sql = format!("{QUESTION} where id = ?1");
    tx.get("question", &sql, [id], question)
}

/// Writes a question down.
pub fn create_question(tx: &WriteTx<'_>, question: &Question) -> Result<i64, StoreError> {
    let sql = "insert into question (entry, asked_by, text, project, answer_by, answer, answered_on, \
               finding) values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) returning id";
    tx.one(
        sql,
        params![
            question.entry.0,
            question.asked_by,
            question.text,
            question.project.map(|id| id.0),
            day_text(question.answer_by),
            question.answer,
            day_text(question.answered_on),
            question.finding.map(|id| id.0),
        ],
        |row| row.get(0),
    )
}

/// Writes the reply to a question down.
pub fn answer(tx: &WriteTx<'_>, id: i64, answer: &str, on: Date) -> Result<(), StoreError> {
    let sql = "update question set answer = ?2, answered_on = ?3 where id = ?1";
    tx.run(sql, params![id, answer, on.to_string()])
}

//! Evaluations: which polls are one, and the grades that their lines got.

use rusqlite::{Row, params};

use crate::column::{subject, word};
use crate::{ReadTx, StoreError, WriteTx};
use domain::evaluation::{Evaluation, GradeCounts, GradeResult};
use domain::id::{CongressId, FindingId, PollId, ProjectId};
use domain::tally::LineGrade;

/// Marks a poll as an evaluation.
pub fn create(tx: &WriteTx<'_>, poll: PollId, second_of: Option<PollId>) -> Result<(), StoreError> {
    let sql = "insert into evaluation (poll, second_of) values (?1, ?2)";
    tx.run(sql, params![poll.0, second_of.map(|poll| poll.0)])
}

/// A poll as an evaluation; nothing when it selects.
pub fn find(tx: &ReadTx<'_>, poll: PollId) -> Result<Option<Evaluation>, StoreError> {
    let sql = "select poll, second_of from evaluation where poll = ?1";
    tx.find(sql, [poll.0], evaluation)
}

/// The evaluations of a congress, newest first.
pub fn list(tx: &ReadTx<'_>, congress: CongressId) -> Result<Vec<Evaluation>, StoreError> {
    let sql = "select e.poll, e.second_of from evaluation as e join poll as p on p.id = e.poll \
               join session as s on s.id = p.session where s.congress = ?1 order by e.poll desc";
    tx.list(sql, [congress.0], evaluation)
}

fn evaluation(row: &Row<'_>) -> Result<Evaluation, rusqlite::Error> {
    Ok(Evaluation {
        poll: PollId(row.get("poll")?),
        second_of: row.get::<_, Option<i64>>("second_of")?.map(PollId),
    })
}

/// Writes down what a certified evaluation came to for one line.
pub fn save_grade(tx: &WriteTx<'_>, result: &GradeResult) -> Result<(), StoreError> {
    let sql = "insert into grade_result (poll, line_no, project, part, unit, satisfied, basically, \
               dissatisfied, abstain, base, grade, finding) \
               values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)";
    tx.run(
        sql,
        params![
            result.poll.0,
            result.line_no,
            result.subject.project().map(|project| project.0),
            result.subject.part(),
            result.subject.unit().map(|unit| unit.0),
            result.marks.satisfied,
            result.marks.basically,
            result.marks.dissatisfied,
            result.marks.abstain,
            result.base,
            result.grade.word(),
            result.finding.map(|finding| finding.0),
        ],
    )
}

/// The grades of a project and of its parts, oldest first.
pub fn list_of_project(
    tx: &ReadTx<'_>,
    project: ProjectId,
) -> Result<Vec<GradeResult>, StoreError> {
    of(tx, "project = ?1", project.0)
}

/// The grades of an evaluation, in the order of its lines.
pub fn list_of_poll(tx: &ReadTx<'_>, poll: PollId) -> Result<Vec<GradeResult>, StoreError> {
    of(tx, "poll = ?1", poll.0)
}

/// The grade that opened a finding.
pub fn find_of_finding(
    tx: &ReadTx<'_>,
    finding: FindingId,
) -> Result<Option<GradeResult>, StoreError> {
    Ok(of(tx, "finding = ?1", finding.0)?.pop())
}

fn of(tx: &ReadTx<'_>, which: &str, id: i64) -> Result<Vec<GradeResult>, StoreError> {
    let sql = format!(
        "select poll, line_no, project, part, unit, satisfied, basically, dissatisfied, abstain, base, grade, finding, \
         exists (select 1 from notice as n where n.poll = grade_result.poll) as is_published \
         from grade_result where {which} order by poll, line_no"
    );
    tx.list(&sql, [id], |row| {
        Ok(GradeResult {
            poll: PollId(row.get("poll")?),
            line_no: row.get("line_no")?,
            subject: subject(row)?,
            marks: GradeCounts {
                satisfied: row.get("satisfied")?,
                basically: row.get("basically")?,
                dissatisfied: row.get("dissatisfied")?,
                abstain: row.get("abstain")?,
            },
            base: row.get("base")?,
            grade: word(row, "grade", LineGrade::from_word)?,
            finding: row.get::<_, Option<i64>>("finding")?.map(FindingId),
            is_published: row.get("is_published")?,
        })
    })
}

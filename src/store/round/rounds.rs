//! Rounds of a poll and their lines.

use rusqlite::{Row, params};

use crate::column::{digest_opt, subject, word};
use crate::library::translations;
use crate::{ReadTx, StoreError, WriteTx};
use domain::ballot::LineNo;
use domain::id::{PollId, ProjectId, RoundId, SittingId, UnitId};
use domain::poll::subject::part_name;
use domain::poll::{Round, RoundKind, RoundLine, Subject};
use domain::round::RoundStage;

const COLUMNS: &str = "id, poll, sitting, number, kind, stage, rules, rules_hash, slate, \
    slate_hash, box_digest, issued, returned, account_digest, papers_digest, is_dirty, \
    void_reason, decided_by_presidium";

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
        slips_returned: row.get("returned")?,
        account_digest: digest_opt(row, "account_digest")?,
        papers_digest: digest_opt(row, "papers_digest")?,
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
    tx.get("round", &sql, [id.0], round)
}

/// A poll's rounds in order.
pub fn list(tx: &ReadTx<'_>, poll: PollId) -> Result<Vec<Round>, StoreError> {
    let sql = format!("select {COLUMNS} from round where poll = ?1 order by number");
    tx.list(&sql, [poll.0], round)
}

/// The rounds held at a sitting, of every poll, in order.
pub fn list_at(tx: &ReadTx<'_>, sitting: SittingId) -> Result<Vec<Round>, StoreError> {
    let sql = format!("select {COLUMNS} from round where sitting = ?1 order by poll, number");
    tx.list(&sql, [sitting.0], round)
}

/// Every round of every congress, in the order of drafting.
pub fn list_all(tx: &ReadTx<'_>) -> Result<Vec<Round>, StoreError> {
    let sql = format!("select {COLUMNS} from round order by id");
    tx.list(&sql, [], round)
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
    Ok(RoundId(tx.one(sql, values, |row| row.get(0))?))
}

/// Saves everything of a round that may change.
///
/// # Errors
/// [`StoreError::NotFound`] when there is no such round.
pub fn update(tx: &WriteTx<'_>, round: &Round) -> Result<(), StoreError> {
    let sql = "update round set stage = ?2, rules = ?3, rules_hash = ?4, slate = ?5, \
               slate_hash = ?6, box_digest = ?7, issued = ?8, returned = ?9, is_dirty = ?10, \
               void_reason = ?11, decided_by_presidium = ?12, account_digest = ?13, \
               papers_digest = ?14 where id = ?1";
    let changed = tx.change(
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
            round.slips_returned,
            round.is_dirty,
            round.void_reason,
            round.decided_by_presidium,
            round.account_digest.map(|digest| digest.0),
            round.papers_digest.map(|digest| digest.0),
        ],
    )?;
    if changed == 0 {
        Err(StoreError::NotFound("round"))
    } else {
        Ok(())
    }
}

/// Gives a round to another sitting.
///
/// # Errors
/// [`StoreError::NotFound`] when there is no such round.
pub fn update_sitting(tx: &WriteTx<'_>, id: RoundId, sitting: SittingId) -> Result<(), StoreError> {
    let sql = "update round set sitting = ?2 where id = ?1";
    tx.alter("round", sql, params![id.0, sitting.0])
}

/// The lines of a round, in order, with what the ballot shows of each.
pub fn list_lines(tx: &ReadTx<'_>, id: RoundId) -> Result<Vec<RoundLine>, StoreError> {
    let sql = "select l.line_no, l.project, l.part, l.unit, l.about, p.summary, \
               case l.voted_name when '' then p.name else l.voted_name end as name, \
               p.investment, p.content, \
               case l.voted_name when '' then u.name else l.voted_name end as unit_name from round_line as l \
               left join project as p on p.id = l.project left join unit as u on u.id = l.unit \
               where l.round = ?1 order by l.line_no";
    let mut frozen = translations::list_frozen(tx, id)?;
    tx.list(sql, [id.0], |row| {
        let mut line = line(row)?;
        if let Some(project) = line.subject.whole() {
            line.translations = frozen.remove(&project).unwrap_or_default();
        }
        Ok(line)
    })
}

/// A line without its words in other languages.
fn line(row: &Row<'_>) -> Result<RoundLine, rusqlite::Error> {
    let subject = subject(row)?;
    let empty = RoundLine {
        line_no: row.get("line_no")?,
        name: String::new(),
        summary: String::new(),
        investment: 0,
        content: String::new(),
        translations: Vec::new(),
        subject,
    };
    Ok(match &empty.subject {
        Subject::Project(_) => RoundLine {
            name: row.get("name")?,
            summary: row.get("summary")?,
            investment: row.get("investment")?,
            content: row.get("content")?,
            ..empty
        },
        Subject::Part { part, .. } => RoundLine {
            name: part_name(&row.get::<_, String>("name")?, part),
            ..empty
        },
        Subject::Unit(_) => RoundLine {
            name: row.get("unit_name")?,
            summary: row.get("about")?,
            ..empty
        },
    })
}

/// Replaces the lines of a selection's round by these projects, numbered from 1.
///
/// # Errors
/// A constraint when a project is named twice.
pub fn update_lines(
    tx: &WriteTx<'_>,
    id: RoundId,
    projects: &[ProjectId],
) -> Result<(), StoreError> {
    let whole = projects.iter().map(|project| Subject::Project(*project));
    let lines: Vec<_> = whole.map(|subject| (subject, String::new())).collect();
    update_subjects(tx, id, &lines)
}

/// Replaces the lines of an evaluation's round, numbered from 1: what each asks about, and of a unit
/// what it is asked about for.
///
/// # Errors
/// A constraint when something is asked about twice.
pub fn update_subjects(
    tx: &WriteTx<'_>,
    id: RoundId,
    lines: &[(Subject, String)],
) -> Result<(), StoreError> {
    tx.run("delete from round_line where round = ?1", [id.0])?;
    let sql = "insert into round_line (round, line_no, project, part, unit, about) \
               values (?1, ?2, ?3, ?4, ?5, ?6)";
    for (line_no, (subject, about)) in (1_i64..).zip(lines) {
        tx.run(
            sql,
            params![
                id.0,
                line_no,
                subject.project().map(|project| project.0),
                subject.part(),
                subject.unit().map(|unit| unit.0),
                about,
            ],
        )?;
    }
    Ok(())
}

/// Keeps the name of a project in every round that was frozen with it, before the project is given
/// another: what was voted on stays as it was voted on.
pub fn keep_voted_name(tx: &WriteTx<'_>, project: ProjectId) -> Result<(), StoreError> {
    let sql = "update round_line set voted_name = (select name from project where id = ?1) \
               where project = ?1 and voted_name = '' \
               and round in (select id from round where stage <> 'draft')";
    tx.run(sql, [project.0])
}

/// The same for a unit.
pub fn keep_voted_unit(tx: &WriteTx<'_>, unit: UnitId) -> Result<(), StoreError> {
    let sql = "update round_line set voted_name = (select name from unit where id = ?1) \
               where unit = ?1 and voted_name = '' \
               and round in (select id from round where stage <> 'draft')";
    tx.run(sql, [unit.0])
}

/// The polls that ask about a project as a whole, or about a unit.
pub fn list_polls_about(tx: &ReadTx<'_>, about: &Subject) -> Result<Vec<PollId>, StoreError> {
    let sql = "select distinct r.poll from round_line as l join round as r on r.id = l.round \
               where l.part = '' and (l.project = ?1 or l.unit = ?2) order by r.poll";
    let whole = about.whole().map(|id| id.0);
    let values = params![whole, about.unit().map(|id| id.0)];
    tx.list(sql, values, |row| row.get(0).map(PollId))
}

/// Gives a later round these lines of an earlier one, numbered anew from 1.
pub fn copy_lines(
    tx: &WriteTx<'_>,
    from: RoundId,
    to: RoundId,
    lines: &[LineNo],
) -> Result<(), StoreError> {
    let kept: Vec<_> = list_lines(tx, from)?
        .into_iter()
        .filter(|line| lines.contains(&LineNo(line.line_no)))
        .map(|line| match line.subject.unit() {
            Some(_) => (line.subject, line.summary),
            None => (line.subject, String::new()),
        })
        .collect();
    update_subjects(tx, to, &kept)
}

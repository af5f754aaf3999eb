//! The facts of what is owed: one statement a kind of thing, for one congress.

use jiff::civil::Date;
use rusqlite::{Row, params};

use crate::column::{date, date_opt, word};
use crate::{ReadTx, StoreError};
use domain::followup::finding::{FindingAct, FindingStage};
use domain::id::{
    ChangeId, CongressId, DeputyGroupId, DeputyId, EntryId, FindingId, OpinionId, ProjectId, UnitId,
};
use domain::library::opinion::OpinionKind;

/// The projects of a year that take reports; the year itself is asked for first.
pub fn list_years(tx: &ReadTx<'_>, congress: CongressId) -> Result<Vec<i16>, StoreError> {
    let sql = "select distinct year from project where congress = ?1 \
               and stage in ('assigned', 'in_progress', 'completed') order by year";
    tx.list(sql, [congress.0], |row| row.get(0))
}

/// A selected project that has no plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnassignedProject {
    pub project: ProjectId,
    pub name: String,
    /// Milliseconds: when it was published, or taken over from paper.
    pub at: Option<i64>,
    pub year: i16,
}

/// Selected projects without a plan. One that a poll selected is here once the poll's notice is out.
pub fn list_unassigned(
    tx: &ReadTx<'_>,
    congress: CongressId,
) -> Result<Vec<UnassignedProject>, StoreError> {
    let sql = "select p.id, p.name, p.year, coalesce( \
               (select min(n.published_at) from vote_result as v join notice as n on n.poll = v.poll \
                where v.project = p.id and v.is_selected = 1), \
               (select max(c.at) from project_change as c where c.project = p.id \
                and c.field = 'stage' and c.after = 'selected')) as at \
               from project as p where p.congress = ?1 and p.stage = 'selected' \
               and (not exists (select 1 from vote_result as v where v.project = p.id) \
               or exists (select 1 from vote_result as v join notice as n on n.poll = v.poll \
               where v.project = p.id and v.is_selected = 1)) order by p.code, p.id";
    tx.list(sql, [congress.0], |row| {
        Ok(UnassignedProject {
            project: ProjectId(row.get("id")?),
            name: row.get("name")?,
            at: row.get("at")?,
            year: row.get("year")?,
        })
    })
}

/// A finding that waits for somebody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WaitingFinding {
    pub finding: FindingId,
    /// The ledger's year, and its number in it.
    pub number: (i16, u32),
    /// Where it stands.
    pub stage: FindingStage,
    /// The name of its project, or of its unit where it is about none.
    pub about: String,
    /// When it was written down.
    pub found_on: Date,
    /// The unit that must rectify, once it is sent.
    pub unit: Option<(UnitId, String)>,
    /// The day by which the unit must answer.
    pub due: Option<Date>,
    /// The last act on it, and its day.
    pub last: Option<(FindingAct, Date)>,
    /// When it was last sent, or sent back.
    pub sent_on: Option<Date>,
    /// The group of its project that has a member in office.
    pub group: Option<(DeputyGroupId, String)>,
    /// The deputy in office who found it.
    pub finder: Option<(DeputyId, String)>,
}

/// The findings of a congress that are neither closed nor dismissed. One that a grade opened is here
/// once the notice of its evaluation is out.
pub fn list_findings(
    tx: &ReadTx<'_>,
    congress: CongressId,
) -> Result<Vec<WaitingFinding>, StoreError> {
    let sql = "select f.id, f.year, f.number, f.stage, f.found_on, f.due, f.unit, u.name as unit_name, \
        coalesce(p.name, u.name, '') as about, g.id as group_id, g.name as group_name, \
        d.id as deputy, d.name as deputy_name, last.act as last_act, last.done_on as last_on, \
        (select max(s.done_on) from finding_step as s where s.finding = f.id \
         and s.act in ('send', 'reopen')) as sent_on \
        from finding as f left join project as p on p.id = f.project \
        left join unit as u on u.id = f.unit \
        left join finding_step as last on last.finding = f.id and last.step_no = \
        (select max(s.step_no) from finding_step as s where s.finding = f.id) \
        left join plan on plan.project = f.project and plan.version = \
        (select max(v.version) from plan as v where v.project = f.project) \
        left join deputy_group as g on g.congress = f.congress and g.name = plan.supervisors \
        and exists (select 1 from deputy_group_member as m join deputy as x on x.id = m.deputy \
        where m.deputy_group = g.id and x.in_office = 1) \
        left join account as a on a.id = f.finder \
        left join deputy as d on d.id = a.deputy and d.in_office = 1 \
        where f.congress = ?1 and f.stage in ('found', 'sent', 'answered') \
        and not exists (select 1 from grade_result as r where r.finding = f.id \
        and not exists (select 1 from notice as n where n.poll = r.poll)) \
        order by f.year, f.number";
    tx.list(sql, [congress.0], finding)
}

fn finding(row: &Row<'_>) -> Result<WaitingFinding, rusqlite::Error> {
    let named = |id: &str, name: &str| -> Result<Option<(i64, String)>, rusqlite::Error> {
        let id: Option<i64> = row.get(id)?;
        let name: Option<String> = row.get(name)?;
        Ok(id.zip(name))
    };
    let last_on = date_opt(row, "last_on")?;
    let last = match last_on {
        Some(on) => Some((word(row, "last_act", FindingAct::from_word)?, on)),
        None => None,
    };
    Ok(WaitingFinding {
        finding: FindingId(row.get("id")?),
        number: (row.get("year")?, row.get("number")?),
        stage: word(row, "stage", FindingStage::from_word)?,
        about: row.get("about")?,
        found_on: date(row, "found_on")?,
        unit: named("unit", "unit_name")?.map(|(id, name)| (UnitId(id), name)),
        due: date_opt(row, "due")?,
        last,
        sent_on: date_opt(row, "sent_on")?,
        group: named("group_id", "group_name")?.map(|(id, name)| (DeputyGroupId(id), name)),
        finder: named("deputy", "deputy_name")?.map(|(id, name)| (DeputyId(id), name)),
    })
}

/// The changes of a congress's projects that no body has decided: change, project's name, asked on.
pub fn list_changes(
    tx: &ReadTx<'_>,
    congress: CongressId,
) -> Result<Vec<(ChangeId, String, Date)>, StoreError> {
    let sql = "select c.id, p.name, c.asked_on from plan_change as c \
               join project as p on p.id = c.project where p.congress = ?1 and c.body is null \
               and p.stage in ('assigned', 'in_progress', 'suspended', 'completed') order by c.id";
    tx.list(sql, [congress.0], |row| {
        let id = ChangeId(row.get("id")?);
        Ok((id, row.get("name")?, date(row, "asked_on")?))
    })
}

/// The questions of an entry that one unit has not replied to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WaitingQuestion {
    /// At which entry it was asked.
    pub entry: EntryId,
    /// The entry's topic.
    pub topic: String,
    /// The day of the entry.
    pub on: Date,
    /// The day by which the first reply is due.
    pub due: Date,
    /// The unit that leads its project, or that the entry names.
    pub unit: Option<(UnitId, String)>,
    /// How many replies are owed.
    pub questions: u32,
}

/// The questions of a congress's entries without their replies, put together by entry and unit.
pub fn list_questions(
    tx: &ReadTx<'_>,
    congress: CongressId,
) -> Result<Vec<WaitingQuestion>, StoreError> {
    let sql = "select e.id, e.topic, coalesce(e.held_on, e.happens_on) as asked_on, \
        min(q.answer_by) as answer_by, u.id as unit, u.name as unit_name, count(*) as questions \
        from question as q join entry as e on e.id = q.entry \
        left join plan on plan.project = q.project and plan.version = \
        (select max(v.version) from plan as v where v.project = q.project) \
        left join unit as named on named.congress = e.congress and named.name = e.unit \
        left join unit as u on u.id = coalesce(plan.unit, named.id) \
        where e.congress = ?1 and q.answered_on is null and q.answer_by is not null \
        group by e.id, u.id order by answer_by, e.id, u.id";
    tx.list(sql, [congress.0], |row| {
        let unit: Option<i64> = row.get("unit")?;
        let name: Option<String> = row.get("unit_name")?;
        Ok(WaitingQuestion {
            entry: EntryId(row.get("id")?),
            topic: row.get("topic")?,
            on: date(row, "asked_on")?,
            due: date(row, "answer_by")?,
            unit: unit.map(UnitId).zip(name),
            questions: row.get("questions")?,
        })
    })
}

/// The entries of a congress's calendar that are not held, up to a day: entry, topic, day.
pub fn list_entries(
    tx: &ReadTx<'_>,
    congress: CongressId,
    up_to: Date,
) -> Result<Vec<(EntryId, String, Date)>, StoreError> {
    let sql = "select id, topic, happens_on from entry where congress = ?1 and held_on is null \
               and happens_on <= ?2 order by happens_on, id";
    tx.list(sql, params![congress.0, up_to.to_string()], |row| {
        let id = EntryId(row.get("id")?);
        Ok((id, row.get("topic")?, date(row, "happens_on")?))
    })
}

/// An opinion that was asked for and not given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WaitingOpinion {
    pub opinion: OpinionId,
    /// About what.
    pub kind: OpinionKind,
    pub unit: (UnitId, String),
    /// The project's name.
    pub project: String,
    pub asked_on: Date,
    /// The day by which it is wanted.
    pub due_on: Date,
}

/// The opinions of a congress's units that are owed while their projects are still in the library.
pub fn list_opinions(
    tx: &ReadTx<'_>,
    congress: CongressId,
) -> Result<Vec<WaitingOpinion>, StoreError> {
    let sql = "select o.id, o.kind, o.unit, u.name as unit_name, p.name, o.asked_on, o.due_on \
               from opinion as o join unit as u on u.id = o.unit \
               join project as p on p.id = o.project where u.congress = ?1 \
               and o.answered_on is null \
               and p.stage in ('in_library', 'under_appraisal', 'candidate') \
               order by o.due_on, o.id";
    tx.list(sql, [congress.0], |row| {
        Ok(WaitingOpinion {
            opinion: OpinionId(row.get("id")?),
            kind: word(row, "kind", OpinionKind::from_word)?,
            unit: (UnitId(row.get("unit")?), row.get("unit_name")?),
            project: row.get("name")?,
            asked_on: date(row, "asked_on")?,
            due_on: date(row, "due_on")?,
        })
    })
}

/// The leads of each year that nobody has looked through: year, how many, when the oldest came in
/// (milliseconds).
pub fn list_leads(
    tx: &ReadTx<'_>,
    congress: CongressId,
) -> Result<Vec<(i16, u32, i64)>, StoreError> {
    let sql = "select year, count(*) as leads, min(received_at) as oldest from lead \
               where congress = ?1 and stage = 'received' group by year order by year";
    tx.list(sql, [congress.0], |row| {
        Ok((row.get("year")?, row.get("leads")?, row.get("oldest")?))
    })
}

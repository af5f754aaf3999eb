//! Who asked for a project: the leads behind it, and what became of a project for whoever follows.

use rusqlite::{Row, params};

use crate::column::word;
use crate::leads::rows::{COLUMNS, lead};
use crate::{ReadTx, StoreError};
use domain::id::ProjectId;
use domain::leads::Lead;
use domain::leads::kind::LeadOrigin;
use domain::library::project::ProjectStage;

/// What stands behind a project: leads that were moved into it, and everything merged into one of
/// these in any number of steps.
const BEHIND: &str = "with recursive behind (id) as (select lead from project_lead where project = ?1 \
     union select m.id from behind b join lead m on m.merged_into = b.id)";

/// How many leads of each origin stand behind a project.
pub fn count(tx: &ReadTx<'_>, project: ProjectId) -> Result<Vec<(LeadOrigin, u32)>, StoreError> {
    let sql = format!(
        "{BEHIND} select l.origin as origin, count(*) as leads from behind b \
         join lead l on l.id = b.id group by l.origin order by 1"
    );
    tx.list(&sql, [project.0], |row| {
        Ok((
            word(row, "origin", LeadOrigin::from_word)?,
            row.get("leads")?,
        ))
    })
}

/// The leads that stand behind a project, oldest first and at most `most`.
pub fn list(tx: &ReadTx<'_>, project: ProjectId, most: u32) -> Result<Vec<Lead>, StoreError> {
    let sql = format!(
        "{BEHIND} select {COLUMNS} from behind b join lead l on l.id = b.id order by l.id limit ?2"
    );
    tx.list(&sql, params![project.0, most], lead)
}

/// A project as the public may know it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicProject {
    pub id: ProjectId,
    /// The year that it is meant for.
    pub year: i16,
    pub name: String,
    /// Its stage, as far as it is public: what the vote decided is told by its notice and by nothing
    /// before.
    pub stage: ProjectStage,
    /// Why it was declined; empty otherwise.
    pub reason: String,
}

/// A project as the public may know it, and what it went on as, nearest first: the project that it
/// was merged into, or the one of a later year that it returned as.
pub fn list_public(tx: &ReadTx<'_>, project: ProjectId) -> Result<Vec<PublicProject>, StoreError> {
    let sql = "select p.id, p.year, p.name, p.stage, p.reason, not exists (select 1 from round_line i \
               join round r on r.id = i.round where i.project = p.id and r.stage = 'certified' \
               and not exists (select 1 from evaluation e where e.poll = r.poll) \
               and not exists (select 1 from notice n where n.poll = r.poll)) as is_told, \
               coalesce(p.merged_into, (select n.id from project n where n.previous = p.id)) as next \
               from project p where p.id = ?1";
    let mut found: Vec<PublicProject> = Vec::new();
    let mut next = Some(project);
    while let Some(id) = next.filter(|id| !found.iter().any(|one| one.id == *id)) {
        let row = tx.find(sql, [id.0], |row| Ok((public(row)?, row.get("next")?)))?;
        let Some((one, after)) = row else {
            break;
        };
        found.push(one);
        next = Option::<i64>::map(after, ProjectId);
    }
    Ok(found)
}

fn public(row: &Row<'_>) -> Result<PublicProject, rusqlite::Error> {
    let stage = word(row, "stage", ProjectStage::from_word)?;
    let is_told: bool = row.get("is_told")?;
    let reason: String = row.get("reason")?;
    let is_declined = stage == ProjectStage::Declined;
    Ok(PublicProject {
        id: ProjectId(row.get("id")?),
        year: row.get("year")?,
        name: row.get("name")?,
        stage: if is_told { stage } else { told_so_far(stage) },
        reason: if is_declined { reason } else { String::new() },
    })
}

/// Before the notice a decided project still stands on its slate.
fn told_so_far(stage: ProjectStage) -> ProjectStage {
    if stage.has_been_candidate() && stage != ProjectStage::Candidate {
        return ProjectStage::OnSlate;
    }
    stage
}

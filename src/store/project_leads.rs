//! Who asked for a project: the leads behind it, and what became of a project for whoever follows.

use rusqlite::OptionalExtension;

use super::column::word;
use super::leads::{COLUMNS, lead};
use super::{ReadTx, StoreError};
use crate::domain::id::ProjectId;
use crate::domain::library::lead::Lead;
use crate::domain::library::project::ProjectStage;

/// The leads that stand behind a project, oldest first. Leads merged into these stand behind it too:
/// see [`super::leads::family`].
///
/// # Errors
/// A failing database.
pub fn list(tx: &ReadTx<'_>, project: ProjectId) -> Result<Vec<Lead>, StoreError> {
    let sql = format!(
        "select {COLUMNS} from project_lead p join lead l on l.id = p.lead \
         where p.project = ?1 order by l.id"
    );
    let mut statement = tx.connection.prepare_cached(&sql)?;
    let rows = statement.query_map([project.0], lead)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// A project as the public may know it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicProject {
    /// Identifier, for its page.
    pub id: ProjectId,
    /// Its name.
    pub name: String,
    /// Its stage, as far as it is public: what the vote decided is told by its notice and by nothing
    /// before.
    pub stage: ProjectStage,
}

/// A project as the public may know it.
///
/// # Errors
/// A failing database.
pub fn find_public(
    tx: &ReadTx<'_>,
    project: ProjectId,
) -> Result<Option<PublicProject>, StoreError> {
    let sql = "select p.name, p.stage, not exists (select 1 from round_line i \
               join round r on r.id = i.round where i.project = p.id and r.stage = 'certified' \
               and not exists (select 1 from notice n where n.poll = r.poll)) as is_told \
               from project p where p.id = ?1";
    let found = tx.connection.query_row(sql, [project.0], |row| {
        let stage = word(row, "stage", ProjectStage::from_word)?;
        let is_told: bool = row.get("is_told")?;
        Ok(PublicProject {
            id: project,
            name: row.get("name")?,
            stage: if is_told { stage } else { told_so_far(stage) },
        })
    });
    Ok(found.optional()?)
}

/// Before the notice a decided project still stands on its slate.
fn told_so_far(stage: ProjectStage) -> ProjectStage {
    if stage.has_been_candidate() && stage != ProjectStage::Candidate {
        return ProjectStage::OnSlate;
    }
    stage
}

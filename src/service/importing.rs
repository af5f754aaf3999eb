//! Importing congresses, rosters and projects: read first, then save all or nothing.

use super::{Service, ServiceError, permit};
use jiff::Timestamp;

use super::library::{editing, move_project};
use crate::domain::access::{self, Action, Actor, Grant};
use crate::domain::audit::{Event, What};
use crate::domain::id::CongressId;
use crate::domain::library::stage::ProjectAct;
use crate::domain::problem::Problem;
use crate::exchange::{self, ProjectRow};
use crate::store::{WriteTx, Written, congresses, deputies, projects};

impl Service {
    /// Imports the prefecture's congresses; answers how many rows.
    ///
    /// # Errors
    /// Invalid: every problem with its row and column; nothing is saved then.
    pub async fn import_congresses(&self, actor: &Actor, file: &[u8]) -> Result<u64, ServiceError> {
        let grant = access::may(actor, Action::Administer, None).map_err(ServiceError::Denied)?;
        let rows = exchange::read_congresses(file)
            .map_err(ServiceError::Invalid)?
            .rows;
        let now = self.clock.now();
        self.store
            .write(move |tx| {
                for row in &rows {
                    let parent = match &row.parent {
                        Some(slug) => Some(congresses::find(tx, slug)?.ok_or_else(|| {
                            let problem = Problem::error("congress-unknown");
                            ServiceError::invalid(problem.with("congress", slug))
                        })?),
                        None => None,
                    };
                    let parent = parent.map(|congress| congress.id);
                    congresses::save(tx, &row.code, &row.slug, &row.name, row.level, parent)?;
                }
                let count = u64::try_from(rows.len()).unwrap_or(u64::MAX);
                let what = What::CongressesImported { rows: count };
                Ok(Written::recorded(count, Event::new(&grant, now, what)))
            })
            .await
    }

    /// Imports a congress's roster; answers how many rows.
    ///
    /// # Errors
    /// Invalid: every problem with its row and column; nothing is saved then.
    pub async fn import_deputies(
        &self,
        actor: &Actor,
        congress: CongressId,
        file: &[u8],
    ) -> Result<u64, ServiceError> {
        let grant = permit(actor, Action::Prepare, congress)?;
        let rows = exchange::read_deputies(file)
            .map_err(ServiceError::Invalid)?
            .rows;
        let now = self.clock.now();
        self.store
            .write(move |tx| {
                let count = u64::try_from(rows.len()).unwrap_or(u64::MAX);
                for row in rows {
                    let row = deputies::DeputyRow {
                        number: row.number,
                        name: row.name,
                        delegation: row.delegation,
                        is_committee_member: row.is_committee_member,
                        language: row.language,
                        note: row.note,
                    };
                    deputies::save(tx, congress, &row)?;
                }
                let what = What::DeputiesImported {
                    congress,
                    rows: count,
                };
                Ok(Written::recorded(count, Event::new(&grant, now, what)))
            })
            .await
    }

    /// Imports projects into a congress's library for a year; answers how many rows. A project with
    /// the same code is changed where the file has a column for what changed; from a frozen slate on
    /// it is passed over. A new one that the file marks as a candidate begins its appraisal.
    ///
    /// # Errors
    /// Invalid: every problem with its row and column; nothing is saved then.
    pub async fn import_projects(
        &self,
        actor: &Actor,
        congress: CongressId,
        year: i16,
        file: &[u8],
    ) -> Result<u64, ServiceError> {
        let grant = permit(actor, Action::KeepLibrary, congress)?;
        let rows = exchange::read_projects(file)
            .map_err(ServiceError::Invalid)?
            .rows;
        let now = self.clock.now();
        self.store
            .write(move |tx| {
                let count = u64::try_from(rows.len()).unwrap_or(u64::MAX);
                for row in rows {
                    take_project(tx, &grant, now, (congress, year), &row)?;
                }
                let what = What::ProjectsImported {
                    congress,
                    rows: count,
                };
                Ok(Written::recorded(count, Event::new(&grant, now, what)))
            })
            .await
    }
}

fn take_project(
    tx: &WriteTx<'_>,
    grant: &Grant,
    now: Timestamp,
    library: (CongressId, i16),
    row: &ProjectRow,
) -> Result<(), ServiceError> {
    let Some(project) = projects::find(tx, library.0, &row.sheet.code)? else {
        let id = editing::create(tx, grant, now, library, &row.sheet)?;
        if row.is_candidate {
            let project = projects::get(tx, id)?;
            move_project(tx, grant, now, &project, ProjectAct::StartAppraisal, "")?;
        }
        return Ok(());
    };
    if project.stage.is_editable() {
        let sheet = project.sheet.overlaid(&row.sheet, &row.given);
        editing::edit(tx, grant, now, &project, &sheet)?;
    }
    Ok(())
}

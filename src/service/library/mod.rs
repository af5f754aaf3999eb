//! The project library: entering and editing projects, appraising them, putting them on lists, and
//! their way back after the vote.
//!
//! Everything here is the clerk's (`KeepLibrary`), answering opinions (`Opine`) and changing a frozen
//! list (`ReviseSlate`, two people) excepted. Read [`editing`], [`appraising`], then [`listing`].

pub mod appraising;
mod asking;
pub mod editing;
pub(crate) mod list_text;
pub mod listing;
pub(crate) mod merging;
pub mod opining;
pub mod photos;
pub mod reading;
pub(crate) mod returning;
pub(crate) mod revising;
pub mod showing;
pub mod translating;
pub mod typed;

use jiff::Timestamp;
use jiff::civil::Date;

use super::{Service, ServiceError, permit};
use domain::access::{Action, Actor, Grant};
use domain::audit::{Event, EventKind};
use domain::id::ProjectId;
use domain::library::event::LibraryEvent;
use domain::library::project::Project;
use domain::library::stage::{ProjectAct, ProjectStage};
use machine::clock::day;
use store::library::{project_changes, projects};
use store::{ReadTx, WriteTx};

impl Service {
    /// Today here, for forms that propose a date.
    #[must_use]
    pub fn today(&self) -> Date {
        day(self.clock.now())
    }
}

impl Service {
    /// Refuses whoever does not keep a project's library: asked before a form is judged, so that who
    /// may not hears that and nothing of the form.
    ///
    /// # Errors
    /// Denied, or not found for strangers to the congress.
    pub async fn require_keeper(&self, actor: &Actor, id: ProjectId) -> Result<(), ServiceError> {
        let actor = actor.clone();
        self.store
            .read(move |tx| kept(tx, &actor, id).map(drop))
            .await
    }
}

/// A project for somebody who keeps its library.
fn kept(tx: &ReadTx<'_>, actor: &Actor, id: ProjectId) -> Result<(Project, Grant), ServiceError> {
    let project = projects::get(tx, id)?;
    let grant = permit(actor, Action::KeepLibrary, project.congress)?;
    Ok((project, grant))
}

fn event(grant: &Grant, now: Timestamp, event: LibraryEvent) -> Event {
    Event::new(grant, now, EventKind::Library(event))
}

/// Moves a project by an act: its stage, and a row in its history. `reason` is why it is declined or
/// merged, and empty otherwise.
pub(super) fn move_project(
    tx: &WriteTx<'_>,
    grant: &Grant,
    now: Timestamp,
    project: &Project,
    act: ProjectAct,
    reason: &str,
) -> Result<ProjectStage, ServiceError> {
    let next = project.stage.after(act).map_err(|problem| {
        let problem = problem.with("name", &project.sheet.name);
        ServiceError::refused(problem)
    })?;
    projects::update_stage(tx, project.id, next, reason, None)?;
    let told = ("stage", project.stage.word(), next.word());
    project_changes::create(tx, project.id, now, grant.account(), told)?;
    Ok(next)
}

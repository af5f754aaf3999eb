//! The year after the vote: assigning, reporting, inspecting, changing, overseeing.
//!
//! [`life`] puts together everything that one page tells of a project; [`boards`] does so for all.

pub mod assigning;
pub mod boards;
pub mod calendar;
pub mod changing;
pub(crate) mod grouping;
pub mod inspecting;
pub mod life;
pub mod lights;
pub mod ratings;
pub mod reporting;
pub(crate) mod taking_over;

use super::{Service, ServiceError, account_of, permit};
use domain::access::{Action, Actor, Grant};
use domain::followup::finding::FindingActor;
use domain::followup::selected_project::SelectedProject;
use domain::followup::stage::{self, FollowupAct};
use domain::id::{AccountId, CongressId, ProjectId, UnitId};
use domain::problem::Problem;
use store::followup::followed;
use store::followup::groups;
use store::followup::plans;
use store::library::projects;
use store::{ReadTx, WriteTx};

/// Who acts on a finding of a congress, for the guards of the domain; one about no project has no
/// group that supervises it.
fn hand(
    tx: &ReadTx<'_>,
    actor: &Actor,
    account: AccountId,
    (congress, project): (CongressId, Option<ProjectId>),
) -> Result<FindingActor, ServiceError> {
    let is_of_group = match actor.deputy.zip(project) {
        Some((deputy, project)) => groups::supervises(tx, deputy, project)?,
        None => false,
    };
    Ok(FindingActor {
        account,
        unit: actor.unit,
        is_of_group,
        is_office: permit(actor, Action::Supervise, congress).is_ok(),
    })
}

/// A project with the permission for an action in its congress.
fn project_for(
    tx: &ReadTx<'_>,
    actor: &Actor,
    action: Action,
    id: ProjectId,
) -> Result<(SelectedProject, Grant), ServiceError> {
    let project = followed::get(tx, id)?;
    let grant = permit(actor, action, project.congress)?;
    Ok((project, grant))
}

/// The same where a unit acts: only the unit that leads the project, or the office.
fn project_of_unit(
    tx: &ReadTx<'_>,
    actor: &Actor,
    action: Action,
    id: ProjectId,
) -> Result<(SelectedProject, Grant, UnitId), ServiceError> {
    let (project, grant) = project_for(tx, actor, action, id)?;
    let Some(unit) = plans::find_unit(tx, id)? else {
        return Err(ServiceError::refused(Problem::error("not-assigned")));
    };
    if actor.unit.is_some_and(|own| own != unit) {
        return Err(ServiceError::refused(Problem::error(
            "project-of-another-unit",
        )));
    }
    Ok((project, grant, unit))
}

/// Moves a project's stage, or says that the act does not belong there.
fn advance(
    tx: &WriteTx<'_>,
    project: &SelectedProject,
    act: FollowupAct,
) -> Result<(), ServiceError> {
    let Some(stage) = stage::after(project.stage, act) else {
        let problem = Problem::error("project-out-of-turn");
        return Err(ServiceError::refused(
            problem.with("stage", project.stage.word()),
        ));
    };
    projects::update_stage(tx, project.id, stage, "", None)?;
    Ok(())
}

//! Assigning (交办): a selected project gets its plan. What the library knows is not typed again.

use super::{Service, ServiceError, advance, project_for};
use domain::access::{Action, Actor};
use domain::audit::{Event, EventKind};
use domain::congress::Congress;
use domain::followup::event::FollowupEvent;
use domain::followup::plan::Plan;
use domain::followup::selected_project::SelectedProject;
use domain::followup::stage::{self, FollowupAct};
use domain::id::{CongressId, ProjectId};
use domain::library::fund::Fund;
use domain::problem::Problem;
use store::Written;
use store::followup::followed;
use store::followup::groups;
use store::followup::plans;
use store::library::projects;
use store::people::{congresses, units};

/// A project that waits for its plan, or one that has it.
#[derive(Debug, Clone)]
pub struct Assignment {
    pub congress: Congress,
    /// What the library says.
    pub project: SelectedProject,
    /// The plan in force, once there is one.
    pub plan: Option<Plan>,
    /// The names of the congress's deputies' groups.
    pub groups: Vec<String>,
    /// The library's money by source.
    pub funds: Vec<Fund>,
}

impl Service {
    /// A project as the form of its plan needs it.
    ///
    /// # Errors
    /// [`ServiceError::NotFound`], also for strangers to the congress. Refused: `not-selected`.
    pub async fn get_assignment(
        &self,
        actor: &Actor,
        id: ProjectId,
    ) -> Result<Assignment, ServiceError> {
        let actor = actor.clone();
        self.store
            .read(move |tx| {
                let (project, _) = project_for(tx, &actor, Action::Supervise, id)?;
                if !stage::is_followed(project.stage) {
                    return Err(ServiceError::refused(Problem::error("not-selected")));
                }
                Ok(Assignment {
                    congress: congresses::get(tx, project.congress)?,
                    plan: plans::find(tx, id)?.map(|(plan, _)| plan),
                    groups: groups::list(tx, project.congress)?
                        .into_iter()
                        .map(|group| group.name)
                        .collect(),
                    funds: projects::get(tx, id)?.sheet.funds,
                    project,
                })
            })
            .await
    }

    /// The selected projects of a congress's year, each with its plan: the task table (任务分解表).
    ///
    /// # Errors
    /// [`ServiceError::NotFound`], also for strangers to the congress.
    pub async fn get_task_table(
        &self,
        actor: &Actor,
        congress: CongressId,
        year: i16,
    ) -> Result<(Congress, Vec<Assignment>), ServiceError> {
        super::permit(actor, Action::Oversee, congress)?;
        self.store
            .read(move |tx| {
                let congress = congresses::get(tx, congress)?;
                let mut lines = Vec::new();
                for project in followed::list(tx, Some(congress.id), year)? {
                    lines.push(Assignment {
                        congress: congress.clone(),
                        plan: plans::find(tx, project.id)?.map(|(plan, _)| plan),
                        groups: Vec::new(),
                        funds: Vec::new(),
                        project,
                    });
                }
                Ok((congress, lines))
            })
            .await
    }

    /// Assigns a selected project to the unit that the ballot named, by this plan.
    ///
    /// # Errors
    /// Denied. Refused: `project-out-of-turn`. Invalid: what [`Plan::problems`] says.
    pub async fn assign(&self, actor: &Actor, mut plan: Plan) -> Result<(), ServiceError> {
        let (actor, now, today) = (actor.clone(), self.clock.now(), self.today());
        self.store
            .write(move |tx| {
                let (project, grant) = project_for(tx, &actor, Action::Supervise, plan.project)?;
                advance(tx, &project, FollowupAct::Assign)?;
                plan.version = 1;
                plan.from = today;
                let problems = plan.problems();
                if !problems.is_empty() {
                    return Err(ServiceError::Invalid(problems));
                }
                if project.lead_unit.trim().is_empty() {
                    return Err(ServiceError::refused(Problem::error("lead-unit-missing")));
                }
                let unit = units::save(tx, project.congress, project.lead_unit.trim())?;
                plans::create(tx, &plan, unit)?;
                let what = EventKind::FollowUp(FollowupEvent::Assigned(project.id));
                Ok(Written::recorded((), Event::new(&grant, now, what)))
            })
            .await
    }
}

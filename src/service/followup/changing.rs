//! Changes of what was voted: asked for with a reason, decided by the body of the level.

use super::{Service, ServiceError, advance, project_for};
use domain::access::{Action, Actor};
use domain::audit::{Event, EventKind};
use domain::congress::Congress;
use domain::followup::change::{self, Change, ChangeDecision, ChangeKind};
use domain::followup::event::FollowupEvent;
use domain::followup::plan::Plan;
use domain::followup::selected_project::SelectedProject;
use domain::id::{ChangeId, ProjectId};
use domain::problem::Problem;
use store::followup::{changes, plans};
use store::people::congresses;
use store::{ReadTx, WriteTx, Written};

/// What the pages of a change need.
#[derive(Debug, Clone)]
pub struct ChangePage {
    pub congress: Congress,
    pub project: SelectedProject,
    /// The plan in force.
    pub plan: Option<Plan>,
    /// The change; none on the form of a new one.
    pub change: Option<Change>,
}

impl Service {
    /// The form of a new change.
    ///
    /// # Errors
    /// [`ServiceError::NotFound`], also for strangers to the congress.
    pub async fn get_change_form(
        &self,
        actor: &Actor,
        id: ProjectId,
    ) -> Result<ChangePage, ServiceError> {
        let actor = actor.clone();
        self.store
            .read(move |tx| {
                let (project, _) = project_for(tx, &actor, Action::Supervise, id)?;
                desk(tx, project, None)
            })
            .await
    }

    /// A change that was asked for.
    ///
    /// # Errors
    /// [`ServiceError::NotFound`], also for strangers to the congress.
    pub async fn get_change(
        &self,
        actor: &Actor,
        id: ChangeId,
    ) -> Result<ChangePage, ServiceError> {
        let actor = actor.clone();
        self.store
            .read(move |tx| {
                let change = changes::get(tx, id)?;
                let (project, _) = project_for(tx, &actor, Action::Supervise, change.project)?;
                desk(tx, project, Some(change))
            })
            .await
    }

    /// Asks for a change. Nothing changes yet.
    ///
    /// # Errors
    /// Denied. Invalid: what [`change::problems_of_request`] says, and what the new value's form is.
    pub async fn ask_change(
        &self,
        actor: &Actor,
        id: ProjectId,
        kind: ChangeKind,
        reason: &str,
        after: &str,
    ) -> Result<ChangeId, ServiceError> {
        let (actor, now, today) = (actor.clone(), self.clock.now(), self.today());
        let (reason, after) = (reason.trim().to_owned(), after.trim().to_owned());
        self.store
            .write(move |tx| {
                let (project, grant) = project_for(tx, &actor, Action::Supervise, id)?;
                let plan = super::reporting::plan_in_force(tx, id)?;
                let new = Change {
                    id: ChangeId(0),
                    project: id,
                    kind,
                    reason,
                    before: plan.told(kind),
                    after,
                    asked_on: today,
                    asked_by: actor.name.clone(),
                    decision: None,
                };
                let mut problems = change::problems_of_request(&new, project.stage);
                if problems.is_empty() && kind.changes_plan() {
                    problems.extend(plan.changed(&new, today).err());
                }
                if !problems.is_empty() {
                    return Err(ServiceError::Invalid(problems));
                }
                let change = changes::create(tx, &new)?;
                let what = EventKind::FollowUp(FollowupEvent::ChangeAsked(change, kind));
                Ok(Written::recorded(change, Event::new(&grant, now, what)))
            })
            .await
    }

    /// Writes down how the deciding body decided, and carries it out: a new version of the plan, or
    /// another stage.
    ///
    /// # Errors
    /// Denied. Invalid: what [`change::problems_of_decision`] says.
    pub async fn decide_change(
        &self,
        actor: &Actor,
        id: ChangeId,
        decision: ChangeDecision,
    ) -> Result<ProjectId, ServiceError> {
        let (actor, now, today) = (actor.clone(), self.clock.now(), self.today());
        self.store
            .write(move |tx| {
                let asked = changes::get(tx, id)?;
                let (project, grant) = project_for(tx, &actor, Action::Supervise, asked.project)?;
                let level = congresses::get(tx, project.congress)?.level;
                let problems =
                    change::problems_of_decision(&asked, &decision, level, project.stage, today);
                if !problems.is_empty() {
                    return Err(ServiceError::Invalid(problems));
                }
                changes::decide(tx, id, &decision)?;
                if decision.is_granted {
                    carry_out(tx, &project, &asked, &decision)?;
                }
                let what =
                    EventKind::FollowUp(FollowupEvent::ChangeDecided(id, decision.is_granted));
                Ok(Written::recorded(project.id, Event::new(&grant, now, what)))
            })
            .await
    }
}

fn carry_out(
    tx: &WriteTx<'_>,
    project: &SelectedProject,
    asked: &Change,
    decision: &ChangeDecision,
) -> Result<(), ServiceError> {
    if let Some(act) = asked.kind.act() {
        return advance(tx, project, act);
    }
    let Some((plan, unit)) = plans::find(tx, project.id)? else {
        return Err(ServiceError::refused(Problem::error("not-assigned")));
    };
    let next = plan
        .changed(asked, decision.on)
        .map_err(ServiceError::invalid)?;
    plans::create(tx, &next, unit)?;
    Ok(())
}

fn desk(
    tx: &ReadTx<'_>,
    project: SelectedProject,
    change: Option<Change>,
) -> Result<ChangePage, ServiceError> {
    Ok(ChangePage {
        congress: congresses::get(tx, project.congress)?,
        plan: plans::find(tx, project.id)?.map(|(plan, _)| plan),
        project,
        change,
    })
}

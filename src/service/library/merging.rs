//! Moving a project by hand: into another one, out of the library, back into it.

use super::{event, kept, move_project};
use crate::{Service, ServiceError};
use domain::access::Actor;
use domain::id::ProjectId;
use domain::library::event::LibraryEvent;
use domain::library::merge::may_merge;
use domain::library::stage::{ProjectAct, ProjectStage};
use domain::problem::Problem;
use store::Written;
use store::library::{project_changes, projects};
use store::poll::candidate_lists;

impl Service {
    /// Merges a project into another of the same library. Both keep who asked for them; the page of
    /// the one that stays tells both.
    ///
    /// # Errors
    /// Invalid, at `into`: `merge-into-itself`, `merge-circle`, `merge-target`. Refused:
    /// `library-out-of-turn`.
    pub async fn merge_project(
        &self,
        actor: &Actor,
        from: ProjectId,
        into: &str,
        reason: &str,
    ) -> Result<(), ServiceError> {
        let (actor, now) = (actor.clone(), self.clock.now());
        let (code, reason) = (into.trim().to_owned(), reason.trim().to_owned());
        self.store
            .write(move |tx| {
                let (project, grant) = kept(tx, &actor, from)?;
                let target = || {
                    let problem = Problem::error("merge-target").at("into");
                    ServiceError::invalid(problem.with("code", &code))
                };
                let into = projects::find(tx, project.congress, &code)?.ok_or_else(target)?;
                let mut chain = Vec::new();
                let mut next = into.merged_into;
                while let Some(id) = next.filter(|id| !chain.contains(id)) {
                    chain.push(id);
                    next = projects::get(tx, id)?.merged_into;
                }
                may_merge(from, into.id, &chain).map_err(ServiceError::invalid)?;
                if !into.stage.is_open_to_change() {
                    return Err(target());
                }
                let act = ProjectAct::Merge;
                let stage = project.stage.after(act).map_err(ServiceError::refused)?;
                projects::update_stage(tx, from, stage, &reason, Some(into.id))?;
                let told = ("stage", project.stage.word(), stage.word());
                project_changes::create(tx, from, now, grant.account(), told)?;
                let told = ("merged", "", project.sheet.code.as_str());
                project_changes::create(tx, into.id, now, grant.account(), told)?;
                let told = LibraryEvent::ProjectMerged {
                    from,
                    into: into.id,
                };
                Ok(Written::recorded((), event(&grant, now, told)))
            })
            .await
    }

    /// Takes a candidate back into the library, or takes up a declined project again.
    ///
    /// # Errors
    /// Refused: `library-out-of-turn`, `project-on-list` while a list that is not frozen names it.
    pub async fn move_back(
        &self,
        actor: &Actor,
        id: ProjectId,
        act: ProjectAct,
    ) -> Result<(), ServiceError> {
        let (actor, now) = (actor.clone(), self.clock.now());
        self.store
            .write(move |tx| {
                let (project, grant) = kept(tx, &actor, id)?;
                if !matches!(act, ProjectAct::Withdraw | ProjectAct::Reopen) {
                    return Err(ServiceError::NotFound("act"));
                }
                if project.stage == ProjectStage::Candidate
                    && let Some(list) = candidate_lists::list_of_project(tx, id)?.first()
                {
                    let problem = Problem::error("project-on-list").with("number", list.number);
                    return Err(ServiceError::refused(problem.with("year", list.year)));
                }
                move_project(tx, &grant, now, &project, act, "")?;
                let told = LibraryEvent::ProjectMoved { project: id, act };
                Ok(Written::recorded((), event(&grant, now, told)))
            })
            .await
    }
}

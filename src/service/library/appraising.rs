//! Screening and appraisal: begin, answer the list, conclude with reasons.

use jiff::civil::Date;

use super::{event, kept, move_project};
use crate::{Service, ServiceError, permit};
use domain::access::{Action, Actor};
use domain::congress::Congress;
use domain::id::ProjectId;
use domain::library::appraisal::{
    AppraisalFacts, Conclusion, ScreeningAnswer, ScreeningItem, missing,
};
use domain::library::event::LibraryEvent;
use domain::library::opinion::Opinion;
use domain::library::project::Project;
use domain::library::stage::ProjectAct;
use domain::library::wording;
use domain::people::person::Unit;
use domain::problem::Problem;
use machine::clock::day;
use store::library::appraisals;
use store::library::appraisals::Appraisal;
use store::library::{opinions, projects, screenings};
use store::people::{congresses, units};
use store::{ReadTx, Written};

/// A project under appraisal with everything that is weighed.
#[derive(Debug, Clone)]
pub struct AppraisalView {
    pub congress: Congress,
    pub project: Project,
    /// What is known.
    pub facts: AppraisalFacts,
    /// Every opinion that was ever asked, oldest first.
    pub opinions: Vec<Opinion>,
    /// What stands against candidacy now.
    pub missing: Vec<Problem>,
    /// How it ended before, newest first.
    pub ends: Vec<Appraisal>,
    /// The units that can be asked.
    pub units: Vec<Unit>,
    pub today: Date,
}

/// What the form of a conclusion asks.
#[derive(Debug, Clone)]
pub struct NewConclusion {
    /// How it ends.
    pub conclusion: Conclusion,
    pub reason: String,
    /// Why candidacy is granted although money is missing; empty otherwise.
    pub exception: String,
}

/// Everything that an appraisal weighs, as it stands.
pub(crate) fn facts(tx: &ReadTx<'_>, project: ProjectId) -> Result<AppraisalFacts, ServiceError> {
    Ok(AppraisalFacts {
        checks: screenings::list(tx, project)?,
        opinions: opinions::list_newest(tx, project)?,
        exception: projects::get_exception(tx, project)?,
    })
}

impl Service {
    /// The appraisal of a project.
    ///
    /// # Errors
    /// [`ServiceError::NotFound`] for strangers to the congress.
    pub async fn get_appraisal(
        &self,
        actor: &Actor,
        id: ProjectId,
    ) -> Result<AppraisalView, ServiceError> {
        let (actor, now) = (actor.clone(), self.clock.now());
        self.store
            .read(move |tx| {
                let project = projects::get(tx, id)?;
                permit(&actor, Action::Look, project.congress)?;
                let facts = facts(tx, id)?;
                Ok(AppraisalView {
                    congress: congresses::get(tx, project.congress)?,
                    missing: missing(&project, &facts),
                    opinions: opinions::list(tx, id)?,
                    ends: appraisals::list(tx, id)?,
                    units: units::list(tx, project.congress)?,
                    today: day(now),
                    project,
                    facts,
                })
            })
            .await
    }

    /// Begins the appraisal of a project in the library.
    ///
    /// # Errors
    /// Refused: `library-out-of-turn`.
    pub async fn start_appraisal(&self, actor: &Actor, id: ProjectId) -> Result<(), ServiceError> {
        let (actor, now) = (actor.clone(), self.clock.now());
        self.store
            .write(move |tx| {
                let (project, grant) = kept(tx, &actor, id)?;
                let act = ProjectAct::StartAppraisal;
                move_project(tx, &grant, now, &project, act, "")?;
                let told = LibraryEvent::ProjectMoved { project: id, act };
                Ok(Written::recorded((), event(&grant, now, told)))
            })
            .await
    }

    /// Saves answers to the positive and negative list; items that are not named stay as they are.
    ///
    /// # Errors
    /// Refused: `project-not-appraised` when it is not under appraisal. Invalid: what is wrong with
    /// a note.
    pub async fn screen(
        &self,
        actor: &Actor,
        id: ProjectId,
        answers: Vec<(ScreeningItem, bool, String)>,
    ) -> Result<(), ServiceError> {
        let (actor, now) = (actor.clone(), self.clock.now());
        self.store
            .write(move |tx| {
                let (project, grant) = kept(tx, &actor, id)?;
                refuse_elsewhere(&project)?;
                for (check, is_met, note) in &answers {
                    let field = format!("note_{}", check.word());
                    let note = wording::line(&field, note).map_err(ServiceError::invalid)?;
                    let one = ScreeningAnswer {
                        check: *check,
                        is_met: *is_met,
                        note,
                    };
                    screenings::save(tx, id, &one)?;
                }
                let told = LibraryEvent::Screened { project: id };
                Ok(Written::recorded((), event(&grant, now, told)))
            })
            .await
    }

    /// Ends an appraisal: the project becomes a candidate, goes back, or is declined.
    ///
    /// # Errors
    /// Invalid: `reason-missing`. Refused: everything that stands against candidacy, with who must
    /// answer and since when; `project-not-appraised`.
    pub async fn conclude(
        &self,
        actor: &Actor,
        id: ProjectId,
        given: NewConclusion,
    ) -> Result<(), ServiceError> {
        let (actor, now) = (actor.clone(), self.clock.now());
        let reason = wording::lines("reason", &given.reason).map_err(ServiceError::invalid)?;
        let exception = wording::line("exception", &given.exception);
        let exception = exception.map_err(ServiceError::invalid)?;
        if reason.is_empty() {
            let problem = Problem::error("reason-missing").at("reason");
            return Err(ServiceError::invalid(problem));
        }
        self.store
            .write(move |tx| {
                let (project, grant) = kept(tx, &actor, id)?;
                refuse_elsewhere(&project)?;
                let is_pass = given.conclusion == Conclusion::Pass;
                let exception = if is_pass { exception } else { String::new() };
                if is_pass {
                    let mut facts = facts(tx, id)?;
                    facts.exception.clone_from(&exception);
                    let found = missing(&project, &facts);
                    if !found.is_empty() {
                        return Err(ServiceError::Refused(found));
                    }
                }
                projects::update_exception(tx, id, &exception)?;
                let act = match given.conclusion {
                    Conclusion::Pass => ProjectAct::Pass,
                    Conclusion::SendBack => ProjectAct::SendBack,
                    Conclusion::Decline => ProjectAct::Decline,
                };
                let shown = if given.conclusion == Conclusion::Decline {
                    &reason
                } else {
                    ""
                };
                move_project(tx, &grant, now, &project, act, shown)?;
                let end = Appraisal {
                    conclusion: given.conclusion,
                    reason,
                    exception,
                    on: day(now),
                    by: String::new(),
                };
                appraisals::create(tx, id, &end, grant.account())?;
                let told = LibraryEvent::ProjectMoved { project: id, act };
                Ok(Written::recorded((), event(&grant, now, told)))
            })
            .await
    }
}

fn refuse_elsewhere(project: &Project) -> Result<(), ServiceError> {
    if project.stage == domain::library::stage::ProjectStage::UnderAppraisal {
        return Ok(());
    }
    let problem = Problem::error("project-not-appraised").with("stage", project.stage.word());
    Err(ServiceError::refused(problem))
}

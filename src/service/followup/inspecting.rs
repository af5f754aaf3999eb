//! Findings (检查—反馈—整改—销号): a deputy writes one down, the office sends it, the unit answers,
//! the finder or the group checks again.

use std::collections::BTreeMap;

use super::{Service, ServiceError, account_of, hand, project_for, project_of_unit};
use crate::domain::access::{Action, Actor};
use crate::domain::audit::{Event, What};
use crate::domain::congress::Congress;
use crate::domain::followup::event::Happened;
use crate::domain::followup::finding::{self, Finding, FindingAct, Step, Taken};
use crate::domain::followup::followed::Followed;
use crate::domain::followup::stage;
use crate::domain::id::{CongressId, FindingId, PictureId, ProjectId};
use crate::domain::person::Unit;
use crate::domain::picture::{Owner, PictureFacts};
use crate::domain::problem::Problem;
use crate::service::photos;
use crate::store::followup::findings;
use crate::store::followup::followed;
use crate::store::followup::plans;
use crate::store::{ReadTx, Written, congresses, pictures, units};

/// Letters of a finding at most: three lines on a phone, not a treatise.
const MOST_LETTERS: usize = 1000;

/// A finding with everything that its page and its printed order tell.
#[derive(Debug, Clone)]
pub struct FindingView {
    /// Whose.
    pub congress: Congress,
    /// Of which project.
    pub project: Followed,
    /// The finding.
    pub finding: Finding,
    /// The unit that must rectify.
    pub unit: Option<Unit>,
    /// What was done with it.
    pub steps: Vec<Taken>,
    /// The photos of the finding and of each step, by whose they are.
    pub pictures: BTreeMap<Owner, Vec<PictureFacts>>,
    /// Whether the reader may check it again: the finder, the group of the project, the office.
    pub may_recheck: bool,
    /// Today.
    pub today: jiff::civil::Date,
}

impl Service {
    /// Writes a finding down, today, at a project that has its plan.
    ///
    /// # Errors
    /// Denied. Refused: `not-assigned`. Invalid: `blank` or `text-long` at `text`.
    pub async fn write_finding(
        &self,
        actor: &Actor,
        project: ProjectId,
        (text, place): (&str, &str),
        photos: Vec<PictureId>,
    ) -> Result<FindingId, ServiceError> {
        let (actor, now, today) = (actor.clone(), self.clock.now(), self.today());
        let (text, place) = (text.trim().to_owned(), place.trim().to_owned());
        self.store
            .write(move |tx| {
                let (project, grant) = project_for(tx, &actor, Action::Inspect, project)?;
                let is_assigned = plans::find_unit(tx, project.id)?.is_some();
                if !is_assigned || !stage::is_followed(project.stage) {
                    return Err(ServiceError::refused(Problem::error("not-assigned")));
                }
                check_text(&text)?;
                let finder = (account_of(&grant)?, actor.name.clone());
                let new = Finding::found(project.id, (text, place), today, finder);
                let id = findings::create(tx, project.congress, &new)?;
                photos::take(tx, new.finder, project.id, Owner::Finding(id, 0), &photos)?;
                let what = What::FollowUp(Happened::Found(id));
                Ok(Written::recorded(id, Event::new(&grant, now, what)))
            })
            .await
    }

    /// Takes a step with a finding: send, answer, extend, close, reopen.
    ///
    /// # Errors
    /// Denied: each act has its action. Refused or invalid: what [`finding::problems`] says.
    pub async fn step_finding(
        &self,
        actor: &Actor,
        id: FindingId,
        step: Step,
        photos: Vec<PictureId>,
    ) -> Result<(), ServiceError> {
        let (actor, now, today) = (actor.clone(), self.clock.now(), self.today());
        self.store
            .write(move |tx| {
                let mut found = findings::get(tx, id)?;
                let action = action_of(step.act);
                let (project, grant, unit) = match step.act {
                    FindingAct::Answer | FindingAct::AskExtension => {
                        project_of_unit(tx, &actor, action, found.project)?
                    }
                    FindingAct::Send
                    | FindingAct::Dismiss
                    | FindingAct::Extend
                    | FindingAct::Close
                    | FindingAct::Reopen => {
                        let (project, grant) = project_for(tx, &actor, action, found.project)?;
                        let unit = plans::find_unit(tx, project.id)?;
                        let missing = || ServiceError::refused(Problem::error("not-assigned"));
                        (project, grant, unit.ok_or_else(missing)?)
                    }
                };
                let by = hand(tx, &actor, account_of(&grant)?, &project)?;
                let problems = finding::problems(&found, &step, by, today);
                if problems.iter().any(|one| one.code == "finding-out-of-turn") {
                    return Err(ServiceError::Refused(problems));
                }
                if !problems.is_empty() {
                    return Err(ServiceError::Invalid(problems));
                }
                found.apply(&step, by.account, unit, today);
                let number = findings::take(tx, &found, &step, by.account, &actor.name, today)?;
                let owner = Owner::Finding(id, number);
                photos::take(tx, by.account, found.project, owner, &photos)?;
                let what = What::FollowUp(Happened::FindingStep(id, step.act));
                Ok(Written::recorded((), Event::new(&grant, now, what)))
            })
            .await
    }

    /// A finding for those who oversee its congress.
    ///
    /// # Errors
    /// [`ServiceError::NotFound`], also for strangers to the congress.
    pub async fn get_finding(
        &self,
        actor: &Actor,
        id: FindingId,
    ) -> Result<FindingView, ServiceError> {
        let (actor, today) = (actor.clone(), self.today());
        self.store
            .read(move |tx| {
                let finding = findings::get(tx, id)?;
                let (project, _) = project_for(tx, &actor, Action::Oversee, finding.project)?;
                let may_recheck = match actor.account {
                    Some(account) => hand(tx, &actor, account, &project)?.may_recheck(&finding),
                    None => false,
                };
                let view = view(tx, finding, project, today)?;
                Ok(FindingView {
                    may_recheck,
                    ..view
                })
            })
            .await
    }

    /// The ledger (台账) of a congress's year, overdue findings first.
    ///
    /// # Errors
    /// [`ServiceError::NotFound`], also for strangers to the congress.
    pub async fn get_ledger(
        &self,
        actor: &Actor,
        congress: CongressId,
        year: i16,
    ) -> Result<(Congress, Vec<FindingView>), ServiceError> {
        permit_ledger(actor, congress)?;
        let today = self.today();
        self.store
            .read(move |tx| {
                let congress = congresses::get(tx, congress)?;
                let mut lines = Vec::new();
                for finding in findings::list(tx, Some(congress.id), year)? {
                    let project = followed::get(tx, finding.project)?;
                    lines.push(view(tx, finding, project, today)?);
                }
                Ok((congress, lines))
            })
            .await
    }
}

fn permit_ledger(actor: &Actor, congress: CongressId) -> Result<(), ServiceError> {
    super::permit(actor, Action::Oversee, congress).map(drop)
}

/// Who may take a step.
pub(crate) fn action_of(act: FindingAct) -> Action {
    match act {
        FindingAct::Send | FindingAct::Dismiss | FindingAct::Extend => Action::Supervise,
        FindingAct::Answer | FindingAct::AskExtension => Action::Report,
        FindingAct::Close | FindingAct::Reopen => Action::Inspect,
    }
}

fn view(
    tx: &ReadTx<'_>,
    finding: Finding,
    project: Followed,
    today: jiff::civil::Date,
) -> Result<FindingView, ServiceError> {
    let unit = match finding.unit {
        Some(unit) => Some(units::get(tx, unit)?),
        None => None,
    };
    Ok(FindingView {
        congress: congresses::get(tx, project.congress)?,
        project,
        unit,
        steps: findings::list_steps(tx, finding.id)?,
        pictures: pictures::list_of_finding(tx, finding.id)?,
        finding,
        may_recheck: false,
        today,
    })
}

fn check_text(text: &str) -> Result<(), ServiceError> {
    if text.is_empty() {
        return Err(ServiceError::invalid(Problem::error("blank").at("text")));
    }
    if text.chars().count() > MOST_LETTERS {
        let problem = Problem::error("text-long").at("text");
        return Err(ServiceError::invalid(problem.with("most", MOST_LETTERS)));
    }
    Ok(())
}

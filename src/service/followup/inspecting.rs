//! Findings (检查—反馈—整改—销号): a deputy writes one down, the office sends it, the unit answers,
//! the finder or the group checks again.

use std::collections::BTreeMap;

use super::{Service, ServiceError, account_of, hand, permit, project_for, project_of_unit};
use crate::picture::photos;
use domain::access::{Action, Actor, Grant};
use domain::audit::{Event, EventKind};
use domain::congress::Congress;
use domain::evaluation::GradeResult;
use domain::followup::event::FollowupEvent;
use domain::followup::finding::{self, Finding, FindingAct, FindingRecord, FindingStep};
use domain::followup::selected_project::SelectedProject;
use domain::followup::stage;
use domain::id::{CongressId, FindingId, PictureId, ProjectId, UnitId};
use domain::people::person::Unit;
use domain::picture::{PictureFacts, PictureOwner};
use domain::problem::Problem;
use store::evaluation::evaluations;
use store::followup::findings;
use store::followup::followed;
use store::followup::plans;
use store::people::{congresses, units};
use store::picture::pictures;
use store::{ReadTx, Written};

/// Letters of a finding at most: three lines on a phone, not a treatise.
const MOST_LETTERS: usize = 1000;

/// A finding with everything that its page and its printed order tell.
#[derive(Debug, Clone)]
pub struct FindingView {
    pub congress: Congress,
    /// Of which project; none where it is about its unit's work as a whole.
    pub project: Option<SelectedProject>,
    pub finding: Finding,
    /// The grade that opened it, where an evaluation did.
    pub grade: Option<GradeResult>,
    /// The unit that must rectify.
    pub unit: Option<Unit>,
    /// What was done with it.
    pub steps: Vec<FindingRecord>,
    /// The photos of the finding and of each step, by whose they are.
    pub pictures: BTreeMap<PictureOwner, Vec<PictureFacts>>,
    /// What the reader may do with it now.
    pub acts: Vec<FindingAct>,
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
                photos::take(
                    tx,
                    new.finder,
                    project.id,
                    PictureOwner::Finding(id, 0),
                    &photos,
                )?;
                let what = EventKind::FollowUp(FollowupEvent::Found(id));
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
        step: FindingStep,
        photos: Vec<PictureId>,
    ) -> Result<(), ServiceError> {
        let (actor, now, today) = (actor.clone(), self.clock.now(), self.today());
        self.store
            .write(move |tx| {
                let mut found = findings::get(tx, id)?;
                let (grant, unit, congress) = grant_for(tx, &actor, &found, step.act)?;
                let whose = (congress, found.project);
                let by = hand(tx, &actor, account_of(&grant)?, whose)?;
                let problems = finding::problems(&found, &step, by, today);
                if !problems.is_empty() {
                    let is_in_turn = found.stage.after(step.act).is_some();
                    return Err(if is_in_turn {
                        ServiceError::Invalid(problems)
                    } else {
                        ServiceError::Refused(problems)
                    });
                }
                found.apply(&step, by.account, unit, today);
                let number = findings::take(tx, &found, &step, by.account, &actor.name, today)?;
                let owner = PictureOwner::Finding(id, number);
                if let Some(project) = found.project {
                    photos::take(tx, by.account, project, owner, &photos)?;
                }
                let what = EventKind::FollowUp(FollowupEvent::FindingStep(id, step.act));
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
                let view = view(tx, finding, today)?;
                permit(&actor, Action::Oversee, view.congress.id)?;
                let whose = (view.congress.id, view.finding.project);
                let may_recheck = match actor.account {
                    Some(account) => hand(tx, &actor, account, whose)?.may_recheck(&view.finding),
                    None => false,
                };
                let congress = view.congress.id;
                let acts = finding::offered(&view.finding, &actor, congress, may_recheck);
                Ok(FindingView { acts, ..view })
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
        permit(actor, Action::Oversee, congress)?;
        let today = self.today();
        self.store
            .read(move |tx| {
                let congress = congresses::get(tx, congress)?;
                let mut lines = Vec::new();
                for finding in findings::list(tx, Some(congress.id), year)? {
                    lines.push(view(tx, finding, today)?);
                }
                Ok((congress, lines))
            })
            .await
    }
}

/// The permission for an act on a finding, and the unit it goes to: the one that leads the project, or
/// the one that the finding is about; with the congress. A unit acts on what is its own.
fn grant_for(
    tx: &ReadTx<'_>,
    actor: &Actor,
    found: &Finding,
    act: FindingAct,
) -> Result<(Grant, UnitId, CongressId), ServiceError> {
    let action = act.action();
    let missing = || ServiceError::refused(Problem::error("not-assigned"));
    let Some(project) = found.project else {
        let unit = found.unit.ok_or_else(missing)?;
        let congress = units::get(tx, unit)?.congress;
        return Ok((permit(actor, action, congress)?, unit, congress));
    };
    match act {
        FindingAct::Answer | FindingAct::AskExtension => {
            let (project, grant, unit) = project_of_unit(tx, actor, action, project)?;
            Ok((grant, unit, project.congress))
        }
        FindingAct::Send
        | FindingAct::Dismiss
        | FindingAct::Extend
        | FindingAct::Close
        | FindingAct::Reopen => {
            let (project, grant) = project_for(tx, actor, action, project)?;
            let unit = plans::find_unit(tx, project.id)?;
            Ok((grant, unit.ok_or_else(missing)?, project.congress))
        }
    }
}

fn view(
    tx: &ReadTx<'_>,
    finding: Finding,
    today: jiff::civil::Date,
) -> Result<FindingView, ServiceError> {
    let project = match finding.project {
        Some(project) => Some(followed::get(tx, project)?),
        None => None,
    };
    let unit = match finding.unit {
        Some(unit) => Some(units::get(tx, unit)?),
        None => None,
    };
    let of_project = project.as_ref().map(|project| project.congress);
    let of_unit = unit.as_ref().map(|unit| unit.congress);
    let whose = of_project.or(of_unit);
    Ok(FindingView {
        congress: congresses::get(tx, whose.ok_or(ServiceError::NotFound("finding"))?)?,
        project,
        unit,
        steps: findings::list_steps(tx, finding.id)?,
        grade: evaluations::find_of_finding(tx, finding.id)?,
        pictures: pictures::list_of_finding(tx, finding.id)?,
        finding,
        acts: Vec::new(),
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

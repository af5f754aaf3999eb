//! The life of a project on one page (全链条): vote, plan, reports, lights, findings, changes.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::boards::is_told;
use super::{Service, ServiceError, permit, project_for};
use crate::round::fixed;
use domain::access::{Action, Actor};
use domain::congress::Congress;
use domain::evaluation::GradeResult;
use domain::followup::change::Change;
use domain::followup::course::{self, Course, MonthReading};
use domain::followup::fact::ProjectFact;
use domain::followup::finding::{Finding, FindingRecord};
use domain::followup::light::{LightReading, LightRule};
use domain::followup::month::Month;
use domain::followup::plan::Plan;
use domain::followup::rating::RatingCounts;
use domain::followup::report::Report;
use domain::followup::selected_project::SelectedProject;
use domain::followup::stage;
use domain::id::ProjectId;
use domain::people::person::Unit;
use domain::picture::{PictureFacts, PictureOwner};
use store::ReadTx;
use store::evaluation::evaluations;
use store::followup::courses::{self, ProjectScope};
use store::followup::findings;
use store::followup::followed;
use store::followup::ratings;
use store::followup::{changes, facts, plans, reports, rules};
use store::library::vote_results;
use store::people::{congresses, units};
use store::picture::pictures;
use store::poll::polls;

/// Everything that the page of a project tells.
#[derive(Debug, Clone)]
pub struct ProjectHistory {
    pub congress: Congress,
    pub project: SelectedProject,
    /// The unit that leads it, once assigned.
    pub unit: Option<Unit>,
    /// The versions of its plan, oldest first.
    pub plans: Vec<Plan>,
    /// The reports by month, corrected ones included.
    pub reports: Vec<Report>,
    /// What is noted: started, finished, accepted, in use.
    pub facts: Vec<ProjectFact>,
    /// Each month with its light.
    pub months: Vec<MonthReading>,
    /// The light of today.
    pub now: Option<LightReading>,
    /// The rule that judges it.
    pub rule: LightRule,
    /// The findings with their steps.
    pub findings: Vec<(Finding, Vec<FindingRecord>)>,
    /// The grades that the congress gave it, oldest first, with the evaluation's title.
    pub grades: Vec<(GradeResult, String)>,
    /// What residents said, newest month first; apart from the grades.
    pub said: Vec<(Month, RatingCounts)>,
    /// The photos of its reports and findings, by whose they are.
    pub pictures: BTreeMap<PictureOwner, Vec<PictureFacts>>,
    /// The changes that were asked for and decided.
    pub changes: Vec<Change>,
    /// The day on which all this is read.
    pub today: Date,
}

impl ProjectHistory {
    /// The plan in force.
    #[must_use]
    pub fn plan(&self) -> Option<&Plan> {
        self.plans.last()
    }

    /// The newest version of each month's report, newest month first.
    pub fn newest_reports(&self) -> impl Iterator<Item = &Report> {
        let listed = &self.reports;
        listed
            .iter()
            .enumerate()
            .rev()
            .filter_map(move |(place, one)| {
                let next = listed.get(place.saturating_add(1));
                let is_newest = next.is_none_or(|next| next.month != one.month);
                is_newest.then_some(one)
            })
    }

    /// The photos of a report or a finding, oldest first.
    #[must_use]
    pub fn pictures_of(&self, owner: PictureOwner) -> &[PictureFacts] {
        self.pictures.get(&owner).map_or(&[], Vec::as_slice)
    }

    /// The newest checked report.
    #[must_use]
    pub fn last_checked(&self) -> Option<&Report> {
        self.reports.iter().rfind(|one| one.checked.is_some())
    }
}

impl Service {
    /// The life of a project, for those who oversee its congress.
    ///
    /// # Errors
    /// [`ServiceError::NotFound`], also for strangers to the congress.
    pub async fn get_life(
        &self,
        actor: &Actor,
        id: ProjectId,
    ) -> Result<ProjectHistory, ServiceError> {
        let (actor, today) = (actor.clone(), self.today());
        self.store
            .read(move |tx| {
                let (project, _) = project_for(tx, &actor, Action::Oversee, id)?;
                if permit(&actor, Action::Supervise, project.congress).is_err() && !is_told(tx, id)?
                {
                    // Before the notice the office alone knows that it was selected.
                    return Err(ServiceError::NotFound("project"));
                }
                life(tx, project, today)
            })
            .await
    }

    /// The same for whoever is about to write a finding down.
    ///
    /// # Errors
    /// Denied; [`ServiceError::NotFound`] for strangers to the congress.
    pub async fn get_finding_form(
        &self,
        actor: &Actor,
        id: ProjectId,
    ) -> Result<ProjectHistory, ServiceError> {
        let (actor, today) = (actor.clone(), self.today());
        self.store
            .read(move |tx| {
                let (project, _) = project_for(tx, &actor, Action::Inspect, id)?;
                life(tx, project, today)
            })
            .await
    }

    /// The public part of a project's life: what was checked, sent and decided.
    pub async fn find_public_life(
        &self,
        id: ProjectId,
    ) -> Result<Option<ProjectHistory>, ServiceError> {
        let today = self.today();
        self.store
            .read(move |tx| {
                let project = followed::get(tx, id)?;
                // What the vote decided is told when it is published, and not before, and from where it
                // is compared. What was chosen on paper was published on paper, and has no result here.
                let is_chosen = vote_results::list(tx, id)?.is_empty()
                    || fixed::list_proven(tx, id)?
                        .iter()
                        .any(|result| result.is_published && result.is_selected);
                if !is_chosen || !stage::is_followed(project.stage) {
                    return Ok(None);
                }
                Ok(Some(public(life(tx, project, today)?)))
            })
            .await
    }
}

fn grades(tx: &ReadTx<'_>, id: ProjectId) -> Result<Vec<(GradeResult, String)>, ServiceError> {
    let mut told = Vec::new();
    for result in evaluations::list_of_project(tx, id)? {
        let title = polls::get(tx, result.poll)?.title;
        told.push((result, title));
    }
    Ok(told)
}

/// Takes away what is not public: reports nobody stands for, findings that were not sent, changes
/// that are not decided, grades that are not published with the rectifications they opened.
fn public(mut life: ProjectHistory) -> ProjectHistory {
    let grades = life.grades.iter().filter(|(grade, _)| !grade.is_published);
    let hidden: Vec<_> = grades.filter_map(|(grade, _)| grade.finding).collect();
    life.findings
        .retain(|(finding, _)| !hidden.contains(&finding.id));
    life.grades.retain(|(grade, _)| grade.is_published);
    life.reports.retain(|report| report.checked.is_some());
    life.findings.retain(|(finding, _)| finding.due.is_some());
    let (reports, findings) = (&life.reports, &life.findings);
    life.pictures.retain(|owner, _| match owner {
        PictureOwner::Report(id) => reports.iter().any(|report| report.id == *id),
        PictureOwner::Finding(id, _) => findings.iter().any(|(finding, _)| finding.id == *id),
        PictureOwner::Lead(_) | PictureOwner::Project(_) | PictureOwner::Tray(_) => false,
    });
    life.changes
        .retain(|change| change.decision.as_ref().is_some_and(|one| one.is_granted));
    life
}

fn life(
    tx: &ReadTx<'_>,
    project: SelectedProject,
    today: Date,
) -> Result<ProjectHistory, ServiceError> {
    let id = project.id;
    let rules = rules::list(tx, project.congress)?;
    let (course, _) = courses::list(tx, ProjectScope::Project(id))?
        .remove(&id)
        .unwrap_or((Course::default(), 0));
    let unit = match plans::find_unit(tx, id)? {
        Some(unit) => Some(units::get(tx, unit)?),
        None => None,
    };
    let mut told = Vec::new();
    for finding in findings::list_of_project(tx, id)? {
        let steps = findings::list_steps(tx, finding.id)?;
        told.push((finding, steps));
    }
    Ok(ProjectHistory {
        congress: congresses::get(tx, project.congress)?,
        unit,
        plans: plans::list(tx, id)?
            .into_iter()
            .map(|(plan, _)| plan)
            .collect(),
        reports: reports::list(tx, id)?,
        facts: facts::list(tx, id)?,
        months: course.months(&rules, today),
        now: course.now(&rules, today),
        rule: course::rule_for(&rules, Month::of(today)),
        findings: told,
        grades: grades(tx, id)?,
        said: ratings::count(tx, id)?,
        pictures: pictures::list_of_project(tx, id)?,
        changes: changes::list(tx, id)?,
        project,
        today,
    })
}

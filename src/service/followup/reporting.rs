//! Monthly reports: written by the unit, checked by its head, then visible; and the facts at the end.

use jiff::civil::Date;

use super::{Service, ServiceError, account_of, advance, project_of_unit};
use crate::picture::photos;
use domain::access::{Action, Actor};
use domain::audit::{Event, EventKind};
use domain::congress::Congress;
use domain::followup::course::DatedFact;
use domain::followup::event::FollowupEvent;
use domain::followup::fact::{self, FactKind, ProjectFact};
use domain::followup::month::Month;
use domain::followup::plan::Plan;
use domain::followup::report::{self, Report, ReportFacts};
use domain::followup::selected_project::SelectedProject;
use domain::followup::share::Share;
use domain::followup::stage;
use domain::id::{PictureId, ProjectId, ReportId};
use domain::library::project::ProjectStage;
use domain::picture::PictureOwner;
use domain::problem::Problem;
use store::followup::{facts, plans, reports, rules};
use store::people::congresses;
use store::{ReadTx, WriteTx, Written};

/// What the form of a report needs.
#[derive(Debug, Clone)]
pub struct ReportPage {
    pub congress: Congress,
    pub project: SelectedProject,
    /// The plan in force.
    pub plan: Plan,
    /// The newest report, shown above the form.
    pub last: Option<Report>,
    /// The month that is offered: the first since the last report that is not reported.
    pub month: Month,
    pub today: Date,
}

impl Service {
    /// The form of a report, with the last one above it.
    ///
    /// # Errors
    /// Not found for strangers. Refused: `not-assigned`, `project-of-another-unit`.
    pub async fn get_report_desk(
        &self,
        actor: &Actor,
        id: ProjectId,
    ) -> Result<ReportPage, ServiceError> {
        let (actor, today) = (actor.clone(), self.today());
        self.store
            .read(move |tx| {
                let (project, ..) = project_of_unit(tx, &actor, Action::Report, id)?;
                let plan = plan_in_force(tx, id)?;
                let last = reports::list(tx, id)?.pop();
                let next = last.as_ref().map(|last| last.month.next());
                let offered = next.unwrap_or_else(|| Month::of(plan.from).max(month_due(today)));
                Ok(ReportPage {
                    congress: congresses::get(tx, project.congress)?,
                    project,
                    plan,
                    last,
                    month: offered.min(Month::of(today)),
                    today,
                })
            })
            .await
    }

    /// Writes a report and takes its photos out of the tray. A second one of the same month corrects the first, which is kept.
    ///
    /// # Errors
    /// Denied. Refused: `not-assigned`, `project-of-another-unit`, `project-out-of-turn`. Invalid:
    /// what [`report::problems`] says, and `why-corrected` for a correction without a reason.
    pub async fn write_report(
        &self,
        actor: &Actor,
        new: Report,
        photos: Vec<PictureId>,
    ) -> Result<ReportId, ServiceError> {
        let (actor, now, today) = (actor.clone(), self.clock.now(), self.today());
        self.store
            .write(move |tx| {
                let (project, grant, _) = project_of_unit(tx, &actor, Action::Report, new.project)?;
                if !stage::takes_reports(project.stage) {
                    let problem = Problem::error("project-out-of-turn");
                    let problem = problem.with("stage", project.stage.word());
                    return Err(ServiceError::refused(problem));
                }
                check(tx, &project, &new, today)?;
                let by = account_of(&grant)?;
                let id = reports::create(tx, &new, by, now)?;
                photos::take(tx, by, project.id, PictureOwner::Report(id), &photos)?;
                let what = EventKind::FollowUp(FollowupEvent::Reported(id));
                Ok(Written::recorded(id, Event::new(&grant, now, what)))
            })
            .await
    }

    /// The unit's head stands for a report: from now on it counts and everybody sees it.
    ///
    /// # Errors
    /// Denied. Refused: `project-of-another-unit`, `report-checked`, `report-corrected`.
    pub async fn check_report(
        &self,
        actor: &Actor,
        id: ReportId,
    ) -> Result<ProjectId, ServiceError> {
        let (actor, now, today) = (actor.clone(), self.clock.now(), self.today());
        self.store
            .write(move |tx| {
                let report = reports::get(tx, id)?;
                let (project, grant, _) =
                    project_of_unit(tx, &actor, Action::CheckReport, report.project)?;
                refuse_stale(tx, &report)?;
                reports::check(tx, id, account_of(&grant)?, today)?;
                for milestone in &report.reached {
                    plans::reach(tx, *milestone, today)?;
                }
                if project.stage == ProjectStage::Assigned && shows_work(&report) {
                    let started = ProjectFact {
                        kind: FactKind::Started,
                        since: DatedFact {
                            on: report.month.last().min(today),
                            known: today,
                        },
                        document: String::new(),
                    };
                    facts::create(tx, project.id, &started, account_of(&grant)?)?;
                    advance(tx, &project, stage::FollowupAct::Start)?;
                }
                let what = EventKind::FollowUp(FollowupEvent::ReportChecked(id));
                Ok(Written::recorded(project.id, Event::new(&grant, now, what)))
            })
            .await
    }

    /// Notes that the works are finished, accepted or in use. Acceptance is the office's to note,
    /// from the certificate; the rest is the unit's head's.
    ///
    /// # Errors
    /// Denied. Invalid: `date-form` where no day is given, and what [`fact::problems`] says.
    pub async fn note_fact(
        &self,
        actor: &Actor,
        id: ProjectId,
        kind: FactKind,
        on: Option<Date>,
        document: &str,
    ) -> Result<(), ServiceError> {
        let (actor, now, today) = (actor.clone(), self.clock.now(), self.today());
        let document = document.trim().to_owned();
        self.store
            .write(move |tx| {
                let (project, grant, _) = project_of_unit(tx, &actor, kind.action(), id)?;
                let problem = || ServiceError::invalid(Problem::error("date-form").at("on"));
                let on = on.ok_or_else(problem)?;
                let new = ProjectFact {
                    kind,
                    since: DatedFact { on, known: today },
                    document,
                };
                let noted = facts::list(tx, id)?;
                let problems = fact::problems(&new, &noted, project.stage, today);
                if !problems.is_empty() {
                    return Err(ServiceError::Invalid(problems));
                }
                facts::create(tx, id, &new, account_of(&grant)?)?;
                if let Some(act) = kind.act() {
                    advance(tx, &project, act)?;
                }
                let what = EventKind::FollowUp(FollowupEvent::FactNoted(id, kind));
                Ok(Written::recorded((), Event::new(&grant, now, what)))
            })
            .await
    }
}

/// The plan in force.
pub(super) fn plan_in_force(tx: &ReadTx<'_>, id: ProjectId) -> Result<Plan, ServiceError> {
    let found = plans::find(tx, id)?;
    let plan = found.map(|(plan, _)| plan);
    plan.ok_or_else(|| ServiceError::refused(Problem::error("not-assigned")))
}

/// The month whose report is due on a day: the one before it.
fn month_due(today: Date) -> Month {
    Month::of(today.first_of_month().yesterday().unwrap_or(today))
}

/// Everything that stands against a report of a project that has a plan.
pub(crate) fn check(
    tx: &ReadTx<'_>,
    project: &SelectedProject,
    new: &Report,
    today: Date,
) -> Result<(), ServiceError> {
    let plan = plan_in_force(tx, project.id)?;
    let listed = reports::list(tx, project.id)?;
    let closed = rules::list_closed(tx, project.congress)?;
    let standing = ReportFacts {
        plan: &plan,
        before: listed.iter().rfind(|one| one.month < new.month),
        today,
        closed: &closed,
    };
    let mut problems = report::problems(new, &standing);
    let corrects = listed.iter().any(|one| one.month == new.month);
    if corrects && new.why.trim().is_empty() {
        problems.push(
            Problem::error("why-corrected")
                .at("why")
                .with("month", new.month),
        );
    }
    if problems.is_empty() {
        Ok(())
    } else {
        Err(ServiceError::Invalid(problems))
    }
}

/// A report is checked once, and only the newest of its month.
fn refuse_stale(tx: &WriteTx<'_>, report: &Report) -> Result<(), ServiceError> {
    if report.checked.is_some() {
        return Err(ServiceError::refused(Problem::error("report-checked")));
    }
    let listed = reports::list(tx, report.project)?;
    let is_newest = listed
        .iter()
        .all(|one| one.month != report.month || one.version <= report.version);
    if is_newest {
        Ok(())
    } else {
        Err(ServiceError::refused(Problem::error("report-corrected")))
    }
}

fn shows_work(report: &Report) -> bool {
    report.done > Share::NONE || !report.reached.is_empty()
}

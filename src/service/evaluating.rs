//! Evaluation (满意度测评): a poll that grades what was built, and the rectification of what the
//! congress is dissatisfied with.

use jiff::civil::Date;

use super::acts::{Doing, Place};
use super::polling::checked_title;
use super::{Service, ServiceError, account_of, permit};
use crate::clock::day;
use crate::domain::access::{Action, Actor};
use crate::domain::audit::{Event, What};
use crate::domain::congress::Congress;
use crate::domain::evaluation::{self, Evaluation, GradeResult, Marks, may_be_graded};
use crate::domain::followup::event::Happened;
use crate::domain::followup::finding::{Finding, FindingAct, Step};
use crate::domain::followup::followed::Followed;
use crate::domain::followup::stage::{FollowAct, after};
use crate::domain::id::{CongressId, FindingId, PollId, ProjectId, SessionId, SittingId};
use crate::domain::poll::template::Template;
use crate::domain::poll::{Colour, Poll, Round, RoundKind, RoundLine};
use crate::domain::problem::Problem;
use crate::domain::session::Session;
use crate::domain::tally::{GradedLine, LineGrade};
use crate::store::followup::{findings, followed, plans};
use crate::store::{
    ReadTx, WriteTx, Written, accounts, congresses, evaluations, polls, projects, rounds, sessions,
};

/// What the form for a new evaluation asks.
#[derive(Debug, Clone)]
pub struct NewEvaluation {
    /// To which session it is put.
    pub session: SessionId,
    /// At which sitting.
    pub sitting: SittingId,
    /// Its title, as on the paper.
    pub title: String,
    /// The projects to be graded.
    pub projects: Vec<ProjectId>,
    /// The evaluation whose dissatisfied projects it asks about again.
    pub second_of: Option<PollId>,
}

/// A project that an evaluation graded, and what became of it.
#[derive(Debug, Clone)]
pub struct Graded {
    /// The project.
    pub project: Followed,
    /// Its grade.
    pub result: GradeResult,
    /// The rectification, where it was dissatisfied.
    pub finding: Option<Finding>,
}

/// An evaluation with its grades, once it is certified.
#[derive(Debug, Clone)]
pub struct EvaluationView {
    /// Its poll.
    pub poll: Poll,
    /// Its session.
    pub session: Session,
    /// What it is.
    pub evaluation: Evaluation,
    /// The newest round.
    pub round: Option<Round>,
    /// The grades, in the order of the projects; none before it is certified.
    pub graded: Vec<Graded>,
}

/// The evaluations of a congress.
#[derive(Debug, Clone)]
pub struct Evaluations {
    /// Whose.
    pub congress: Congress,
    /// Newest first.
    pub list: Vec<EvaluationView>,
    /// Today.
    pub today: Date,
}

/// What the form for a new evaluation offers.
#[derive(Debug, Clone)]
pub struct Offer {
    /// Projects that may be graded, of the session's year and the year before.
    pub projects: Vec<Followed>,
    /// Evaluations with a dissatisfied project.
    pub first: Vec<(Poll, Vec<ProjectId>)>,
}

impl Service {
    /// Drafts an evaluation: a poll of these projects with the rules of the template.
    ///
    /// # Errors
    /// Invalid: `title-missing`, `evaluation-no-projects`, `not-gradable`, `second-not-dissatisfied`.
    /// Not found: a sitting of another session, another congress's project or evaluation.
    pub async fn create_evaluation(
        &self,
        actor: &Actor,
        new: NewEvaluation,
    ) -> Result<PollId, ServiceError> {
        let (actor, now) = (actor.clone(), self.clock.now());
        self.store
            .write(move |tx| {
                let session = sessions::get(tx, new.session)?;
                let grant = permit(&actor, Action::Prepare, session.congress)?;
                if sessions::get_sitting(tx, new.sitting)?.session != new.session {
                    return Err(ServiceError::NotFound("sitting"));
                }
                let title = checked_title(&new.title)?;
                check_projects(tx, &session, &new)?;
                let rules = Template::Evaluation.rules(session.body, 0).canonical();
                let colour = Colour::of_the(polls::list(tx, new.session)?.len());
                let poll = polls::create(tx, new.session, &title, &rules, colour)?;
                evaluations::create(tx, poll, new.second_of)?;
                let round = rounds::create(tx, poll, new.sitting, 1, RoundKind::First, &rules)?;
                rounds::update_lines(tx, round, &new.projects)?;
                let event = Event::new(&grant, now, What::PollDrafted { poll });
                Ok(Written::recorded(poll, event))
            })
            .await
    }

    /// What a new evaluation at a session may ask about.
    ///
    /// # Errors
    /// [`ServiceError::NotFound`] for strangers to the congress.
    pub async fn offer_evaluation(
        &self,
        actor: &Actor,
        session: SessionId,
    ) -> Result<Offer, ServiceError> {
        let actor = actor.clone();
        self.store
            .read(move |tx| {
                let session = sessions::get(tx, session)?;
                permit(&actor, Action::Look, session.congress)?;
                let congress = Some(session.congress);
                let mut offered = followed::list(tx, congress, session.year)?;
                offered.extend(followed::list(
                    tx,
                    congress,
                    session.year.saturating_sub(1),
                )?);
                offered.retain(|project| may_be_graded(project.stage));
                let mut first = Vec::new();
                for one in evaluations::list(tx, session.congress)? {
                    let bad = dissatisfied(tx, one.poll)?;
                    if !bad.is_empty() {
                        first.push((polls::get(tx, one.poll)?, bad));
                    }
                }
                Ok(Offer {
                    projects: offered,
                    first,
                })
            })
            .await
    }

    /// The evaluations of a congress with what became of their projects.
    ///
    /// # Errors
    /// [`ServiceError::NotFound`] for strangers to the congress.
    pub async fn list_evaluations(
        &self,
        actor: &Actor,
        congress: CongressId,
    ) -> Result<Evaluations, ServiceError> {
        let (actor, today) = (actor.clone(), self.today());
        self.store
            .read(move |tx| {
                permit(&actor, Action::Oversee, congress)?;
                let mut list = Vec::new();
                for evaluation in evaluations::list(tx, congress)? {
                    list.push(view(tx, evaluation)?);
                }
                Ok(Evaluations {
                    congress: congresses::get(tx, congress)?,
                    list,
                    today,
                })
            })
            .await
    }
}

/// The projects that an evaluation was dissatisfied with.
fn dissatisfied(tx: &ReadTx<'_>, poll: PollId) -> Result<Vec<ProjectId>, ServiceError> {
    let grades = evaluations::list_of_poll(tx, poll)?.into_iter();
    let bad = grades.filter(|one| one.grade == LineGrade::Dissatisfied);
    Ok(bad.map(|one| one.project).collect())
}

fn check_projects(
    tx: &ReadTx<'_>,
    session: &Session,
    new: &NewEvaluation,
) -> Result<(), ServiceError> {
    let mut asked = Vec::new();
    for id in &new.projects {
        let project = followed::get(tx, *id)?;
        if project.congress != session.congress {
            return Err(ServiceError::NotFound("project"));
        }
        asked.push(project);
    }
    let mut problems = gradable(&asked);
    if let Some(first) = new.second_of {
        let of = sessions::get(tx, polls::get(tx, first)?.session)?;
        if of.congress != session.congress {
            return Err(ServiceError::NotFound("poll"));
        }
        let bad = dissatisfied(tx, first)?;
        let foreign = asked.iter().filter(|project| !bad.contains(&project.id));
        problems.extend(foreign.map(|project| {
            let problem = Problem::error("second-not-dissatisfied").at("projects");
            problem.with("name", &project.name)
        }));
    }
    if problems.is_empty() {
        Ok(())
    } else {
        Err(ServiceError::Invalid(problems))
    }
}

fn view(tx: &ReadTx<'_>, evaluation: Evaluation) -> Result<EvaluationView, ServiceError> {
    let poll = polls::get(tx, evaluation.poll)?;
    let mut graded = Vec::new();
    for result in evaluations::list_of_poll(tx, poll.id)? {
        let finding = match result.finding {
            Some(finding) => Some(findings::get(tx, finding)?),
            None => None,
        };
        graded.push(Graded {
            project: followed::get(tx, result.project)?,
            result,
            finding,
        });
    }
    Ok(EvaluationView {
        session: sessions::get(tx, poll.session)?,
        round: rounds::list(tx, poll.id)?.pop(),
        poll,
        evaluation,
        graded,
    })
}

/// What stands against freezing an evaluation with these projects.
pub(super) fn against(tx: &ReadTx<'_>, place: &Place) -> Result<Vec<Problem>, ServiceError> {
    let lines = rounds::list_lines(tx, place.round.id)?.into_iter();
    let asked: Result<Vec<Followed>, _> =
        lines.map(|line| followed::get(tx, line.project)).collect();
    Ok(gradable(&asked?))
}

/// What stands against grading these projects.
fn gradable(projects: &[Followed]) -> Vec<Problem> {
    let stages: Vec<_> = projects
        .iter()
        .map(|project| (project.name.as_str(), project.stage))
        .collect();
    evaluation::problems(&stages)
}

/// What a certified evaluation makes of its projects: each keeps its grade on record, an accepted one
/// is evaluated, and one that the congress is dissatisfied with gets a rectification with its day.
pub(super) fn conclude(
    tx: &WriteTx<'_>,
    place: &Place,
    (line, graded): (&RoundLine, &GradedLine),
    base: u64,
    doing: &Doing<'_>,
) -> Result<Vec<Event>, ServiceError> {
    let project = followed::get(tx, line.project)?;
    if let Some(stage) = after(project.stage, FollowAct::Evaluate) {
        projects::update_stage(tx, project.id, stage, "", None)?;
    }
    let mut events = Vec::new();
    let finding = match graded.grade {
        LineGrade::Dissatisfied => Some(rectify(tx, place, &project, doing, &mut events)?),
        LineGrade::Satisfied | LineGrade::Basically => None,
    };
    let small = |number: u64| u32::try_from(number).unwrap_or(u32::MAX);
    let result = GradeResult {
        project: project.id,
        poll: place.poll.id,
        marks: Marks {
            satisfied: small(graded.satisfied),
            basically: small(graded.basically),
            dissatisfied: small(graded.dissatisfied),
            abstain: small(graded.abstain),
        },
        base: small(base),
        grade: graded.grade,
        finding,
        is_published: false,
    };
    evaluations::save_grade(tx, &result)?;
    Ok(events)
}

/// Opens the rectification: a line of the ledger, sent at once to the unit that leads the project.
fn rectify(
    tx: &WriteTx<'_>,
    place: &Place,
    project: &Followed,
    doing: &Doing<'_>,
    events: &mut Vec<Event>,
) -> Result<FindingId, ServiceError> {
    let account = account_of(doing.grant)?;
    let (name, today) = (accounts::get_name(tx, account)?, day(doing.now));
    // The congress found it; the account only wrote it down.
    let told = (place.poll.title.clone(), String::new());
    let finder = (account, place.congress.name.clone());
    let mut finding = Finding::found(project.id, told, today, finder);
    finding.id = findings::create(tx, project.congress, &finding)?;
    let mut say = |happened| {
        events.push(Event::new(doing.grant, doing.now, What::FollowUp(happened)));
    };
    say(Happened::Found(finding.id));
    if let Some(unit) = plans::find_unit(tx, project.id)? {
        let step = Step {
            act: FindingAct::Send,
            text: String::new(),
            due: Some(evaluation::rectify_by(today)),
            approver: String::new(),
        };
        finding.apply(&step, account, unit, today);
        findings::take(tx, &finding, &step, account, &name, today)?;
        say(Happened::FindingStep(finding.id, FindingAct::Send));
    }
    Ok(finding.id)
}

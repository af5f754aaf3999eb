//! Evaluation (满意度测评): a poll that grades what was built, and the rectification of what the
//! congress is dissatisfied with. Here it is drafted; `concluding` is what follows its count,
//! `reading` what is told of it, `year` a year of supervision and its closing.

mod concluding;
mod reading;
mod year;

use std::collections::BTreeMap;

pub(super) use concluding::conclude;
pub(super) use reading::view;
pub use reading::{EvaluatedLine, EvaluationView, Evaluations};
pub use year::{DissatisfiedLine, SupervisionYear};

use super::{Service, ServiceError, permit};
use crate::poll::draft::{checked_title, refuse_drafted};
use crate::round::context::RoundContext;
use crate::sitting::context;
use domain::access::{Action, Actor};
use domain::audit::{Event, EventKind};
use domain::evaluation::{self, GradedSubject, RequestedLine, may_be_graded};
use domain::followup::selected_project::SelectedProject;
use domain::id::{PollId, SessionId, SittingId, UnitId};
use domain::people::person::Unit;
use domain::poll::subject::part_name;
use domain::poll::template::Template;
use domain::poll::{Colour, Poll, RoundKind, RoundLine, Subject};
use domain::problem::Problem;
use domain::sitting::Session;
use domain::tally::LineGrade;
use store::evaluation::evaluations;
use store::followup::{followed, plans};
use store::people::units;
use store::poll::polls;
use store::round::rounds;
use store::sitting::sessions;
use store::{ReadTx, WriteTx, Written};

/// Between the projects that a unit is graded for, on its line of the ballot.
const BETWEEN: &str = " · ";

/// What the form for a new evaluation asks.
#[derive(Debug, Clone)]
pub struct NewEvaluation {
    /// To which session it is put.
    pub session: SessionId,
    pub sitting: SittingId,
    /// Its title, as on the paper.
    pub title: String,
    /// What is to be graded.
    pub subjects: Vec<Subject>,
    /// The evaluation whose dissatisfied lines it asks about again.
    pub second_of: Option<PollId>,
}

/// An earlier evaluation with a dissatisfied line.
#[derive(Debug, Clone)]
pub struct EarlierEvaluation {
    pub poll: Poll,
    /// Its dissatisfied lines with their numbers and names.
    pub lines: Vec<(u16, Subject, String)>,
}

/// What the form for a new evaluation offers.
#[derive(Debug, Clone)]
pub struct EvaluationChoices {
    /// Projects that may be graded, of the session's year and the year before.
    pub projects: Vec<SelectedProject>,
    /// Units that lead such projects, by name, with the names of those.
    pub units: Vec<(Unit, Vec<String>)>,
    /// Evaluations with a dissatisfied line, newest first.
    pub earlier: Vec<EarlierEvaluation>,
}

/// A line of a new evaluation, looked up.
struct LookedUpLine {
    subject: Subject,
    name: String,
    about: String,
    work: GradedSubject,
}

impl Service {
    /// Drafts an evaluation of these subjects with the rules of the template.
    ///
    /// # Errors
    /// Invalid: `title-missing`, `second-not-dissatisfied`, and what [`evaluation::problems`] says.
    /// Not found: a sitting of another session, another congress's project, unit or evaluation.
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
                context::offer(tx, new.sitting)?;
                let lines = lines_of(tx, &session, &new)?;
                let poll = draft(tx, &session, &new, &lines)?;
                if let Some(first) = new.second_of
                    && let Some(review) = store::review::polls::find(tx, first)?
                {
                    store::review::polls::create(tx, poll, review)?;
                }
                let event = Event::new(&grant, now, EventKind::PollDrafted { poll });
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
    ) -> Result<EvaluationChoices, ServiceError> {
        let actor = actor.clone();
        self.store
            .read(move |tx| {
                let session = sessions::get(tx, session)?;
                permit(&actor, Action::Look, session.congress)?;
                let projects = gradable(tx, &session)?;
                let led = led(tx, &projects)?;
                let mut led_by = Vec::new();
                for unit in units::list(tx, session.congress)? {
                    if let Some(names) = led.get(&unit.id) {
                        led_by.push((unit, names.clone()));
                    }
                }
                let mut earlier = Vec::new();
                for one in evaluations::list(tx, session.congress)? {
                    let lines = dissatisfied(tx, one.poll)?;
                    if !lines.is_empty() {
                        let poll = polls::get(tx, one.poll)?;
                        earlier.push(EarlierEvaluation { poll, lines });
                    }
                }
                Ok(EvaluationChoices {
                    projects,
                    units: led_by,
                    earlier,
                })
            })
            .await
    }
}

/// Drafts an evaluation of these lines: each what it asks about, and of a unit what for.
///
/// # Errors
/// Invalid: `title-missing`, `title-drafted`.
pub(super) fn draft(
    tx: &WriteTx<'_>,
    session: &Session,
    new: &NewEvaluation,
    lines: &[(Subject, String)],
) -> Result<PollId, ServiceError> {
    let title = checked_title(&new.title)?;
    refuse_drafted(tx, new.session, &title)?;
    let rules = Template::Evaluation.rules(session.body, 0).canonical();
    let colour = Colour::of_the(polls::list(tx, new.session)?.len());
    let poll = polls::create(tx, new.session, &title, &rules, colour)?;
    evaluations::create(tx, poll, new.second_of)?;
    let round = rounds::create(tx, poll, new.sitting, 1, RoundKind::First, &rules)?;
    rounds::update_subjects(tx, round, lines)?;
    Ok(poll)
}

/// The projects that a session may grade: of its year and of the year before.
fn gradable(tx: &ReadTx<'_>, session: &Session) -> Result<Vec<SelectedProject>, ServiceError> {
    let congress = Some(session.congress);
    let mut found = followed::list(tx, congress, session.year)?;
    found.extend(followed::list(
        tx,
        congress,
        session.year.saturating_sub(1),
    )?);
    found.retain(|project| may_be_graded(project.stage));
    Ok(found)
}

/// The names of these projects, by the unit that leads them.
fn led(
    tx: &ReadTx<'_>,
    projects: &[SelectedProject],
) -> Result<BTreeMap<UnitId, Vec<String>>, ServiceError> {
    let mut led: BTreeMap<UnitId, Vec<String>> = BTreeMap::new();
    for project in projects {
        if let Some(unit) = plans::find_unit(tx, project.id)? {
            led.entry(unit).or_default().push(project.name.clone());
        }
    }
    Ok(led)
}

/// The lines that an evaluation was dissatisfied with: number, subject, name.
fn dissatisfied(
    tx: &ReadTx<'_>,
    poll: PollId,
) -> Result<Vec<(u16, Subject, String)>, ServiceError> {
    let grades = evaluations::list_of_poll(tx, poll)?.into_iter();
    let mut bad = Vec::new();
    for one in grades.filter(|one| one.grade == LineGrade::Dissatisfied) {
        let name = reading::name_of(tx, &one.subject)?;
        bad.push((one.line_no, one.subject, name));
    }
    Ok(bad)
}

/// The lines of a new evaluation as the round keeps them: by project in the order of the library, units
/// behind them; or everything that stands against one.
fn lines_of(
    tx: &ReadTx<'_>,
    session: &Session,
    new: &NewEvaluation,
) -> Result<Vec<(Subject, String)>, ServiceError> {
    let projects = gradable(tx, session)?;
    let led = led(tx, &projects)?;
    let place = |subject: &Subject| {
        let is_it = |project: &SelectedProject| subject.project() == Some(project.id);
        projects.iter().position(is_it).unwrap_or(projects.len())
    };
    let mut subjects = new.subjects.clone();
    subjects.sort_by_key(place);
    let mut found = Vec::new();
    for subject in subjects {
        let mut line = look_up(tx, session, &led, subject)?;
        if line.subject.unit().is_some() && new.second_of.is_some() {
            // What a unit was graded for once is there to be graded again.
            line.work = GradedSubject::Unit { leads: true };
        }
        found.push(line);
    }
    let mut problems = problems(&found);
    if let Some(first) = new.second_of {
        let of = sessions::get(tx, polls::get(tx, first)?.session)?;
        if of.congress != session.congress {
            return Err(ServiceError::NotFound("poll"));
        }
        let bad = dissatisfied(tx, first)?;
        let is_bad = |subject: &Subject| bad.iter().any(|(_, one, _)| one == subject);
        let foreign = found.iter().filter(|line| !is_bad(&line.subject));
        problems.extend(foreign.map(|line| {
            let problem = Problem::error("second-not-dissatisfied").at("projects");
            problem.with("name", &line.name)
        }));
    }
    if !problems.is_empty() {
        return Err(ServiceError::Invalid(problems));
    }
    let lines = found.into_iter();
    Ok(lines.map(|line| (line.subject, line.about)).collect())
}

fn look_up(
    tx: &ReadTx<'_>,
    session: &Session,
    led: &BTreeMap<UnitId, Vec<String>>,
    subject: Subject,
) -> Result<LookedUpLine, ServiceError> {
    if let Subject::Unit(id) = subject {
        let unit = units::get(tx, id)?;
        if unit.congress != session.congress {
            return Err(ServiceError::NotFound("unit"));
        }
        let names = led.get(&id).map_or(&[][..], Vec::as_slice);
        return Ok(LookedUpLine {
            subject,
            name: unit.name,
            about: names.join(BETWEEN),
            work: GradedSubject::Unit {
                leads: !names.is_empty(),
            },
        });
    }
    let id = subject.project().ok_or(ServiceError::NotFound("project"))?;
    let project = followed::get(tx, id)?;
    if project.congress != session.congress {
        return Err(ServiceError::NotFound("project"));
    }
    let name = match subject.part() {
        "" => project.name,
        part => part_name(&project.name, part),
    };
    Ok(LookedUpLine {
        subject,
        name,
        about: String::new(),
        work: GradedSubject::Of(project.stage),
    })
}

fn problems(found: &[LookedUpLine]) -> Vec<Problem> {
    let wanted: Vec<RequestedLine<'_>> = found
        .iter()
        .map(|line| RequestedLine {
            subject: &line.subject,
            name: &line.name,
            work: line.work,
        })
        .collect();
    evaluation::problems(&wanted)
}

/// The names of an evaluation's lines, and what stands against freezing it with them. A unit was asked
/// about when the line was drafted, and its work does not go away.
pub(super) fn against(
    tx: &ReadTx<'_>,
    place: &RoundContext,
) -> Result<(Vec<String>, Vec<Problem>), ServiceError> {
    let lines = rounds::list_lines(tx, place.round.id)?;
    let mut found = Vec::new();
    for RoundLine { subject, name, .. } in lines {
        let work = match subject.project() {
            Some(project) => GradedSubject::Of(followed::get(tx, project)?.stage),
            None => GradedSubject::Unit { leads: true },
        };
        found.push(LookedUpLine {
            about: String::new(),
            subject,
            name,
            work,
        });
    }
    let problems = problems(&found);
    Ok((found.into_iter().map(|line| line.name).collect(), problems))
}

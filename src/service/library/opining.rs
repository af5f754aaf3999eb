//! Opinions: the clerk asks a unit, the unit answers with its own account, or the clerk copies an
//! answer that came on paper.

use jiff::civil::Date;

use super::{event, kept};
use crate::{Service, ServiceError, permit};
use domain::access::{Action, Actor, Grant, Role};
use domain::congress::Congress;
use domain::id::{CongressId, OpinionId, ProjectId};
use domain::library::appraisal::check_due;
use domain::library::event::LibraryEvent;
use domain::library::opinion::{AnswerChoice, Opinion, OpinionAnswer, OpinionKind, check_answer};
use domain::library::project::Project;
use domain::library::wording;
use domain::problem::Problem;
use machine::clock::day;
use store::library::{opinions, projects};
use store::people::{congresses, units};
use store::{ReadTx, Written};

/// An opinion with the project that it is about.
#[derive(Debug, Clone)]
pub struct OpinionView {
    pub congress: Congress,
    pub project: Project,
    pub opinion: Opinion,
    /// Whether the reader copies paper instead of answering for the unit.
    pub is_clerk: bool,
    pub today: Date,
}

/// Opinions that wait, for a unit or for the clerk.
#[derive(Debug, Clone)]
pub struct OpinionsView {
    pub congress: Congress,
    /// Opinions with their project's name; open ones first, by deadline.
    pub opinions: Vec<(Opinion, String)>,
    /// Whether they are the whole congress's.
    pub is_clerk: bool,
    pub today: Date,
}

/// What is typed as an answer.
#[derive(Debug, Clone)]
pub struct NewAnswer {
    pub answer: AnswerChoice,
    /// In words.
    pub text: String,
    /// The date of the paper; a unit's own answer is of today.
    pub on: Option<Date>,
}

/// What a unit is asked.
#[derive(Debug, Clone)]
pub struct NewOpinion {
    /// About what.
    pub kind: OpinionKind,
    /// The unit's name.
    pub unit: String,
    /// The date of a letter that went out before; today where there is none.
    pub asked_on: Option<Date>,
    /// The deadline.
    pub due_on: Date,
}

impl Service {
    /// Asks a unit for an opinion by a day; a unit that is not known yet becomes one.
    ///
    /// # Errors
    /// Invalid: `unit-missing`, `asked-later`, `due-past`. Refused: `opinion-open` while the last one of its kind
    /// waits, `project-not-editable`.
    pub async fn ask_opinion(
        &self,
        actor: &Actor,
        id: ProjectId,
        new: NewOpinion,
    ) -> Result<OpinionId, ServiceError> {
        let (actor, now) = (actor.clone(), self.clock.now());
        let NewOpinion { kind, due_on, .. } = new;
        let name = wording::line("unit", &new.unit).map_err(ServiceError::invalid)?;
        if name.is_empty() {
            return Err(ServiceError::invalid(
                Problem::error("unit-missing").at("unit"),
            ));
        }
        let asked_on = new.asked_on.unwrap_or(day(now));
        check_due(asked_on, due_on, day(now)).map_err(ServiceError::invalid)?;
        self.store
            .write(move |tx| {
                let (project, grant) = kept(tx, &actor, id)?;
                if !project.stage.is_open_to_change() {
                    let problem = Problem::error("project-not-editable");
                    let problem = problem.with("stage", project.stage.word());
                    return Err(ServiceError::refused(problem));
                }
                let newest = opinions::list_newest(tx, id)?;
                let open = newest
                    .iter()
                    .find(|one| one.kind == kind && one.answered.is_none());
                if let Some(open) = open {
                    let problem = Problem::error("opinion-open").with("unit", &open.unit_name);
                    return Err(ServiceError::refused(problem.with("since", open.asked_on)));
                }
                let unit = units::save(tx, project.congress, &name)?;
                let opinion = opinions::create(tx, id, kind, unit, asked_on, due_on)?;
                let told = LibraryEvent::OpinionAsked {
                    opinion,
                    project: id,
                    kind,
                };
                Ok(Written::recorded(opinion, event(&grant, now, told)))
            })
            .await
    }

    /// Answers an opinion: a unit's people for their own unit, the clerk from paper with its date.
    ///
    /// # Errors
    /// Invalid: `opinion-text-missing`, `opinion-date-early`, `opinion-date-late`,
    /// `opinion-date-missing`. Refused: `opinion-answered`. Not found: another unit's opinion.
    pub async fn answer_opinion(
        &self,
        actor: &Actor,
        id: OpinionId,
        given: NewAnswer,
    ) -> Result<(), ServiceError> {
        let (actor, now) = (actor.clone(), self.clock.now());
        let text = wording::lines("text", &given.text).map_err(ServiceError::invalid)?;
        self.store
            .write(move |tx| {
                let (view, grant) = opinion_for(tx, &actor, id, day(now))?;
                let on = match (view.is_clerk, given.on) {
                    (false, _) => view.today,
                    (true, Some(on)) => on,
                    (true, None) => {
                        let problem = Problem::error("opinion-date-missing").at("on");
                        return Err(ServiceError::invalid(problem));
                    }
                };
                let answered = OpinionAnswer {
                    answer: given.answer,
                    text,
                    on,
                    is_paper: view.is_clerk,
                    by: String::new(),
                };
                let checked = check_answer(&view.opinion, &answered, view.today);
                checked.map_err(ServiceError::Invalid)?;
                if !opinions::update(tx, id, &answered, grant.account())? {
                    return Err(ServiceError::refused(Problem::error("opinion-answered")));
                }
                let is_paper = view.is_clerk;
                let told = LibraryEvent::OpinionAnswered {
                    opinion: id,
                    is_paper,
                };
                Ok(Written::recorded((), event(&grant, now, told)))
            })
            .await
    }

    /// An opinion for whoever may answer it.
    ///
    /// # Errors
    /// [`ServiceError::NotFound`] for other units and strangers.
    pub async fn get_opinion(
        &self,
        actor: &Actor,
        id: OpinionId,
    ) -> Result<OpinionView, ServiceError> {
        let (actor, now) = (actor.clone(), self.clock.now());
        self.store
            .read(move |tx| opinion_for(tx, &actor, id, day(now)).map(|(view, _)| view))
            .await
    }

    /// The opinions that wait: of the reader's own unit, or for the clerk of the whole congress.
    ///
    /// # Errors
    /// [`ServiceError::NotFound`] for strangers to the congress.
    pub async fn list_opinions(
        &self,
        actor: &Actor,
        congress: CongressId,
    ) -> Result<OpinionsView, ServiceError> {
        let (actor, now) = (actor.clone(), self.clock.now());
        self.store
            .read(move |tx| {
                permit(&actor, Action::Opine, congress)?;
                let is_clerk = is_clerk(&actor, congress);
                let opinions = match actor.unit.filter(|_| !is_clerk) {
                    Some(unit) => opinions::list_of_unit(tx, unit)?,
                    None => opinions::list_open(tx, congress)?,
                };
                Ok(OpinionsView {
                    congress: congresses::get(tx, congress)?,
                    opinions,
                    is_clerk,
                    today: day(now),
                })
            })
            .await
    }
}

fn is_clerk(actor: &Actor, congress: CongressId) -> bool {
    actor.roles_in(congress).any(|role| role == Role::Clerk)
}

/// An opinion for an actor: the clerk sees all of the congress, a unit its own and no other's.
fn opinion_for(
    tx: &ReadTx<'_>,
    actor: &Actor,
    id: OpinionId,
    today: Date,
) -> Result<(OpinionView, Grant), ServiceError> {
    let opinion = opinions::get(tx, id)?;
    let project = projects::get(tx, opinion.project)?;
    let grant = permit(actor, Action::Opine, project.congress)?;
    let is_clerk = is_clerk(actor, project.congress);
    if !is_clerk && actor.unit != Some(opinion.unit) {
        return Err(ServiceError::NotFound("opinion"));
    }
    let congress = congresses::get(tx, project.congress)?;
    let view = OpinionView {
        congress,
        project,
        opinion,
        is_clerk,
        today,
    };
    Ok((view, grant))
}

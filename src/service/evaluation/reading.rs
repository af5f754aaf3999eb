//! The evaluations of a congress, with what became of what they graded.

use jiff::civil::Date;

use super::year::{DissatisfiedLine, dissatisfied, years_of};
use crate::{Service, ServiceError, permit};
use domain::access::{Action, Actor};
use domain::congress::Congress;
use domain::evaluation::{Evaluation, GradeResult};
use domain::followup::finding::Finding;
use domain::followup::selected_project::SelectedProject;
use domain::id::{CongressId, NoticeId};
use domain::poll::subject::part_name;
use domain::poll::{Poll, Round, Subject};
use domain::sitting::Session;
use store::ReadTx;
use store::evaluation::evaluations;
use store::followup::{findings, followed};
use store::people::{congresses, units};
use store::poll::polls;
use store::publish::notices;
use store::round::rounds;
use store::sitting::sessions;

/// A line that an evaluation graded, and what became of it.
#[derive(Debug, Clone)]
pub struct EvaluatedLine {
    /// Its name, as on the ballot.
    pub name: String,
    /// The project that it is or is a part of; none of a unit.
    pub project: Option<SelectedProject>,
    /// The unit that leads the work.
    pub unit: String,
    pub result: GradeResult,
    /// The rectification, where it was dissatisfied.
    pub finding: Option<Finding>,
}

/// An evaluation with its grades, once it is certified.
#[derive(Debug, Clone)]
pub struct EvaluationView {
    pub poll: Poll,
    pub session: Session,
    pub evaluation: Evaluation,
    /// The newest round.
    pub round: Option<Round>,
    /// Its newest notice.
    pub notice: Option<NoticeId>,
    /// The grades, in the order of the lines; none before it is certified.
    pub graded: Vec<EvaluatedLine>,
}

impl EvaluationView {
    /// The year whose work a line is about: of a unit that of the projects beside it, or the session's.
    #[must_use]
    pub fn year_of(&self, line: &EvaluatedLine) -> i16 {
        let own = line.project.as_ref().map(|project| project.year);
        let beside = self.graded.iter().filter_map(|line| line.project.as_ref());
        own.or_else(|| beside.map(|project| project.year).max())
            .unwrap_or(self.session.year)
    }
}

/// The evaluations of a congress.
#[derive(Debug, Clone)]
pub struct Evaluations {
    pub congress: Congress,
    /// Newest first.
    pub list: Vec<EvaluationView>,
    /// What was dissatisfied at first, of every year.
    pub dissatisfied: Vec<DissatisfiedLine>,
    /// The years that have projects, newest first.
    pub years: Vec<i16>,
    pub today: Date,
}

impl Service {
    /// The evaluations of a congress with what became of what they graded.
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
                let list = evaluations_of(tx, congress)?;
                Ok(Evaluations {
                    congress: congresses::get(tx, congress)?,
                    dissatisfied: dissatisfied(&list, &list),
                    years: years_of(tx, congress)?,
                    list,
                    today,
                })
            })
            .await
    }
}

/// The evaluations of a congress, newest first.
pub(super) fn evaluations_of(
    tx: &ReadTx<'_>,
    congress: CongressId,
) -> Result<Vec<EvaluationView>, ServiceError> {
    let listed = evaluations::list(tx, congress)?.into_iter();
    listed.map(|evaluation| view(tx, evaluation)).collect()
}

/// An evaluation with its grades, once it is certified.
pub(crate) fn view(
    tx: &ReadTx<'_>,
    evaluation: Evaluation,
) -> Result<EvaluationView, ServiceError> {
    let poll = polls::get(tx, evaluation.poll)?;
    let mut lines = Vec::new();
    for result in evaluations::list_of_poll(tx, poll.id)? {
        lines.push(graded(tx, result)?);
    }
    Ok(EvaluationView {
        session: sessions::get(tx, poll.session)?,
        round: rounds::list(tx, poll.id)?.pop(),
        notice: notices::list(tx, poll.id)?.pop().map(|notice| notice.id),
        poll,
        evaluation,
        graded: lines,
    })
}

fn graded(tx: &ReadTx<'_>, result: GradeResult) -> Result<EvaluatedLine, ServiceError> {
    let finding = match result.finding {
        Some(finding) => Some(findings::get(tx, finding)?),
        None => None,
    };
    let name = name_of(tx, &result.subject)?;
    let project = match result.subject.project() {
        Some(project) => Some(followed::get(tx, project)?),
        None => None,
    };
    let lead = project.as_ref().map(|project| project.lead_unit.clone());
    Ok(EvaluatedLine {
        unit: lead.unwrap_or_else(|| name.clone()),
        name,
        project,
        result,
        finding,
    })
}

/// What a subject is called, as on the ballot.
pub(super) fn name_of(tx: &ReadTx<'_>, subject: &Subject) -> Result<String, ServiceError> {
    Ok(match subject {
        Subject::Project(id) => followed::get(tx, *id)?.name,
        Subject::Part { project, part } => part_name(&followed::get(tx, *project)?.name, part),
        Subject::Unit(id) => units::get(tx, *id)?.name,
    })
}

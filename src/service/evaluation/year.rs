//! A year of supervision: every project with its grade, what was graded dissatisfied and what became of it, and
//! the closing, which first lists what is still open.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::reading::{EvaluatedLine, EvaluationView, evaluations_of};
use crate::{Service, ServiceError, permit};
use domain::access::{Action, Actor};
use domain::audit::{Event, EventKind};
use domain::congress::Congress;
use domain::followup::closing::{self, YearDissatisfaction, YearFinding, YearProject, still_open};
use domain::followup::event::FollowupEvent;
use domain::followup::selected_project::SelectedProject;
use domain::id::{CongressId, PollId};
use domain::poll::Subject;
use domain::problem::Problem;
use domain::tally::LineGrade;
use store::followup::{findings, followed, rules};
use store::people::congresses;
use store::{ReadTx, Written};

/// A line that was dissatisfied, and what became of it.
#[derive(Debug, Clone)]
pub struct DissatisfiedLine {
    /// The evaluation's poll and title.
    pub poll: (PollId, String),
    /// The line with its rectification.
    pub graded: EvaluatedLine,
    /// Its grade when it was evaluated again.
    pub second: Option<LineGrade>,
}

/// A year of a congress's supervision.
#[derive(Debug, Clone)]
pub struct SupervisionYear {
    pub congress: Congress,
    pub year: i16,
    /// The years that have projects, newest first.
    pub years: Vec<i16>,
    pub is_over: bool,
    /// Since when it is closed.
    pub closed_on: Option<Date>,
    /// Its projects in the order of the library.
    pub projects: Vec<SelectedProject>,
    /// The evaluations that graded something of this year, newest first, with just those lines.
    pub evaluations: Vec<EvaluationView>,
    /// What was dissatisfied at first.
    pub dissatisfied: Vec<DissatisfiedLine>,
    /// All evaluations, for units over the years.
    pub all: Vec<EvaluationView>,
    /// What is still open.
    pub open: Vec<Problem>,
}

impl Service {
    /// A year of supervision for those who oversee its congress.
    ///
    /// # Errors
    /// [`ServiceError::NotFound`], also for strangers to the congress.
    pub async fn get_year(
        &self,
        actor: &Actor,
        congress: CongressId,
        year: i16,
    ) -> Result<SupervisionYear, ServiceError> {
        permit(actor, Action::Oversee, congress)?;
        let today = self.today();
        self.store
            .read(move |tx| read(tx, congress, year, today, |_| true))
            .await
    }

    /// The same as everybody may read it: what has a notice, and the rectifications that were sent.
    ///
    /// # Errors
    /// [`ServiceError::NotFound`] before an evaluation of the year is published.
    pub async fn get_public_year(
        &self,
        slug: &str,
        year: i16,
    ) -> Result<SupervisionYear, ServiceError> {
        let (slug, today) = (slug.to_owned(), self.today());
        self.store
            .read(move |tx| {
                let listed = congresses::list(tx)?.into_iter();
                let mut found = listed.filter(|one| one.slug == slug).map(|one| one.id);
                let congress = found.next().ok_or(ServiceError::NotFound("congress"))?;
                let published = |one: &EvaluationView| one.notice.is_some();
                let mut told = read(tx, congress, year, today, published)?;
                if told.evaluations.is_empty() {
                    return Err(ServiceError::NotFound("evaluation"));
                }
                for line in &mut told.dissatisfied {
                    let finding = line.graded.finding.take();
                    line.graded.finding = finding.filter(|finding| finding.due.is_some());
                }
                told.open.clear();
                Ok(told)
            })
            .await
    }

    /// The years of which everybody may read something, newest first.
    pub async fn list_public_years(&self, congress: CongressId) -> Result<Vec<i16>, ServiceError> {
        self.store
            .read(move |tx| {
                let published = evaluations_of(tx, congress)?.into_iter();
                let published = published.filter(|one| one.notice.is_some());
                let years: BTreeSet<i16> = published
                    .flat_map(|one| {
                        let of = |line| one.year_of(line);
                        one.graded.iter().map(of).collect::<Vec<_>>()
                    })
                    .collect();
                Ok::<_, ServiceError>(years.into_iter().rev().collect())
            })
            .await
    }

    /// Closes a past year's account: reports of its months are neither taken nor corrected. What is
    /// still open must have been read and confirmed.
    ///
    /// # Errors
    /// Denied. Refused: `year-not-over`. Invalid: `year-still-open` at `confirm`.
    pub async fn close_year(
        &self,
        actor: &Actor,
        congress: CongressId,
        year: i16,
        is_confirmed: bool,
    ) -> Result<(), ServiceError> {
        let grant = permit(actor, Action::Supervise, congress)?;
        let (now, today) = (self.clock.now(), self.today());
        self.store
            .write(move |tx| {
                let open = read(tx, congress, year, today, |_| true)?.open;
                closing::close(year, today.year(), &open, is_confirmed)
                    .map_err(ServiceError::refused)?;
                rules::close(tx, congress, year, today)?;
                let what = EventKind::FollowUp(FollowupEvent::YearClosed(congress, year));
                Ok(Written::recorded((), Event::new(&grant, now, what)))
            })
            .await
    }
}

/// Reads a year from the evaluations that somebody may see.
fn read(
    tx: &ReadTx<'_>,
    congress: CongressId,
    year: i16,
    today: Date,
    may_see: impl Fn(&EvaluationView) -> bool,
) -> Result<SupervisionYear, ServiceError> {
    let mut all = evaluations_of(tx, congress)?;
    all.retain(may_see);
    let mut evaluations = all.clone();
    for one in &mut evaluations {
        let graded = std::mem::take(&mut one.graded);
        let years: Vec<i16> = graded.iter().map(|line| one.year_of(line)).collect();
        let mine = graded.into_iter().zip(years);
        one.graded = mine
            .filter(|(_, of)| *of == year)
            .map(|(line, _)| line)
            .collect();
    }
    evaluations.retain(|one| !one.graded.is_empty());
    let projects = followed::list(tx, Some(congress), year)?;
    let dissatisfied = dissatisfied(&evaluations, &all);
    let open = open(tx, &projects, &evaluations, &dissatisfied)?;
    Ok(SupervisionYear {
        congress: congresses::get(tx, congress)?,
        year,
        years: years_of(tx, congress)?,
        is_over: year < today.year(),
        closed_on: rules::find_closed(tx, congress, year)?,
        projects,
        evaluations,
        dissatisfied,
        all,
        open,
    })
}

/// The years that have selected projects, newest first.
pub(super) fn years_of(tx: &ReadTx<'_>, congress: CongressId) -> Result<Vec<i16>, ServiceError> {
    let counted = followed::count_by_year(tx, Some(congress))?.into_iter();
    let mut years: Vec<i16> = counted.map(|(year, ..)| year).collect();
    years.dedup();
    Ok(years)
}

/// What was dissatisfied at first, each with its grade of a second evaluation, whenever that was held.
pub(super) fn dissatisfied(
    evaluations: &[EvaluationView],
    all: &[EvaluationView],
) -> Vec<DissatisfiedLine> {
    let mut second: BTreeMap<(PollId, &Subject), LineGrade> = BTreeMap::new();
    for one in all {
        let Some(first) = one.evaluation.second_of else {
            continue;
        };
        for line in &one.graded {
            second
                .entry((first, &line.result.subject))
                .or_insert(line.result.grade);
        }
    }
    let mut bad = Vec::new();
    for one in evaluations {
        if one.evaluation.second_of.is_some() {
            continue;
        }
        for line in &one.graded {
            if line.result.grade != LineGrade::Dissatisfied {
                continue;
            }
            bad.push(DissatisfiedLine {
                poll: (one.poll.id, one.poll.title.clone()),
                second: second.get(&(one.poll.id, &line.result.subject)).copied(),
                graded: line.clone(),
            });
        }
    }
    bad
}

fn open(
    tx: &ReadTx<'_>,
    projects: &[SelectedProject],
    evaluations: &[EvaluationView],
    dissatisfied: &[DissatisfiedLine],
) -> Result<Vec<Problem>, ServiceError> {
    let lines = || evaluations.iter().flat_map(|one| &one.graded);
    let of_year: Vec<YearProject<'_>> = projects
        .iter()
        .map(|project| YearProject {
            name: &project.name,
            stage: project.stage,
            is_graded: lines().any(|line| line.result.subject.project() == Some(project.id)),
        })
        .collect();
    let mut found = Vec::new();
    for project in projects {
        found.extend(findings::list_of_project(tx, project.id)?);
    }
    let of_units = lines().filter(|line| line.project.is_none());
    found.extend(of_units.filter_map(|line| line.finding.clone()));
    let found: Vec<YearFinding> = found
        .iter()
        .map(|finding| YearFinding {
            year: finding.year,
            number: finding.number,
            stage: finding.stage,
        })
        .collect();
    let bad: Vec<YearDissatisfaction<'_>> = dissatisfied
        .iter()
        .map(|line| YearDissatisfaction {
            name: &line.graded.name,
            is_second_graded: line.second.is_some(),
        })
        .collect();
    Ok(still_open(&of_year, &found, &bad))
}

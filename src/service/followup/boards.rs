//! Boards: every selected project of a year with its light, overdue first, and who owes what.
//!
//! A board reads the facts of its year in a few statements and judges them by the same pure rule as a
//! project's own page. Nothing is summed beforehand, so that no board can disagree with a page.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::{Service, ServiceError, permit};
use domain::access::{self, Action, Actor};
use domain::congress::Congress;
use domain::followup::course::{self, Course, DatedRule, MonthReading};
use domain::followup::light::{Light, LightReading, LightRule};
use domain::followup::month::Month;
use domain::followup::selected_project::SelectedProject;
use domain::followup::stage;
use domain::id::{CongressId, EntryId, ProjectId};
use domain::library::project::ProjectStage;
use domain::reminder::monthly;
use store::ReadTx;
use store::followup::courses::{self, ProjectScope};
use store::followup::entries;
use store::followup::findings::{self, OpenFinding};
use store::followup::followed;
use store::followup::{plans, rules};
use store::library::vote_results;
use store::people::congresses;

/// A project on a board.
#[derive(Debug, Clone)]
pub struct BoardLine {
    pub project: SelectedProject,
    /// Its light of today; none before it is assigned, while it is suspended, after its end.
    pub now: Option<LightReading>,
    /// Each month with its light.
    pub months: Vec<MonthReading>,
    /// Planned money, in fen.
    pub planned: i64,
    /// Money paid by the newest checked report.
    pub paid: i64,
    /// The newest month with a checked report.
    pub reported: Option<Month>,
    /// The day of its acceptance.
    pub accepted: Option<Date>,
    /// Findings that are not closed, and those of them that are overdue.
    pub findings: (u32, u32),
}

/// What somebody owes, since when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BoardDebt {
    /// Of which project; none for a question or a finding about no project.
    pub project: Option<ProjectId>,
    /// The unit, where no project says it.
    pub unit: String,
    pub what: DebtKind,
    /// Since when it is owed: the day after it was due.
    pub since: Date,
}

/// Kinds of debt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DebtKind {
    /// A month's report is missing or not checked.
    Report(Month),
    /// A finding's deadline has passed: its number in the ledger.
    Answer(u32),
    /// The written reply to a question of this entry, on this topic.
    Reply(EntryId, String),
}

/// A board of one congress, or (without) of the prefecture.
#[derive(Debug, Clone)]
pub struct Board {
    /// Whose; none for the prefecture.
    pub congress: Option<Congress>,
    /// All congresses by identifier, for the names of lines.
    pub congresses: BTreeMap<CongressId, Congress>,
    /// The year whose projects it shows.
    pub year: i16,
    /// Every year that has selected projects, newest first.
    pub years: Vec<i16>,
    /// The day as of which it is read: today, or the last of a past year for its sums.
    pub today: Date,
    /// The rule, where the board is of one congress.
    pub rule: Option<LightRule>,
    /// The projects: overdue first, then by congress and code.
    pub lines: Vec<BoardLine>,
    /// Who owes what, oldest first.
    pub owed: Vec<BoardDebt>,
}

/// A part of a whole as of a day: no figure without its base.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PartOfWhole {
    pub part: usize,
    pub whole: usize,
    pub on: Date,
}

impl PartOfWhole {
    /// The percentage, rounded to the nearest whole; 0 of nothing.
    #[must_use]
    pub fn percent(self) -> usize {
        let twice = self.whole.saturating_mul(2);
        let rounded = self.part.saturating_mul(200).saturating_add(self.whole);
        rounded.checked_div(twice).unwrap_or(0)
    }
}

impl Board {
    /// How many projects have a light now.
    #[must_use]
    pub fn count(&self, light: Light) -> usize {
        let lit = |line: &&BoardLine| line.now.is_some_and(|now| now.light == light);
        self.lines.iter().filter(lit).count()
    }

    /// How many were accepted by the end of the year, or by today while it lasts.
    #[must_use]
    pub fn accepted(&self) -> PartOfWhole {
        let last = Date::new(self.year, 12, 31).unwrap_or(self.today);
        accepted_of(self.lines.iter(), last.min(self.today))
    }

    /// The lines of a county with its townships, or of a township alone.
    pub fn lines_of(&self, congress: &Congress) -> impl Iterator<Item = &BoardLine> {
        let id = congress.id;
        self.lines.iter().filter(move |line| {
            let of = line.project.congress;
            of == id
                || self
                    .congresses
                    .get(&of)
                    .is_some_and(|one| one.parent == Some(id))
        })
    }
}

/// How many of some projects were accepted by a day.
#[must_use]
pub fn accepted_of<'l, L: Iterator<Item = &'l BoardLine>>(lines: L, on: Date) -> PartOfWhole {
    let (mut part, mut whole) = (0, 0);
    for line in lines {
        whole += 1;
        if line.accepted.is_some_and(|day| day <= on) {
            part += 1;
        }
    }
    PartOfWhole { part, whole, on }
}

impl Service {
    /// The board of a congress's year.
    ///
    /// # Errors
    /// [`ServiceError::NotFound`], also for strangers to the congress.
    pub async fn get_board(
        &self,
        actor: &Actor,
        congress: CongressId,
        year: i16,
    ) -> Result<Board, ServiceError> {
        permit(actor, Action::Oversee, congress)?;
        let (today, keeps) = (
            self.today(),
            permit(actor, Action::Supervise, congress).is_ok(),
        );
        self.store
            .read(move |tx| {
                let board = board(tx, Some(congress), year, today)?;
                if keeps { Ok(board) } else { told(tx, board) }
            })
            .await
    }

    /// The board of the whole prefecture, for its work committee.
    ///
    /// # Errors
    /// Denied for anybody else.
    pub async fn get_overview(&self, actor: &Actor, year: i16) -> Result<Board, ServiceError> {
        access::may(actor, Action::Oversee, None).map_err(ServiceError::Denied)?;
        let today = self.today();
        self.store
            .read(move |tx| told(tx, board(tx, None, year, today)?))
            .await
    }
}

/// The board without what nobody but the office knows before the notice: which projects were selected.
fn told(tx: &ReadTx<'_>, mut board: Board) -> Result<Board, ServiceError> {
    let mut hidden = Vec::new();
    for line in &board.lines {
        if !is_told(tx, line.project.id)? {
            hidden.push(line.project.id);
        }
    }
    board
        .lines
        .retain(|line| !hidden.contains(&line.project.id));
    Ok(board)
}

/// Whether a notice tells that a project was selected. What was chosen on paper was published on paper.
pub(super) fn is_told(tx: &ReadTx<'_>, id: ProjectId) -> Result<bool, ServiceError> {
    let results = vote_results::list(tx, id)?;
    let mut selected = results
        .iter()
        .filter(|result| result.is_selected)
        .peekable();
    Ok(selected.peek().is_none() || selected.any(|result| result.is_published))
}

fn board(
    tx: &ReadTx<'_>,
    congress: Option<CongressId>,
    year: i16,
    today: Date,
) -> Result<Board, ServiceError> {
    let of = congress.map_or(ProjectScope::Year(year), |id| {
        ProjectScope::Congress(id, year)
    });
    let projects = followed::list(tx, congress, year)?;
    let mut courses = courses::list(tx, of)?;
    let amounts = plans::amounts(tx, of)?;
    let open = findings::list_open(tx, of)?;
    let all: BTreeMap<_, _> = congresses::list(tx)?
        .into_iter()
        .map(|one| (one.id, one))
        .collect();
    let mut rules_of: BTreeMap<CongressId, Vec<DatedRule>> = BTreeMap::new();
    let (mut lines, mut owed) = (Vec::with_capacity(projects.len()), Vec::new());
    for project in projects {
        let rules = match rules_of.entry(project.congress) {
            std::collections::btree_map::Entry::Occupied(known) => known.into_mut(),
            std::collections::btree_map::Entry::Vacant(new) => {
                new.insert(rules::list(tx, project.congress)?)
            }
        };
        let (course, paid) = courses.remove(&project.id).unwrap_or_default();
        let mine = open.get(&project.id).map_or(&[][..], Vec::as_slice);
        owed.extend(debts(&project, &course, rules, mine, today));
        lines.push(line(project, &course, paid, &amounts, mine, rules, today));
    }
    for one in entries::list_overdue(tx, congress, year, today)? {
        owed.push(BoardDebt {
            project: one.project,
            unit: one.unit,
            what: DebtKind::Reply(one.entry, one.topic),
            since: one.due.tomorrow().unwrap_or(one.due),
        });
    }
    for (unit, number, due) in findings::list_overdue_of_units(tx, congress, year, today)? {
        owed.push(BoardDebt {
            project: None,
            unit,
            what: DebtKind::Answer(number),
            since: due.tomorrow().unwrap_or(due),
        });
    }
    lines.sort_by_key(urgency);
    owed.sort_by_key(|one| one.since);
    let years = followed::count_by_year(tx, congress)?;
    let mut years: Vec<i16> = years.into_iter().map(|(year, ..)| year).collect();
    years.dedup();
    let month = Month::of(today);
    Ok(Board {
        rule: congress
            .map(|id| course::rule_for(rules_of.get(&id).map_or(&[], Vec::as_slice), month)),
        congress: congress.and_then(|id| all.get(&id).cloned()),
        congresses: all,
        year,
        years,
        today,
        lines,
        owed,
    })
}

fn line(
    project: SelectedProject,
    course: &Course,
    paid: i64,
    amounts: &BTreeMap<ProjectId, i64>,
    open: &[OpenFinding],
    rules: &[DatedRule],
    today: Date,
) -> BoardLine {
    let months = course.months(rules, today);
    let now = months.last().filter(|last| last.month == Month::of(today));
    let overdue = open.iter().filter(|one| one.is_overdue(today)).count();
    let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    BoardLine {
        now: now.map(|last| last.reading),
        planned: amounts
            .get(&project.id)
            .copied()
            .unwrap_or(project.investment),
        paid,
        reported: course.reports.last().map(|report| report.month),
        accepted: course.accepted.map(|since| since.on),
        findings: (number(open.len()), number(overdue)),
        months,
        project,
    }
}

/// What needs looking at first: red, longest behind, overdue findings; then by congress and code.
fn urgency(line: &BoardLine) -> (Light, std::cmp::Reverse<u32>, CongressId, String) {
    let light = line.now.map_or(Light::Grey, |now| now.light);
    let days = line.now.map_or(0, |now| now.days_behind);
    let code = line.project.code.clone();
    (light, std::cmp::Reverse(days), line.project.congress, code)
}

fn debts(
    project: &SelectedProject,
    course: &Course,
    rules: &[DatedRule],
    open: &[OpenFinding],
    today: Date,
) -> Vec<BoardDebt> {
    let owed = |what, due: Date| BoardDebt {
        project: Some(project.id),
        unit: String::new(),
        what,
        since: due.tomorrow().unwrap_or(due),
    };
    let mut debts: Vec<BoardDebt> = open
        .iter()
        .filter(|one| one.is_overdue(today))
        .filter_map(|one| Some(owed(DebtKind::Answer(one.number), one.due?)))
        .collect();
    if project.stage == ProjectStage::Selected {
        return debts;
    }
    if stage::takes_reports(project.stage) {
        let missing = monthly::owed(course, rules, &[], &[], today).missing;
        let missing = missing.filter(|(_, due)| *due < today);
        debts.extend(missing.map(|(month, due)| owed(DebtKind::Report(month), due)));
    }
    debts
}

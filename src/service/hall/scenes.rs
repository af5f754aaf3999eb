//! What one screen shows now, with just the facts of its scene and no others.

use std::collections::BTreeSet;

use super::lines::{lines_of, next_round, undecided};
use super::live_numbers::{RoundNumbers, SittingNumbers};
use super::screens::SittingContext;
use crate::round::context::RoundContext;
use crate::round::rules::rules_of;
use crate::round::turnout::turnout;
use crate::round::{fixed, outcome};
use crate::{Service, ServiceError};
use domain::congress::Congress;
use domain::hall::scene::{Scene, SceneFacts, may_show_result, refusal};
use domain::hall::screen::{LINES, PairCode, Screen, pages};
use domain::id::{NoticeId, RoundId};
use domain::library::project::Project;
use domain::poll::rules::Rules;
use domain::poll::{Poll, Round, RoundKind, RoundLine};
use domain::round::RoundStage;
use domain::sitting::officer::Officer;
use domain::sitting::{Session, Sitting};
use domain::tally::{Decision, GradedLine, LineGrade, LineOutcome, Outcome};
use store::ReadTx;
use store::hall::screens;
use store::library::projects;
use store::poll::polls;
use store::publish::notices;
use store::round::rounds;
use store::sitting::officers;

/// A paired screen with what it shows.
#[derive(Debug, Clone)]
pub struct SceneView {
    /// Whose hall.
    pub congress: Congress,
    pub session: Session,
    pub sitting: Sitting,
    pub screen: Screen,
    /// The numbers of the last step.
    pub numbers: SittingNumbers,
    pub told: SceneText,
    /// The poll it is about.
    pub about: Option<SceneSubject>,
    /// The page that is shown, and of how many.
    pub page: (u16, u16),
}

/// The poll and the round that a scene is about.
#[derive(Debug, Clone)]
pub struct SceneSubject {
    pub poll: Poll,
    /// How many polls the sitting has: with several, each is told by colour and word.
    pub polls: usize,
    pub round: Round,
    /// Its candidates.
    pub lines: usize,
    /// Its numbers at the last step.
    pub numbers: RoundNumbers,
}

/// A line of a result page; a covered line has only its number and name.
#[derive(Debug, Clone)]
pub struct ResultLine {
    /// The candidate.
    pub line: RoundLine,
    /// Its outcome, once uncovered.
    pub outcome: Option<LineOutcome>,
    /// Its grade in an evaluation, once uncovered.
    pub graded: Option<GradedLine>,
}

/// A line as it is introduced to the hall, with the project that it is or is a part of.
#[derive(Debug, Clone)]
pub struct CandidateIntroduction {
    pub line: RoundLine,
    /// The project; none of a unit.
    pub project: Option<Project>,
}

/// What a scene tells.
#[derive(Debug, Clone)]
pub enum SceneText {
    /// The names only: standby, or a scene whose ground has gone.
    Names,
    /// The sitting pauses.
    Recess,
    /// Something is being put right.
    Wait,
    /// The roll, with the number that must be present.
    Roll {
        /// Needed to sit.
        quorum: u32,
    },
    /// A page of the officers that the session adopted.
    Officers(Vec<Officer>),
    /// A page of the candidates.
    Candidates(Vec<CandidateIntroduction>),
    Candidate(Box<CandidateIntroduction>),
    /// The rules in short.
    Rules(Box<Rules>),
    /// The box is empty and closed.
    EmptyBox,
    /// Slips are handed out.
    Issuing(Box<Rules>),
    Voting,
    /// Voting is over.
    Closed,
    Account,
    Counting,
    /// A page of the certified result.
    Result {
        /// The outcome of the round.
        outcome: Box<Outcome>,
        /// The lines of the page.
        lines: Vec<ResultLine>,
        /// Whether nobody stands for it yet: it is marked so (初步).
        is_preliminary: bool,
    },
    /// A tie or a shortfall: names, places, what follows; no votes.
    Undecided {
        /// Whether they are tied; else too few passed.
        is_tie: bool,
        /// The candidates of the next step.
        lines: Vec<RoundLine>,
        /// Places left for them.
        places: u64,
        /// The round that follows; the presidium has the word when there is none.
        next: Option<RoundKind>,
    },
    /// The notice, with a page of the chosen.
    Notice {
        id: NoticeId,
        /// Its number in the session.
        number: u32,
        /// The chosen lines; of an evaluation every line, with its grade.
        lines: Vec<(RoundLine, Option<LineGrade>)>,
    },
}

impl Service {
    /// What the screen of a code shows now; nothing while it is not paired.
    pub async fn get_scene(&self, code: PairCode) -> Result<Option<SceneView>, ServiceError> {
        let find = move |tx: &ReadTx<'_>| Ok::<_, ServiceError>(screens::find(tx, code)?);
        let Some(screen) = self.read_for_stranger(find).await? else {
            return Ok(None);
        };
        let numbers = self.follow(screen.sitting).await?.borrow().clone();
        let load = move |tx: &ReadTx<'_>| match screens::find(tx, code)? {
            Some(screen) => view(tx, screen, numbers).map(Some),
            None => Ok(None),
        };
        self.store.read(load).await
    }

    /// The numbers that the screen of a code follows; nothing while it is not paired.
    pub async fn follow_screen(
        &self,
        code: PairCode,
    ) -> Result<Option<tokio::sync::watch::Receiver<SittingNumbers>>, ServiceError> {
        let find = move |tx: &ReadTx<'_>| Ok::<_, ServiceError>(screens::find(tx, code)?);
        match self.store.read(find).await? {
            Some(screen) => Ok(Some(self.follow(screen.sitting).await?)),
            None => Ok(None),
        }
    }
}

/// What is known when a scene is chosen or drawn.
pub(super) fn facts(
    tx: &ReadTx<'_>,
    place: &SittingContext,
    round: Option<RoundId>,
) -> Result<SceneFacts, ServiceError> {
    let mut facts = SceneFacts {
        has_roll: place.sitting.due.is_some(),
        officers: adopted(tx, place)?.len(),
        stage: None,
        lines: 0,
        is_undecided: false,
        is_published: false,
        shows_preliminary: false,
    };
    if let Some(round) = round {
        let round = rounds::get(tx, round)?;
        facts.stage = Some(round.stage);
        facts.lines = rounds::list_lines(tx, round.id)?.len();
        facts.is_published = !notices::list(tx, round.poll)?.is_empty();
        facts.is_undecided = undecided(tx, &round)?.is_some();
        facts.shows_preliminary = rules_of(&round)?.shows_preliminary;
    }
    Ok(facts)
}

/// How many polls are held at the sitting of a round.
fn count_polls(tx: &ReadTx<'_>, round: &Round) -> Result<usize, ServiceError> {
    let held = rounds::list_at(tx, round.sitting)?.into_iter();
    let polls: BTreeSet<_> = held.map(|round| round.poll).collect();
    Ok(polls.len())
}

/// How many lines the scene of a screen has, over all pages.
pub(super) fn count_lines(
    tx: &ReadTx<'_>,
    place: &SittingContext,
    screen: &Screen,
) -> Result<u16, ServiceError> {
    if !screen.shown.scene.has_lines() {
        return Ok(0);
    }
    let lines = match screen.shown.round {
        Some(round) => lines_of(tx, screen.shown.scene, &rounds::get(tx, round)?)?.len(),
        None => facts(tx, place, None)?.officers,
    };
    Ok(u16::try_from(lines).unwrap_or(u16::MAX))
}

/// A screen with what it shows.
pub(super) fn view(
    tx: &ReadTx<'_>,
    screen: Screen,
    numbers: SittingNumbers,
) -> Result<SceneView, ServiceError> {
    let place = SittingContext::of(tx, screen.sitting)?;
    let shown = screen.shown;
    let changed = match shown.round {
        Some(round) => !is_proven(tx, round)?,
        None => fixed::differences_of_roll(tx, place.congress.id, place.sitting.id)?.is_some(),
    };
    if changed {
        // Nothing of it is told to the hall until the office has put it right.
        return Ok(SceneView {
            congress: place.congress,
            session: place.session,
            sitting: place.sitting,
            page: (1, 1),
            screen,
            numbers,
            told: SceneText::Wait,
            about: None,
        });
    }
    let may = refusal(shown.scene, &facts(tx, &place, shown.round)?).is_none();
    let round = shown
        .round
        .filter(|_| may)
        .map(|round| rounds::get(tx, round))
        .transpose()?;
    let lines = count_lines(tx, &place, &screen)?;
    let told = match &round {
        _ if !may => SceneText::Names,
        Some(round) => of_round(tx, &screen, round, lines)?,
        None => of_sitting(tx, &place, &screen, lines)?,
    };
    let about = match round {
        Some(round) => Some(SceneSubject {
            poll: polls::get(tx, round.poll)?,
            polls: count_polls(tx, &round)?,
            lines: rounds::list_lines(tx, round.id)?.len(),
            numbers: numbers_of(tx, &numbers, &round)?,
            round,
        }),
        None => None,
    };
    Ok(SceneView {
        congress: place.congress,
        session: place.session,
        sitting: place.sitting,
        page: (shown.page_of(lines), pages(lines)),
        screen,
        numbers,
        told,
        about,
    })
}

/// Whether everything of a round, and of what its poll has published, is as it was fixed.
fn is_proven(tx: &ReadTx<'_>, round: RoundId) -> Result<bool, ServiceError> {
    let place = RoundContext::of(tx, round)?;
    let is_certified = place.round.stage == RoundStage::Certified;
    Ok(fixed::differences(tx, &place)?.is_empty()
        && (!is_certified || fixed::differences_of_poll(tx, place.poll.id)?.is_empty()))
}

/// A round's numbers at the last step. Its stage is told at once: what was opened, closed or drafted
/// since shows no ballot that the last step did not.
fn numbers_of(
    tx: &ReadTx<'_>,
    numbers: &SittingNumbers,
    round: &Round,
) -> Result<RoundNumbers, ServiceError> {
    let now = turnout(tx, round)?;
    let seen = numbers.of(round.id).map(|known| known.turnout);
    Ok(RoundNumbers {
        round: round.id,
        poll: round.poll,
        stage: round.stage,
        turnout: match (round.issued, seen) {
            (Some(_), _) => now,
            (None, Some(seen)) => seen,
            (None, None) => now.as_seen(None),
        },
    })
}

/// The officers of the session that were adopted, the chief scrutineer first.
fn adopted(tx: &ReadTx<'_>, place: &SittingContext) -> Result<Vec<Officer>, ServiceError> {
    let named = officers::list(tx, place.session.id)?.into_iter();
    Ok(named
        .filter(|officer| officer.adopted_on.is_some())
        .collect())
}

fn of_sitting(
    tx: &ReadTx<'_>,
    place: &SittingContext,
    screen: &Screen,
    lines: u16,
) -> Result<SceneText, ServiceError> {
    Ok(match screen.shown.scene {
        Scene::Roll => SceneText::Roll {
            quorum: place
                .session
                .body
                .quorum(place.sitting.due.unwrap_or_default()),
        },
        Scene::Officers => {
            let all = uncovered(adopted(tx, place)?, screen);
            SceneText::Officers(on_page(all, screen, lines))
        }
        Scene::Recess => SceneText::Recess,
        Scene::Wait => SceneText::Wait,
        Scene::Standby
        | Scene::Candidates
        | Scene::Candidate
        | Scene::Rules
        | Scene::EmptyBox
        | Scene::Issuing
        | Scene::Voting
        | Scene::Closed
        | Scene::Account
        | Scene::Counting
        | Scene::Result
        | Scene::Undecided
        | Scene::Notice => SceneText::Names,
    })
}

/// The part of a list that stands on the page of a screen.
fn on_page<T>(all: Vec<T>, screen: &Screen, lines: u16) -> Vec<T> {
    let before = screen
        .shown
        .page_of(lines)
        .saturating_sub(1)
        .saturating_mul(LINES);
    let page = all.into_iter().skip(usize::from(before));
    page.take(usize::from(LINES)).collect()
}

/// Lines that are uncovered, from the first.
fn uncovered<T>(all: Vec<T>, screen: &Screen) -> Vec<T> {
    let most = screen.shown.uncovered.map_or(usize::MAX, usize::from);
    all.into_iter().take(most).collect()
}

fn of_round(
    tx: &ReadTx<'_>,
    screen: &Screen,
    round: &Round,
    lines: u16,
) -> Result<SceneText, ServiceError> {
    let rules = || rules_of(round).map(Box::new);
    let listed = || -> Result<Vec<RoundLine>, ServiceError> {
        let all = uncovered(lines_of(tx, screen.shown.scene, round)?, screen);
        Ok(on_page(all, screen, lines))
    };
    Ok(match screen.shown.scene {
        Scene::Candidates => {
            let found: Result<Vec<CandidateIntroduction>, ServiceError> = listed()?
                .into_iter()
                .map(|line| introduced(tx, line))
                .collect();
            SceneText::Candidates(found?)
        }
        Scene::Candidate => {
            let wanted = screen.shown.line.unwrap_or(1);
            let all = rounds::list_lines(tx, round.id)?;
            match all.into_iter().find(|line| line.line_no == wanted) {
                Some(line) => SceneText::Candidate(Box::new(introduced(tx, line)?)),
                None => SceneText::Names,
            }
        }
        Scene::Rules => SceneText::Rules(rules()?),
        Scene::EmptyBox => SceneText::EmptyBox,
        Scene::Issuing => SceneText::Issuing(rules()?),
        Scene::Voting => SceneText::Voting,
        Scene::Closed => SceneText::Closed,
        Scene::Account => SceneText::Account,
        Scene::Counting => SceneText::Counting,
        Scene::Result => result(tx, screen, round, lines)?,
        Scene::Undecided => match undecided(tx, round)? {
            Some(outcome) => {
                let (is_tie, places) = match outcome.decision {
                    Decision::Tied { places_left, .. } => (true, places_left),
                    Decision::Shortfall { missing, .. } => (false, missing),
                    Decision::Complete | Decision::Graded | Decision::VoidRound(_) => (false, 0),
                };
                SceneText::Undecided {
                    is_tie,
                    lines: listed()?,
                    places,
                    next: next_round(tx, round)?.map(|next| next.kind),
                }
            }
            None => SceneText::Names,
        },
        Scene::Notice => match notices::list(tx, round.poll)?.pop() {
            Some(notice) => SceneText::Notice {
                id: notice.id,
                number: notice.number,
                lines: graded(tx, round, listed()?)?,
            },
            None => SceneText::Names,
        },
        Scene::Standby | Scene::Roll | Scene::Officers | Scene::Recess | Scene::Wait => {
            SceneText::Names
        }
    })
}

/// Lines with the grades of a certified evaluation; without any for a selection.
fn graded(
    tx: &ReadTx<'_>,
    round: &Round,
    lines: Vec<RoundLine>,
) -> Result<Vec<(RoundLine, Option<LineGrade>)>, ServiceError> {
    let outcome = outcome::outcome(tx, &RoundContext::of(tx, round.id)?)?;
    let grades = outcome.map_or_else(Vec::new, |outcome| outcome.grades);
    let with = |line: RoundLine| {
        let grade = grades.iter().find(|one| one.line_no.0 == line.line_no);
        (line, grade.map(|one| one.grade))
    };
    Ok(lines.into_iter().map(with).collect())
}

fn introduced(tx: &ReadTx<'_>, line: RoundLine) -> Result<CandidateIntroduction, ServiceError> {
    let project = match line.subject.project() {
        Some(project) => Some(projects::get(tx, project)?),
        None => None,
    };
    Ok(CandidateIntroduction { line, project })
}

/// A page of a certified result. A covered line leaves with nothing but its number and name.
fn result(
    tx: &ReadTx<'_>,
    screen: &Screen,
    round: &Round,
    lines: u16,
) -> Result<SceneText, ServiceError> {
    if !may_show_result(round.stage, rules_of(round)?.shows_preliminary) {
        return Ok(SceneText::Names);
    }
    let Some(outcome) = outcome::outcome(tx, &RoundContext::of(tx, round.id)?)? else {
        return Ok(SceneText::Names);
    };
    let seen = screen.shown.uncovered.unwrap_or(u16::MAX);
    let all: Vec<ResultLine> = lines_of(tx, Scene::Result, round)?
        .into_iter()
        .map(|line| ResultLine {
            outcome: outcome
                .lines
                .iter()
                .find(|one| one.line_no.0 == line.line_no)
                .filter(|_| line.line_no <= seen)
                .cloned(),
            graded: outcome
                .grades
                .iter()
                .find(|one| one.line_no.0 == line.line_no)
                .filter(|_| line.line_no <= seen)
                .copied(),
            line,
        })
        .collect();
    Ok(SceneText::Result {
        lines: on_page(all, screen, lines),
        outcome: Box::new(outcome),
        is_preliminary: round.stage == RoundStage::Counted,
    })
}

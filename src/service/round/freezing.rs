//! Freezing: rules, candidate list and slate become fixed texts under their hashes.

use super::context::{ActContext, RoundContext, after};
use super::slate::fixed;
use crate::installation::keys::digest;
use crate::library::appraising::facts;
use crate::library::list_text::text_lines;
use crate::library::move_project;
use crate::round::rules::{lint_of, rules_of};
use crate::{ServiceError, evaluation};
use domain::audit::{Event, EventKind};
use domain::congress::Congress;
use domain::id::ProjectId;
use domain::library::appraisal::missing_at_freezing;
use domain::library::event::LibraryEvent;
use domain::library::list;
use domain::library::list::{CandidateList, ListAct, ListStage};
use domain::library::project::Project;
use domain::library::stage::{ProjectAct, ProjectStage};
use domain::library::translation::TranslationState;
use domain::poll::{Round, RoundKind, slate, subject};
use domain::problem::Problem;
use domain::round::{RoundAct, RoundStage};
use store::evaluation::evaluations;
use store::library::{projects, translations};
use store::poll::{candidate_lists, polls};
use store::round::rounds;
use store::{ReadTx, WriteTx};

pub(crate) fn freeze(
    tx: &WriteTx<'_>,
    place: RoundContext,
    doing: &ActContext<'_>,
) -> Result<Vec<Event>, ServiceError> {
    if is_evaluation(tx, &place)? {
        return freeze_evaluation(tx, place, doing);
    }
    let mut list = list_of(tx, &place)?;
    let mut events = Vec::new();
    if place.round.kind == RoundKind::First {
        let lines = lines_of(tx, &place)?;
        rounds::update_lines(tx, place.round.id, &lines)?;
        if list.stage == ListStage::Formal {
            list.stage = list
                .stage
                .after(ListAct::Freeze)
                .map_err(ServiceError::refused)?;
            events.push(fix(tx, &place.congress, &list, "", doing)?);
        }
        for project in lines {
            freeze_project(tx, doing, project)?;
        }
    }
    let id = place.round.id;
    let fixed = fixed(tx, &place, &list)?;
    let detail = hashes(&place.round, &fixed);
    save(tx, place, fixed)?;
    events.push(doing.event(id, RoundAct::Freeze, detail));
    Ok(events)
}

/// The hashes of rules and slate, as the act of freezing tells them.
pub(crate) fn hashes(round: &Round, slate: &str) -> String {
    let rules = digest(round.rules.as_bytes());
    format!("rules={rules} slate={}", digest(slate.as_bytes()))
}

/// Whether the round grades what was built: its lines are projects that are followed up, from no list.
fn is_evaluation(tx: &ReadTx<'_>, place: &RoundContext) -> Result<bool, ServiceError> {
    Ok(evaluations::find(tx, place.poll.id)?.is_some())
}

fn freeze_evaluation(
    tx: &WriteTx<'_>,
    place: RoundContext,
    doing: &ActContext<'_>,
) -> Result<Vec<Event>, ServiceError> {
    let (id, lines) = (place.round.id, rounds::list_lines(tx, place.round.id)?);
    let RoundContext {
        congress,
        session,
        poll,
        round,
        ..
    } = &place;
    let slate = slate::canonical(congress, session, poll, round, None, &lines);
    let detail = hashes(round, &slate);
    save(tx, place, slate)?;
    Ok(vec![doing.event(id, RoundAct::Freeze, detail)])
}

/// What stands against freezing a draft besides the guards of its stage: the candidate list, opinions
/// and money of its projects, errors of the rules, names that are equal, and warnings without a
/// reason on record. Asked of both people.
pub(crate) fn against(tx: &ReadTx<'_>, place: &RoundContext) -> Result<Vec<Problem>, ServiceError> {
    let (names, against) = if is_evaluation(tx, place)? {
        evaluation::against(tx, place)?
    } else {
        against_selection(tx, place)?
    };
    let found = lint_of(tx, place, &rules_of(&place.round)?, names.len())?;
    let (mut errors, warnings): (Vec<Problem>, Vec<Problem>) =
        found.into_iter().partition(Problem::is_error);
    errors.extend(against);
    // Names may have changed since the slate was saved.
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    errors.extend(slate::equal_names(&names));
    if !warnings.is_empty() && place.poll.warnings_reason.is_empty() {
        errors.push(Problem::error("warnings-not-accepted"));
        errors.extend(warnings);
    }
    Ok(errors)
}

/// The names of a selection's candidates, and what stands against its list and each of them.
fn against_selection(
    tx: &ReadTx<'_>,
    place: &RoundContext,
) -> Result<(Vec<String>, Vec<Problem>), ServiceError> {
    let is_first = place.round.kind == RoundKind::First;
    let (mut names, mut errors) = (Vec::new(), Vec::new());
    if is_first && let Err(error) = list_of(tx, place) {
        errors.extend(error.problems().iter().cloned());
    }
    for id in lines_of(tx, place)? {
        let project = projects::get(tx, id)?;
        if is_first {
            errors.extend(against_project(tx, &project)?);
        }
        names.push(project.sheet.name);
    }
    Ok((names, errors))
}

/// The projects that a draft would be frozen with: those of its list as it stands now, which may have
/// been worked on since the poll took it; of a later round, its own.
fn lines_of(tx: &ReadTx<'_>, place: &RoundContext) -> Result<Vec<ProjectId>, ServiceError> {
    match polls::find_list(tx, place.poll.id)? {
        Some(list) if place.round.kind == RoundKind::First => {
            Ok(candidate_lists::list_lines(tx, list)?)
        }
        _ => {
            let lines = rounds::list_lines(tx, place.round.id)?;
            subject::candidates(&lines).map_err(ServiceError::refused)
        }
    }
}

/// How many lines a draft would be frozen with.
pub(crate) fn count_lines(tx: &ReadTx<'_>, place: &RoundContext) -> Result<usize, ServiceError> {
    if place.round.stage != RoundStage::Draft || is_evaluation(tx, place)? {
        return Ok(rounds::list_lines(tx, place.round.id)?.len());
    }
    Ok(lines_of(tx, place)?.len())
}

/// What stands against putting a project on a slate.
fn against_project(tx: &ReadTx<'_>, project: &Project) -> Result<Vec<Problem>, ServiceError> {
    if project.stage != ProjectStage::Candidate {
        let problem = Problem::error("not-a-candidate").with("name", &project.sheet.name);
        return Ok(vec![problem]);
    }
    Ok(missing_at_freezing(project, &facts(tx, project.id)?))
}

/// The list that a round takes its lines from, ready to be frozen.
fn list_of(tx: &ReadTx<'_>, place: &RoundContext) -> Result<CandidateList, ServiceError> {
    let Some(id) = polls::find_list(tx, place.poll.id)? else {
        return Err(ServiceError::refused(Problem::error("slate-no-list")));
    };
    let list = candidate_lists::get(tx, id)?;
    if list.stage.after(ListAct::Freeze).is_err() {
        let problem = Problem::error("list-not-formal").with("number", list.number);
        return Err(ServiceError::refused(problem));
    }
    Ok(list)
}

/// Fixes the present version of a list under its hash.
pub(crate) fn fix(
    tx: &WriteTx<'_>,
    congress: &Congress,
    list: &CandidateList,
    reason: &str,
    doing: &ActContext<'_>,
) -> Result<Event, ServiceError> {
    candidate_lists::update(tx, list)?;
    let lines = text_lines(tx, &candidate_lists::list_lines(tx, list.id)?)?;
    let text = list::canonical(congress, list, &lines);
    let hash = digest(text.as_bytes());
    let (id, version) = (list.id, list.version);
    candidate_lists::create_version(tx, id, version, &text, hash, reason, doing.now)?;
    let told = LibraryEvent::ListFixed {
        list: id,
        version,
        hash,
    };
    Ok(Event::new(doing.grant, doing.now, EventKind::Library(told)))
}

/// Saves a round as frozen with its slate.
pub(crate) fn save(
    tx: &WriteTx<'_>,
    place: RoundContext,
    slate: String,
) -> Result<(), ServiceError> {
    let round = after(place.round, RoundAct::Freeze)?;
    save_again(tx, RoundContext { round, ..place }, slate)
}

/// Saves a frozen round with the slate of a revised list.
pub(crate) fn save_again(
    tx: &WriteTx<'_>,
    place: RoundContext,
    slate: String,
) -> Result<(), ServiceError> {
    let round = Round {
        rules_hash: Some(digest(place.round.rules.as_bytes())),
        slate_hash: Some(digest(slate.as_bytes())),
        slate,
        ..place.round
    };
    Ok(rounds::update(tx, &round)?)
}

/// Puts a candidate on the slate: opinions and money are asked once more, its checked translations
/// are fixed with it.
pub(crate) fn freeze_project(
    tx: &WriteTx<'_>,
    doing: &ActContext<'_>,
    id: ProjectId,
) -> Result<(), ServiceError> {
    let project = projects::get(tx, id)?;
    let against = against_project(tx, &project)?;
    if !against.is_empty() {
        return Err(ServiceError::Refused(against));
    }
    move_project(tx, doing.grant, doing.now, &project, ProjectAct::Freeze, "")?;
    let (from, to) = (TranslationState::Checked, TranslationState::Frozen);
    Ok(translations::update_states(tx, id, from, to)?)
}

/// Takes a project off a slate: it is a candidate again, and its translations can be mended.
pub(crate) fn unfreeze_project(
    tx: &WriteTx<'_>,
    doing: &ActContext<'_>,
    project: &Project,
) -> Result<(), ServiceError> {
    move_project(
        tx,
        doing.grant,
        doing.now,
        project,
        ProjectAct::Unfreeze,
        "",
    )?;
    let (from, to) = (TranslationState::Frozen, TranslationState::Checked);
    Ok(translations::update_states(tx, project.id, from, to)?)
}

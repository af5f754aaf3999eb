//! What a certified poll left behind: its statements, its notices, what became of each project or line.

use std::collections::BTreeMap;

use crate::ServiceError;
use crate::installation::keys::digest;
use crate::statement::corrections::CorrectedNames;
use crate::statement::counted::{CountedRound, counted_rounds};
use domain::audit::chain::LineColumns;
use domain::id::{CongressId, PollId, ProjectId};
use domain::poll::{Subject, subject};
use domain::problem::Problem;
use domain::round::RoundStage;
use domain::round::fixed_fact::{FixedFact, changed};
use domain::tally::{LineOutcome, LineVerdict};
use store::ReadTx;
use store::audit::audits;
use store::audit::audits::AuditFact;
use store::evaluation::evaluations;
use store::library::vote_results::VoteResult;
use store::library::{projects, vote_results};
use store::people::units;
use store::poll::polls;
use store::publish::notices;
use store::round::rounds;
use store::sitting::sessions;
use store::statement::statements;
use store::statement::statements::Statement;

/// What the rounds of a poll made of each project; a later round decides what an earlier one left open.
pub(crate) fn voted(
    counted: &[CountedRound],
) -> Result<BTreeMap<ProjectId, LineOutcome>, ServiceError> {
    let mut results = BTreeMap::new();
    for (_, lines, outcome) in counted {
        let Some(outcome) = outcome.as_ref().filter(|one| one.grades.is_empty()) else {
            continue;
        };
        if !outcome.lines.is_empty() {
            let voted = subject::candidates(lines).map_err(ServiceError::refused)?;
            results.extend(voted.into_iter().zip(outcome.lines.iter().cloned()));
        }
    }
    Ok(results)
}

/// What is not as it was fixed of a poll's statements and notices, and of what its rounds decided.
pub(crate) fn differences_of_poll(
    tx: &ReadTx<'_>,
    poll: PollId,
) -> Result<Vec<Problem>, ServiceError> {
    let congress = sessions::get(tx, polls::get(tx, poll)?.session)?.congress;
    let mut found = of_statements(tx, congress, poll)?;
    match super::told(counted_rounds(tx, poll))? {
        Ok(counted) => found.extend(of_results(tx, poll, &counted)?),
        Err(problems) => found.extend(problems),
    }
    if !are_names_right(tx, poll)? {
        found.push(changed(FixedFact::Names, RoundStage::Certified));
    }
    Ok(found)
}

/// Whether whatever a correction of this poll has set right is called so still, or as a later poll's
/// correction says. A project that is open to change again may be called anything.
fn are_names_right(tx: &ReadTx<'_>, poll: PollId) -> Result<bool, ServiceError> {
    for (asked, name) in CorrectedNames::of(tx, poll, None)?.newest() {
        let now = match asked {
            Subject::Project(id) => {
                let project = projects::get(tx, *id)?;
                if project.stage.is_open_to_change() {
                    continue;
                }
                project.sheet.name
            }
            Subject::Unit(id) => units::get(tx, *id)?.name,
            Subject::Part { .. } => continue,
        };
        if now == name {
            continue;
        }
        let mut is_later = false;
        for other in rounds::list_polls_about(tx, asked)? {
            let names = CorrectedNames::of(tx, other, None)?;
            let mut newest = names.newest().into_iter();
            is_later = is_later || newest.any(|(of, name)| of == asked && name == now);
        }
        if !is_later {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Whether what is kept of each project or line of a certified poll is another than was counted.
pub(crate) fn of_results(
    tx: &ReadTx<'_>,
    poll: PollId,
    counted: &[CountedRound],
) -> Result<Option<Problem>, ServiceError> {
    let is_certified = !statements::list(tx, poll)?.is_empty();
    let is_changed = is_certified && !is_as_counted(tx, poll, counted)?;
    Ok(is_changed.then(|| changed(FixedFact::Results, RoundStage::Certified)))
}

/// The same as a refusal.
///
/// # Errors
/// Refused: `fact-changed`, one a fact.
pub(crate) fn refuse_changed_poll(tx: &ReadTx<'_>, poll: PollId) -> Result<(), ServiceError> {
    match differences_of_poll(tx, poll)? {
        found if found.is_empty() => Ok(()),
        found => Err(ServiceError::Refused(found)),
    }
}

/// What is not as it was fixed of statements and notices alone.
pub(crate) fn of_statements(
    tx: &ReadTx<'_>,
    congress: CongressId,
    poll: PollId,
) -> Result<Vec<Problem>, ServiceError> {
    let mut found = Vec::new();
    for statement in statements::list(tx, poll)? {
        if !is_as_certified(tx, congress, &statement)? {
            found.push(changed(FixedFact::Statement, RoundStage::Certified));
            break;
        }
    }
    for notice in notices::list(tx, poll)? {
        let subject = format!("notice={}", notice.id);
        let told = audits::list_told(tx, congress, &["published"], &subject)?;
        let is_so = once(&told).is_some_and(|told| {
            let recorded = LineColumns::read(&told.line);
            let is = |name: &str, now: String| {
                let told = recorded.and_then(|recorded| recorded.fact(name));
                told.is_none_or(|told| told == now)
            };
            told.follows
                && is("poll", notice.poll.to_string())
                && is("statement", notice.statement.to_string())
                && is("number", notice.number.to_string())
        });
        if !is_so {
            found.push(changed(FixedFact::Notice, RoundStage::Certified));
            break;
        }
    }
    Ok(found)
}

/// What the log tells once: said again, later, it was written by another hand.
fn once(told: &[AuditFact]) -> Option<&AuditFact> {
    match told {
        [told] => Some(told),
        _ => None,
    }
}

/// Whether a statement's text has the digest that it was certified with, and no other.
fn is_as_certified(
    tx: &ReadTx<'_>,
    congress: CongressId,
    statement: &Statement,
) -> Result<bool, ServiceError> {
    let now = digest(statement.text.as_bytes());
    let subject = format!("statement={}", statement.id);
    let told = audits::list_told(tx, congress, &["certified"], &subject)?;
    Ok(now == statement.digest
        && once(&told).is_some_and(|told| {
            let recorded = LineColumns::read(&told.line);
            let said = recorded.and_then(|recorded| recorded.fact("digest"));
            told.follows && said == Some(now.to_string().as_str())
        }))
}

/// Whether what is kept of each project or line is what the rounds counted.
fn is_as_counted(
    tx: &ReadTx<'_>,
    poll: PollId,
    counted: &[CountedRound],
) -> Result<bool, ServiceError> {
    let wanted = voted(counted)?;
    let kept = vote_results::list_of_poll(tx, poll)?;
    let small = |number: u64| u32::try_from(number).unwrap_or(u32::MAX);
    let is_kept = |one: &VoteResult| {
        wanted.get(&one.project).is_some_and(|line| {
            (one.votes, one.needed, one.rank)
                == (small(line.approve), small(line.needed), small(line.rank))
                && one.is_selected == (line.verdict == LineVerdict::Selected)
        })
    };
    if kept.len() != wanted.len() || !kept.iter().all(is_kept) {
        return Ok(false);
    }
    let grades = evaluations::list_of_poll(tx, poll)?;
    if evaluations::find(tx, poll)?.is_none() {
        return Ok(grades.is_empty());
    }
    let graded: Vec<_> = counted
        .iter()
        .filter_map(|(_, lines, outcome)| Some((lines, outcome.as_ref()?)))
        .flat_map(|(lines, outcome)| {
            let base = small(outcome.base);
            lines
                .iter()
                .zip(&outcome.grades)
                .map(move |line| (line, base))
        })
        .map(|((line, graded), base)| {
            let marks = [
                graded.satisfied,
                graded.basically,
                graded.dissatisfied,
                graded.abstain,
            ];
            (
                line.line_no,
                line.subject.clone(),
                marks.map(small),
                base,
                graded.grade,
            )
        })
        .collect();
    let kept: Vec<_> = grades
        .into_iter()
        .map(|one| {
            let marks = one.marks;
            let marks = [
                marks.satisfied,
                marks.basically,
                marks.dissatisfied,
                marks.abstain,
            ];
            (one.line_no, one.subject, marks, one.base, one.grade)
        })
        .collect();
    Ok(kept == graded)
}

/// The results of a project whose polls are as they were fixed; of another nothing is shown.
pub(crate) fn list_proven(
    tx: &ReadTx<'_>,
    project: ProjectId,
) -> Result<Vec<VoteResult>, ServiceError> {
    let mut proven = Vec::new();
    for result in vote_results::list(tx, project)? {
        if differences_of_poll(tx, result.poll)?.is_empty() {
            proven.push(result);
        }
    }
    Ok(proven)
}

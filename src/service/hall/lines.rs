//! Which lines a scene of a round lists: its candidates, those still open, the chosen.

use crate::ServiceError;
use crate::round::context::RoundContext;
use crate::round::{fixed, outcome};
use crate::statement::corrections::CorrectedNames;
use domain::hall::scene::Scene;
use domain::poll::{Round, RoundLine};
use domain::round::RoundStage;
use domain::tally::{Decision, LineVerdict, Outcome};
use store::ReadTx;
use store::publish::notices;
use store::round::rounds;
use store::statement::statements;

/// The lines that a scene lists.
pub(super) fn lines_of(
    tx: &ReadTx<'_>,
    scene: Scene,
    round: &Round,
) -> Result<Vec<RoundLine>, ServiceError> {
    let mut lines = rounds::list_lines(tx, round.id)?;
    match scene {
        Scene::Notice => {
            let mut lines = chosen(tx, round)?;
            if let Some(notice) = notices::list(tx, round.poll)?.pop() {
                let own = statements::get(tx, notice.statement)?.version;
                CorrectedNames::of(tx, round.poll, Some(own))?.apply(&mut lines);
            }
            Ok(lines)
        }
        Scene::Result => {
            CorrectedNames::of(tx, round.poll, None)?.apply(&mut lines);
            Ok(lines)
        }
        Scene::Undecided => {
            let Some(outcome) = undecided(tx, round)? else {
                return Ok(Vec::new());
            };
            Ok(open_lines(tx, round, &outcome, lines)?)
        }
        Scene::Standby
        | Scene::Roll
        | Scene::Candidates
        | Scene::Candidate
        | Scene::Rules
        | Scene::Officers
        | Scene::EmptyBox
        | Scene::Issuing
        | Scene::Voting
        | Scene::Closed
        | Scene::Account
        | Scene::Counting
        | Scene::Recess
        | Scene::Wait => Ok(lines),
    }
}

/// The chosen of all certified rounds of a poll; of an evaluation every line.
fn chosen(tx: &ReadTx<'_>, of: &Round) -> Result<Vec<RoundLine>, ServiceError> {
    let mut chosen = Vec::new();
    for round in rounds::list(tx, of.poll)? {
        if round.stage != RoundStage::Certified {
            continue;
        }
        let Some(outcome) = outcome::outcome(tx, &RoundContext::of(tx, round.id)?)? else {
            continue;
        };
        for line in rounds::list_lines(tx, round.id)? {
            let found = outcome
                .lines
                .iter()
                .find(|one| one.line_no.0 == line.line_no);
            let is_chosen = found.is_some_and(|one| one.verdict == LineVerdict::Selected);
            if is_chosen || !outcome.grades.is_empty() {
                chosen.push(line);
            }
        }
    }
    Ok(chosen)
}

/// The candidates that are still open after a tie or a shortfall: those of the round that follows,
/// or the tied.
fn open_lines(
    tx: &ReadTx<'_>,
    round: &Round,
    outcome: &Outcome,
    lines: Vec<RoundLine>,
) -> Result<Vec<RoundLine>, ServiceError> {
    if let Some(next) = next_round(tx, round)? {
        return Ok(rounds::list_lines(tx, next.id)?);
    }
    Ok(match &outcome.decision {
        Decision::Tied { lines: tied, .. } => lines
            .into_iter()
            .filter(|line| tied.iter().any(|one| one.0 == line.line_no))
            .collect(),
        Decision::Complete
        | Decision::Shortfall { .. }
        | Decision::Graded
        | Decision::VoidRound(_) => Vec::new(),
    })
}

/// The round that was drafted after this one.
pub(super) fn next_round(tx: &ReadTx<'_>, round: &Round) -> Result<Option<Round>, ServiceError> {
    let all = rounds::list(tx, round.poll)?;
    Ok(all.into_iter().find(|next| next.number > round.number))
}

/// The outcome of a counted round at which the count stopped.
pub(super) fn undecided(tx: &ReadTx<'_>, round: &Round) -> Result<Option<Outcome>, ServiceError> {
    if !matches!(round.stage, RoundStage::Counted | RoundStage::Certified) {
        return Ok(None);
    }
    let outcome = outcome::outcome(tx, &RoundContext::of(tx, round.id)?);
    // Of a round that is not as it was fixed nothing is undecided: the wall waits.
    let outcome = fixed::told(outcome)?.unwrap_or(None);
    Ok(outcome.filter(|outcome| !outcome.decision.is_final()))
}

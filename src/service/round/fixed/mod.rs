//! What acts have fixed of a voting day, compared again: the one place that every count, every page of
//! a result and every act of a round comes through.
//!
//! Each fact stands three times: as rows, as a digest beside them, and in the audit line of the act
//! that fixed it. [`prove`] compares all three and hands out a [`ProvenRound`] round, and nothing else
//! can be counted. A record older than a digest says nothing of it and is not held against the fact.

mod comparing;
mod digests;
mod results;

use super::context::RoundContext;
use crate::ServiceError;
use crate::round::presidium::PresidiumDecision;
use crate::round::rules;
use crate::round::rules::rules_of;
use crate::round::turnout::turnout;
use domain::ballot::{Paper, VoidReason};
use domain::poll::rules::{HallNumbers, Rules};
use domain::problem::{Nature, Problem};
use domain::tally::{Counter, Outcome, settle};
use store::ReadTx;
use store::round::boxes::PaperCount;
use store::round::{boxes, rounds};

pub(crate) use comparing::{
    differences, differences_of_roll, refuse_changed, refuse_changed_roll, refuse_unasked,
};
pub(crate) use digests::{
    draft_digest, fix_account, fix_roll, multiset, officers_digest, papers_digest,
};
pub(crate) use results::{
    differences_of_poll, list_proven, of_results, of_statements, refuse_changed_poll, voted,
};

/// A round of which everything that was fixed is as it was fixed, with all that a count needs.
pub(crate) struct ProvenRound {
    rules: Rules,
    lines: usize,
    papers: Vec<PaperCount>,
    numbers: HallNumbers,
    decided: Option<PresidiumDecision>,
}

/// Reads what an outcome is made of and compares it with what was fixed.
///
/// # Errors
/// Refused: `fact-changed`, one a fact.
pub(crate) fn prove(tx: &ReadTx<'_>, place: &RoundContext) -> Result<ProvenRound, ServiceError> {
    refuse_changed(tx, place)?;
    let id = place.round.id;
    Ok(ProvenRound {
        rules: rules_of(&place.round)?,
        lines: rounds::list_lines(tx, id)?.len(),
        papers: boxes::list_opened(tx, id)?,
        numbers: HallNumbers {
            due: rules::due(tx, place)?,
            present: place.sitting.quorum_present,
            issued: place.round.issued.map(u64::from),
            returned: turnout(tx, &place.round)?.returned().map(u64::from),
        },
        decided: PresidiumDecision::read(&place.round.decided_by_presidium),
    })
}

impl ProvenRound {
    /// Counts the papers.
    ///
    /// # Errors
    /// What stands against the presidium's decision.
    pub(crate) fn count(self) -> Result<Outcome, ServiceError> {
        let mut counter = Counter::new(&self.rules, self.lines);
        for opened in self.papers {
            match Paper::decode(&opened.pattern, self.rules.kind, self.lines) {
                Ok(paper) => counter.add(&paper, opened.papers),
                Err(_) => {
                    let reason = VoidReason::from_word(&opened.reason);
                    let reason = reason.unwrap_or(VoidReason::Unreadable);
                    counter.add_void_whole(reason, opened.papers);
                }
            }
        }
        let outcome = counter.finish(&self.numbers);
        let outcome = outcome.map_err(|error| ServiceError::Broken(Box::new(error)))?;
        match self.decided {
            Some(decision) => {
                let settled = settle(outcome, &self.rules, &decision.chosen);
                settled.map_err(ServiceError::refused)
            }
            None => Ok(outcome),
        }
    }
}

/// What a refusal says, where only changed facts are in the way; anything else stays an error.
pub(crate) fn told<T>(
    found: Result<T, ServiceError>,
) -> Result<Result<T, Vec<Problem>>, ServiceError> {
    match found {
        Ok(value) => Ok(Ok(value)),
        Err(ServiceError::Refused(problems))
            if problems
                .iter()
                .all(|problem| problem.nature == Nature::ChangedFact) =>
        {
            Ok(Err(problems))
        }
        Err(error) => Err(error),
    }
}

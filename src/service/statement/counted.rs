//! The rounds of a poll that were counted.

use crate::ServiceError;
use crate::round::context::RoundContext;
use crate::round::outcome::outcome;
use domain::id::PollId;
use domain::poll::RoundLine;
use domain::round::RoundStage;
use domain::tally::Outcome;
use store::ReadTx;
use store::round::rounds;

/// A round with its lines and its outcome.
pub(crate) type CountedRound = (RoundContext, Vec<RoundLine>, Option<Outcome>);

/// Every round of a poll that was held: counted ones with their outcome, void ones without.
pub(crate) fn counted_rounds(
    tx: &ReadTx<'_>,
    poll: PollId,
) -> Result<Vec<CountedRound>, ServiceError> {
    let mut counted = Vec::new();
    for round in rounds::list(tx, poll)? {
        let outcome = match round.stage {
            RoundStage::Counted | RoundStage::Certified => {
                outcome(tx, &RoundContext::of(tx, round.id)?)?
            }
            RoundStage::Void => None,
            RoundStage::Draft
            | RoundStage::Frozen
            | RoundStage::Sealed
            | RoundStage::Issuing
            | RoundStage::Open
            | RoundStage::Paused
            | RoundStage::Closed
            | RoundStage::Accounted
            | RoundStage::Opened => continue,
        };
        let lines = rounds::list_lines(tx, round.id)?;
        counted.push((RoundContext::of(tx, round.id)?, lines, outcome));
    }
    Ok(counted)
}

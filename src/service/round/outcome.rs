//! The outcome of a round, counted anew whenever it is asked for.

use super::context::RoundContext;
use super::fixed;
use super::rules::rules_of;
use crate::ServiceError;
use domain::round::RoundStage;
use domain::tally::Outcome;
use store::ReadTx;

/// The outcome of a round, from its opened papers; none before the box is open.
///
/// # Errors
/// Refused: `fact-changed` for each fact that is not as it was fixed: then there is no outcome.
pub(crate) fn outcome(
    tx: &ReadTx<'_>,
    place: &RoundContext,
) -> Result<Option<Outcome>, ServiceError> {
    match place.round.stage {
        RoundStage::Opened | RoundStage::Counted | RoundStage::Certified => {}
        RoundStage::Draft
        | RoundStage::Frozen
        | RoundStage::Sealed
        | RoundStage::Issuing
        | RoundStage::Open
        | RoundStage::Paused
        | RoundStage::Closed
        | RoundStage::Accounted
        | RoundStage::Void => return Ok(None),
    }
    fixed::prove(tx, place)?.count().map(Some)
}

/// The places of a round and whether its outcome leaves nothing to decide. Of a round whose facts
/// are not as they were fixed nothing is decided.
pub(crate) fn decided(tx: &ReadTx<'_>, place: &RoundContext) -> Result<(u32, bool), ServiceError> {
    let places = rules_of(&place.round).map_or(0, |rules| u32::from(rules.places));
    let outcome = fixed::told(outcome(tx, place))?.unwrap_or(None);
    Ok((
        places,
        outcome.is_some_and(|outcome| outcome.decision.is_final()),
    ))
}

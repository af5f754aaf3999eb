//! The one reading of what was issued and returned in a round: every page, wall, script and form
//! tells this and nothing else.

use super::ServiceError;
use crate::domain::poll::Round;
use crate::domain::poll::round::RoundStage;
use crate::domain::poll::turnout::Turnout;
use crate::store::{ReadTx, attendances, boxes, desks, papers};

/// Issued and returned of a round as they stand now: fixed once voting is closed.
pub(super) fn turnout(tx: &ReadTx<'_>, round: &Round) -> Result<Turnout, ServiceError> {
    // A round that was voided before its vote has neither issued nor returned anything.
    let is_void = round.stage == RoundStage::Void;
    if let Some(issued) = round.issued.or(is_void.then_some(0)) {
        let account = papers::list_account(tx, round.id)?;
        return Ok(Turnout::closed(issued, &account));
    }
    let signed = desks::count_signed(tx, round.sitting)?;
    let mut held = desks::get(tx, round.sitting)?.in_hand(signed);
    if round.stage < RoundStage::Issuing {
        // Papers in deputies' hands are those of another round.
        held.papers = 0;
    }
    let issued = attendances::count_issued(tx, round.sitting)?;
    let in_box = boxes::count(tx, round.id)?;
    Ok(Turnout::running(issued, held, in_box))
}

//! The one reading of what was issued and returned in a round: every page, wall, script and form
//! tells this and nothing else.

use super::ServiceError;
use crate::domain::poll::Round;
use crate::domain::poll::turnout::Turnout;
use crate::store::{ReadTx, attendances, boxes, desks, papers};

/// Issued and returned of a round as they stand now: fixed once voting is closed.
pub(super) fn turnout(tx: &ReadTx<'_>, round: &Round) -> Result<Turnout, ServiceError> {
    if let Some(issued) = round.issued {
        let account = papers::list_account(tx, round.id)?;
        return Ok(Turnout::closed(issued, &account));
    }
    let signed = desks::count_signed(tx, round.sitting)?;
    let held = desks::get(tx, round.sitting)?.in_hand(signed);
    let issued = attendances::count_issued(tx, round.sitting)?;
    let in_box = boxes::count(tx, round.id)?;
    Ok(Turnout::running(issued, held, in_box))
}

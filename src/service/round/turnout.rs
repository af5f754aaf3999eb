//! The one reading of what was issued and returned in a round: every page, screen, script and form
//! shows this and nothing else.

use crate::ServiceError;
use domain::poll::Round;
use domain::round::RoundStage;
use domain::round::turnout::Turnout;
use domain::voting::desk::HeldCounts;
use store::ReadTx;
use store::round::{boxes, papers};
use store::sitting::attendances;
use store::voting::desks;

/// Issued and returned of a round as they stand now: fixed once voting is closed or the round is void.
pub(crate) fn turnout(tx: &ReadTx<'_>, round: &Round) -> Result<Turnout, ServiceError> {
    // A round that was voided before its vote has neither issued nor returned anything.
    let is_void = round.stage == RoundStage::Void;
    if let Some(issued) = round.issued.or(is_void.then_some(0)) {
        let account = papers::list_account(tx, round.id)?;
        return Ok(if is_void {
            Turnout::of_void(issued, &account)
        } else {
            Turnout::closed(issued, &account)
        });
    }
    let held = held(tx, round)?;
    let in_box = boxes::count(tx, round.id)?;
    Ok(Turnout::running(held.issued, held.in_hand, in_box))
}

/// What deputies hold of a round.
pub(crate) struct RoundHoldings {
    /// Slips of the sitting, and papers of this round.
    pub in_hand: HeldCounts,
    /// Deputies who signed and have what they signed for.
    pub issued: u32,
    /// Deputies who hold papers of another round and get this round's when it is handed out.
    pub waiting: u32,
    /// Papers of this round that are used up: spoilt and replaced, handed in and torn up.
    pub gone: (u32, u32),
}

/// A slip serves each round of its sitting; a paper is of one round, and is nobody's before it is
/// printed and handed out.
pub(crate) fn held(tx: &ReadTx<'_>, round: &Round) -> Result<RoundHoldings, ServiceError> {
    let now = desks::count_in_hand(tx, round.sitting)?;
    let spoilt = u32::try_from(papers::list_spoilt(tx, round.id)?.len()).unwrap_or(u32::MAX);
    let handed_in = papers::count_handed_in(tx, round.id)?;
    let printed = papers::count_printed(tx, round.id)?;
    let left = printed.saturating_sub(spoilt).saturating_sub(handed_in);
    let papers = if round.stage.is_held() {
        now.papers.min(left)
    } else {
        0
    };
    let waiting = now.papers.saturating_sub(papers);
    let issued = attendances::count_issued(tx, round.sitting)?;
    Ok(RoundHoldings {
        in_hand: HeldCounts { papers, ..now },
        issued: issued.saturating_sub(waiting),
        waiting,
        gone: (spoilt, handed_in),
    })
}

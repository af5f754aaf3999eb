//! What the guards of an act ask about a round.

use super::card_shares::CardShares;
use super::context::RoundContext;
use super::outcome;
use super::sealed::server_key;
use super::turnout::held;
use crate::ServiceError;
use domain::id::RoundId;
use domain::problem::Problem;
use domain::round::{RoundFacts, SealedFacts};
use domain::sitting::officer::Post;
use domain::voting::desk::{BallotMedium, HeldCounts};
use store::ReadTx;
use store::hand_count::batches;
use store::round::cards::StoredCard;
use store::round::{boxes, cards, papers, rounds, sealed_boxes};
use store::sitting::{attendances, officers};
use store::voting::{cast, desks, slips};

/// What is known of a round's sealed box: what is stored of it, and what lies on the desk.
fn sealed_facts(
    tx: &ReadTx<'_>,
    round: RoundId,
    card_shares: &CardShares,
) -> Result<Option<SealedFacts>, ServiceError> {
    let Some(found) = sealed_boxes::find(tx, round)? else {
        return Ok(None);
    };
    let (made, lying) = (cards::list(tx, round)?, card_shares.on_desk(found.drawn));
    let has_server_key = server_key(&found, card_shares)?.is_some();
    let count = |is: &dyn Fn(&StoredCard) -> bool| {
        u32::try_from(made.iter().filter(|card| is(card)).count()).unwrap_or(u32::MAX)
    };
    Ok(Some(SealedFacts {
        holding: found.holding,
        shown: count(&|card| card.holder.is_some()),
        waiting: lying.waiting,
        checked: count(&|card| card.is_checked),
        given: lying.given,
        has_server_key,
        destroyed: found.destroyed,
    }))
}

/// How many cards were destroyed, as it was typed.
pub(crate) fn destroyed(
    tx: &ReadTx<'_>,
    place: &RoundContext,
    typed: &str,
) -> Result<u8, ServiceError> {
    let found = sealed_boxes::find(tx, place.round.id)?.ok_or(ServiceError::NotFound("box"))?;
    let most = found.holding.cards();
    let number = typed.trim().parse().ok().filter(|number| *number <= most);
    number.ok_or_else(|| {
        let problem = Problem::error("number-range").with("least", 0);
        ServiceError::invalid(problem.with("most", most).at("destroyed"))
    })
}

/// What the guards ask about a round.
pub(crate) fn facts(
    tx: &ReadTx<'_>,
    place: &RoundContext,
    card_shares: &CardShares,
) -> Result<RoundFacts, ServiceError> {
    let round = &place.round;
    let lines = rounds::list_lines(tx, round.id)?.len();
    let (printed, cancelled) = slips::count(tx, place.sitting.id)?;
    let numbers = desks::get(tx, place.sitting.id)?;
    let now = desks::count_in_hand(tx, place.sitting.id)?;
    let account = papers::list_account(tx, round.id)?;
    let of_kind = |kind: BallotMedium| account.iter().find(|line| line.kind == kind);
    let in_hand = HeldCounts {
        slips: of_kind(BallotMedium::Slip).map_or(now.slips, |line| line.issued),
        papers: of_kind(BallotMedium::Paper).map_or(now.papers, |line| line.issued),
    };
    let held = held(tx, round)?;
    let (places, is_decided) = outcome::decided(tx, place)?;
    Ok(RoundFacts {
        stage: round.stage,
        sitting: place.sitting.stage,
        rules_adopted: place.poll.rules_adopted,
        officers_adopted: officers::list(tx, place.session.id)?
            .iter()
            .any(|one| one.post == Post::ChiefScrutineer && one.adopted_on.is_some()),
        lines: u32::try_from(lines).unwrap_or(u32::MAX),
        places,
        present: attendances::count(tx, place.sitting.id)?.present,
        declared: place.sitting.quorum_present,
        // Once voting is closed it is what was fixed then: the roll's lines may go with the slips.
        issued: match round.issued {
            Some(fixed) => fixed,
            None => attendances::count_issued(tx, place.sitting.id)?,
        },
        slips_in_hand: in_hand.slips,
        reserve: numbers.reserve,
        unfinished: numbers.unfinished(),
        papers_in_hand: in_hand.papers,
        papers_printed: papers::count_printed(tx, round.id)?,
        papers_gone: held.gone.0.saturating_add(held.gone.1),
        papers_returned: of_kind(BallotMedium::Paper).and_then(|line| line.returned),
        papers_typed: batches::list(tx, round.id)?
            .iter()
            .map(|batch| batch.papers)
            .sum(),
        printed,
        cancelled,
        in_box: boxes::count(tx, round.id)?,
        spent: cast::count_spent(tx, round.id)?,
        sealed: sealed_facts(tx, round.id, card_shares)?,
        unrecorded: sealed_boxes::count_unrecorded(tx, round.poll)?,
        is_clean: !rounds::list(tx, round.poll)?.iter().any(|one| one.is_dirty),
        is_decided,
    })
}

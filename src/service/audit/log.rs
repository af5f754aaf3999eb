//! The log read for an act: whether it holds, and which of its breaks two people accepted for a poll.

use crate::ServiceError;
use crate::round::context::RoundContext;
use domain::audit::broken_log::{Acceptance, LogGap, MOST_GAPS};
use domain::audit::chain::{ChainHead, LineColumns};
use domain::id::PollId;
use domain::problem::Problem;
use store::ReadTx;
use store::audit::audits;
use store::round::rounds;

/// Reads the log on from a head, as a refusal where it does not hold.
///
/// # Errors
/// Refused: `chain-broken`.
pub(crate) fn follow(tx: &ReadTx<'_>, from: ChainHead) -> Result<ChainHead, ServiceError> {
    let checked = audits::check(tx, from)?;
    checked.map_err(|found| ServiceError::refused(found.problem()))
}

/// A poll by its newest round.
pub(crate) fn newest(tx: &ReadTx<'_>, id: PollId) -> Result<RoundContext, ServiceError> {
    let newest = rounds::list(tx, id)?.pop();
    RoundContext::of(tx, newest.ok_or(ServiceError::NotFound("poll"))?.id)
}

/// The breaks that are in none of these.
pub(crate) fn open(gaps: &[LogGap], accepted: &[Acceptance]) -> Vec<LogGap> {
    let is_open = |gap: &&LogGap| accepted.iter().all(|one| !one.gaps.contains(gap));
    gaps.iter().filter(is_open).copied().collect()
}

/// What two people accepted for a poll, as the log tells it: each line of it must follow from the one
/// before.
pub(crate) fn accepted(
    tx: &ReadTx<'_>,
    place: &RoundContext,
) -> Result<Vec<Acceptance>, ServiceError> {
    let subject = format!("poll={}", place.poll.id);
    let told = audits::list_told(tx, place.congress.id, &["log-accepted"], &subject)?;
    let sound = told.iter().filter(|one| one.follows);
    let read = sound.filter_map(|one| {
        let recorded = LineColumns::read(&one.line)?;
        let gaps = recorded.fact("gaps")?.split(',');
        let (_, reason) = recorded.detail.split_once(" reason=")?;
        Some(Acceptance {
            gaps: gaps.map(LogGap::read).collect::<Option<_>>()?,
            reason: reason.to_owned(),
        })
    });
    Ok(read.collect())
}

/// What of a whole log stands against going on with a poll: the first break that nobody accepted.
pub(crate) fn find_break(
    tx: &ReadTx<'_>,
    id: PollId,
) -> Result<(ChainHead, Option<Problem>), ServiceError> {
    let (head, gaps) = audits::list_gaps(tx, MOST_GAPS)?;
    if gaps.is_empty() {
        return Ok((head, None));
    }
    let open = open(&gaps, &accepted(tx, &newest(tx, id)?)?);
    Ok((head, open.first().map(|gap| gap.found.problem())))
}

//! The log read for an act: whether it holds, and which of its breaks two people accepted for a poll.

use crate::ServiceError;
use crate::round::context::RoundContext;
use domain::audit::broken_log::{Acceptance, LogGap, MOST_GAPS};
use domain::audit::chain::{ChainHead, LineColumns, LogChain};
use domain::id::{CongressId, PollId};
use domain::problem::Problem;
use store::ReadTx;
use store::audit::{audits, heads};
use store::round::rounds;

/// The log of a congress as far as it was proven to hold.
#[derive(Debug, Clone, Copy)]
pub(crate) struct ProvenLog {
    congress: CongressId,
    pub(crate) head: ChainHead,
}

/// Reads the log on from where it was proven to, as a refusal where it does not hold.
///
/// # Errors
/// Refused: `chain-broken`.
pub(crate) fn follow(tx: &ReadTx<'_>, proven: ProvenLog) -> Result<(), ServiceError> {
    let chain = LogChain::Congress(proven.congress);
    let checked = audits::check(tx, chain, proven.head)?;
    checked
        .map(drop)
        .map_err(|found| ServiceError::refused(found.problem()))
}

/// Reads what a congress's acts build on, past its breaks: its own chain, the heads of it that the
/// installation's took, and the installation's too where earlier versions wrote lines of this congress
/// there. Where the own one ends, and the breaks, a few more than [`MOST_GAPS`] at most.
pub(crate) fn list_gaps(
    tx: &ReadTx<'_>,
    congress: CongressId,
) -> Result<(ProvenLog, Vec<LogGap>), ServiceError> {
    let congress = audits::find_real(tx, congress)?;
    let chain = LogChain::Congress(congress);
    let (head, mut gaps) = audits::list_gaps(tx, chain, MOST_GAPS)?;
    let taken = heads::find_differences(tx, Some(congress))?;
    gaps.extend(
        taken
            .into_iter()
            .map(|(found, goes_on)| LogGap { found, goes_on }),
    );
    if audits::has_earlier(tx, congress)? {
        gaps.extend(audits::list_gaps(tx, LogChain::Installation, MOST_GAPS)?.1);
    }
    Ok((ProvenLog { congress, head }, gaps))
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

/// What of the log stands against going on with a poll: the first break that nobody accepted.
pub(crate) fn find_break(
    tx: &ReadTx<'_>,
    id: PollId,
) -> Result<(ProvenLog, Option<Problem>), ServiceError> {
    let place = newest(tx, id)?;
    let (proven, gaps) = list_gaps(tx, place.congress.id)?;
    if gaps.is_empty() {
        return Ok((proven, None));
    }
    let open = open(&gaps, &accepted(tx, &place)?);
    Ok((proven, open.first().map(|gap| gap.found.problem())))
}

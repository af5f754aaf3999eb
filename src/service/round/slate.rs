//! The canonical slate of a round.

use super::context::RoundContext;
use crate::ServiceError;

use domain::library::list::CandidateList;
use domain::poll::slate;
use domain::poll::slate::ListRef;
use store::ReadTx;
use store::poll::candidate_lists;
use store::round::rounds;

/// The canonical slate of a round, with number, version and hash of its list.
pub(crate) fn fixed(
    tx: &ReadTx<'_>,
    place: &RoundContext,
    list: &CandidateList,
) -> Result<String, ServiceError> {
    let version = candidate_lists::list_versions(tx, list.id)?.pop();
    let version = version.ok_or(ServiceError::NotFound("list"))?;
    let from = ListRef {
        year: list.year,
        number: list.number,
        version: version.version,
        hash: version.hash,
    };
    let lines = rounds::list_lines(tx, place.round.id)?;
    let RoundContext {
        congress,
        session,
        poll,
        round,
        ..
    } = place;
    Ok(slate::canonical(
        congress,
        session,
        poll,
        round,
        Some(from),
        &lines,
    ))
}

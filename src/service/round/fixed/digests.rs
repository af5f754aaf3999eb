//! Making the digests, at the moment when a fact is fixed and at every comparison.

use sha2::{Digest as _, Sha256};

use crate::ServiceError;
use crate::installation::keys::digest;
use crate::round::contents::PaperCounts;
use domain::digest::Digest;
use domain::id::{RoundId, SessionId, SittingId};
use domain::poll::Round;
use domain::round::fixed_fact;
use store::round::boxes::PaperCount;
use store::round::{papers, rounds};
use store::sitting::{attendances, officers, sessions};
use store::{ReadTx, WriteTx};

/// Digest of a sitting's roll as it stands.
pub(super) fn roll_digest(tx: &ReadTx<'_>, id: SittingId) -> Result<Digest, ServiceError> {
    let sitting = sessions::get_sitting(tx, id)?;
    let lines = attendances::list_standing(tx, id)?;
    Ok(digest(fixed_fact::roll(&sitting, &lines).as_bytes()))
}

/// Fixes the roll as an act has left it.
pub(crate) fn fix_roll(tx: &WriteTx<'_>, id: SittingId) -> Result<Digest, ServiceError> {
    let digest = roll_digest(tx, id)?;
    sessions::update_roll_digest(tx, id, digest)?;
    Ok(digest)
}

/// Digest of the officers that a session has adopted, by the names as adopted: a name that two people set
/// right later stands beside it.
pub(crate) fn officers_digest(tx: &ReadTx<'_>, session: SessionId) -> Result<Digest, ServiceError> {
    let mut listed = officers::list(tx, session)?;
    for (id, name) in officers::list_adopted_names(tx, session)? {
        let named = listed.iter_mut().find(|one| one.id == id);
        named.into_iter().for_each(|one| one.name.clone_from(&name));
    }
    Ok(digest(fixed_fact::officers(&listed).as_bytes()))
}

/// Digest of a round's account as it stands.
pub(super) fn account_digest(tx: &ReadTx<'_>, round: &Round) -> Result<Digest, ServiceError> {
    let numbers = (round.issued, round.slips_returned);
    let text = fixed_fact::account(
        numbers,
        &papers::list_account(tx, round.id)?,
        &papers::list_boxes(tx, round.id)?,
        &papers::list_spoilt(tx, round.id)?,
    );
    Ok(digest(text.as_bytes()))
}

/// Fixes the account of a round as an act has left it.
pub(crate) fn fix_account(tx: &WriteTx<'_>, id: RoundId) -> Result<Digest, ServiceError> {
    let round = rounds::get(tx, id)?;
    let digest = account_digest(tx, &round)?;
    let account_digest = Some(digest);
    rounds::update(
        tx,
        &Round {
            account_digest,
            ..round
        },
    )?;
    Ok(digest)
}

/// Digest of rules and subjects of a round that follows another one.
pub(crate) fn draft_digest(
    tx: &ReadTx<'_>,
    round: RoundId,
    rules: &str,
) -> Result<Digest, ServiceError> {
    let lines = rounds::list_lines(tx, round)?;
    Ok(digest(fixed_fact::drafted(rules, &lines).as_bytes()))
}

/// Papers that were taken out, as they are stored.
pub(crate) fn multiset(papers: &PaperCounts) -> Vec<PaperCount> {
    let counted = papers.iter().map(|(paper, count)| PaperCount {
        verdict: paper.verdict.to_owned(),
        reason: paper.reason.to_owned(),
        pattern: paper.pattern.clone(),
        papers: *count,
    });
    counted.collect()
}

/// SHA-256 over the salt and the multiset in the order of its contents. Without a salt, as records
/// were before there was one, a digest of few papers gives them back to whoever tries all.
pub(crate) fn papers_digest(salt: Option<&[u8; 32]>, papers: &[PaperCount]) -> Digest {
    let mut hash = Sha256::new();
    if let Some(salt) = salt {
        hash.update(salt);
    }
    for paper in papers {
        hash.update(&paper.verdict);
        hash.update(&paper.reason);
        hash.update(&paper.pattern);
        hash.update(paper.papers.to_be_bytes());
    }
    Digest(hash.finalize().into())
}

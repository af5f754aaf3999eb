//! A sealed box: its key, its rows and their digest, and the secrets that a new one leaves.

use sha2::{Digest as _, Sha256};

use super::card_shares::CardShares;
use super::context::RoundContext;
use crate::ServiceError;
use crate::installation::keys::Epoch;
use domain::digest::Digest;
use domain::id::BoxName;
use domain::round::holding::KeyHolding;
use seal::ballot::RowPurpose;
use seal::context::BoxFacts;
use seal::{BoxContext, BoxKey, OpeningKey, SealError, Secret, Share, ballot};
use store::round::boxes::BoxBallot;
use store::round::sealed_boxes::{PublicKey, SealedBox};

/// What a sealed box leaves to be handed on: never to the store.
pub(crate) struct NewBoxSecrets {
    /// Its random name.
    pub(crate) name: BoxName,
    /// Where the server holds the key, the secret.
    pub(crate) secret: Option<Secret>,
    /// Otherwise one share a card.
    pub(crate) shares: Vec<Share>,
}

/// The key of a demo's box, if the server has it: the file may be lost, or of an earlier sealing.
pub(crate) fn server_key(
    found: &SealedBox,
    card_shares: &CardShares,
) -> Result<Option<OpeningKey>, ServiceError> {
    let Some(stored) = &found.key else {
        return Ok(None);
    };
    if found.holding != KeyHolding::Server {
        return Ok(None);
    }
    let key = box_key(stored.clone())?;
    let Some(secret) = card_shares.read_key(found.round)? else {
        return Ok(None);
    };
    let opening = secret.opening_key(key.context()).map_err(broken)?;
    Ok((opening.box_key().bytes() == key.bytes()).then_some(opening))
}

/// SHA-256 over the sealed rows of a box in the order of their keys.
pub(crate) fn box_digest(ballots: &[BoxBallot]) -> Digest {
    sealed_digest(ballots, &[])
}

/// The same over the ballots of a box and, apart, over the records of their remarks.
pub(crate) fn sealed_digest(ballots: &[BoxBallot], remarks: &[BoxBallot]) -> Digest {
    let mut hash = Sha256::new();
    let mut add = |row: &BoxBallot| {
        hash.update(row.key);
        hash.update(&row.body);
    };
    ballots.iter().for_each(&mut add);
    remarks.iter().for_each(&mut add);
    Digest(hash.finalize().into())
}

/// What the key of a round's box is bound to.
pub(crate) fn context(
    place: &RoundContext,
    holding: KeyHolding,
    epoch: Epoch,
    name: BoxName,
) -> Result<BoxContext, ServiceError> {
    let frozen = place.round.slate_hash.zip(place.round.rules_hash);
    let (slate, rules) = frozen.ok_or(ServiceError::NotFound("frozen round"))?;
    Ok(BoxContext::of(&BoxFacts {
        congress: &place.congress.slug,
        poll: place.poll.id.0,
        round: place.round.id.0,
        slate,
        rules,
        holding,
        epoch: epoch.0,
        name: name.0,
    }))
}

/// Seals a row of a box: a ballot's, its remarks', a typed paper's. `key` and `drawn` are fresh random
/// bytes, used for nothing else.
pub(crate) fn row(
    to: &BoxKey,
    purpose: RowPurpose,
    plain: &[u8],
    key: [u8; 16],
    drawn: [u8; 32],
) -> Result<BoxBallot, ServiceError> {
    let body = ballot::seal(to, purpose, &key, plain, drawn).map_err(broken)?;
    Ok(BoxBallot { key, body })
}

/// The public key of a box as it was stored.
pub(crate) fn box_key(stored: PublicKey) -> Result<BoxKey, ServiceError> {
    BoxKey::stored(&stored.bytes, BoxContext::stored(stored.context)).map_err(broken)
}

pub(crate) fn broken(error: SealError) -> ServiceError {
    ServiceError::Broken(Box::new(error))
}

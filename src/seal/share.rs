//! The secret split over cards, and put together again.
//!
//! Two cards of which one is enough both carry the secret itself: nothing is split. Otherwise these
//! are Shamir's shares over GF(2^8). Putting shares together cannot notice a wrong one: so each card
//! is compared with its stored hash first, and the key that comes out with the stored public key.

use sha2::{Digest as _, Sha256};
use vsss_rs::Gf256;
use zeroize::Zeroizing;

use super::random_bytes::RandomBytes;
use super::{BoxContext, BoxKey, OpeningKey, SealError, Secret};
use domain::digest::Digest;
use domain::round::holding::KeyHolding;

/// Random bytes that splitting may use: four for each of 16 bytes and of two coefficients.
pub const RANDOM: usize = 128;

/// One card's share of a secret. It has no `Debug` and is overwritten when it is dropped.
#[derive(Clone)]
pub struct Share {
    number: u8,
    bytes: Zeroizing<[u8; 16]>,
}

impl Share {
    /// The share of a card's number (from 1) and its bytes.
    #[must_use]
    pub fn of(number: u8, bytes: [u8; 16]) -> Self {
        Self {
            number,
            bytes: Zeroizing::new(bytes),
        }
    }

    /// The card's number, from 1.
    #[must_use]
    pub fn number(&self) -> u8 {
        self.number
    }

    /// Its 16 bytes.
    #[must_use]
    pub fn bytes(&self) -> &[u8; 16] {
        &self.bytes
    }

    /// What is stored of a card. A share is 128 random bits, so its hash tells nothing of it.
    #[must_use]
    pub fn hash(&self, context: &BoxContext) -> Digest {
        let hash = Sha256::new()
            .chain_update(b"card")
            .chain_update(context.bytes())
            .chain_update([self.number])
            .chain_update(*self.bytes);
        Digest(hash.finalize().into())
    }
}

/// Splits a secret over the cards of a holding; none where the server holds it.
///
/// # Errors
/// [`SealError::Shares`] when the crate refuses, which these holdings do not cause.
pub fn split(
    secret: &Secret,
    holding: KeyHolding,
    drawn: [u8; RANDOM],
) -> Result<Vec<Share>, SealError> {
    match holding {
        KeyHolding::Server => Ok(Vec::new()),
        KeyHolding::OneOfTwo => Ok((1..=holding.cards())
            .map(|number| Share::of(number, *secret.0))
            .collect()),
        KeyHolding::TwoOfThree | KeyHolding::ThreeOfFive => {
            let mut drawn = RandomBytes::of(drawn);
            let (needed, cards) = (holding.needed().into(), holding.cards().into());
            let split = Gf256::split_bytes(needed, cards, secret.0.as_slice(), &mut drawn)
                .map_err(|_| SealError::Shares)?;
            if !drawn.was_enough() {
                return Err(SealError::Shares);
            }
            split.into_iter().map(read).collect()
        }
    }
}

/// A share as the crate writes it: its number, then its bytes.
fn read(bytes: Vec<u8>) -> Result<Share, SealError> {
    let bytes = Zeroizing::new(bytes);
    let (number, rest) = bytes.split_first().ok_or(SealError::Shares)?;
    let rest = rest.try_into().map_err(|_| SealError::Shares)?;
    Ok(Share::of(*number, rest))
}

/// The secret of exactly as many shares as are needed.
///
/// # Errors
/// [`SealError::Shares`] when there are too few or one comes twice. A wrong share is not noticed.
pub fn combine(shares: &[Share], holding: KeyHolding) -> Result<Secret, SealError> {
    let needed = usize::from(holding.needed());
    let shares = shares.get(..needed).ok_or(SealError::Shares)?;
    match holding {
        KeyHolding::Server => Err(SealError::Shares),
        KeyHolding::OneOfTwo => shares
            .first()
            .map(|share| Secret::of(*share.bytes))
            .ok_or(SealError::Shares),
        KeyHolding::TwoOfThree | KeyHolding::ThreeOfFive => {
            let written = |share: &Share| [&[share.number][..], &share.bytes[..]].concat();
            let written: Zeroizing<Vec<Vec<u8>>> =
                Zeroizing::new(shares.iter().map(written).collect());
            let secret = Gf256::combine_bytes(&*written).map(Zeroizing::new);
            let secret = secret.map_err(|_| SealError::Shares)?;
            let secret = secret.as_slice().try_into();
            secret.map(Secret::of).map_err(|_| SealError::Shares)
        }
    }
}

/// The key that opens a box, from shares: only if it is the key of that very box.
///
/// # Errors
/// [`SealError::Shares`] when these shares do not give the box's key.
pub fn opening_key(
    shares: &[Share],
    holding: KeyHolding,
    of: &BoxKey,
) -> Result<OpeningKey, SealError> {
    let key = combine(shares, holding)?.opening_key(of.context())?;
    if key.box_key().bytes() == of.bytes() {
        Ok(key)
    } else {
        Err(SealError::Shares)
    }
}

/// The keys that every choice of as many cards as are needed gives, each the key of that very box:
/// to try the box before it is used.
///
/// # Errors
/// [`SealError::Shares`] when one choice does not give the box's key.
pub fn every_key(
    shares: &[Share],
    holding: KeyHolding,
    of: &BoxKey,
) -> Result<Vec<OpeningKey>, SealError> {
    let choices = choices(shares, holding.needed().into());
    let keys = choices.iter().map(|few| opening_key(few, holding, of));
    keys.collect()
}

/// Every choice of so many shares, in the order of the cards.
fn choices(shares: &[Share], needed: usize) -> Vec<Vec<Share>> {
    let Some(rest) = needed.checked_sub(1) else {
        return vec![Vec::new()];
    };
    let mut found = Vec::new();
    for (place, first) in shares.iter().enumerate() {
        let after = shares.get(place + 1..).unwrap_or_default();
        for mut choice in choices(after, rest) {
            choice.insert(0, first.clone());
            found.push(choice);
        }
    }
    found
}

//! One ballot: sealed to a box under the random key of its row, and opened again.
//!
//! A sealed ballot is the encapsulated key (32 bytes), the ciphertext and its tag (16 bytes): as long
//! as every other one of its round, for the papers of a round have one length.

use hpke::aead::ChaCha20Poly1305;
use hpke::kdf::HkdfSha256;
use hpke::kem::X25519HkdfSha256;
use hpke::{Deserializable as _, Kem, OpModeR, OpModeS, Serializable as _};
use zeroize::Zeroizing;

use super::random_bytes::RandomBytes;
use super::{BoxId, BoxKey, OpeningKey, SealError};

/// Bytes of the encapsulated key.
const KEY: usize = 32;

/// What a row is for. None opens as another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowPurpose {
    /// A ballot that was cast.
    Cast,
    /// A paper that was typed by hand. It does not open as a ballot that was cast, nor the reverse.
    Paper,
    /// The remarks of a ballot that was cast, in a row of their own.
    Remarks,
}

/// Seals a paper under the key of its row. `drawn` are fresh random bytes, used for nothing else.
///
/// # Errors
/// [`SealError::Seal`] when the crate refuses, which a public key that was checked does not cause.
pub fn seal(
    to: &BoxKey,
    purpose: RowPurpose,
    row: &[u8; 16],
    paper: &[u8],
    drawn: [u8; KEY],
) -> Result<Vec<u8>, SealError> {
    let mut drawn = RandomBytes::of(drawn);
    let sealed = hpke::single_shot_seal_with_rng::<ChaCha20Poly1305, HkdfSha256, X25519HkdfSha256>(
        &OpModeS::Base,
        &to.public,
        to.context.bytes(),
        paper,
        &bound(purpose, to.id(), row),
        &mut drawn,
    );
    let (key, body) = sealed.map_err(|_| SealError::Seal)?;
    if !drawn.was_enough() {
        return Err(SealError::Seal);
    }
    let mut bytes = key.to_bytes().to_vec();
    bytes.extend(body);
    Ok(bytes)
}

/// Opens a sealed row.
///
/// # Errors
/// [`SealError::Open`] when it was sealed to another box, under another row's key, for another
/// purpose, or is not as it was sealed.
pub fn open(
    with: &OpeningKey,
    purpose: RowPurpose,
    row: &[u8; 16],
    sealed: &[u8],
) -> Result<Zeroizing<Vec<u8>>, SealError> {
    let (key, body) = sealed.split_at_checked(KEY).ok_or(SealError::Open)?;
    let key =
        <X25519HkdfSha256 as Kem>::EncappedKey::from_bytes(key).map_err(|_| SealError::Open)?;
    let to = with.box_key();
    hpke::single_shot_open::<ChaCha20Poly1305, HkdfSha256, X25519HkdfSha256>(
        &OpModeR::Base,
        &with.private,
        &key,
        to.context.bytes(),
        body,
        &bound(purpose, to.id(), row),
    )
    .map(Zeroizing::new)
    .map_err(|_| SealError::Open)
}

/// The part of a sealed ballot that no other one may have.
#[must_use]
pub fn encapsulated(sealed: &[u8]) -> Option<&[u8]> {
    sealed.get(..KEY)
}

/// What is authenticated besides: purpose, box and row, so that no row can be copied under a second
/// key or pass for one of another purpose.
fn bound(purpose: RowPurpose, id: BoxId, row: &[u8; 16]) -> Vec<u8> {
    let purpose: &[u8] = match purpose {
        RowPurpose::Cast => b"cast",
        RowPurpose::Paper => b"page",
        RowPurpose::Remarks => b"says",
    };
    [purpose, id.letters(), row].concat()
}

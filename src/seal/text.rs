//! A text that leaves the server and comes back to it: whoever carries it can neither read nor change it.
//!
//! A sealed text is the drawn bytes (24), the ciphertext and its tag (16 bytes): XChaCha20-Poly1305.

use chacha20poly1305::aead::{Aead as _, KeyInit as _, Payload};
use chacha20poly1305::{Key, XChaCha20Poly1305, XNonce};

use super::SealError;

/// Bytes that are drawn for each text.
const DRAWN: usize = 24;

/// Seals a text under a key. `drawn` are fresh random bytes, used for nothing else; what it is `bound` to
/// opens it and nothing else does.
///
/// # Errors
/// [`SealError::Seal`] when the crate refuses, which no text in memory causes.
pub fn seal(
    key: [u8; 32],
    drawn: [u8; DRAWN],
    bound: &[u8],
    text: &[u8],
) -> Result<Vec<u8>, SealError> {
    let body = XChaCha20Poly1305::new(&Key::from(key)).encrypt(
        &XNonce::from(drawn),
        Payload {
            msg: text,
            aad: bound,
        },
    );
    let mut sealed = drawn.to_vec();
    sealed.extend(body.map_err(|_| SealError::Seal)?);
    Ok(sealed)
}

/// Opens a sealed text.
///
/// # Errors
/// [`SealError::Open`] when it was sealed under another key or for something else, or is not as it was.
pub fn open(key: [u8; 32], bound: &[u8], sealed: &[u8]) -> Result<Vec<u8>, SealError> {
    let (drawn, body) = sealed.split_first_chunk().ok_or(SealError::Open)?;
    XChaCha20Poly1305::new(&Key::from(key))
        .decrypt(
            &XNonce::from(*drawn),
            Payload {
                msg: body,
                aad: bound,
            },
        )
        .map_err(|_| SealError::Open)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_opens_as_it_was_for_what_it_is_bound_to_alone() {
        let (key, drawn) = ([7; 32], [9; DRAWN]);
        let sealed = seal(key, drawn, b"account 3", "牧道".as_bytes()).unwrap();
        assert_eq!(open(key, b"account 3", &sealed).unwrap(), "牧道".as_bytes());
        assert_eq!(open(key, b"account 4", &sealed), Err(SealError::Open));
        assert_eq!(open([8; 32], b"account 3", &sealed), Err(SealError::Open));
        for at in 0..sealed.len() {
            let mut other = sealed.clone();
            other[at] ^= 1;
            assert_eq!(open(key, b"account 3", &other), Err(SealError::Open));
        }
        assert_eq!(open(key, b"account 3", &[]), Err(SealError::Open));
    }
}

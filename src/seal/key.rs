//! The secret of a box, the key pair that it gives in a context, and the box's short name.

use hkdf::Hkdf;
use hpke::kem::X25519HkdfSha256;
use hpke::{Deserializable as _, Kem, Serializable as _};
use sha2::{Digest as _, Sha256};
use zeroize::Zeroizing;

use super::{BoxContext, SealError};

/// The letters of a box's name: Crockford's base 32, without I, L, O and U.
const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// Letters of a box's name: 40 bits.
const NAME: usize = 8;

/// The secret of a box: 128 bits, from which its key is derived. It has no `Debug`, cannot be copied
/// by accident and is overwritten when it is dropped.
pub struct Secret(pub(super) Zeroizing<[u8; 16]>);

impl Secret {
    /// The secret of 16 random bytes.
    #[must_use]
    pub fn of(bytes: [u8; 16]) -> Self {
        Self(Zeroizing::new(bytes))
    }

    /// Its bytes, for the file of a demo.
    #[must_use]
    pub fn bytes(&self) -> &[u8; 16] {
        &self.0
    }

    /// The key that opens the box of a context.
    ///
    /// # Errors
    /// [`SealError::Key`]: it cannot happen with a secret of 16 bytes.
    pub fn opening_key(&self, context: &BoxContext) -> Result<OpeningKey, SealError> {
        let mut seed = Zeroizing::new([0; 32]);
        Hkdf::<Sha256>::new(Some(&context.digest()), &*self.0)
            .expand(b"box-key", &mut *seed)
            .map_err(|_| SealError::Key)?;
        let (private, public) = X25519HkdfSha256::derive_keypair(&*seed);
        Ok(OpeningKey {
            private,
            box_key: BoxKey::named(public, context.clone()),
        })
    }
}

/// A box's name: 8 letters of the SHA-256 of its key and its context, printed on its cards.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct BoxId([u8; NAME]);

impl BoxId {
    fn of(public: &[u8], context: &BoxContext) -> Self {
        let hash = Sha256::new()
            .chain_update(public)
            .chain_update(context.bytes())
            .finalize();
        let head = hash
            .iter()
            .take(5)
            .fold(0_u64, |bits, byte| (bits << 8) | u64::from(*byte));
        let letter = |place: usize| {
            let bits = head.checked_shr(u32::try_from(35 - 5 * place).unwrap_or(0));
            let index = usize::try_from(bits.unwrap_or(0) & 31).unwrap_or(0);
            LETTERS.get(index).copied().unwrap_or(b'0')
        };
        Self(std::array::from_fn(letter))
    }

    /// A name that was stored or typed.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let letters: [u8; NAME] = text.as_bytes().try_into().ok()?;
        letters
            .iter()
            .all(|letter| LETTERS.contains(letter))
            .then_some(Self(letters))
    }

    /// Its letters, in ASCII.
    #[must_use]
    pub fn letters(&self) -> &[u8] {
        &self.0
    }
}

impl std::fmt::Display for BoxId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0
            .iter()
            .try_for_each(|letter| std::fmt::Write::write_char(f, char::from(*letter)))
    }
}

/// The public half: whoever has it can put ballots in, and nobody can take one out with it.
#[derive(Clone)]
pub struct BoxKey {
    pub(super) public: <X25519HkdfSha256 as Kem>::PublicKey,
    pub(super) context: BoxContext,
    id: BoxId,
}

impl std::fmt::Debug for BoxKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("BoxKey").field(&self.id).finish()
    }
}

impl BoxKey {
    /// The key of stored bytes.
    ///
    /// # Errors
    /// [`SealError::Key`] when they are no public key.
    pub fn stored(public: &[u8], context: BoxContext) -> Result<Self, SealError> {
        let public =
            <X25519HkdfSha256 as Kem>::PublicKey::from_bytes(public).map_err(|_| SealError::Key)?;
        Ok(Self::named(public, context))
    }

    fn named(public: <X25519HkdfSha256 as Kem>::PublicKey, context: BoxContext) -> Self {
        let id = BoxId::of(&public.to_bytes(), &context);
        Self {
            public,
            context,
            id,
        }
    }

    /// Its 32 bytes.
    #[must_use]
    pub fn bytes(&self) -> [u8; 32] {
        self.public.to_bytes().into()
    }

    /// What it is bound to.
    #[must_use]
    pub fn context(&self) -> &BoxContext {
        &self.context
    }

    /// The box's name.
    #[must_use]
    pub fn id(&self) -> BoxId {
        self.id
    }
}

/// The private half, with the public one beside it. It has no `Debug` and is overwritten when it is
/// dropped.
pub struct OpeningKey {
    pub(super) private: <X25519HkdfSha256 as Kem>::PrivateKey,
    box_key: BoxKey,
}

impl OpeningKey {
    /// The public half.
    #[must_use]
    pub fn box_key(&self) -> &BoxKey {
        &self.box_key
    }
}

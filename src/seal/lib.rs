//! SEAL. The protocol of the sealed box as pure functions: bytes in, bytes out.
//!
//! A [`Secret`] and the [`BoxContext`] of a round give a key pair ([`OpeningKey`], [`BoxKey`]); each
//! ballot is sealed to the public half (RFC 9180); the secret is split over [`Card`]s. No clock, no
//! chance (random bytes are handed in), no store: only crates for cryptography are named here, and
//! they are named nowhere else. Why so: `docs/decisions/0006-sealed-box.md`.

pub mod ballot;
pub mod card;
pub mod context;
pub mod key;
mod random_bytes;
pub mod share;
#[cfg(test)]
mod tests;
pub mod text;

pub use card::Card;
pub use context::BoxContext;
pub use key::{BoxId, BoxKey, OpeningKey, Secret};
pub use share::Share;

/// Why something could not be sealed, opened or put together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SealError {
    /// Stored bytes are no public key.
    #[error("the stored key of the box is no key")]
    Key,
    /// A ballot could not be sealed.
    #[error("the ballot could not be sealed")]
    Seal,
    /// A row is not sealed to this box under its key.
    #[error("the row does not open")]
    Open,
    /// The secret could not be split, or these shares are not of one secret.
    #[error("the shares do not make a secret")]
    Shares,
}

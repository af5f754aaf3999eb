//! What the key of a box is bound to: congress, poll, round, slate, rules, the number of cards,
//! the installation's epoch and the box's own random name.
//!
//! Any other box has another context, also one of the same round that is sealed again and one of the
//! same numbers after a restore: cards of another box give another key, and a mix-up can open nothing.

use sha2::{Digest as _, Sha256};

use domain::digest::Digest;
use domain::round::holding::KeyHolding;

/// The version of everything here; another one is another box.
const VERSION: &str = "minsheng-box-v2";
/// The suite of RFC 9180. It stands in the context, so that a later suite is another box too.
const SUITE: &str = "DHKEM(X25519,HKDF-SHA256),HKDF-SHA256,ChaCha20Poly1305";

/// The facts that a box is bound to.
#[derive(Debug, Clone, Copy)]
pub struct BoxFacts<'b> {
    /// The congress's short name, which is no other's.
    pub congress: &'b str,
    /// The poll's number.
    pub poll: i64,
    /// The round's number in the store.
    pub round: i64,
    /// Digest of the frozen slate.
    pub slate: Digest,
    /// Digest of the frozen rules.
    pub rules: Digest,
    /// How many cards there are, and how many open the box.
    pub holding: KeyHolding,
    /// The installation's epoch: restoring draws another.
    pub epoch: [u8; 16],
    /// The box's random name, drawn for this sealing.
    pub name: [u8; 16],
}

/// The canonical bytes of a context: a version line, then each part after its length (4 bytes,
/// big-endian).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BoxContext(Vec<u8>);

impl BoxContext {
    /// The context of these facts.
    #[must_use]
    pub fn of(bound: &BoxFacts<'_>) -> Self {
        let mut bytes = format!("{VERSION}\n").into_bytes();
        let parts: [&[u8]; 10] = [
            SUITE.as_bytes(),
            bound.congress.as_bytes(),
            &bound.poll.to_be_bytes(),
            &bound.round.to_be_bytes(),
            &bound.slate.0,
            &bound.rules.0,
            &[bound.holding.needed()],
            &[bound.holding.cards()],
            &bound.epoch,
            &bound.name,
        ];
        for part in parts {
            let length = u32::try_from(part.len()).unwrap_or(u32::MAX);
            bytes.extend(length.to_be_bytes());
            bytes.extend(part);
        }
        Self(bytes)
    }

    /// A context as it was stored.
    #[must_use]
    pub fn stored(bytes: Vec<u8>) -> Self {
        Self(bytes)
    }

    /// Its bytes.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.0
    }

    /// SHA-256 of its bytes: the salt of the key.
    pub(super) fn digest(&self) -> [u8; 32] {
        Sha256::digest(&self.0).into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bound() -> BoxFacts<'static> {
        BoxFacts {
            congress: "qinghe",
            poll: 1,
            round: 1,
            slate: Digest([1; 32]),
            rules: Digest([2; 32]),
            holding: KeyHolding::TwoOfThree,
            epoch: [3; 16],
            name: [4; 16],
        }
    }

    #[test]
    fn whatever_differs_gives_another_context() {
        let base = BoxContext::of(&bound());
        let others = [
            BoxFacts {
                congress: "qingh",
                ..bound()
            },
            BoxFacts { poll: 2, ..bound() },
            BoxFacts {
                round: 2,
                ..bound()
            },
            BoxFacts {
                slate: Digest([2; 32]),
                ..bound()
            },
            BoxFacts {
                rules: Digest([1; 32]),
                ..bound()
            },
            BoxFacts {
                holding: KeyHolding::ThreeOfFive,
                ..bound()
            },
            BoxFacts {
                epoch: [4; 16],
                ..bound()
            },
            BoxFacts {
                name: [3; 16],
                ..bound()
            },
        ];
        for other in others {
            assert!(BoxContext::of(&other) != base, "{other:?}");
        }
    }

    #[test]
    fn the_bytes_are_pinned() {
        let context = BoxContext::of(&bound());
        assert!(
            context
                .bytes()
                .starts_with(b"minsheng-box-v2\n\0\0\0\x36DHKEM(X25519")
        );
        assert_eq!(
            Digest(context.digest()).to_string(),
            "5e3d98f8be26370de89d553dc013e9359611c1f5cf64b09ff8aa18ab9619f9d3"
        );
    }
}

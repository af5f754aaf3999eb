//! The ticket of a slip that was presented: what a voter's cookie carries.

use crate::installation::keys::Keys;
use domain::digest::Digest;
use domain::id::RoundId;

/// The purpose of the keyed hash that says that a browser heard of a cast.
pub(crate) const HEARD: &str = "heard";

/// A slip that was presented: what a voter's cookie carries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Ticket {
    pub(crate) slip: Digest,
    /// What this browser heard of a cast, as its other cookie says it; it is believed when it is
    /// compared with slip and round.
    heard: Option<Digest>,
}

impl Ticket {
    /// The ticket of a slip by its name in the store, for the dummies of a rehearsal.
    pub(crate) fn of(slip: Digest) -> Self {
        Self { slip, heard: None }
    }

    /// The ticket of a browser that brings along what it heard of a cast.
    #[must_use]
    pub fn with_heard(self, cookie: &str) -> Self {
        Self {
            heard: Digest::from_hex(cookie),
            ..self
        }
    }

    /// Whether the browser heard of a cast of this slip in a round: what it says is compared always, so
    /// that a cookie costs the same with and without.
    pub(crate) fn has_heard(self, keys: &Keys, round: RoundId) -> bool {
        let said = self.heard.unwrap_or(Digest([0; 32])).to_string();
        keys.agrees(&said, HEARD, &[&self.slip.0, &round.0.to_be_bytes()])
    }

    /// The same ticket whatever its browser heard: one for each slip.
    #[must_use]
    pub fn unheard(self) -> Self {
        Self::of(self.slip)
    }

    /// Whether both are of one slip.
    #[must_use]
    pub fn is_of_slip(self, other: Self) -> bool {
        self.slip == other.slip
    }
}

//! The congresses of a prefecture and the two bodies that may sit for one of them.

use super::id::CongressId;
use super::quorum::{more_than_half, two_thirds};
use crate::words;

words! {
    /// The level of a congress. The prefecture is not one: its work committee guides and never votes.
    pub enum Level {
        /// A county or a city without districts; has a standing committee.
        County = "county",
        /// A township, town or ethnic township; has a presidium and no standing committee.
        Township = "township",
    }
}

words! {
    /// Who sits: the body gives the base N and the quorum rule of a session.
    pub enum Body {
        /// The congress in plenary session: N is its deputies in office.
        Congress = "congress",
        /// The standing committee of a county's congress: N is its members in office.
        StandingCommittee = "standing_committee",
    }
}

impl Body {
    /// Whether a congress of this level has this body (地方组织法 2022, articles 19 and 47).
    #[must_use]
    pub fn exists_at(self, level: Level) -> bool {
        match (self, level) {
            (Self::Congress, Level::County | Level::Township)
            | (Self::StandingCommittee, Level::County) => true,
            (Self::StandingCommittee, Level::Township) => false,
        }
    }

    /// How many of `due` members must be present to sit: two thirds of a congress, the number
    /// itself included (地方组织法 2022, article 14); more than half of a standing committee
    /// (article 51).
    #[must_use]
    pub fn quorum(self, due: u32) -> u32 {
        match self {
            Self::Congress => two_thirds(due),
            Self::StandingCommittee => more_than_half(due),
        }
    }
}

/// More than half of all members, whoever is there: what a decision of a congress needs.
#[must_use]
pub fn majority_of_all(members: u32) -> u32 {
    more_than_half(members)
}

/// A congress as pages and rules need it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Congress {
    /// Its identifier.
    pub id: CongressId,
    /// The word in addresses, ASCII.
    pub slug: String,
    /// Its name, for example 青河县.
    pub name: String,
    /// County or township.
    pub level: Level,
    /// The county of a township.
    pub parent: Option<CongressId>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quorums_of_the_worked_numbers() {
        for (due, needed) in [
            (45, 30),
            (48, 32),
            (49, 33),
            (58, 39),
            (161, 108),
            (327, 218),
        ] {
            assert_eq!(Body::Congress.quorum(due), needed, "{due} deputies");
        }
        for (due, needed) in [(25, 13), (26, 14), (1, 1)] {
            assert_eq!(Body::StandingCommittee.quorum(due), needed, "{due} members");
        }
    }

    #[test]
    fn a_township_has_no_standing_committee() {
        assert!(!Body::StandingCommittee.exists_at(Level::Township));
        assert!(Body::StandingCommittee.exists_at(Level::County));
    }
}

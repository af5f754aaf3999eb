//! The congresses of a prefecture and the two bodies that may sit for one of them.

use super::id::CongressId;

/// The level of a congress. The prefecture is not one: its work committee guides and never votes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// A county or a city without districts; has a standing committee.
    County,
    /// A township, town or ethnic township; has a presidium and no standing committee.
    Township,
}

impl Level {
    /// The word in the store and in files.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::County => "county",
            Self::Township => "township",
        }
    }

    /// The level of a word.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::County, Self::Township]
            .into_iter()
            .find(|level| level.word() == word)
    }
}

/// Who sits: the body gives the base N and the quorum rule of a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Body {
    /// The congress in plenary session: N is its deputies in office.
    Congress,
    /// The standing committee of a county's congress: N is its members in office.
    StandingCommittee,
}

impl Body {
    /// Both bodies.
    pub const ALL: [Self; 2] = [Self::Congress, Self::StandingCommittee];

    /// The word in the store.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Congress => "congress",
            Self::StandingCommittee => "standing_committee",
        }
    }

    /// The body of a word.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|body| body.word() == word)
    }

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
            Self::Congress => due - due / 3,
            Self::StandingCommittee => due / 2 + 1,
        }
    }
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

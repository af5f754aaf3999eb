//! How the key of a sealed box is held: by cards on paper, or, where nothing is secret, by the server.

use count::words;

words! {
    /// Who holds the key of a round's box, chosen at sealing.
    pub enum KeyHolding {
        /// The server, in a file: only in a demo, for an administrator can open the box then.
        Server = "server",
        /// Two cards, each of which opens the box: for a small congress.
        OneOfTwo = "1-of-2",
        /// Three cards, any two of which open it.
        TwoOfThree = "2-of-3",
        /// Five cards, any three of which open it.
        ThreeOfFive = "3-of-5",
    }
}

impl KeyHolding {
    /// Cards that are made (n); none where the server holds the key.
    #[must_use]
    pub fn cards(self) -> u8 {
        match self {
            Self::Server => 0,
            Self::OneOfTwo => 2,
            Self::TwoOfThree => 3,
            Self::ThreeOfFive => 5,
        }
    }

    /// Cards that open the box (k); none where the server holds the key.
    #[must_use]
    pub fn needed(self) -> u8 {
        match self {
            Self::Server => 0,
            Self::OneOfTwo => 1,
            Self::TwoOfThree => 2,
            Self::ThreeOfFive => 3,
        }
    }

    /// How many cards must be destroyed, so that those left open nothing (n - k + 1).
    #[must_use]
    pub fn to_destroy(self) -> u8 {
        match self {
            Self::Server => 0,
            Self::OneOfTwo | Self::TwoOfThree | Self::ThreeOfFive => {
                self.cards() - self.needed() + 1
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_left_after_destroying_enough_opens_nothing() {
        for holding in KeyHolding::ALL {
            assert_eq!(KeyHolding::from_word(holding.word()), Some(holding));
            let left = holding.cards() - holding.to_destroy();
            assert!(holding == KeyHolding::Server || left == holding.needed() - 1);
        }
        let table = KeyHolding::ALL.map(|h| (h.needed(), h.cards(), h.to_destroy()));
        assert_eq!(table, [(0, 0, 0), (1, 2, 2), (2, 3, 2), (3, 5, 3)]);
    }
}

//! What may go over which line: the one rule that decides it, at the router and in the law.
//!
//! On a line that others in the net can listen to, whatever passes is theirs too: a PIN, a card, a printed
//! code, and the cookie of whoever is the second person. Such a thing is sent or taken at the machine itself
//! or over TLS, and nowhere else.

use crate::problem::Problem;

/// The line between a browser and this server.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum LineSafety {
    /// TLS, or the machine itself.
    #[default]
    Closed,
    /// Plain HTTP from elsewhere: others can listen.
    Open,
}

/// What goes over a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LineContent {
    /// What others may as well read and send.
    Plain,
    /// A PIN, a card, or a print of codes: of slips, of officers' slips, of first sign-ins, of cards.
    Secret,
    /// The word of the second of two people.
    SecondWord,
}

impl LineSafety {
    /// Refuses what an open line must not carry.
    ///
    /// # Errors
    /// `line-is-open`, with the ways out.
    pub fn carries(self, what: LineContent) -> Result<(), Problem> {
        match (self, what) {
            (Self::Closed, _) | (Self::Open, LineContent::Plain) => Ok(()),
            (Self::Open, LineContent::Secret | LineContent::SecondWord) => {
                Err(Problem::error("line-is-open"))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_open_line_carries_neither_a_secret_nor_a_second_word() {
        let refused = [LineContent::Secret, LineContent::SecondWord];
        for what in refused {
            assert_eq!(
                LineSafety::Open.carries(what).unwrap_err().code,
                "line-is-open"
            );
            assert!(LineSafety::Closed.carries(what).is_ok());
        }
        assert!(LineSafety::Open.carries(LineContent::Plain).is_ok());
    }
}

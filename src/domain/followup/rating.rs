//! What residents say of a project at its site (群众评价): a word and a remark, without a name.
//!
//! It is no vote. It is never summed with the deputies' grades, and one phone counts once a month as
//! far as a phone can be told from another: whoever clears the browser can speak again.

use super::month::Month;
use crate::id::{FindingId, ProjectId, RatingId};
use crate::problem::Problem;
use count::words;

/// Letters of a remark at most.
pub const MOST_REMARK: usize = 200;

words! {
    /// What a resident says.
    pub enum RatingWord {
        /// Satisfied (满意).
        Satisfied = "satisfied",
        /// Neither (一般).
        Fair = "fair",
        /// Dissatisfied (不满意).
        Dissatisfied = "dissatisfied",
    }
}

/// One resident's rating.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rating {
    /// Identifier.
    pub id: RatingId,
    pub project: ProjectId,
    /// The month: no other time is kept.
    pub month: Month,
    pub word: RatingWord,
    /// The remark, for the office: it may name people, so it is not published.
    pub remark: String,
    /// The finding that it became.
    pub finding: Option<FindingId>,
}

impl Rating {
    /// Whether the office has still to look into it: it is low, and no finding came of it.
    #[must_use]
    pub fn is_waiting(&self) -> bool {
        self.word == RatingWord::Dissatisfied && self.finding.is_none()
    }
}

/// How many residents said each word, in the order of [`RatingWord::ALL`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct RatingCounts {
    pub satisfied: u32,
    /// Neither.
    pub fair: u32,
    pub dissatisfied: u32,
}

impl RatingCounts {
    /// Everybody who said something.
    #[must_use]
    pub fn all(&self) -> u32 {
        self.satisfied
            .saturating_add(self.fair)
            .saturating_add(self.dissatisfied)
    }

    /// How many said this word.
    #[must_use]
    pub fn of(&self, word: RatingWord) -> u32 {
        match word {
            RatingWord::Satisfied => self.satisfied,
            RatingWord::Fair => self.fair,
            RatingWord::Dissatisfied => self.dissatisfied,
        }
    }
}

/// A remark as it is kept: without control or direction characters at its ends and inside.
///
/// # Errors
/// `remark-long` (fact `most`) at `remark`.
pub fn checked_remark(remark: &str) -> Result<String, Problem> {
    let is_kept = |c: &char| {
        !c.is_control() && !matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    let remark: String = remark.trim().chars().filter(is_kept).collect();
    if remark.chars().count() > MOST_REMARK {
        let problem = Problem::error("remark-long").at("remark");
        return Err(problem.with("most", MOST_REMARK));
    }
    Ok(remark)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_low_word_without_a_finding_waits() {
        let rating = |word, finding| Rating {
            id: RatingId(1),
            project: ProjectId(1),
            month: Month::new(2026, 7).unwrap(),
            word,
            remark: String::new(),
            finding,
        };
        assert!(rating(RatingWord::Dissatisfied, None).is_waiting());
        assert!(!rating(RatingWord::Dissatisfied, Some(FindingId(3))).is_waiting());
        assert!(!rating(RatingWord::Fair, None).is_waiting());
    }

    #[test]
    fn a_remark_is_short_and_cannot_turn_the_page_around() {
        assert_eq!(
            checked_remark("  good \u{202e}road\n ").unwrap(),
            "good road"
        );
        assert!(checked_remark(&"a".repeat(200)).is_ok());
        assert_eq!(
            checked_remark(&"a".repeat(201)).unwrap_err().code,
            "remark-long"
        );
    }
}

//! The rules of a poll (票决办法) as data: every setting, its canonical text and its numbers.
//!
//! Statute fixes the quorum and the majority of *all* members (地方组织法 2022, articles 14, 25,
//! 51); ties, shortfall and marks for projects stand only in each congress's own rules, so each is
//! a setting here, adopted by the sitting, hashed and frozen before the first slip is drawn.

use crate::domain::congress::Body;

/// An unmarked line counts as this.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unmarked {
    /// As an abstention.
    Abstain,
    /// As opposition.
    Oppose,
}

/// More approvals than allowed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Overmark {
    /// The whole paper is void.
    PaperVoid,
}

/// Fewer approvals than places.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Undermark {
    /// Valid: up to K.
    Valid,
    /// Void unless exactly K.
    MustEqual,
}

/// A paper without any mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Blank {
    /// A valid paper; every line counts as `unmarked` says.
    Valid,
    /// A void paper.
    Void,
}

/// Equal votes at the last place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tie {
    /// A run-off among exactly the tied.
    RunOff,
    /// The presidium decides and gives its reason.
    Presidium,
}

/// Fewer candidates pass than there are places.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shortfall {
    /// Those that pass are taken.
    TakeFewer,
    /// A supplementary round among the next by votes, once.
    Supplementary,
}

/// The rules of one poll.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rules {
    /// The body: gives quorum and base.
    pub body: Body,
    /// Projects to choose (K).
    pub places: u16,
    /// See [`Unmarked`].
    pub unmarked: Unmarked,
    /// See [`Overmark`].
    pub overmark: Overmark,
    /// See [`Undermark`].
    pub undermark: Undermark,
    /// See [`Blank`].
    pub blank: Blank,
    /// See [`Tie`].
    pub tie: Tie,
    /// See [`Shortfall`].
    pub shortfall: Shortfall,
}

/// A canonical text that is not of rules this program knows.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the stored rules cannot be read: {0}")]
pub struct UnknownRules(String);

const VERSION: &str = "minsheng-rules 1";

impl Rules {
    /// The default template: three marks for each candidate, approving up to K; K by votes among
    /// those with a majority of all; ties to a run-off, a shortfall is taken as it is.
    #[must_use]
    pub fn per_item(places: u16, body: Body) -> Self {
        Self {
            body,
            places,
            unmarked: Unmarked::Abstain,
            overmark: Overmark::PaperVoid,
            undermark: Undermark::Valid,
            blank: Blank::Valid,
            tie: Tie::RunOff,
            shortfall: Shortfall::TakeFewer,
        }
    }

    /// The approvals that a paper of so many lines may bear.
    #[must_use]
    pub fn most_approvals(&self, lines: usize) -> usize {
        usize::from(self.places).min(lines)
    }

    /// The votes a candidate needs: more than half of all `due` members, absent ones included
    /// (地方组织法 2022, article 25).
    #[must_use]
    pub fn needed(&self, due: u32) -> u32 {
        due / 2 + 1
    }

    /// The canonical text: a version line, then `name = value` lines in a fixed order.
    #[must_use]
    pub fn canonical(&self) -> String {
        let lines = [
            ("kind", "per-item".to_owned()),
            ("body", self.body.word().to_owned()),
            ("places", self.places.to_string()),
            ("base", "all".to_owned()),
            ("unmarked", pick(self.unmarked, UNMARKED)),
            ("overmark", pick(self.overmark, OVERMARK)),
            ("undermark", pick(self.undermark, UNDERMARK)),
            ("blank", pick(self.blank, BLANK)),
            ("tie", pick(self.tie, TIE)),
            ("shortfall", pick(self.shortfall, SHORTFALL)),
        ];
        let body: String = lines
            .iter()
            .map(|(name, value)| format!("{name} = {value}\n"))
            .collect();
        format!("{VERSION}\n{body}")
    }

    /// The rules of a canonical text.
    ///
    /// # Errors
    /// [`UnknownRules`] with the line that is not known.
    pub fn from_canonical(text: &str) -> Result<Self, UnknownRules> {
        let unknown = |what: &str| UnknownRules(what.to_owned());
        let mut lines = text.lines();
        if lines.next() != Some(VERSION) {
            return Err(unknown("version"));
        }
        let mut value = |name: &str| -> Result<String, UnknownRules> {
            let line = lines.next().unwrap_or_default();
            let (found, value) = line.split_once(" = ").ok_or_else(|| unknown(name))?;
            if found == name {
                Ok(value.to_owned())
            } else {
                Err(unknown(line))
            }
        };
        if value("kind")? != "per-item" {
            return Err(unknown("kind"));
        }
        let body = Body::from_word(&value("body")?).ok_or_else(|| unknown("body"))?;
        let places = value("places")?.parse().map_err(|_| unknown("places"))?;
        if value("base")? != "all" {
            return Err(unknown("base"));
        }
        Ok(Self {
            body,
            places,
            unmarked: find(&value("unmarked")?, UNMARKED)?,
            overmark: find(&value("overmark")?, OVERMARK)?,
            undermark: find(&value("undermark")?, UNDERMARK)?,
            blank: find(&value("blank")?, BLANK)?,
            tie: find(&value("tie")?, TIE)?,
            shortfall: find(&value("shortfall")?, SHORTFALL)?,
        })
    }
}

/// The words of a setting's values.
type Values<T> = &'static [(T, &'static str)];

/// Values of [`Unmarked`] with their words, as in forms and in the canonical text.
pub const UNMARKED: Values<Unmarked> =
    &[(Unmarked::Abstain, "abstain"), (Unmarked::Oppose, "oppose")];
/// Values of [`Overmark`].
pub const OVERMARK: Values<Overmark> = &[(Overmark::PaperVoid, "paper-void")];
/// Values of [`Undermark`].
pub const UNDERMARK: Values<Undermark> = &[
    (Undermark::Valid, "valid"),
    (Undermark::MustEqual, "must-equal"),
];
/// Values of [`Blank`].
pub const BLANK: Values<Blank> = &[(Blank::Valid, "valid"), (Blank::Void, "void")];
/// Values of [`Tie`].
pub const TIE: Values<Tie> = &[(Tie::RunOff, "run-off"), (Tie::Presidium, "presidium")];
/// Values of [`Shortfall`].
pub const SHORTFALL: Values<Shortfall> = &[
    (Shortfall::TakeFewer, "take-fewer"),
    (Shortfall::Supplementary, "supplementary"),
];

/// The word of a setting's value.
#[must_use]
pub fn pick<T: PartialEq + Copy>(value: T, values: Values<T>) -> String {
    let found = values.iter().find(|(one, _)| *one == value);
    found.map_or_else(String::new, |(_, word)| (*word).to_owned())
}

/// The value of a setting's word.
///
/// # Errors
/// [`UnknownRules`] with the word.
pub fn find<T: Copy>(word: &str, values: Values<T>) -> Result<T, UnknownRules> {
    let found = values.iter().find(|(_, one)| *one == word);
    found
        .map(|(value, _)| *value)
        .ok_or_else(|| UnknownRules(word.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_canonical_text_is_read_back_and_pinned() {
        let rules = Rules::per_item(4, Body::Congress);
        assert_eq!(Rules::from_canonical(&rules.canonical()), Ok(rules.clone()));
        assert_eq!(
            rules.canonical(),
            "minsheng-rules 1\nkind = per-item\nbody = congress\nplaces = 4\nbase = all\n\
             unmarked = abstain\novermark = paper-void\nundermark = valid\nblank = valid\n\
             tie = run-off\nshortfall = take-fewer\n"
        );
        assert!(Rules::from_canonical("minsheng-rules 2\n").is_err());
        assert!(Rules::from_canonical(&rules.canonical().replace("run-off", "lot")).is_err());
    }

    #[test]
    fn majorities_of_the_worked_numbers() {
        let rules = Rules::per_item(4, Body::Congress);
        for (due, needed) in [
            (45, 23),
            (48, 25),
            (49, 25),
            (58, 30),
            (161, 81),
            (327, 164),
        ] {
            assert_eq!(rules.needed(due), needed, "{due} deputies");
        }
    }
}

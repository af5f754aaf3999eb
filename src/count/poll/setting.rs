//! The settings of a rules text: each question that statute leaves open, and its possible answers.
//!
//! Every answer has one word, used alike in forms and in the canonical text (`*` tables below).
//! Where an answer is `Unstated` the text is silent: the lint refuses such rules before a vote.

/// Of which number the majority is taken. Statute: of all in office (地方组织法 2022, articles 25
/// and 51); the others occur in evaluations and in older texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Base {
    /// All members in office at the opening roll (应到).
    InOffice,
    /// Those present.
    Present,
    /// Papers returned.
    Returned,
    /// Valid papers.
    Valid,
}

/// How many must be present to sit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Quorum {
    /// Two thirds, the number itself included (地方组织法 2022, article 14): a congress.
    TwoThirds,
    /// More than half (article 51): a standing committee.
    MoreThanHalf,
}

/// How many votes a candidate needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pass {
    /// More than half of the base.
    Majority,
    /// So many votes, written into the text.
    Votes(u32),
    /// None: the most votes win.
    None,
}

/// Whether exactly half of the base is enough.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Half {
    /// No: more than half is needed (过半数).
    Fails,
    /// Yes (半数以上 with the number included).
    Passes,
    /// The text leaves it open.
    Unstated,
}

/// How many candidates one paper may approve, tick or rank (M).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MarkLimit {
    /// As many as there are places.
    Places,
    /// So many.
    Number(u16),
    /// All of them.
    Unlimited,
}

/// An unmarked line counts as this.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unmarked {
    /// As an abstention.
    Abstain,
    /// As opposition.
    Oppose,
    /// As approval: nobody could then approve unseen (lint refuses it).
    Approve,
}

/// More approvals than allowed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Overmark {
    /// The whole paper is void.
    PaperVoid,
    /// Only its approvals are: those lines count as unmarked, the rest of the paper stands.
    SectionVoid,
}

/// Fewer approvals than the limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Undermark {
    /// Valid: up to the limit.
    Valid,
    /// Void unless exactly the limit.
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
    /// A run-off among exactly the tied (as 地方组织法 2022, article 29, has it for elections).
    RunOff,
    /// The presidium decides and gives its reason.
    Presidium,
    /// The text does not say.
    Unstated,
}

/// Fewer candidates pass than there are places.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shortfall {
    /// Those that pass are taken.
    TakeFewer,
    /// A supplementary round among the next by votes.
    Supplementary,
    /// The text does not say.
    Unstated,
}

/// How ranks become points. No rules text was found that says it (力洋镇 2010 reports ranks without
/// the way they were added up), so the way is named and its weights are in the rules.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RankSum {
    /// Borda: of M ranks the first is worth M points, the next one less, the last 1.
    BordaFalling,
    /// Borda with these points for rank 1, 2 and so on.
    BordaWeights(Vec<u32>),
}

/// The grades of an evaluation (测评).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GradeScale {
    /// Satisfied, basically satisfied, dissatisfied.
    Three,
    /// The same and abstain.
    Four,
}

/// How grades of a line become its grade (测评等次). No statute knows evaluations, so each local
/// method says it; the two forms found are a chain of majorities (镇海 2021) and rates (石鼓).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GradeRule {
    /// Satisfied, if the satisfied reach what [`Pass`] and [`Half`] ask of the base; else basically
    /// satisfied, if they and the basically satisfied together do; else dissatisfied.
    Chain,
    /// The same by rates of the base, in percent, the number itself included.
    Rates {
        /// What the satisfied must reach.
        satisfied: u8,
        /// What the satisfied and the basically satisfied must reach together.
        basically: u8,
    },
}

/// The words of a setting's values.
pub type Values<T> = &'static [(T, &'static str)];

/// Values of [`Base`] with their words, as in forms and in the canonical text.
pub const BASE: Values<Base> = &[
    (Base::InOffice, "in-office"),
    (Base::Present, "present"),
    (Base::Returned, "returned"),
    (Base::Valid, "valid"),
];
/// Values of [`Quorum`].
pub const QUORUM: Values<Quorum> = &[
    (Quorum::TwoThirds, "two-thirds"),
    (Quorum::MoreThanHalf, "more-than-half"),
];
/// Values of [`Half`].
pub const HALF: Values<Half> = &[
    (Half::Fails, "fails"),
    (Half::Passes, "passes"),
    (Half::Unstated, "unstated"),
];
/// Values of [`Unmarked`].
pub const UNMARKED: Values<Unmarked> = &[
    (Unmarked::Abstain, "abstain"),
    (Unmarked::Oppose, "oppose"),
    (Unmarked::Approve, "approve"),
];
/// Values of [`Overmark`].
pub const OVERMARK: Values<Overmark> = &[
    (Overmark::PaperVoid, "paper-void"),
    (Overmark::SectionVoid, "section-void"),
];
/// Values of [`Undermark`].
pub const UNDERMARK: Values<Undermark> = &[
    (Undermark::Valid, "valid"),
    (Undermark::MustEqual, "must-equal"),
];
/// Values of [`Blank`].
pub const BLANK: Values<Blank> = &[(Blank::Valid, "valid"), (Blank::Void, "void")];
/// Values of [`Tie`], also of the tie of a run-off.
pub const TIE: Values<Tie> = &[
    (Tie::RunOff, "run-off"),
    (Tie::Presidium, "presidium"),
    (Tie::Unstated, "unstated"),
];
/// Values of [`Shortfall`].
pub const SHORTFALL: Values<Shortfall> = &[
    (Shortfall::TakeFewer, "take-fewer"),
    (Shortfall::Supplementary, "supplementary"),
    (Shortfall::Unstated, "unstated"),
];
/// Values of [`GradeScale`].
pub const GRADE_SCALE: Values<GradeScale> =
    &[(GradeScale::Three, "three"), (GradeScale::Four, "four")];
/// Yes and no.
pub const YES_NO: Values<bool> = &[(true, "yes"), (false, "no")];

/// The word of a setting's value.
#[must_use]
pub fn pick<T: PartialEq + Copy>(value: T, values: Values<T>) -> String {
    let found = values.iter().find(|(one, _)| *one == value);
    found.map_or_else(String::new, |(_, word)| (*word).to_owned())
}

/// A canonical text or a word that is not of rules this program knows.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the stored rules cannot be read: {0}")]
pub struct UnknownRules(pub(super) String);

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

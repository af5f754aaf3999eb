//! The settings of a rules text: each question that statute leaves open, and its possible answers.
//!
//! Every answer has one word, used alike in forms and in the canonical text. Where an answer is
//! `Unstated` the text is silent: the lint refuses such rules before a vote. Which settings there are
//! is the table in [`rules`](super::rules).

use crate::congress::Body;
use crate::poll::kind::BallotKind;
use crate::words;

words! {
    /// Of which number the majority is taken. Statute: of all in office (地方组织法 2022, articles 25
    /// and 51); the others occur in evaluations and in older texts.
    pub enum CountingBase {
        /// All members in office at the opening roll (应到).
        InOffice = "in-office",
        /// Those present.
        Present = "present",
        /// Papers returned.
        Returned = "returned",
        /// Valid papers.
        Valid = "valid",
    }
}

words! {
    /// How many must be present to sit.
    pub enum QuorumRule {
        /// Two thirds, the number itself included (地方组织法 2022, article 14): a congress.
        TwoThirds = "two-thirds",
        /// More than half (article 51): a standing committee.
        MoreThanHalf = "more-than-half",
    }
}

/// How many votes a candidate needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PassRule {
    /// More than half of the base.
    Majority,
    /// So many votes, written into the text.
    Votes(u32),
    /// None: the most votes win.
    None,
}

words! {
    /// Whether exactly half of the base is enough.
    pub enum HalfRule {
        /// No: more than half is needed (过半数).
        Fails = "fails",
        /// Yes (半数以上 with the number included).
        Passes = "passes",
        /// The text leaves it open.
        Unstated = "unstated",
    }
}

/// How many candidates one paper may approve, tick or rank (M).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MarkLimit {
    Places,
    Number(u16),
    Unlimited,
}

words! {
    /// An unmarked line counts as this.
    pub enum UnmarkedRule {
        /// As an abstention.
        Abstain = "abstain",
        /// As opposition.
        Oppose = "oppose",
        /// As approval: nobody could then approve unseen (lint refuses it).
        Approve = "approve",
    }
}

words! {
    /// More approvals than allowed.
    pub enum OvermarkRule {
        /// The whole paper is void.
        PaperVoid = "paper-void",
        /// Only its approvals are: those lines count as unmarked, the rest of the paper stands.
        SectionVoid = "section-void",
    }
}

words! {
    /// Fewer approvals than the limit.
    pub enum UndermarkRule {
        /// Valid: up to the limit.
        Valid = "valid",
        /// Void unless exactly the limit.
        MustEqual = "must-equal",
    }
}

words! {
    /// A paper without any mark.
    pub enum BlankRule {
        /// A valid paper; every line counts as `unmarked` says.
        Valid = "valid",
        /// A void paper.
        Void = "void",
    }
}

words! {
    /// Equal votes at the last place.
    pub enum TieRule {
        /// A run-off among exactly the tied (as 地方组织法 2022, article 29, has it for elections).
        RunOff = "run-off",
        /// The presidium decides and gives its reason.
        Presidium = "presidium",
        /// The text does not say.
        Unstated = "unstated",
    }
}

words! {
    /// Fewer candidates pass than there are places.
    pub enum ShortfallRule {
        /// Those that pass are taken.
        TakeFewer = "take-fewer",
        /// A supplementary round among the next by votes.
        Supplementary = "supplementary",
        /// The text does not say.
        Unstated = "unstated",
    }
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

words! {
    /// The grades of an evaluation (测评).
    pub enum GradeScale {
        /// Satisfied, basically satisfied, dissatisfied.
        Three = "three",
        /// The same and abstain.
        Four = "four",
    }
}

/// How grades of a line become its grade (测评等次). No statute knows evaluations, so each local
/// method says it; the two forms found are a chain of majorities (镇海 2021) and rates (石鼓).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GradeRule {
    /// Satisfied, if the satisfied reach what [`PassRule`] and [`HalfRule`] ask of the base; else basically
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

/// Where the page of the rules has a setting: in which part, and in which order there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum PageSection {
    /// Nowhere: a template says it, or another page.
    Nowhere,
    /// Among those that every congress decides.
    Open(u8),
    /// Folded away with the rare ones.
    Folded(u8),
}

/// How a setting is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SettingInput {
    /// Not at all: a template says it.
    Never,
    /// A whole number from the first to the last.
    Number(u32, u32),
    /// One of these words, which stand in the canonical text too.
    Words(&'static [&'static str]),
    /// One of these answers, with something typed beside it.
    Choices(&'static [SettingChoice]),
}

/// One answer to a setting: its word in forms and message keys, how it begins in the canonical text, and
/// what is typed beside it, which follows there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SettingChoice {
    /// Its word in forms and message keys.
    pub word: &'static str,
    /// How it begins in the canonical text.
    pub canonical: &'static str,
    /// The fields beside it: each its name, and from where to where its number goes; else it is a list.
    pub inputs: &'static [(&'static str, Option<(u32, u32)>)],
}

const fn choice(
    word: &'static str,
    canonical: &'static str,
    inputs: &'static [(&'static str, Option<(u32, u32)>)],
) -> SettingChoice {
    SettingChoice {
        word,
        canonical,
        inputs,
    }
}

impl SettingInput {
    /// The answers that there are.
    #[must_use]
    pub fn choices(&self) -> Vec<SettingChoice> {
        match self {
            Self::Never | Self::Number(..) => Vec::new(),
            Self::Words(words) => words.iter().map(|word| choice(word, word, &[])).collect(),
            Self::Choices(choices) => choices.to_vec(),
        }
    }

    /// The answer that canonical words are, and what is typed beside it.
    #[must_use]
    pub fn split<'w>(&self, words: &'w str) -> Option<(SettingChoice, Vec<&'w str>)> {
        let choices = self.choices();
        let mut plain = choices.iter().filter(|choice| choice.inputs.is_empty());
        if let Some(choice) = plain.find(|choice| choice.canonical == words) {
            return Some((*choice, Vec::new()));
        }
        let mut typed = choices.iter().filter(|choice| !choice.inputs.is_empty());
        typed.find_map(|choice| {
            let rest = words.strip_prefix(choice.canonical)?;
            Some((*choice, rest.splitn(choice.inputs.len(), ' ').collect()))
        })
    }
}

/// An answer as it stands in the canonical text.
pub(super) trait SettingValue: Sized {
    /// The canonical words.
    fn write(&self) -> String;
    /// The answer of canonical words.
    fn read(words: &str) -> Option<Self>;
}

macro_rules! answers_of_words {
    ($($name:ident),+) => {$(
        impl SettingValue for $name {
            fn write(&self) -> String {
                self.word().to_owned()
            }

            fn read(words: &str) -> Option<Self> {
                Self::from_word(words)
            }
        }
    )+};
}

answers_of_words!(
    BallotKind,
    Body,
    QuorumRule,
    CountingBase,
    HalfRule,
    UnmarkedRule,
    OvermarkRule,
    UndermarkRule,
    BlankRule,
    GradeScale,
    TieRule,
    ShortfallRule
);

macro_rules! answers_of_numbers {
    ($($name:ident),+) => {$(
        impl SettingValue for $name {
            fn write(&self) -> String {
                self.to_string()
            }

            fn read(words: &str) -> Option<Self> {
                words.parse().ok()
            }
        }
    )+};
}

answers_of_numbers!(u8, u16);

impl SettingValue for bool {
    fn write(&self) -> String {
        if *self { "yes" } else { "no" }.to_owned()
    }

    fn read(words: &str) -> Option<Self> {
        match words {
            "yes" => Some(true),
            "no" => Some(false),
            _ => None,
        }
    }
}

/// Yes or no.
pub(super) const YES_NO: SettingInput = SettingInput::Words(&["yes", "no"]);

impl SettingValue for PassRule {
    fn write(&self) -> String {
        match self {
            Self::Majority => "majority".to_owned(),
            Self::Votes(votes) => format!("votes {votes}"),
            Self::None => "none".to_owned(),
        }
    }

    fn read(words: &str) -> Option<Self> {
        match words {
            "majority" => Some(Self::Majority),
            "none" => Some(Self::None),
            votes => votes.strip_prefix("votes ")?.parse().ok().map(Self::Votes),
        }
    }
}

impl PassRule {
    pub(super) const ASKED: SettingInput = SettingInput::Choices(&[
        choice("majority", "majority", &[]),
        choice("votes", "votes ", &[("pass-votes", Some((1, 99_999)))]),
        choice("none", "none", &[]),
    ]);
}

impl SettingValue for MarkLimit {
    fn write(&self) -> String {
        match self {
            Self::Places => "places".to_owned(),
            Self::Number(most) => most.to_string(),
            Self::Unlimited => "unlimited".to_owned(),
        }
    }

    fn read(words: &str) -> Option<Self> {
        match words {
            "places" => Some(Self::Places),
            "unlimited" => Some(Self::Unlimited),
            most => most.parse().ok().map(Self::Number),
        }
    }
}

impl MarkLimit {
    pub(super) const ASKED: SettingInput = SettingInput::Choices(&[
        choice("places", "places", &[]),
        choice("number", "", &[("limit-number", Some((1, 999)))]),
        choice("unlimited", "unlimited", &[]),
    ]);
}

impl SettingValue for RankSum {
    fn write(&self) -> String {
        match self {
            Self::BordaFalling => "borda falling".to_owned(),
            Self::BordaWeights(weights) => {
                let weights: Vec<String> = weights.iter().map(u32::to_string).collect();
                format!("borda {}", weights.join(" "))
            }
        }
    }

    fn read(words: &str) -> Option<Self> {
        match words.strip_prefix("borda ")? {
            "falling" => Some(Self::BordaFalling),
            weights => {
                let weights: Option<Vec<u32>> =
                    weights.split(' ').map(|w| w.parse().ok()).collect();
                weights.map(Self::BordaWeights)
            }
        }
    }
}

impl RankSum {
    pub(super) const ASKED: SettingInput = SettingInput::Choices(&[
        choice("borda-falling", "borda falling", &[]),
        choice("borda-weights", "borda ", &[("rank-weights", None)]),
    ]);
}

impl SettingValue for GradeRule {
    fn write(&self) -> String {
        match self {
            Self::Chain => "chain".to_owned(),
            Self::Rates {
                satisfied,
                basically,
            } => format!("rates {satisfied} {basically}"),
        }
    }

    fn read(words: &str) -> Option<Self> {
        if words == "chain" {
            return Some(Self::Chain);
        }
        let (satisfied, basically) = words.strip_prefix("rates ")?.split_once(' ')?;
        Some(Self::Rates {
            satisfied: satisfied.parse().ok()?,
            basically: basically.parse().ok()?,
        })
    }
}

impl GradeRule {
    pub(super) const ASKED: SettingInput = SettingInput::Choices(&[
        choice("chain", "chain", &[]),
        choice(
            "rates",
            "rates ",
            &[
                ("rate-satisfied", Some((1, 100))),
                ("rate-basically", Some((1, 100))),
            ],
        ),
    ]);
}

/// A canonical text or a word that is not of rules this program knows.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the stored rules cannot be read: {0}")]
pub struct UnknownRules(pub(super) String);

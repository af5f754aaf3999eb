//! A poll: one question put to a session, its rules and its rounds.

use count::words;

pub mod slate;
pub mod subject;

pub use count::poll::{canonical, clause, lint, rules, template};

use super::digest::Digest;
use super::id::{PollId, RoundId, SessionId, SittingId};
use super::library::translation::Translation;
use super::problem::Problem;
use crate::round::{RoundAct, RoundStage};
pub use subject::Subject;

/// A poll.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Poll {
    /// Its identifier.
    pub id: PollId,
    /// The session it is put to.
    pub session: SessionId,
    /// Its title, as on the paper.
    pub title: String,
    /// Canonical text of the rules of its first round.
    pub rules: String,
    /// Whether the sitting adopted them.
    pub rules_adopted: bool,
    /// Digest of the text that it adopted.
    pub adopted_hash: Option<Digest>,
    /// The colour of its papers and of its mark on screens.
    pub colour: Colour,
    /// Why warnings about the rules were accepted; empty when there were none.
    pub warnings_reason: String,
    /// Why two people withdrew it; empty while it stands.
    pub withdrawn: String,
}

words! {
    /// The colour that tells a poll from others at the same sitting, on paper and on screens.
    #[derive(Default)]
    pub enum Colour {
        #[default]
        White = "white",
        Pink = "pink",
        Yellow = "yellow",
        Green = "green",
        Blue = "blue",
    }
}

impl Colour {
    /// The colour of the n-th poll of a session, from 0; after five they begin again.
    #[must_use]
    pub fn of_the(number: usize) -> Self {
        let place = number % Self::ALL.len();
        Self::ALL.get(place).copied().unwrap_or_default()
    }
}

words! {
    /// Why a round is held.
    pub enum RoundKind {
        /// The first round.
        First = "first",
        /// Among exactly the tied, for the places left.
        RunOff = "run_off",
        /// For a shortfall, among the next by votes.
        Supplementary = "supplementary",
    }
}

/// A round of a poll.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Round {
    /// Its identifier.
    pub id: RoundId,
    pub poll: PollId,
    pub sitting: SittingId,
    /// Its number, from 1; a round drafted anew after a void one has the next number.
    pub number: u32,
    /// Why it is held.
    pub kind: RoundKind,
    /// Where it stands.
    pub stage: RoundStage,
    /// Canonical text of its rules.
    pub rules: String,
    /// Digest of the rules, once frozen.
    pub rules_hash: Option<Digest>,
    /// Canonical text of its slate, once frozen.
    pub slate: String,
    /// Digest of the slate, once frozen.
    pub slate_hash: Option<Digest>,
    /// Digest of the closed box.
    pub box_digest: Option<Digest>,
    /// Papers and slips issued, once closed.
    pub issued: Option<u32>,
    /// Ballots that slips brought, once closed: a part of what came back. What is told of a round is
    /// its [`Turnout`](crate::round::turnout::Turnout).
    pub slips_returned: Option<u32>,
    /// Digest of the account as the last act has left it, once closed.
    pub account_digest: Option<Digest>,
    /// Salted digest of the opened papers, once the box is open.
    pub papers_digest: Option<Digest>,
    /// Opened or voided and not yet scrubbed.
    pub is_dirty: bool,
    pub void_reason: String,
    /// What the presidium decided, where the rules leave it to them.
    pub decided_by_presidium: String,
}

impl Round {
    /// The round at the stage to which an act leads. No act says by itself where it leads.
    ///
    /// # Errors
    /// As [`RoundStage::take`].
    pub fn after(self, act: RoundAct) -> Result<Self, Problem> {
        let stage = self.stage.take(act)?;
        Ok(Self { stage, ..self })
    }
}

/// A line of a round's slate with what the ballot shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoundLine {
    /// Line number, from 1; the same on paper and screen.
    pub line_no: u16,
    /// What it asks about.
    pub subject: Subject,
    /// Name, which tells the line from every other by itself.
    pub name: String,
    /// One line; of a unit, what it is asked about for.
    pub summary: String,
    /// Investment in fen; 0 of a part or a unit.
    pub investment: i64,
    /// In full, for the details below the line.
    pub content: String,
    /// Its words in other languages that were fixed with the slate, by language.
    pub translations: Vec<Translation>,
}

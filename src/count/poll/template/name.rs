//! Where rules come from: the templates by name.

use crate::words;

words! {
    /// Where rules come from.
    pub enum Template {
        /// Approve, oppose or abstain for each candidate, approving up to K.
        PerItem = "per-item",
        /// The same, approving exactly K.
        Exactly = "exactly",
        /// Tick up to K.
        Tick = "tick",
        /// Rank up to K.
        Rank = "rank",
        /// Approve, oppose or abstain on the list as a whole.
        WholeList = "whole-list",
        /// Grade each item: an evaluation (测评).
        Evaluation = "evaluation",
        /// Among exactly the tied, for the places left.
        RunOff = "run-off",
        /// Among the next by votes, for the places left.
        Supplementary = "supplementary",
    }
}

impl Template {
    /// The templates that a clerk chooses from for a first round.
    pub const FIRST: [Self; 5] = [
        Self::PerItem,
        Self::Exactly,
        Self::Tick,
        Self::Rank,
        Self::WholeList,
    ];
}

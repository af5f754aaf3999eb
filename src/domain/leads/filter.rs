//! Which leads a list shows: what may stand in the address of a list.

use std::collections::BTreeSet;

use super::kind::{LeadKind, LeadOrigin};
use super::{Lead, LeadStage};
use crate::id::{CallId, LeadId};
use crate::library::grams::SearchPiece;

/// Leads on one screen.
pub const PAGE: usize = 50;
/// Leads of a filter that are counted; a list of more says so.
pub const MOST_COUNTED: u64 = 10_000;

/// Conditions, all of which must hold; the empty filter shows all.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LeadFilter {
    /// Only in this stage.
    pub stage: Option<LeadStage>,
    /// Only of this origin.
    pub origin: Option<LeadOrigin>,
    /// Only of this kind.
    pub kind: Option<LeadKind>,
    /// Only of this region.
    pub region: Option<String>,
    /// Only of this call.
    pub call: Option<CallId>,
    /// Only with a picture (true) or without (false).
    pub has_picture: Option<bool>,
    /// Only with all of these words.
    pub words: BTreeSet<SearchPiece>,
}

/// Which screen of a list: the newest comes first, and the place is held by a lead's number, so that
/// what comes in meanwhile moves nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum PageTurn {
    /// The first screen.
    #[default]
    Newest,
    /// What is older than this lead.
    OlderThan(LeadId),
    /// What is newer than this lead.
    NewerThan(LeadId),
}

/// One screen of a list.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LeadPage {
    /// The leads, newest first.
    pub leads: Vec<Lead>,
    pub has_newer: bool,
    pub has_older: bool,
    /// How many there are in all; more than [`MOST_COUNTED`] when there are more than that.
    pub total: u64,
}

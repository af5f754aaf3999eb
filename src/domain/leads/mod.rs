//! A lead (线索): what a resident, a deputy or a unit wishes for, before it is a project.
//!
//! [`Lead`] and its states are here, its number for the resident in [`receipt`], and in [`family`]
//! how leads are merged and split so that it stays known who asked for what.

use count::words;

pub mod act;
pub mod call;
pub mod event;
pub mod family;
pub mod filter;
pub mod kind;
pub mod receipt;

use jiff::Timestamp;

use crate::id::{AccountId, CallId, CongressId, LeadId, ProjectId};
use crate::library::typed;
use crate::problem::Problem;
use kind::{LeadKind, LeadOrigin};
use receipt::Receipt;

/// Characters of the wish itself.
pub const MOST_WHAT: usize = 1_000;
/// Characters of a place, a region, a contact, a reference.
pub const MOST_LINE: usize = 100;

/// Where a lead stands, with what a state cannot be without.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LeadState {
    /// Taken in, nobody has decided.
    Received,
    /// Says the same as another lead and shares its fate.
    Merged {
        /// The other.
        into: LeadId,
    },
    /// Stands behind a project of the library.
    TakenUp { project: ProjectId },
    /// Not taken up.
    Declined {
        /// Why, as the resident reads it.
        reason: String,
    },
    /// A complaint, a lawsuit or another's business.
    HandedOver {
        /// Where it went, as the resident reads it.
        to: String,
    },
}

words! {
    /// A state without its facts, for lists and filters.
    pub enum LeadStage {
        /// See [`LeadState::Received`].
        Received = "received",
        /// See [`LeadState::Merged`].
        Merged = "merged",
        /// See [`LeadState::TakenUp`].
        TakenUp = "taken_up",
        /// See [`LeadState::Declined`].
        Declined = "declined",
        /// See [`LeadState::HandedOver`].
        HandedOver = "handed_over",
    }
}

impl LeadState {
    /// The state without its facts.
    #[must_use]
    pub fn stage(&self) -> LeadStage {
        match self {
            Self::Received => LeadStage::Received,
            Self::Merged { .. } => LeadStage::Merged,
            Self::TakenUp { .. } => LeadStage::TakenUp,
            Self::Declined { .. } => LeadStage::Declined,
            Self::HandedOver { .. } => LeadStage::HandedOver,
        }
    }
}

/// What is wished for, as it was handed in. It is never rewritten.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wish {
    pub origin: LeadOrigin,
    /// Number of the proposal, name of the station, last year's project; empty where none belongs.
    pub origin_ref: String,
    /// Township or village.
    pub region: String,
    pub kind: LeadKind,
    pub what: String,
    pub place: String,
}

impl Wish {
    /// The same wish cleaned, or everything that is wrong with it. `regions` are those that the call
    /// offers; with none, any is accepted.
    ///
    /// # Errors
    /// `text-missing`, `typed-too-long`, `typed-hidden`, `lead-region-unknown`, `lead-ref-missing` at
    /// the fields `region`, `what`, `place`, `origin_ref`.
    pub fn checked(self, regions: &[String]) -> Result<Self, Vec<Problem>> {
        let mut problems = Vec::new();
        let mut keep = |cleaned: Result<String, Problem>| {
            cleaned
                .map_err(|problem| problems.push(problem))
                .unwrap_or_default()
        };
        let region = keep(typed::needed("region", &self.region, MOST_LINE));
        let what = keep(typed::needed_lines("what", &self.what, MOST_WHAT));
        let place = keep(typed::line("place", &self.place, MOST_LINE));
        let origin_ref = keep(typed::line("origin_ref", &self.origin_ref, MOST_LINE));
        if !region.is_empty() && !regions.is_empty() && !regions.contains(&region) {
            problems.push(Problem::error("lead-region-unknown").at("region"));
        }
        if self.origin.needs_reference() && origin_ref.is_empty() {
            problems.push(Problem::error("lead-ref-missing").at("origin_ref"));
        }
        if !problems.is_empty() {
            return Err(problems);
        }
        Ok(Self {
            region,
            what,
            place,
            origin_ref,
            ..self
        })
    }

    /// Everything that a search looks through.
    #[must_use]
    pub fn searched(&self) -> String {
        let Self {
            region,
            what,
            place,
            origin_ref,
            ..
        } = self;
        format!("{what}\n{place}\n{region}\n{origin_ref}")
    }

    /// What is compared to find the same wish twice.
    #[must_use]
    pub fn compared(&self) -> String {
        format!("{}\n{}", self.what, self.place)
    }
}

/// A lead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lead {
    /// Identifier.
    pub id: LeadId,
    /// Whose library.
    pub congress: CongressId,
    pub year: i16,
    /// The call that it answers, if any.
    pub call: Option<CallId>,
    pub wish: Wish,
    /// When it came in.
    pub received_at: Timestamp,
    /// The account that handed it in; none for a resident.
    pub by: Option<AccountId>,
    /// The resident's number; none for a part split off, which is followed by its whole's number.
    pub receipt: Option<Receipt>,
    /// The lead that it was split off from.
    pub split_from: Option<LeadId>,
    /// Where it stands.
    pub state: LeadState,
    /// Whether pictures belong to it.
    pub has_picture: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wish_is_checked_field_by_field() {
        let wish = Wish {
            origin: LeadOrigin::Proposal,
            origin_ref: String::new(),
            region: "elsewhere".into(),
            kind: LeadKind::Roads,
            what: " ".into(),
            place: "x".repeat(MOST_LINE + 1),
        };
        let problems = wish.checked(&["here".into()]).unwrap_err();
        let codes: Vec<_> = problems.iter().map(|problem| problem.code).collect();
        assert_eq!(
            codes,
            [
                "text-missing",
                "typed-too-long",
                "lead-region-unknown",
                "lead-ref-missing"
            ]
        );
    }
}

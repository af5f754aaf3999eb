//! Rank up to as many as places; a rank is an approval, and points order those that pass.
//!
//! No rules text was found that says how ranks are added up, so the way is a named setting
//! (`docs/decisions/0002-borda-is-a-setting.md`).

use super::{Template, per_item};
use crate::congress::Body;
use crate::poll::clause::{Clause, Clauses};
use crate::poll::kind::BallotKind;
use crate::poll::rules::Rules;

const CLAUSES: &[Clause] = &[
    Clause::Quorum,
    Clause::Surplus,
    Clause::Ballot,
    Clause::Limit,
    Clause::RankSum,
    Clause::Undermark,
    Clause::Overmark,
    Clause::Unmarked,
    Clause::Blank,
    Clause::Returned,
    Clause::Base,
    Clause::Majority,
    Clause::MostVotes,
    Clause::Tie,
    Clause::RunOff,
    Clause::SecondTie,
    Clause::Shortfall,
];

pub(super) fn rules(body: Body, places: u16) -> Rules {
    Rules {
        template: Template::Rank,
        kind: BallotKind::Rank,
        clauses: Clauses::in_order(CLAUSES),
        ..per_item::rules(body, places)
    }
}

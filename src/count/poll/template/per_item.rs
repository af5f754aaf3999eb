//! The default: approve, oppose or abstain for each candidate, approving up to as many as places.

use crate::congress::Body;
use crate::poll::clause::{Clause, Clauses};
use crate::poll::rules::Rules;

const CLAUSES: &[Clause] = &[
    Clause::Quorum,
    Clause::Surplus,
    Clause::Ballot,
    Clause::Limit,
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
        clauses: Clauses::in_order(CLAUSES),
        ..Rules::plain(body, places)
    }
}

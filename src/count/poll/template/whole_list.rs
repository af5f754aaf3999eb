//! The list as a whole: one mark for all candidates, as many of them as places (等额).

use super::{Template, per_item};
use crate::congress::Body;
use crate::poll::clause::{Clause, Clauses};
use crate::poll::kind::BallotKind;
use crate::poll::rules::{MarkLimit, Rules};

// Marks, ties and surplus need no clause: there is one mark, and all lines stand or fall together.
const CLAUSES: &[Clause] = &[
    Clause::Quorum,
    Clause::Ballot,
    Clause::Unmarked,
    Clause::Blank,
    Clause::Returned,
    Clause::Base,
    Clause::Majority,
    Clause::MostVotes,
    Clause::Shortfall,
];

pub(super) fn rules(body: Body, places: u16) -> Rules {
    Rules {
        template: Template::WholeList,
        kind: BallotKind::WholeList,
        limit: MarkLimit::Unlimited,
        surplus_percent: 0,
        clauses: Clauses::in_order(CLAUSES),
        ..per_item::rules(body, places)
    }
}

//! An evaluation (满意度测评): a grade for each item, of all members, by a chain of majorities.
//!
//! The defaults are those of 镇海 2021: of all members, half included, satisfied first and then
//! satisfied and basically satisfied together. Its text contradicts itself at exactly half, so a
//! congress has to say which it means: the lint asks for the clause.

use super::{Template, per_item};
use crate::congress::Body;
use crate::poll::clause::{Clause, Clauses};
use crate::poll::kind::BallotKind;
use crate::poll::rules::{HalfRule, MarkLimit, Rules};

const CLAUSES: &[Clause] = &[
    Clause::Quorum,
    Clause::Ballot,
    Clause::Unmarked,
    Clause::Blank,
    Clause::Returned,
    Clause::Base,
    Clause::Majority,
    Clause::Grades,
];

pub(super) fn rules(body: Body) -> Rules {
    Rules {
        template: Template::Evaluation,
        kind: BallotKind::Grade,
        limit: MarkLimit::Unlimited,
        half: HalfRule::Passes,
        surplus_percent: 0,
        asks_remarks: true,
        supplementary_rounds: 0,
        clauses: Clauses::in_order(CLAUSES),
        ..per_item::rules(body, 0)
    }
}

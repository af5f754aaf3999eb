//! The default: approve, oppose or abstain for each candidate, approving up to as many as places.

use super::Template;
use crate::congress::Body;
use crate::poll::clause::{Clause, Clauses};
use crate::poll::kind::BallotKind;
use crate::poll::rules::{
    Base, Blank, GradeRule, GradeScale, Half, MarkLimit, Overmark, Pass, Quorum, RankSum, Rules,
    Shortfall, Tie, Undermark, Unmarked,
};

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
        template: Template::PerItem,
        kind: BallotKind::PerItem,
        body,
        places,
        quorum: match body {
            Body::Congress => Quorum::TwoThirds,
            Body::StandingCommittee => Quorum::MoreThanHalf,
        },
        base: Base::InOffice,
        pass: Pass::Majority,
        half: Half::Fails,
        // Twenty to twenty-five in a hundred is the habit where figures were published.
        surplus_percent: 20,
        limit: MarkLimit::Places,
        unmarked: Unmarked::Abstain,
        overmark: Overmark::PaperVoid,
        undermark: Undermark::Valid,
        blank: Blank::Valid,
        rank_sum: RankSum::BordaFalling,
        scale: GradeScale::Three,
        grades: GradeRule::Chain,
        tie: Tie::RunOff,
        runoff_needs_majority: false,
        second_tie: Tie::Presidium,
        shortfall: Shortfall::TakeFewer,
        supplementary_rounds: 1,
        shows_preliminary: false,
        asks_remarks: false,
        clauses: Clauses::in_order(CLAUSES),
    }
}

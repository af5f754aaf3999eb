//! Templates: ready rules to begin from, one file each with its settings and the order of its
//! clauses. Begin with `per_item.rs`, the default; the others say how they differ from it.
//!
//! A run-off and a supplementary round take the rules of the round before and change what those
//! rules themselves say about such rounds: nobody chooses them from a list.

mod evaluation;
mod exactly;
mod name;
mod per_item;
mod rank;
mod run_off;
mod supplementary;
mod tick;
mod whole_list;

use super::rules::Rules;
use crate::congress::Body;

pub use name::Template;
pub(crate) use run_off::run_off;
pub(crate) use supplementary::supplementary;

impl Template {
    /// Its rules for a body and so many places, of which an evaluation has none; later rounds begin from the default ones here.
    #[must_use]
    pub fn rules(self, body: Body, places: u16) -> Rules {
        match self {
            Self::PerItem => per_item::rules(body, places),
            Self::Exactly => exactly::rules(body, places),
            Self::Tick => tick::rules(body, places),
            Self::Rank => rank::rules(body, places),
            Self::WholeList => whole_list::rules(body, places),
            Self::Evaluation => evaluation::rules(body),
            Self::RunOff => run_off(&per_item::rules(body, places), places),
            Self::Supplementary => supplementary(&per_item::rules(body, places), places),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::poll::clause::Clause;

    #[test]
    fn every_template_numbers_clauses_of_its_own_kind_only() {
        for template in Template::ALL {
            let rules = template.rules(Body::Congress, 3);
            for (clause, _) in rules.clauses.iter() {
                assert!(clause.concerns(rules.kind), "{template:?}: {clause:?}");
            }
            for clause in [Clause::Tie, Clause::RankSum, Clause::Grades] {
                let has = rules.clauses.number(clause).is_some();
                assert_eq!(has, clause.concerns(rules.kind), "{template:?}: {clause:?}");
            }
        }
    }
}

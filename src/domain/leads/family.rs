//! Leads that were merged and split: which lead follows which, and for whose requests a lead stands.
//!
//! Merging and splitting only add links; no lead is rewritten, and none is removed but a part whose split
//! is undone. So it always stays known who asked for what (see the properties).

use std::collections::{BTreeMap, BTreeSet};

use super::kind::LeadOrigin;
use crate::id::LeadId;
use crate::problem::Problem;

/// A lead as far as its family is concerned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FamilyMember {
    /// Where it came from.
    pub origin: LeadOrigin,
    /// The lead whose fate it shares.
    pub merged_into: Option<LeadId>,
    /// The lead that it was split off from.
    pub split_from: Option<LeadId>,
}

/// Leads that are linked with one another.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Family {
    members: BTreeMap<LeadId, FamilyMember>,
}

impl Family {
    /// A family of these leads; a link to a lead that is not among them is looked at as none.
    #[must_use]
    pub fn of(members: impl IntoIterator<Item = (LeadId, FamilyMember)>) -> Self {
        Self {
            members: members.into_iter().collect(),
        }
    }

    /// The leads, by identifier.
    pub fn members(&self) -> impl Iterator<Item = (LeadId, FamilyMember)> {
        self.members.iter().map(|(id, member)| (*id, *member))
    }

    /// One lead.
    #[must_use]
    pub fn get(&self, lead: LeadId) -> Option<FamilyMember> {
        self.members.get(&lead).copied()
    }

    /// The lead whose fate this one shares in the end; itself when it was not merged.
    #[must_use]
    pub fn head(&self, lead: LeadId) -> LeadId {
        let mut seen = BTreeSet::new();
        let mut here = lead;
        while seen.insert(here) {
            match self.members.get(&here).and_then(|one| one.merged_into) {
                Some(next) => here = next,
                None => break,
            }
        }
        here
    }

    /// The leads that were merged straight into this one.
    #[must_use]
    pub fn merged_into(&self, lead: LeadId) -> BTreeSet<LeadId> {
        self.linked(|member| member.merged_into == Some(lead))
    }

    /// The parts that were split off from this one.
    #[must_use]
    pub fn parts(&self, lead: LeadId) -> BTreeSet<LeadId> {
        self.linked(|member| member.split_from == Some(lead))
    }

    fn linked(&self, is_linked: impl Fn(&FamilyMember) -> bool) -> BTreeSet<LeadId> {
        let members = self.members.iter();
        members
            .filter(|(_, member)| is_linked(member))
            .map(|(id, _)| *id)
            .collect()
    }

    /// Every lead whose wish this one carries: itself, what was merged into it, and for a part also
    /// its whole with what that carries.
    #[must_use]
    pub fn carried(&self, lead: LeadId) -> BTreeSet<LeadId> {
        let mut found = BTreeSet::new();
        let mut left = vec![lead];
        while let Some(here) = left.pop() {
            if found.insert(here) {
                left.extend(self.merged_into(here));
                left.extend(self.members.get(&here).and_then(|one| one.split_from));
            }
        }
        found
    }

    /// Merges a lead into another: from now on it shares the other's fate.
    ///
    /// # Errors
    /// `merge-itself`, `lead-merge-circle`, `merge-twice` (it is merged already), `merge-into-merged`.
    pub fn merge(&mut self, lead: LeadId, into: LeadId) -> Result<(), Problem> {
        if lead == into {
            return Err(Problem::error("merge-itself").at("into"));
        }
        if self.head(into) == lead {
            return Err(Problem::error("lead-merge-circle").at("into"));
        }
        if self.get(into).is_some_and(|one| one.merged_into.is_some()) {
            let head = self.head(into);
            return Err(Problem::error("merge-into-merged")
                .at("into")
                .with("lead", head));
        }
        match self.members.get_mut(&lead) {
            Some(member) if member.merged_into.is_none() => {
                member.merged_into = Some(into);
                Ok(())
            }
            _ => Err(Problem::error("merge-twice")),
        }
    }

    /// Takes a merge back: the lead stands for itself again, with what was merged into it.
    ///
    /// # Errors
    /// `merge-none` when it was not merged.
    pub fn undo_merge(&mut self, lead: LeadId) -> Result<(), Problem> {
        match self.members.get_mut(&lead) {
            Some(member) if member.merged_into.is_some() => {
                member.merged_into = None;
                Ok(())
            }
            _ => Err(Problem::error("merge-none")),
        }
    }

    /// Splits a part off a lead; the part has its whole's origin.
    ///
    /// # Errors
    /// `split-merged` when the whole is merged: its head is what is decided about.
    pub fn split(&mut self, whole: LeadId, part: LeadId) -> Result<(), Problem> {
        let origin = match self.members.get(&whole) {
            Some(member) if member.merged_into.is_none() => member.origin,
            _ => return Err(Problem::error("split-merged")),
        };
        let member = FamilyMember {
            origin,
            merged_into: None,
            split_from: Some(whole),
        };
        self.members.insert(part, member);
        Ok(())
    }

    /// Takes a split back: the part is gone, its words are still those of the whole.
    ///
    /// # Errors
    /// `split-none` when it is no part, `split-in-use` when it is merged, others were merged into it,
    /// or it was split itself: those acts are taken back first.
    pub fn undo_split(&mut self, part: LeadId) -> Result<(), Problem> {
        let Some(member) = self.get(part).filter(|one| one.split_from.is_some()) else {
            return Err(Problem::error("split-none"));
        };
        let is_in_use = member.merged_into.is_some()
            || !self.merged_into(part).is_empty()
            || !self.parts(part).is_empty();
        if is_in_use {
            return Err(Problem::error("split-in-use"));
        }
        self.members.remove(&part);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn family(leads: i64) -> Family {
        let origins = LeadOrigin::ALL.into_iter().cycle();
        Family::of((1..=leads).zip(origins).map(|(id, origin)| {
            let member = FamilyMember {
                origin,
                merged_into: None,
                split_from: None,
            };
            (LeadId(id), member)
        }))
    }

    fn code(done: Result<(), Problem>) -> &'static str {
        done.map_or_else(|problem| problem.code, |()| "done")
    }

    #[test]
    fn a_circle_is_refused_and_a_chain_shares_one_fate() {
        let mut all = family(4);
        let [a, b, c, d] = [1, 2, 3, 4].map(LeadId);
        assert_eq!(code(all.merge(a, a)), "merge-itself");
        assert_eq!(code(all.merge(a, b)), "done");
        assert_eq!(code(all.merge(b, c)), "done");
        assert_eq!(code(all.merge(c, a)), "lead-merge-circle");
        assert_eq!(code(all.merge(d, b)), "merge-into-merged");
        assert_eq!(code(all.merge(a, d)), "merge-twice");
        assert_eq!(all.head(a), c);
        assert_eq!(all.carried(c), BTreeSet::from([a, b, c]));
        assert_eq!(code(all.undo_merge(b)), "done");
        assert_eq!(code(all.undo_merge(b)), "merge-none");
        assert_eq!(all.carried(b), BTreeSet::from([a, b]));
    }

    #[test]
    fn a_part_carries_its_whole_and_a_part_in_use_stays() {
        let mut all = family(2);
        let [a, b, part] = [1, 2, 9].map(LeadId);
        assert_eq!(code(all.split(a, part)), "done");
        assert_eq!(all.get(part).unwrap().origin, all.get(a).unwrap().origin);
        assert_eq!(code(all.merge(b, part)), "done");
        assert_eq!(all.carried(part), BTreeSet::from([a, b, part]));
        assert_eq!(code(all.undo_split(part)), "split-in-use");
        assert_eq!(code(all.undo_merge(b)), "done");
        assert_eq!(code(all.undo_split(part)), "done");
        assert_eq!(code(all.undo_split(a)), "split-none");
        assert_eq!(all, family(2));
    }

    proptest! {
        /// Whatever a clerk merges, splits and undoes, in any order, sensible or not: every lead that
        /// came in is still there with its origin, its fate is decided somewhere, and whoever decides
        /// there sees that it asked.
        #[test]
        fn no_lead_ever_loses_its_origin(acts in prop::collection::vec((0..4_u8, 1..9_i64, 1..9_i64), 0..60)) {
            let start = family(5);
            let mut all = start.clone();
            let mut next = 6;
            for (act, one, other) in acts {
                let (one, other) = (LeadId(one), LeadId(other));
                let before = all.clone();
                let done = match act {
                    0 => all.merge(one, other),
                    1 => all.undo_merge(one),
                    2 => { next += 1; all.split(one, LeadId(next)) }
                    _ => all.undo_split(one),
                };
                if done.is_err() {
                    prop_assert_eq!(&all, &before, "a refusal changes nothing");
                }
                for (id, member) in start.members() {
                    let head = all.head(id);
                    prop_assert_eq!(all.get(id).map(|one| one.origin), Some(member.origin));
                    prop_assert_eq!(all.get(head).and_then(|one| one.merged_into), None);
                    prop_assert!(all.carried(head).contains(&id));
                }
                for (id, member) in all.members() {
                    if let Some(whole) = member.split_from {
                        prop_assert_eq!(all.get(whole).map(|one| one.origin), Some(member.origin));
                        prop_assert!(all.carried(all.head(id)).contains(&whole));
                    }
                }
            }
        }

        /// Every undo gives back just what was before.
        #[test]
        fn an_undo_gives_back_what_was(links in prop::collection::vec((1..6_i64, 1..6_i64), 0..8), one in 1..6_i64, other in 1..6_i64) {
            let mut all = family(5);
            for (from, into) in links {
                drop(all.merge(LeadId(from), LeadId(into)));
            }
            let before = all.clone();
            if all.merge(LeadId(one), LeadId(other)).is_ok() {
                all.undo_merge(LeadId(one)).unwrap();
                prop_assert_eq!(&all, &before);
            }
            if all.split(LeadId(one), LeadId(99)).is_ok() {
                all.undo_split(LeadId(99)).unwrap();
                prop_assert_eq!(&all, &before);
            }
        }
    }
}

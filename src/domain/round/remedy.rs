//! Where that is put right which stands against an act on a round.

use crate::problem::Problem;

/// Where that is put right which stands against an act, if it is not where the act is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Remedy {
    /// In the counting room, where papers are typed.
    CountingRoom,
    /// On the page of the box and its cards.
    Box,
    /// On the page of the outcome, where a tie is decided.
    Outcome,
}

impl Remedy {
    /// All of them, in the order of a page.
    pub const ALL: [Self; 3] = [Self::CountingRoom, Self::Box, Self::Outcome];

    /// Where a problem that [`missing`](super::missing) found is put right.
    #[must_use]
    pub fn of(problem: &Problem) -> Option<Self> {
        match problem.code {
            "batches-unequal" => Some(Self::CountingRoom),
            "cards-unchecked"
            | "cards-missing"
            | "cards-recorded"
            | "cards-wait-for-clean"
            | "cards-unrecorded" => Some(Self::Box),
            "result-undecided" => Some(Self::Outcome),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_put_right_elsewhere_leads_there() {
        for (code, place) in [
            ("batches-unequal", Some(Remedy::CountingRoom)),
            ("cards-unchecked", Some(Remedy::Box)),
            ("cards-missing", Some(Remedy::Box)),
            ("result-undecided", Some(Remedy::Outcome)),
            ("no-quorum", None),
        ] {
            assert_eq!(Remedy::of(&Problem::error(code)), place, "{code}");
        }
    }
}

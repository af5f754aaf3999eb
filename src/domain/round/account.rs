//! The ballot account (清点单) of a round: one line for slips, one for papers, each with its equation.

use crate::problem::Problem;
use crate::voting::desk::BallotMedium;

/// One line of the account. All numbers are of slips or of papers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AccountLine {
    /// Slips or papers.
    pub kind: BallotMedium,
    pub printed: u32,
    /// In deputies' hands when voting closed.
    pub issued: u32,
    /// Handed in for the other kind.
    pub handed_in: u32,
    /// Spoilt and replaced before casting.
    pub spoilt: u32,
    /// Left over and made useless.
    pub cancelled: u32,
    /// Kept back, never handed out.
    pub unused: u32,
    /// Found in the box; none while nobody has counted.
    pub returned: Option<u32>,
}

/// More of a kind came back than was handed out: the round cannot stand, whatever the other kind did.
/// The one comparison: run-sheet, chair, wall, account and guards all ask it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Overrun {
    /// Slips or papers.
    pub kind: BallotMedium,
    /// Found in the box.
    pub returned: u32,
    /// In deputies' hands when voting closed.
    pub issued: u32,
}

impl Overrun {
    /// Compares what came back of a kind with what was handed out of it.
    #[must_use]
    pub fn find(kind: BallotMedium, returned: u32, issued: u32) -> Option<Self> {
        let above = Self {
            kind,
            returned,
            issued,
        };
        (returned > issued).then_some(above)
    }

    /// The same as a problem: `returned-above-issued`.
    #[must_use]
    pub fn problem(self) -> Problem {
        Problem::error("returned-above-issued")
            .with("kind", self.kind.word())
            .with("returned", self.returned)
            .with("issued", self.issued)
    }
}

impl AccountLine {
    /// Whether printed = issued + handed in + spoilt + cancelled + unused.
    #[must_use]
    pub fn is_equal(&self) -> bool {
        let parts = [
            self.issued,
            self.handed_in,
            self.spoilt,
            self.cancelled,
            self.unused,
        ];
        parts.into_iter().map(u64::from).sum::<u64>() == u64::from(self.printed)
    }

    /// Issued and not returned: a number of the account, never an abstention.
    #[must_use]
    pub fn not_returned(&self) -> u32 {
        self.issued.saturating_sub(self.returned.unwrap_or(0))
    }

    /// What stands against confirming this line.
    #[must_use]
    pub fn against(&self) -> Option<Problem> {
        match self.returned {
            None if self.issued == 0 => None,
            None => Some(Problem::error("papers-not-entered").with("issued", self.issued)),
            Some(returned) => Overrun::find(self.kind, returned, self.issued).map(Overrun::problem),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(issued: u32, returned: Option<u32>) -> AccountLine {
        AccountLine {
            kind: BallotMedium::Paper,
            printed: issued + 6,
            issued,
            handed_in: 1,
            spoilt: 2,
            cancelled: 0,
            unused: 3,
            returned,
        }
    }

    #[test]
    fn more_returned_than_issued_stops_everything_and_fewer_do_not() {
        for (issued, returned, code) in [
            (4, Some(4), None),
            (4, Some(3), None),
            (4, Some(0), None),
            (4, Some(5), Some("returned-above-issued")),
            (4, None, Some("papers-not-entered")),
            (0, None, None),
            (0, Some(1), Some("returned-above-issued")),
        ] {
            let found = line(issued, returned).against().map(|problem| problem.code);
            assert_eq!(found, code, "{issued} {returned:?}");
        }
        assert_eq!(line(4, Some(3)).not_returned(), 1);
        assert!(line(4, None).is_equal());
        assert!(
            !AccountLine {
                printed: 9,
                ..line(4, None)
            }
            .is_equal()
        );
    }
}

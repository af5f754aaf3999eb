//! What was handed out for a round and what came back, of every kind: the only source of the numbers
//! that are read aloud, shown on walls and pages, and printed.
//!
//! Ballots of slips lie in the box of the machine and are counted as they are cast; papers lie in
//! ballot boxes, and nobody knows how many there are before two people have counted them. Until then there
//! is no number of what came back, only the part that slips brought.

use super::account::{AccountLine, Overrun};
use crate::voting::desk::{BallotMedium, HeldCounts};

/// Papers of a round in boxes of wood.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Papers {
    /// No deputy holds any.
    None,
    /// Deputies hold some, or have put some into a box, and nobody has counted them.
    Uncounted,
    /// Two people found so many.
    Counted(u32),
    /// The round was voided before anybody counted them; nobody will.
    Left,
}

/// What the numbers say of the round.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Validity {
    /// Papers wait to be counted: nothing is said.
    Waits,
    /// Of no kind came back more than was handed out: the vote is valid.
    Valid,
    /// More of a kind came back than was handed out: the round is void.
    Void(Overrun),
}

/// Issued and returned of one round, of every kind of ballot.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Turnout {
    issued: u32,
    slips_held: u32,
    slips: u32,
    papers_held: u32,
    papers: Papers,
}

impl Turnout {
    /// While slips and papers are handed out and votes are cast: `issued` deputies have signed, what
    /// they hold, and how many ballots lie in the box of the machine.
    #[must_use]
    pub fn running(issued: u32, held: HeldCounts, in_box: u32) -> Self {
        Self {
            issued,
            slips_held: held.slips,
            slips: in_box,
            papers_held: held.papers,
            papers: if held.papers == 0 {
                Papers::None
            } else {
                Papers::Uncounted
            },
        }
    }

    /// Once voting is closed: what closing fixed, and the papers as far as two people counted them.
    #[must_use]
    pub fn closed(issued: u32, account: &[AccountLine]) -> Self {
        let of_kind = |kind: BallotMedium| account.iter().find(|line| line.kind == kind);
        let (slips, papers) = (of_kind(BallotMedium::Slip), of_kind(BallotMedium::Paper));
        let counted = match papers {
            None => Papers::None,
            Some(line) => match line.returned {
                Some(0) if line.issued == 0 => Papers::None,
                Some(returned) => Papers::Counted(returned),
                None => Papers::Uncounted,
            },
        };
        Self {
            issued,
            slips_held: slips.map_or(0, |line| line.issued),
            slips: slips.and_then(|line| line.returned).unwrap_or(0),
            papers_held: papers.map_or(0, |line| line.issued),
            papers: counted,
        }
    }

    /// Of a void round: what voiding or closing fixed.
    #[must_use]
    pub fn of_void(issued: u32, account: &[AccountLine]) -> Self {
        let fixed = Self::closed(issued, account);
        match fixed.papers {
            Papers::Uncounted => Self {
                papers: Papers::Left,
                ..fixed
            },
            Papers::None | Papers::Counted(_) | Papers::Left => fixed,
        }
    }

    /// Of a round that was voided before anything was handed out.
    #[must_use]
    pub fn nothing() -> Self {
        Self::closed(0, &[])
    }

    /// The same, with as many ballots of slips as were seen at some earlier moment.
    #[must_use]
    pub fn as_seen(self, before: Option<&Self>) -> Self {
        Self {
            slips: before.map_or(0, |seen| seen.slips),
            ..self
        }
    }

    /// Slips and papers handed out: deputies who signed.
    #[must_use]
    pub fn issued(&self) -> u32 {
        self.issued
    }

    /// Everything that came back; none while papers wait to be counted, or never were.
    #[must_use]
    pub fn returned(&self) -> Option<u32> {
        match self.papers {
            Papers::None => Some(self.slips),
            Papers::Counted(papers) => Some(self.slips.saturating_add(papers)),
            Papers::Uncounted | Papers::Left => None,
        }
    }

    /// Ballots that slips brought: a part of what came back, never told without the other.
    #[must_use]
    pub fn slips(&self) -> u32 {
        self.slips
    }

    /// The other part.
    #[must_use]
    pub fn papers(&self) -> Papers {
        self.papers
    }

    /// Whether papers wait to be counted.
    #[must_use]
    pub fn waits_for_papers(&self) -> bool {
        self.papers == Papers::Uncounted
    }

    /// Slips in deputies' hands that have brought no ballot.
    #[must_use]
    pub fn slips_left(&self) -> u32 {
        self.slips_held.saturating_sub(self.slips)
    }

    /// Issued and not returned; none while papers wait to be counted.
    #[must_use]
    pub fn not_returned(&self) -> Option<u32> {
        let returned = self.returned()?;
        Some(self.issued.saturating_sub(returned))
    }

    /// What the numbers say of the round, by kind: a slip that did not come back makes no room for a
    /// paper too many.
    #[must_use]
    pub fn validity(&self) -> Validity {
        let papers = match self.papers {
            Papers::Counted(papers) => papers,
            Papers::None | Papers::Uncounted | Papers::Left => 0,
        };
        let above = Overrun::find(BallotMedium::Slip, self.slips, self.slips_held);
        let above = above.or_else(|| Overrun::find(BallotMedium::Paper, papers, self.papers_held));
        match (above, self.returned()) {
            (Some(above), _) => Validity::Void(above),
            (None, None) => Validity::Waits,
            (None, Some(_)) => Validity::Valid,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(kind: BallotMedium, issued: u32, returned: Option<u32>) -> AccountLine {
        AccountLine {
            kind,
            printed: issued,
            issued,
            handed_in: 0,
            spoilt: 0,
            cancelled: 0,
            unused: 0,
            returned,
        }
    }

    #[test]
    fn nothing_is_returned_as_a_whole_before_papers_are_counted() {
        let held = |slips, papers| HeldCounts { slips, papers };
        let running = Turnout::running(161, held(61, 100), 58);
        assert_eq!((running.issued(), running.slips()), (161, 58));
        assert_eq!((running.returned(), running.not_returned()), (None, None));
        assert_eq!(running.slips_left(), 3);
        assert_eq!(running.validity(), Validity::Waits);

        let slips = line(BallotMedium::Slip, 61, Some(58));
        let account = [slips, line(BallotMedium::Paper, 100, None)];
        let closed = Turnout::closed(161, &account);
        assert!(closed.waits_for_papers() && closed.returned().is_none());
        let account = [slips, line(BallotMedium::Paper, 100, Some(100))];
        let counted = Turnout::closed(161, &account);
        assert_eq!(counted.returned(), Some(158));
        assert_eq!(counted.not_returned(), Some(3));
        assert_eq!(counted.papers(), Papers::Counted(100));
    }

    #[test]
    fn without_papers_the_slips_are_all_and_one_too_many_is_seen() {
        let alone = HeldCounts {
            slips: 15,
            papers: 0,
        };
        assert_eq!(Turnout::running(15, alone, 4).returned(), Some(4));
        let papers = line(BallotMedium::Paper, 0, Some(0));
        let closed = Turnout::closed(15, &[line(BallotMedium::Slip, 15, Some(15)), papers]);
        assert_eq!(
            (closed.returned(), closed.papers()),
            (Some(15), Papers::None)
        );
        // A paper in a box though none was handed out is told, not hidden.
        let strange = [
            line(BallotMedium::Slip, 15, Some(15)),
            line(BallotMedium::Paper, 0, Some(1)),
        ];
        let closed = Turnout::closed(15, &strange);
        assert_eq!(closed.returned(), Some(16));
        assert!(
            matches!(closed.validity(), Validity::Void(above) if above.kind == BallotMedium::Paper)
        );
        assert_eq!(Turnout::closed(3, &[]).returned(), Some(0));
    }

    #[test]
    fn a_slip_that_did_not_come_back_makes_no_room_for_a_paper_too_many() {
        let slips = line(BallotMedium::Slip, 115, Some(80));
        let counted = |papers| {
            let papers = line(BallotMedium::Paper, 5, Some(papers));
            Turnout::closed(120, &[slips, papers])
        };
        assert_eq!(counted(5).validity(), Validity::Valid);
        let above = Overrun {
            kind: BallotMedium::Paper,
            returned: 6,
            issued: 5,
        };
        assert_eq!(counted(6).returned(), Some(86), "fewer than 120 in all");
        assert_eq!(counted(6).validity(), Validity::Void(above));
    }

    #[test]
    fn papers_of_a_void_round_wait_for_nobody() {
        let account = [
            line(BallotMedium::Slip, 27, Some(20)),
            line(BallotMedium::Paper, 6, None),
        ];
        let void = Turnout::of_void(33, &account);
        assert_eq!(
            (void.issued(), void.slips(), void.papers()),
            (33, 20, Papers::Left)
        );
        assert!(!void.waits_for_papers() && void.returned().is_none());
        assert_eq!(Turnout::nothing().returned(), Some(0));
    }
}

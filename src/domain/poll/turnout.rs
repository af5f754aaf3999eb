//! What was handed out for a round and what came back, of every kind: the only source of the numbers
//! that are read aloud, shown on walls and pages, and printed.
//!
//! Ballots of slips lie in the box of the machine and are counted as they fall; papers lie in boxes
//! of wood and nobody knows how many there are before two people have counted them. Until then there
//! is no number of what came back, only the part that slips brought.

use super::account::Line;
use crate::domain::session::desk::{InHand, Kind};

/// Papers of a round in boxes of wood.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Papers {
    /// No deputy holds any.
    None,
    /// Deputies hold some, or have put some into a box, and nobody has counted them.
    Uncounted,
    /// Two people found so many.
    Counted(u32),
}

/// Issued and returned of one round, of every kind of ballot.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Turnout {
    issued: u32,
    slips_held: u32,
    slips: u32,
    papers: Papers,
}

impl Turnout {
    /// While slips and papers are handed out and votes are cast: `issued` deputies have signed, what
    /// they hold, and how many ballots lie in the box of the machine.
    #[must_use]
    pub fn running(issued: u32, held: InHand, in_box: u32) -> Self {
        Self {
            issued,
            slips_held: held.slips,
            slips: in_box,
            papers: if held.papers == 0 {
                Papers::None
            } else {
                Papers::Uncounted
            },
        }
    }

    /// Once voting is closed: what closing fixed, and the papers as far as two people counted them.
    #[must_use]
    pub fn closed(issued: u32, account: &[Line]) -> Self {
        let of_kind = |kind: Kind| account.iter().find(|line| line.kind == kind);
        let slips = of_kind(Kind::Slip);
        let papers = match of_kind(Kind::Paper) {
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
            papers,
        }
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

    /// Everything that came back; none while papers wait to be counted.
    #[must_use]
    pub fn returned(&self) -> Option<u32> {
        match self.papers {
            Papers::None => Some(self.slips),
            Papers::Counted(papers) => Some(self.slips.saturating_add(papers)),
            Papers::Uncounted => None,
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

    /// Whether not more came back than was handed out, so far as it is known.
    #[must_use]
    pub fn is_fair(&self) -> bool {
        self.returned().unwrap_or(self.slips) <= self.issued
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(kind: Kind, issued: u32, returned: Option<u32>) -> Line {
        Line {
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
        let held = |slips, papers| InHand { slips, papers };
        let running = Turnout::running(161, held(61, 100), 58);
        assert_eq!((running.issued(), running.slips()), (161, 58));
        assert_eq!((running.returned(), running.not_returned()), (None, None));
        assert_eq!((running.slips_left(), running.is_fair()), (3, true));

        let slips = line(Kind::Slip, 61, Some(58));
        let account = [slips, line(Kind::Paper, 100, None)];
        let closed = Turnout::closed(161, &account);
        assert!(closed.waits_for_papers() && closed.returned().is_none());
        let account = [slips, line(Kind::Paper, 100, Some(100))];
        let counted = Turnout::closed(161, &account);
        assert_eq!(counted.returned(), Some(158));
        assert_eq!(counted.not_returned(), Some(3));
        assert_eq!(counted.papers(), Papers::Counted(100));
    }

    #[test]
    fn without_papers_the_slips_are_all_and_one_too_many_is_seen() {
        let alone = InHand {
            slips: 15,
            papers: 0,
        };
        assert_eq!(Turnout::running(15, alone, 4).returned(), Some(4));
        let papers = line(Kind::Paper, 0, Some(0));
        let closed = Turnout::closed(15, &[line(Kind::Slip, 15, Some(15)), papers]);
        assert_eq!(
            (closed.returned(), closed.papers()),
            (Some(15), Papers::None)
        );
        // A paper in a box though none was handed out is told, not hidden.
        let strange = [
            line(Kind::Slip, 15, Some(15)),
            line(Kind::Paper, 0, Some(1)),
        ];
        let closed = Turnout::closed(15, &strange);
        assert_eq!((closed.returned(), closed.is_fair()), (Some(16), false));
        assert_eq!(Turnout::closed(3, &[]).returned(), Some(0));
    }
}

//! The desk where deputies sign once and draw a slip or take papers, and where one is exchanged for
//! the other. Numbers only: which slip or which paper, nobody writes down.

use crate::problem::Problem;
use count::words;

words! {
    /// What a deputy signed for.
    pub enum BallotMedium {
        /// A drawn slip, for a phone or a kiosk.
        Slip = "slip",
        /// Papers, for a box.
        Paper = "paper",
    }
}

words! {
    /// Slips that lived under an earlier key of the installation: nobody can use them any more.
    #[derive(Default)]
    pub enum SlipsOfOldKey {
        #[default]
        None = "",
        /// A vote runs that they were handed out for: they stand in its account until it is closed or void.
        Voting = "voting",
        /// The record was restored from a backup that was made in the middle of a vote: its box is in no backup,
        /// so the round can only be voided; until then they stand in its account.
        Restored = "restored",
        /// They are gone: new ones are printed, and everybody signs again.
        Gone = "gone",
    }
}

/// The desk's numbers at a sitting.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DeskCounts {
    /// Closed slips that are kept back for latecomers and exchanges.
    pub reserve: u32,
    /// Why they are kept back.
    pub reserve_reason: String,
    /// Whether who comes after voting opened may still draw a slip.
    pub latecomers_draw: bool,
    /// Unused slips handed in for a paper, and cancelled.
    pub slips_in: u32,
    /// Papers given for them.
    pub papers_out: u32,
    /// Clean papers handed in for a slip, and torn up.
    pub papers_in: u32,
    /// Slips drawn for them.
    pub slips_out: u32,
    /// Deputies who were helped.
    pub assisted: u32,
    /// Whether slips of an earlier key were handed out.
    pub old_slips: SlipsOfOldKey,
}

/// How many slips and papers deputies hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct HeldCounts {
    pub slips: u32,
    /// Deputies with papers: one paper of each poll.
    pub papers: u32,
}

impl DeskCounts {
    /// What deputies hold, from what the roll says they signed for.
    #[must_use]
    pub fn in_hand(&self, signed: HeldCounts) -> HeldCounts {
        HeldCounts {
            slips: (signed.slips + self.slips_out).saturating_sub(self.slips_in),
            papers: (signed.papers + self.papers_out).saturating_sub(self.papers_in),
        }
    }

    /// Deputies who handed one kind in and have not got the other yet.
    #[must_use]
    pub fn unfinished(&self) -> u32 {
        self.slips_in.saturating_sub(self.papers_out)
            + self.papers_in.saturating_sub(self.slips_out)
    }

    /// Slips that deputies hold, and those that they wait for since they handed a paper in.
    #[must_use]
    pub fn slips_promised(&self, signed: HeldCounts) -> u32 {
        self.in_hand(signed).slips + self.papers_in.saturating_sub(self.slips_out)
    }

    /// Takes a clean paper in for a slip. Nobody gives a paper away for a slip that is not there: of
    /// `living` slips that exist one must be neither held nor promised.
    ///
    /// # Errors
    /// `no-paper-in-hand`, `no-slip-left`.
    pub fn take_paper(&mut self, living: u32, signed: HeldCounts) -> Result<(), Problem> {
        if self.in_hand(signed).papers == 0 {
            return Err(Problem::error("no-paper-in-hand"));
        }
        if self.slips_promised(signed) >= living {
            return Err(Problem::error("no-slip-left"));
        }
        self.papers_in += 1;
        Ok(())
    }

    /// Gives a paper for a slip that was handed in before.
    ///
    /// # Errors
    /// `no-slip-handed-in`.
    pub fn give_paper(&mut self) -> Result<(), Problem> {
        if self.papers_out >= self.slips_in {
            return Err(Problem::error("no-slip-handed-in"));
        }
        self.papers_out += 1;
        Ok(())
    }

    /// Lets a slip be drawn for papers that were handed in before, from `living` slips that exist.
    ///
    /// # Errors
    /// `no-paper-handed-in`, `no-slip-left`.
    pub fn give_slip(&mut self, living: u32, signed: HeldCounts) -> Result<(), Problem> {
        if self.slips_out >= self.papers_in {
            return Err(Problem::error("no-paper-handed-in"));
        }
        if self.in_hand(signed).slips >= living {
            return Err(Problem::error("no-slip-left"));
        }
        self.slips_out += 1;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SIGNED: HeldCounts = HeldCounts {
        slips: 150,
        papers: 4,
    };

    #[test]
    fn a_paper_is_taken_in_only_while_a_slip_is_left_that_nobody_holds_or_waits_for() {
        let mut desk = DeskCounts::default();
        let refusal = |desk: &DeskCounts, living, signed| {
            let told = desk.clone().take_paper(living, signed);
            told.err().map(|problem| problem.code)
        };
        assert_eq!(refusal(&desk, 150, SIGNED), Some("no-slip-left"));
        desk.take_paper(151, SIGNED).unwrap();
        assert_eq!((desk.slips_promised(SIGNED), desk.unfinished()), (151, 1));
        assert_eq!(refusal(&desk, 151, SIGNED), Some("no-slip-left"));
        desk.give_slip(151, SIGNED).unwrap();
        assert_eq!((desk.slips_promised(SIGNED), desk.unfinished()), (151, 0));
        let without = HeldCounts {
            papers: 0,
            ..SIGNED
        };
        assert_eq!(
            refusal(&DeskCounts::default(), 200, without),
            Some("no-paper-in-hand")
        );
    }

    #[test]
    fn one_kind_is_handed_in_before_the_other_is_given() {
        let mut desk = DeskCounts::default();
        assert_eq!(desk.give_paper().unwrap_err().code, "no-slip-handed-in");
        desk.slips_in = 1;
        assert_eq!(desk.unfinished(), 1);
        assert_eq!(
            desk.in_hand(SIGNED),
            HeldCounts {
                slips: 149,
                papers: 4
            }
        );
        desk.give_paper().unwrap();
        assert_eq!(
            desk.in_hand(SIGNED),
            HeldCounts {
                slips: 149,
                papers: 5
            }
        );
        assert_eq!((desk.unfinished(), desk.give_paper().is_err()), (0, true));

        assert_eq!(
            desk.give_slip(160, SIGNED).unwrap_err().code,
            "no-paper-handed-in"
        );
        desk.papers_in = 1;
        assert_eq!(
            desk.give_slip(149, SIGNED).unwrap_err().code,
            "no-slip-left"
        );
        desk.give_slip(150, SIGNED).unwrap();
        assert_eq!(
            desk.in_hand(SIGNED),
            HeldCounts {
                slips: 150,
                papers: 4
            }
        );
    }
}

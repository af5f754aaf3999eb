//! The right of one slip to cast one ballot in one round: a value that casting consumes.

use crate::digest::Digest;
use crate::id::RoundId;
use crate::round::RoundStage;

/// The right to cast. Not `Clone`, and only [`admit`] makes one: casting twice cannot be written.
#[derive(Debug)]
pub struct Right {
    round: RoundId,
    slip: Digest,
}

/// That a slip's right is used up. Whatever form comes again, it takes the same way to the same
/// answer as the one that spent it.
#[derive(Debug)]
pub struct SpentRight {
    round: RoundId,
    slip: Digest,
}

/// A slip whose form is taken: it casts now, or a ballot of it is in the box already. Who holds the
/// phone cannot tell the two apart.
#[derive(Debug)]
pub enum Admission {
    Casts(Right),
    /// A ballot of it is in the box.
    HasCast(SpentRight),
}

impl Admission {
    /// Gives up the right: its round, its slip by the keyed hash of the code, and whether it was
    /// spent before.
    #[must_use]
    pub fn spend(self) -> (RoundId, Digest, bool) {
        match self {
            Self::Casts(Right { round, slip }) => (round, slip, false),
            Self::HasCast(SpentRight { round, slip }) => (round, slip, true),
        }
    }
}

/// How far a slip's right has gone. By which form it was spent is known to nobody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RightState {
    /// The slip has no right here: rights are given when voting opens, to the slips of the sitting
    /// that were printed by then.
    None,
    /// Not used yet.
    Unspent,
    /// Used.
    Spent,
}

/// What is known when somebody with a slip asks to vote.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct VotingFacts {
    /// Where the round stands now, inside the same transaction.
    pub stage: RoundStage,
    /// Whether the slip was scanned back or replaced.
    pub is_cancelled: bool,
    /// The slip's right in this round.
    pub right: RightState,
}

/// What a page shows to somebody with a slip.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SlipStatus {
    /// The ballot, to be marked.
    Ballot,
    /// That a ballot of this slip is in the box.
    InTheBox,
}

/// Why somebody is turned away, in words a page can say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RefusedSlip {
    /// The slip was cancelled: go to the desk.
    Cancelled,
    /// The slip belongs to another sitting or to nothing here.
    OtherSitting,
    /// Voting has not begun.
    NotOpen,
    /// Voting is interrupted.
    Paused,
    /// Voting is over and this slip has not voted.
    Closed,
    /// The box is open: who has voted is forgotten, so nobody can be told whether they did.
    Over,
    /// The round was declared void.
    Void,
    /// As many slips have voted as deputies hold: this one nobody drew.
    NeverDrawn,
}

/// Takes a form of a slip, or says why not. The stage is asked before the right: while voting is
/// interrupted, and once the box is open or the round void, used and unused slips hear the same.
/// `is_full`: as many slips have voted as deputies hold.
///
/// # Errors
/// [`RefusedSlip`], with the reason that helps most.
pub fn admit(
    round: RoundId,
    slip: Digest,
    standing: VotingFacts,
    is_full: bool,
) -> Result<Admission, RefusedSlip> {
    let used = || Admission::HasCast(SpentRight { round, slip });
    match standing.stage {
        RoundStage::Void => Err(RefusedSlip::Void),
        RoundStage::Opened | RoundStage::Counted | RoundStage::Certified => Err(RefusedSlip::Over),
        _ if standing.is_cancelled => Err(RefusedSlip::Cancelled),
        RoundStage::Draft | RoundStage::Frozen | RoundStage::Sealed | RoundStage::Issuing => {
            Err(RefusedSlip::NotOpen)
        }
        RoundStage::Paused => Err(RefusedSlip::Paused),
        RoundStage::Open => match standing.right {
            RightState::None => Err(RefusedSlip::OtherSitting),
            RightState::Spent => Ok(used()),
            RightState::Unspent if is_full => Err(RefusedSlip::NeverDrawn),
            RightState::Unspent => Ok(Admission::Casts(Right { round, slip })),
        },
        RoundStage::Closed | RoundStage::Accounted => match standing.right {
            RightState::Spent => Ok(used()),
            RightState::None | RightState::Unspent => Err(RefusedSlip::Closed),
        },
    }
}

/// What a page without a form shows: until voting closes a used slip looks like an unused one to
/// everybody but the browser that heard of the cast (`has_heard`).
///
/// # Errors
/// [`RefusedSlip`], as [`admit`].
pub fn see(standing: VotingFacts, has_heard: bool) -> Result<SlipStatus, RefusedSlip> {
    let is_voting = matches!(standing.stage, RoundStage::Open | RoundStage::Paused);
    let is_used = standing.right == RightState::Spent;
    if is_voting && is_used && has_heard {
        return Ok(SlipStatus::InTheBox);
    }
    // Who the slip and the round are plays no part in what is shown.
    match admit(RoundId(0), Digest([0; 32]), standing, false)? {
        Admission::HasCast(_) if !is_voting => Ok(SlipStatus::InTheBox),
        Admission::HasCast(_) | Admission::Casts(_) => Ok(SlipStatus::Ballot),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use RightState::{None, Spent, Unspent};

    const ALL: [RoundStage; 12] = [
        RoundStage::Draft,
        RoundStage::Frozen,
        RoundStage::Sealed,
        RoundStage::Issuing,
        RoundStage::Open,
        RoundStage::Paused,
        RoundStage::Closed,
        RoundStage::Accounted,
        RoundStage::Opened,
        RoundStage::Counted,
        RoundStage::Certified,
        RoundStage::Void,
    ];

    fn standing(stage: RoundStage, is_cancelled: bool, right: RightState) -> VotingFacts {
        VotingFacts {
            stage,
            is_cancelled,
            right,
        }
    }

    /// Whether the form of a slip casts, or is told that one did.
    fn ask(stage: RoundStage, is_cancelled: bool, right: RightState) -> Result<bool, RefusedSlip> {
        let slip = Digest([7; 32]);
        let admitted = admit(
            RoundId(1),
            slip,
            standing(stage, is_cancelled, right),
            false,
        )?;
        let (round, found, was_spent) = admitted.spend();
        assert_eq!((round, found), (RoundId(1), slip));
        Ok(!was_spent)
    }

    #[test]
    fn only_an_unspent_right_in_an_open_round_votes() {
        assert_eq!(ask(RoundStage::Open, false, Unspent), Ok(true));
        for stage in ALL {
            for right in [None, Unspent, Spent] {
                for is_cancelled in [false, true] {
                    let casts = ask(stage, is_cancelled, right) == Ok(true);
                    let may = (stage, right, is_cancelled) == (RoundStage::Open, Unspent, false);
                    assert_eq!(casts, may, "{stage:?} {right:?} {is_cancelled}");
                }
            }
        }
        for (stage, is_cancelled, right, turned) in [
            (RoundStage::Issuing, false, Unspent, RefusedSlip::NotOpen),
            (RoundStage::Paused, false, Unspent, RefusedSlip::Paused),
            (RoundStage::Paused, false, Spent, RefusedSlip::Paused),
            (RoundStage::Closed, false, Unspent, RefusedSlip::Closed),
            (RoundStage::Accounted, false, Unspent, RefusedSlip::Closed),
            (RoundStage::Opened, false, Unspent, RefusedSlip::Over),
            (RoundStage::Certified, false, Unspent, RefusedSlip::Over),
            (RoundStage::Void, false, Unspent, RefusedSlip::Void),
            (RoundStage::Open, true, Unspent, RefusedSlip::Cancelled),
            (RoundStage::Open, false, None, RefusedSlip::OtherSitting),
        ] {
            let found = ask(stage, is_cancelled, right);
            assert_eq!(found, Err(turned), "{stage:?} {right:?}");
        }
    }

    #[test]
    fn a_form_of_a_used_slip_is_told_so_until_the_box_is_open_and_never_while_paused() {
        for stage in ALL {
            let is_told = ask(stage, false, Spent) == Ok(false);
            let may = matches!(
                stage,
                RoundStage::Open | RoundStage::Closed | RoundStage::Accounted
            );
            assert_eq!(is_told, may, "{stage:?}");
            if !may {
                assert_eq!(
                    ask(stage, false, Spent),
                    ask(stage, false, Unspent),
                    "{stage:?}"
                );
            }
        }
    }

    #[test]
    fn when_as_many_have_voted_as_hold_slips_the_next_one_was_never_drawn() {
        let ask = |right| {
            let standing = standing(RoundStage::Open, false, right);
            admit(RoundId(1), Digest([7; 32]), standing, true).map(Admission::spend)
        };
        assert_eq!(ask(Unspent), Err(RefusedSlip::NeverDrawn));
        assert_eq!(ask(Spent), Ok((RoundId(1), Digest([7; 32]), true)));
    }

    #[test]
    fn a_page_shows_a_used_slip_as_an_unused_one_until_voting_closes() {
        for stage in ALL {
            let shown = |right, has_heard| see(standing(stage, false, right), has_heard);
            let is_told_apart = shown(Spent, false) != shown(Unspent, false);
            let may = matches!(stage, RoundStage::Closed | RoundStage::Accounted);
            assert_eq!(is_told_apart, may, "{stage:?}");
            // The browser that cast is told; a cookie without a cast tells nothing.
            let hears = shown(Spent, true) == Ok(SlipStatus::InTheBox);
            let until_opened = may || matches!(stage, RoundStage::Open | RoundStage::Paused);
            assert_eq!(hears, until_opened, "{stage:?}");
            assert_eq!(shown(Unspent, true), shown(Unspent, false), "{stage:?}");
        }
    }
}

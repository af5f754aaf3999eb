//! The file that a round's box is, from the opening of the vote until the box is opened or void: where it
//! stands, and what follows from what a start finds.
//!
//! The record (the facts) judges, the box admits. Leave to cast is given last, after the record tells of
//! it, and taken first, before the record does: whatever a kill leaves between the two admits less than
//! the record says, never more. [`next`] is the whole of what is done about it.

use crate::act_of_two::two_people::Person;
use crate::id::AccountId;
use crate::round::{RoundAct, RoundStage};
use count::words;

words! {
    /// Where a box stands. Only an open one takes a ballot.
    pub enum BoxStage {
        /// Made for a vote that the record does not call open yet.
        Made = "made",
        Open = "open",
        Paused = "paused",
        Closed = "closed",
        /// Its ballots shall be destroyed unread.
        Void = "void",
    }
}

impl BoxStage {
    /// What a cast hears of it.
    #[must_use]
    pub fn round(self) -> RoundStage {
        match self {
            Self::Made => RoundStage::Issuing,
            Self::Open => RoundStage::Open,
            Self::Paused => RoundStage::Paused,
            Self::Closed => RoundStage::Closed,
            Self::Void => RoundStage::Void,
        }
    }

    /// Where a box stands after an act that takes leave to cast; nothing where it went further before.
    #[must_use]
    pub fn after(self, act: RoundAct) -> Option<Self> {
        match (self, act) {
            (Self::Open | Self::Paused, RoundAct::Pause) => Some(Self::Paused),
            (Self::Open | Self::Paused | Self::Closed, RoundAct::CloseVote) => Some(Self::Closed),
            (_, RoundAct::Void) => Some(Self::Void),
            _ => None,
        }
    }
}

/// An act that took leave to cast, as the box keeps it until the record tells of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Taking {
    /// Pausing, closing or voiding.
    pub act: RoundAct,
    /// Which of the acts done on the round it is, from 1.
    pub number: u32,
    /// Milliseconds: when.
    pub at: i64,
    /// Who asked, or did it alone.
    pub first: AccountId,
    /// The second person, where two stand for it.
    pub second: Option<Person>,
    pub reason: String,
}

/// What lies where a box belongs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FoundBox {
    /// Nothing.
    Missing,
    /// A file that cannot be read, or is not the box of its name.
    Torn,
    /// A box of another record: of another installation, or opened by an event that the log does not have.
    Foreign,
    There {
        stage: BoxStage,
        /// Whether its last act is not in the record yet.
        waits: bool,
    },
}

/// What is done about a box.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BoxStep {
    /// It stands as the record says.
    Nothing,
    /// Overwritten and removed, unread.
    Remove,
    /// Opened: the record calls the vote open.
    Admit,
    /// Interrupted: the record does.
    Interrupt,
    /// The record follows: leave to cast was taken by an act that it does not tell of.
    Follow,
    /// Left as it is, and never followed: two people may void the round.
    Keep,
}

/// What is done about the box of a round that stands so in the record; without a round, of a box that no
/// round has. Of a box that the record is done with, what is found plays no part: it may be half
/// overwritten.
#[must_use]
pub fn next(round: Option<RoundStage>, found: FoundBox) -> BoxStep {
    use RoundStage as R;
    let (stage, waits) = match (round, found) {
        (_, FoundBox::Missing) => return absent(round),
        (Some(R::Opened | R::Counted | R::Certified | R::Void), _) => return BoxStep::Remove,
        // It admitted nothing, whoever made it.
        (
            _,
            FoundBox::There {
                stage: BoxStage::Made,
                ..
            },
        ) if round.is_none_or(|one| one < R::Open) => {
            return BoxStep::Remove;
        }
        (_, FoundBox::Torn | FoundBox::Foreign) => return BoxStep::Keep,
        (_, FoundBox::There { stage, waits }) => (stage, waits),
    };
    let Some(round) = round else {
        return match stage {
            BoxStage::Made | BoxStage::Void => BoxStep::Remove,
            BoxStage::Open | BoxStage::Paused | BoxStage::Closed => BoxStep::Keep,
        };
    };
    match (round, stage) {
        (R::Open | R::Paused | R::Closed | R::Accounted, BoxStage::Void) if waits => {
            BoxStep::Follow
        }
        (R::Open | R::Paused, BoxStage::Closed) if waits => BoxStep::Follow,
        (R::Open, BoxStage::Paused) if waits => BoxStep::Follow,
        (R::Open, BoxStage::Made | BoxStage::Paused) if !waits => BoxStep::Admit,
        (R::Paused, BoxStage::Open) => BoxStep::Interrupt,
        (R::Open, BoxStage::Open)
        | (R::Paused, BoxStage::Paused)
        | (R::Closed | R::Accounted, BoxStage::Closed) => BoxStep::Nothing,
        _ => BoxStep::Keep,
    }
}

/// A box that is not there is missed from the opening of the vote until the box is opened.
fn absent(round: Option<RoundStage>) -> BoxStep {
    match round {
        Some(
            RoundStage::Open | RoundStage::Paused | RoundStage::Closed | RoundStage::Accounted,
        ) => BoxStep::Keep,
        _ => BoxStep::Nothing,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use RoundStage as R;

    fn there(stage: BoxStage, waits: bool) -> FoundBox {
        FoundBox::There { stage, waits }
    }

    #[test]
    fn what_a_start_does_with_what_it_finds() {
        use BoxStage::{Closed, Made, Open, Paused, Void};
        for (round, found, step) in [
            (Some(R::Issuing), FoundBox::Missing, BoxStep::Nothing),
            (Some(R::Issuing), there(Made, false), BoxStep::Remove),
            (Some(R::Sealed), there(Made, false), BoxStep::Remove),
            (Some(R::Issuing), there(Open, false), BoxStep::Keep),
            (Some(R::Issuing), FoundBox::Foreign, BoxStep::Keep),
            (Some(R::Open), there(Made, false), BoxStep::Admit),
            (Some(R::Open), there(Open, false), BoxStep::Nothing),
            (Some(R::Open), there(Paused, false), BoxStep::Admit),
            (Some(R::Open), there(Paused, true), BoxStep::Follow),
            (Some(R::Open), there(Closed, true), BoxStep::Follow),
            (Some(R::Open), there(Closed, false), BoxStep::Keep),
            (Some(R::Open), there(Void, true), BoxStep::Follow),
            (Some(R::Open), there(Void, false), BoxStep::Keep),
            (Some(R::Open), FoundBox::Missing, BoxStep::Keep),
            (Some(R::Open), FoundBox::Torn, BoxStep::Keep),
            (Some(R::Paused), there(Open, false), BoxStep::Interrupt),
            (Some(R::Paused), there(Paused, false), BoxStep::Nothing),
            (Some(R::Paused), there(Closed, true), BoxStep::Follow),
            (Some(R::Closed), there(Closed, false), BoxStep::Nothing),
            (Some(R::Closed), there(Open, false), BoxStep::Keep),
            (Some(R::Accounted), there(Closed, true), BoxStep::Nothing),
            (Some(R::Accounted), there(Void, true), BoxStep::Follow),
            (Some(R::Accounted), FoundBox::Missing, BoxStep::Keep),
            (Some(R::Opened), there(Closed, false), BoxStep::Remove),
            (Some(R::Opened), FoundBox::Torn, BoxStep::Remove),
            (Some(R::Opened), FoundBox::Missing, BoxStep::Nothing),
            (Some(R::Certified), there(Open, false), BoxStep::Remove),
            (Some(R::Void), FoundBox::Foreign, BoxStep::Remove),
            (Some(R::Void), FoundBox::Torn, BoxStep::Remove),
            (None, there(Made, false), BoxStep::Remove),
            (None, there(Void, true), BoxStep::Remove),
            (None, there(Open, false), BoxStep::Keep),
            (None, there(Closed, true), BoxStep::Keep),
            (None, FoundBox::Torn, BoxStep::Keep),
            (None, FoundBox::Missing, BoxStep::Nothing),
        ] {
            assert_eq!(next(round, found), step, "{round:?} {found:?}");
        }
    }

    #[test]
    fn nothing_but_an_open_round_ever_opens_a_box() {
        for round in R::ALL.map(Some).into_iter().chain([None]) {
            for stage in BoxStage::ALL {
                for waits in [false, true] {
                    if next(round, there(stage, waits)) == BoxStep::Admit {
                        assert_eq!(round, Some(R::Open));
                        assert!(!waits && matches!(stage, BoxStage::Made | BoxStage::Paused));
                    }
                }
            }
            for lost in [FoundBox::Missing, FoundBox::Torn, FoundBox::Foreign] {
                let step = next(round, lost);
                assert!(matches!(
                    step,
                    BoxStep::Nothing | BoxStep::Remove | BoxStep::Keep
                ));
            }
        }
    }

    #[test]
    fn an_act_takes_leave_and_never_gives_it_back() {
        for stage in BoxStage::ALL {
            for act in [RoundAct::Pause, RoundAct::CloseVote, RoundAct::Void] {
                let after = stage.after(act);
                assert!(
                    after.is_none_or(|after| after >= stage),
                    "{stage:?} {act:?}"
                );
                assert_ne!(after, Some(BoxStage::Open));
            }
            assert_eq!(stage.after(RoundAct::Resume), None);
        }
    }
}

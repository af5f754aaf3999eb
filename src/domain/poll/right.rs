//! The right of one slip to cast one ballot in one round: a value that casting consumes.

use super::round::RoundStage;
use crate::domain::digest::Digest;
use crate::domain::id::RoundId;

/// The right to cast. Not `Clone`, and only [`admit`] makes one: casting twice cannot be written.
#[derive(Debug)]
pub struct Right {
    round: RoundId,
    slip: Digest,
}

impl Right {
    /// Gives up the right: its round, and its slip by the keyed hash of the code.
    #[must_use]
    pub fn spend(self) -> (RoundId, Digest) {
        (self.round, self.slip)
    }
}

/// How far a slip's right has gone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RightState {
    /// The slip has no right here: rights are given when voting opens, to the slips of the sitting
    /// that were printed by then.
    None,
    /// Not used yet.
    Unspent,
    /// Used by the very form that asks again.
    SpentByThisForm,
    /// Used by another form.
    SpentByAnotherForm,
}

/// What is known when somebody with a slip asks to vote.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// Where the round stands now, inside the same transaction.
    pub stage: RoundStage,
    /// Whether the slip was scanned back or replaced.
    pub is_cancelled: bool,
    /// The slip's right in this round.
    pub right: RightState,
}

/// Why somebody is turned away, in words a page can say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Turned {
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
    /// This very ballot is in the box already: good news, told again.
    AlreadyCast,
    /// The slip was used before by another form: go to the desk.
    Spent,
    /// As many slips have voted as deputies hold: this one nobody drew.
    NeverDrawn,
}

/// Lets a slip vote, or says why not. What was cast stays cast: a repeat of the same form hears
/// so even after closing.
///
/// # Errors
/// [`Turned`], with the reason that helps most.
pub fn admit(round: RoundId, slip: Digest, standing: Standing) -> Result<Right, Turned> {
    match (standing.right, standing.stage) {
        (_, RoundStage::Void) => Err(Turned::Void),
        (RightState::SpentByThisForm, _) => Err(Turned::AlreadyCast),
        (RightState::SpentByAnotherForm, _) => Err(Turned::Spent),
        _ if standing.is_cancelled => Err(Turned::Cancelled),
        (right @ (RightState::None | RightState::Unspent), stage) => match stage {
            RoundStage::Draft | RoundStage::Frozen | RoundStage::Sealed | RoundStage::Issuing => {
                Err(Turned::NotOpen)
            }
            RoundStage::Open if right == RightState::Unspent => Ok(Right { round, slip }),
            RoundStage::Open => Err(Turned::OtherSitting),
            RoundStage::Paused => Err(Turned::Paused),
            RoundStage::Closed | RoundStage::Accounted => Err(Turned::Closed),
            RoundStage::Opened | RoundStage::Counted | RoundStage::Certified => Err(Turned::Over),
            RoundStage::Void => Err(Turned::Void),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ask(stage: RoundStage, is_cancelled: bool, right: RightState) -> Result<(), Turned> {
        admit(
            RoundId(1),
            Digest([7; 32]),
            Standing {
                stage,
                is_cancelled,
                right,
            },
        )
        .map(drop)
    }

    #[test]
    fn only_an_unspent_right_in_an_open_round_votes() {
        use RightState::{None, SpentByAnotherForm, SpentByThisForm, Unspent};
        assert_eq!(ask(RoundStage::Open, false, Unspent), Ok(()));
        for (stage, is_cancelled, right, turned) in [
            (RoundStage::Issuing, false, Unspent, Turned::NotOpen),
            (RoundStage::Paused, false, Unspent, Turned::Paused),
            (RoundStage::Closed, false, Unspent, Turned::Closed),
            (RoundStage::Accounted, false, Unspent, Turned::Closed),
            (RoundStage::Opened, false, Unspent, Turned::Over),
            (RoundStage::Certified, false, Unspent, Turned::Over),
            (RoundStage::Void, false, Unspent, Turned::Void),
            (RoundStage::Open, true, Unspent, Turned::Cancelled),
            (RoundStage::Open, false, None, Turned::OtherSitting),
            (
                RoundStage::Open,
                false,
                SpentByThisForm,
                Turned::AlreadyCast,
            ),
            (
                RoundStage::Closed,
                false,
                SpentByThisForm,
                Turned::AlreadyCast,
            ),
            (RoundStage::Open, false, SpentByAnotherForm, Turned::Spent),
            (RoundStage::Open, true, SpentByAnotherForm, Turned::Spent),
        ] {
            assert_eq!(
                ask(stage, is_cancelled, right),
                Err(turned),
                "{stage:?} {right:?}"
            );
        }
    }
}

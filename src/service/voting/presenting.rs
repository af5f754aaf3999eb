//! Presenting a slip: a code becomes a ticket, the ticket a cookie. Nothing is spent and nothing
//! written; only the browser that was told of a slip's use is told of it again.

use super::ticket::{HEARD, Ticket};
use crate::access::password::HashQueue;

use crate::{Service, ServiceError};
use domain::digest::Digest;
use domain::id::{PollId, RoundId};
use domain::poll::{Poll, Round};
use domain::round::RoundStage;
use domain::voting::slip_code::SlipCode;
use store::ReadTx;
use store::poll::polls;
use store::round::rounds;
use store::voting::slips::Slip;
use store::voting::{desks, slips};

/// Why a code was not accepted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CodeRefusal {
    /// It is not a code, or of no slip that is voted with now.
    Code,
    Cancelled,
    /// No slip is voted with now, so no digits are looked up.
    NotNow,
    /// It is of no slip here, while slips of an earlier key are in deputies' hands.
    Ended,
}

impl Service {
    /// Accepts a slip's code, scanned or typed. Nothing is spent and nothing written. Typed codes wait for
    /// their place, first come, first served whatever their address, for a hall shares one; they are
    /// looked up only while a round of their sitting is issuing, open or paused.
    ///
    /// # Errors
    /// [`ServiceError::Busy`] when too many typed codes wait; an unknown code is a value.
    pub async fn present(&self, code: &str) -> Result<Result<Ticket, CodeRefusal>, ServiceError> {
        let slip = match SlipCode::read(code) {
            Some(typed @ SlipCode::Typed(_)) => {
                if !self
                    .read_for_stranger(|tx| Ok(slips::is_any_held(tx)?))
                    .await?
                {
                    return Ok(Err(self.unless_ended(CodeRefusal::NotNow).await?));
                }
                let hash = self.slip_hash(&typed, HashQueue::Anyone).await?;
                let find = move |tx: &ReadTx<'_>| Ok(slips::find_held_by_digits(tx, hash)?);
                self.read_for_stranger(find).await?
            }
            Some(scanned @ SlipCode::Scanned(_)) => {
                let hash = self.slip_hash(&scanned, HashQueue::Anyone).await?;
                let find =
                    move |tx: &ReadTx<'_>| Ok::<_, ServiceError>(slips::find_by_code(tx, hash)?);
                self.store.read(find).await?
            }
            None => None,
        };
        Ok(match slip {
            Some(slip) if slip.is_cancelled => Err(CodeRefusal::Cancelled),
            Some(slip) => Ok(Ticket::of(slip.code_hash)),
            None => {
                self.sign_in_limits.wrong_code();
                Err(self.unless_ended(CodeRefusal::Code).await?)
            }
        })
    }

    /// Whether a new key has ended slips that deputies hold at a sitting which is not over.
    pub async fn has_old_slips(&self) -> Result<bool, ServiceError> {
        self.read_for_stranger(|tx| Ok(desks::has_old_slips(tx)?))
            .await
    }

    /// What is told of a code that is of no slip, unless it may be one of an earlier key.
    async fn unless_ended(&self, unknown: CodeRefusal) -> Result<CodeRefusal, ServiceError> {
        let has_ended = self.has_old_slips().await?;
        Ok(if has_ended {
            CodeRefusal::Ended
        } else {
            unknown
        })
    }

    /// The cookie of a ticket.
    #[must_use]
    pub fn ticket_cookie(&self, ticket: Ticket) -> String {
        let seal = self.keys.token("ticket", &[&ticket.slip.0]);
        format!("{}{seal}", ticket.slip)
    }

    /// The ticket of a cookie, if this installation gave it out.
    #[must_use]
    pub fn ticket(&self, cookie: &str) -> Option<Ticket> {
        let (slip, seal) = cookie.split_at_checked(64)?;
        let slip = Digest::from_hex(slip)?;
        self.keys
            .agrees(seal, "ticket", &[&slip.0])
            .then_some(Ticket::of(slip))
    }

    /// What the cookie of a browser says that heard of a cast of this slip in a round.
    pub(crate) fn heard(&self, ticket: Ticket, round: RoundId) -> Digest {
        let parts: [&[u8]; 2] = [&ticket.slip.0, &round.0.to_be_bytes()];
        self.keys.token(HEARD, &parts)
    }

    /// Whether a slip may still vote in a round that is held or comes, used or not: as far as its
    /// sitting goes. A slip that is not known any more may not.
    pub async fn may_still_vote(&self, ticket: Ticket) -> Result<bool, ServiceError> {
        self.store
            .read(move |tx| {
                let Some(slip) = slips::find_by_code(tx, ticket.slip)? else {
                    return Ok(false);
                };
                let held = rounds::list_at(tx, slip.sitting)?;
                let is_over = |stage: RoundStage| match stage {
                    RoundStage::Draft
                    | RoundStage::Frozen
                    | RoundStage::Sealed
                    | RoundStage::Issuing
                    | RoundStage::Open
                    | RoundStage::Paused => false,
                    RoundStage::Closed
                    | RoundStage::Accounted
                    | RoundStage::Opened
                    | RoundStage::Counted
                    | RoundStage::Certified
                    | RoundStage::Void => true,
                };
                let is_held = held.iter().any(|round| !is_over(round.stage));
                Ok(!slip.is_cancelled && is_held)
            })
            .await
    }

    /// The polls that a slip's sitting has, in the order of their rounds: where a slip may go.
    ///
    /// # Errors
    /// [`ServiceError::NotFound`] when the slip is no more.
    pub async fn list_ballots(
        &self,
        ticket: Ticket,
    ) -> Result<Vec<(PollId, Poll, Round)>, ServiceError> {
        self.store
            .read(move |tx| {
                let slip = slip_of(tx, ticket)?;
                let mut newest: Vec<(PollId, Poll, Round)> = Vec::new();
                for round in rounds::list_at(tx, slip.sitting)? {
                    newest.retain(|(poll, _, _)| *poll != round.poll);
                    newest.push((round.poll, polls::get(tx, round.poll)?, round));
                }
                Ok(newest)
            })
            .await
    }
}

/// The slip of a ticket.
pub(crate) fn slip_of(tx: &ReadTx<'_>, ticket: Ticket) -> Result<Slip, ServiceError> {
    slips::find_by_code(tx, ticket.slip)?.ok_or(ServiceError::NotFound("slip"))
}

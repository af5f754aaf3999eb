//! A poll while it is a draft, and what is refused of it.

use crate::round::context::RoundContext;
use crate::{ServiceError, permit};
use domain::access::{Action, Actor, Grant};
use domain::id::{PollId, SessionId};
use domain::poll::{Poll, RoundKind};
use domain::problem::Problem;
use domain::round::RoundStage;
use store::poll::polls;
use store::round::rounds;
use store::{ReadTx, WriteTx};

/// The newest round of a poll for somebody who may prepare it, while it is a draft.
pub(crate) fn draft(
    tx: &WriteTx<'_>,
    actor: &Actor,
    poll: PollId,
) -> Result<(RoundContext, Grant), ServiceError> {
    let newest = rounds::list(tx, poll)?
        .pop()
        .ok_or(ServiceError::NotFound("poll"))?;
    let place = RoundContext::of(tx, newest.id)?;
    let grant = permit(actor, Action::Prepare, place.congress.id)?;
    refuse_withdrawn(&place.poll)?;
    if place.round.stage != RoundStage::Draft {
        return Err(ServiceError::refused(Problem::error("poll-is-frozen")));
    }
    Ok((place, grant))
}

/// The same, while its rules and slate are the clerk's to choose: those of a run-off or of a
/// supplementary round follow from the round before.
pub(crate) fn first_draft(
    tx: &WriteTx<'_>,
    actor: &Actor,
    poll: PollId,
) -> Result<(RoundContext, Grant), ServiceError> {
    let (place, grant) = draft(tx, actor, poll)?;
    match place.round.kind {
        RoundKind::First => Ok((place, grant)),
        RoundKind::RunOff | RoundKind::Supplementary => {
            Err(ServiceError::refused(Problem::error("round-follows")))
        }
    }
}

/// A form that is sent again drafts no second poll beside a draft of the same title.
pub(crate) fn refuse_drafted(
    tx: &ReadTx<'_>,
    session: SessionId,
    title: &str,
) -> Result<(), ServiceError> {
    for poll in polls::list(tx, session)? {
        let is_twin = poll.title == title && poll.withdrawn.is_empty();
        let newest = rounds::list(tx, poll.id)?.pop();
        if is_twin && newest.is_some_and(|round| round.stage == RoundStage::Draft) {
            let problem = Problem::error("title-drafted").at("title");
            return Err(ServiceError::invalid(problem.with("title", title)));
        }
    }
    Ok(())
}

pub(crate) fn checked_title(title: &str) -> Result<String, ServiceError> {
    let title = title.trim();
    let length = title.chars().count();
    if length == 0 || length > 80 || title.chars().any(char::is_control) {
        return Err(ServiceError::invalid(
            Problem::error("title-missing").at("title"),
        ));
    }
    Ok(title.to_owned())
}

/// Refuses an act on a poll that was withdrawn.
pub(crate) fn refuse_withdrawn(poll: &Poll) -> Result<(), ServiceError> {
    if poll.withdrawn.is_empty() {
        return Ok(());
    }
    Err(ServiceError::refused(Problem::error("poll-withdrawn")))
}

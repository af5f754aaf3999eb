//! The first and the second of two people, for any act: who asks, who confirms, and that a
//! confirmation is of what was shown.
//!
//! Asking never confirms. A confirmation carries the mark of the request that its page showed: who
//! asked, when and why. If another request waits by then, or none, nothing is done.

use jiff::Timestamp;

use super::ServiceError;
use super::standing::account_person;
use crate::domain::id::{AccountId, SessionId};
use crate::domain::problem::Problem;
use crate::domain::two_people::{Person, TwoPeople};
pub use crate::store::act_requests::ActRequest;
use crate::store::act_requests::{self, Subject};
use crate::store::{ReadTx, WriteTx};

/// The word under which a correction of a statement waits.
pub(super) const CORRECT: &str = "correct";

/// What was meant by pressing a button.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Meant {
    /// "Ask for": never a confirmation, even if somebody else asked in the meantime.
    #[default]
    Ask,
    /// "Confirm" what the page showed, by the mark of that request.
    Confirm(String),
}

/// A press of a button that two stand for.
pub(super) struct Pressed<'p> {
    pub(super) me: Person,
    /// The second person, on the same screen.
    pub(super) second: Option<Person>,
    pub(super) meant: &'p Meant,
}

/// What a press comes to.
pub(super) enum Settled {
    /// The actor is the first: nothing waited.
    First,
    /// Both are there at once.
    Together(TwoPeople),
    /// Both are there, with what the first gave as reason.
    Both(TwoPeople, String),
    /// Somebody else asked, and the actor did not mean to confirm.
    AskedBefore(AccountId),
}

/// Who is first and who is second.
///
/// # Errors
/// Refused: `same-person`, `request-changed` when another request waits than was shown, or none.
pub(super) fn settle(
    tx: &ReadTx<'_>,
    session: SessionId,
    (subject, act): (Subject, &str),
    pressed: &Pressed<'_>,
) -> Result<Settled, ServiceError> {
    let waiting = act_requests::list(tx, subject)?;
    let waiting = waiting.into_iter().find(|request| request.act == act);
    let changed = || Err(ServiceError::refused(Problem::error("request-changed")));
    let join =
        |first: Person, second: Person| TwoPeople::of(first, second).map_err(ServiceError::refused);
    let Some(request) = waiting else {
        return match (pressed.meant, pressed.second) {
            (Meant::Confirm(_), _) => changed(),
            (_, None) => Ok(Settled::First),
            (_, Some(second)) => Ok(Settled::Together(join(pressed.me, second)?)),
        };
    };
    let first = account_person(tx, session, request.asked_by)?;
    match pressed.meant {
        Meant::Confirm(shown) if *shown != request.mark => return changed(),
        Meant::Ask if !first.is_same(&pressed.me) || pressed.second.is_some() => {
            return Ok(Settled::AskedBefore(request.asked_by));
        }
        Meant::Confirm(_) | Meant::Ask => {}
    }
    let second = pressed.second.unwrap_or(pressed.me);
    Ok(Settled::Both(join(first, second)?, request.reason))
}

/// Keeps a request until somebody else confirms it.
pub(super) fn ask(
    tx: &WriteTx<'_>,
    (subject, act): (Subject, &str),
    by: AccountId,
    at: Timestamp,
    reason: &str,
) -> Result<(), ServiceError> {
    Ok(act_requests::save(tx, subject, act, by, at, reason)?)
}

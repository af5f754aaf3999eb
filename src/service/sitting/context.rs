//! A sitting with what it belongs to, its members and its event.

use crate::ServiceError;
use crate::round::fixed;
use domain::access::Grant;
use domain::audit::{Event, EventKind};
use domain::congress::Congress;
use domain::id::{DeputyId, SittingId};
use domain::problem::Problem;
use domain::sitting::roll::refuse_unless_member;
use domain::sitting::stage::SittingStage;
use domain::sitting::{Session, Sitting};
use store::people::congresses;
use store::sitting::{attendances, sessions};
use store::{ReadTx, WriteTx};

/// Refuses whoever left the body after the roll was opened.
pub(crate) fn member(
    tx: &ReadTx<'_>,
    sitting: SittingId,
    deputy: DeputyId,
) -> Result<(), ServiceError> {
    let (name, is_member) = attendances::get_member(tx, sitting, deputy)?;
    refuse_unless_member(is_member, &name).map_err(ServiceError::refused)
}

/// A sitting with its session and congress.
pub(crate) fn place(
    tx: &ReadTx<'_>,
    id: SittingId,
) -> Result<(Congress, Session, Sitting), ServiceError> {
    let sitting = sessions::get_sitting(tx, id)?;
    let session = sessions::get(tx, sitting.session)?;
    let congress = congresses::get(tx, session.congress)?;
    Ok((congress, session, sitting))
}

pub(crate) fn sitting_event(
    tx: &WriteTx<'_>,
    grant: &Grant,
    now: jiff::Timestamp,
    sitting: SittingId,
    act: &'static str,
) -> Result<Event, ServiceError> {
    let count = attendances::count(tx, sitting)?;
    let what = EventKind::Sitting {
        sitting,
        act,
        due: count.due,
        present: count.present,
        roll: fixed::fix_roll(tx, sitting)?,
    };
    Ok(Event::new(grant, now, what))
}

/// Refuses, at its field, a sitting that is over for a poll that shall be put to it.
pub(crate) fn offer(tx: &ReadTx<'_>, id: SittingId) -> Result<(), ServiceError> {
    let sitting = sessions::get_sitting(tx, id)?;
    against_closed(&sitting).map_or(Ok(()), |problem| Err(ServiceError::invalid(problem)))
}

pub(crate) fn against_closed(sitting: &Sitting) -> Option<Problem> {
    let problem = Problem::error("sitting-closed").at("sitting");
    let is_closed = sitting.stage == SittingStage::Closed;
    is_closed.then(|| problem.with("number", sitting.number))
}

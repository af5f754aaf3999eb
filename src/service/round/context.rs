//! A round with all that it belongs to, and who acts on it: what every act stands on.

use jiff::Timestamp;

use crate::ServiceError;
use domain::access::Grant;
use domain::act_of_two::two_people::TwoPeople;
use domain::audit::{Event, EventKind};
use domain::congress::Congress;
use domain::id::{AccountId, RoundId};
use domain::poll::{Poll, Round};
use domain::round::RoundAct;
use domain::sitting::{Session, Sitting};
use domain::voting::box_file::Taking;
use store::people::congresses;
use store::poll::polls;
use store::round::rounds;
use store::sitting::sessions;
use store::voting::box_file::state;
use store::{ReadTx, WriteTx};

/// A round with all that it belongs to.
#[derive(Debug, Clone)]
pub(crate) struct RoundContext {
    pub(crate) congress: Congress,
    pub(crate) session: Session,
    pub(crate) sitting: Sitting,
    pub(crate) poll: Poll,
    pub(crate) round: Round,
}

impl RoundContext {
    pub(crate) fn of(tx: &ReadTx<'_>, id: RoundId) -> Result<Self, ServiceError> {
        let round = rounds::get(tx, id)?;
        let poll = polls::get(tx, round.poll)?;
        let sitting = sessions::get_sitting(tx, round.sitting)?;
        let session = sessions::get(tx, poll.session)?;
        let congress = congresses::get(tx, session.congress)?;
        Ok(Self {
            congress,
            session,
            sitting,
            poll,
            round,
        })
    }
}

/// Who acts, when and why: what every step of an act hands on.
pub(crate) struct ActContext<'d> {
    pub(crate) grant: &'d Grant,
    pub(crate) now: Timestamp,
    pub(crate) reason: &'d str,
    /// Both of them, where two stand for it.
    pub(crate) people: Option<TwoPeople>,
    /// Who does it alone, where it is not the grant's.
    pub(crate) alone: Option<AccountId>,
}

impl ActContext<'_> {
    /// The event of an act on a round, with its facts in canonical form.
    pub(crate) fn event(&self, round: RoundId, act: RoundAct, detail: String) -> Event {
        let detail = match self.people {
            Some(two) => {
                let (first, second) = (two.first(), two.second());
                format!("first={first} second={second} {detail}")
            }
            None => match self.alone {
                Some(alone) => format!("first=account/{alone} {detail}"),
                None => detail,
            },
        };
        Event::new(
            self.grant,
            self.now,
            EventKind::Round { round, act, detail },
        )
    }
}

/// Takes leave to cast from the box of a round, effective at once: what follows in the record tells of it,
/// and where it never comes to that, a task makes the record follow.
pub(crate) fn take_leave(
    tx: &WriteTx<'_>,
    place: &RoundContext,
    act: RoundAct,
    doing: &ActContext<'_>,
) -> Result<(), ServiceError> {
    let id = place.round.id;
    let first = doing.people.and_then(|people| people.first().account);
    let first = first.or(doing.alone).or(doing.grant.account());
    let taking = Taking {
        act,
        number: state::count_acts(tx, id)?,
        at: doing.now.as_millisecond(),
        first: first.ok_or(ServiceError::NotFound("account"))?,
        second: doing.people.map(TwoPeople::second),
        reason: doing.reason.to_owned(),
    };
    Ok(state::take_leave(tx, id, taking)?)
}

/// Saves a round at the stage to which an act leads.
pub(crate) fn advance(
    tx: &WriteTx<'_>,
    place: RoundContext,
    act: RoundAct,
) -> Result<(), ServiceError> {
    Ok(rounds::update(tx, &after(place.round, act)?)?)
}

/// A round at the stage to which an act leads.
pub(crate) fn after(round: Round, act: RoundAct) -> Result<Round, ServiceError> {
    round.after(act).map_err(ServiceError::refused)
}

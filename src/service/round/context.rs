//! A round with all that it belongs to, and who acts on it: what every act stands on.

use jiff::Timestamp;

use crate::ServiceError;
use domain::access::Grant;
use domain::act_of_two::two_people::TwoPeople;
use domain::audit::{Event, EventKind};
use domain::congress::Congress;
use domain::id::RoundId;
use domain::poll::{Poll, Round};
use domain::round::RoundAct;
use domain::sitting::{Session, Sitting};
use store::people::congresses;
use store::poll::polls;
use store::round::rounds;
use store::sitting::sessions;
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
}

impl ActContext<'_> {
    /// The event of an act on a round, with its facts in canonical form.
    pub(crate) fn event(&self, round: RoundId, act: RoundAct, detail: String) -> Event {
        let detail = match self.people {
            Some(two) => {
                let (first, second) = (two.first(), two.second());
                format!("first={first} second={second} {detail}")
            }
            None => detail,
        };
        Event::new(
            self.grant,
            self.now,
            EventKind::Round { round, act, detail },
        )
    }
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

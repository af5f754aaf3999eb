//! The sitting adopts its officers: noted by the clerk and by a second person, who before there are
//! officers is another account: the chief scrutineer's, a deputy's, or the prefecture's clerk's.

use super::context;
use crate::act_of_two::ask::{ActProgress, permit_either, stand, stood_before};
use crate::act_of_two::press::{ActOutcome, Press};
use crate::round::fixed;
use crate::{Service, ServiceError, account_of, permit};
use domain::access::{Action, Actor};
use domain::act_of_two::ActOfTwo;
use domain::audit::{Event, EventKind};
use domain::id::SittingId;
use domain::problem::Problem;
use domain::sitting::event::DayEvent;
use domain::sitting::officer::Post;
use store::act_of_two::act_requests::RequestSubject;
use store::act_of_two::acts_done;
use store::poll::rehearsals;
use store::sitting::{officers, sessions};
use store::{ReadTx, WriteTx, Written};

/// The word of the adoption, beside the acts of a sitting.
pub(crate) const ADOPT_OFFICERS: &str = "adopt-officers";

impl Service {
    /// Asks for the adoption of the proposed officers to be noted, or confirms that it was.
    ///
    /// # Errors
    /// Refused: `no-quorum`, `officers-no-chief`, `officers-none-proposed`, and as for every act of
    /// two.
    pub async fn adopt_officers(
        &self,
        actor: &Actor,
        sitting: SittingId,
        press: Press,
    ) -> Result<ActOutcome, ServiceError> {
        let (act, subject) = (ActOfTwo::AdoptOfficers, RequestSubject::Sitting(sitting.0));
        let pressing = self.pressing(actor, act, subject, press).await?;
        self.store
            .write(move |tx| {
                let (congress, session, at) = context::place(tx, sitting)?;
                permit_either(&pressing.actor, act, congress.id)?;
                if at.quorum_present.is_none() {
                    return Err(ServiceError::refused(Problem::error("no-quorum")));
                }
                refuse_without_names(tx, session.id)?;
                let now = pressing.now;
                let (grant, people) = match stand(tx, &pressing, || Ok(String::new()))? {
                    ActProgress::Asked(grant) => {
                        let what = EventKind::Day(DayEvent::AdoptionAsked { sitting });
                        let event = Event::new(&grant, now, what);
                        return Ok(Written::recorded(ActOutcome::Asked, event));
                    }
                    ActProgress::Before(who) => return Ok(stood_before(ActOutcome::waits(who))),
                    ActProgress::Both(grant, people, _) => (grant, *people),
                };
                let adopted = officers::adopt(tx, session.id, &at.held_on)?;
                let what = EventKind::Day(DayEvent::OfficersAdopted {
                    sitting,
                    officers: u64::try_from(adopted).unwrap_or(u64::MAX),
                    adopted: fixed::officers_digest(tx, session.id)?,
                    people: format!("{} {}", people.first(), people.second()),
                });
                let event = Event::new(&grant, now, what);
                Ok(Written::recorded(ActOutcome::Done, event))
            })
            .await
    }

    /// The copies of officers in a rehearsal count as adopted from its start.
    pub(crate) async fn adopt_the_copies(
        &self,
        actor: &Actor,
        sitting: SittingId,
    ) -> Result<(), ServiceError> {
        let (actor, now) = (actor.clone(), self.clock.now());
        self.store
            .write(move |tx| {
                let (congress, session, at) = context::place(tx, sitting)?;
                let grant = permit(&actor, Action::KeepRoll, congress.id)?;
                if rehearsals::find_real(tx, congress.id)?.is_none() {
                    return Err(ServiceError::refused(Problem::error("not-a-rehearsal")));
                }
                refuse_without_names(tx, session.id)?;
                adopt_alone(tx, &grant, sitting, &at.held_on, now)
            })
            .await
    }
}

fn adopt_alone(
    tx: &WriteTx<'_>,
    grant: &domain::access::Grant,
    sitting: SittingId,
    on: &str,
    now: jiff::Timestamp,
) -> Result<Written<()>, ServiceError> {
    let session = sessions::get_sitting(tx, sitting)?.session;
    let adopted = officers::adopt(tx, session, on)?;
    let subject = RequestSubject::Sitting(sitting.0);
    acts_done::create(tx, subject, ADOPT_OFFICERS, account_of(grant)?, None, now)?;
    let what = EventKind::Day(DayEvent::OfficersAdopted {
        sitting,
        officers: u64::try_from(adopted).unwrap_or(u64::MAX),
        adopted: fixed::officers_digest(tx, session)?,
        people: "rehearsal".to_owned(),
    });
    Ok(Written::recorded((), Event::new(grant, now, what)))
}

/// Somebody is proposed, a chief scrutineer among the named.
fn refuse_without_names(
    tx: &ReadTx<'_>,
    session: domain::id::SessionId,
) -> Result<(), ServiceError> {
    let named = officers::list(tx, session)?;
    if !named.iter().any(|one| one.post == Post::ChiefScrutineer) {
        return Err(ServiceError::refused(Problem::error("officers-no-chief")));
    }
    if named.iter().all(|one| one.adopted_on.is_some()) {
        let problem = Problem::error("officers-none-proposed");
        return Err(ServiceError::refused(problem));
    }
    Ok(())
}

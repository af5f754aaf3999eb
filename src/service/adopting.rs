//! The sitting adopts its officers: noted by the clerk and by a second person, who before there are
//! officers is another account: the chief scrutineer's, a deputy's, or the prefecture's clerk's.

use super::standing::{ByPin, Pressing, Standing, stand};
use super::{Service, ServiceError, account_of, permit, roll_call};
use crate::domain::access::{Action, Actor};
use crate::domain::act_of_two::ActOfTwo;
use crate::domain::audit::{Event, What};
use crate::domain::digest::Digest;
use crate::domain::id::SittingId;
use crate::domain::problem::Problem;
use crate::domain::session::event::DayEvent;
use crate::domain::session::officer::Post;
use crate::store::act_requests::Subject;
use crate::store::{ReadTx, WriteTx, Written, acts_done, officers, rehearsals, sessions};

/// The word of the adoption, beside the acts of a sitting.
pub(super) const ADOPT_OFFICERS: &str = "adopt-officers";

impl Service {
    /// Asks for the adoption of the proposed officers to be noted, or confirms that it was. Answers
    /// whether it is done. `seen` is the digest of what was shown to an account that confirms.
    ///
    /// # Errors
    /// Refused: `no-quorum`, `officers-no-chief`, `officers-none-proposed`, and as for every act of
    /// two.
    pub async fn adopt_officers(
        &self,
        actor: &Actor,
        sitting: SittingId,
        by: Option<ByPin>,
        seen: Option<Digest>,
    ) -> Result<bool, ServiceError> {
        let (actor, now) = (actor.clone(), self.clock.now());
        let second = self.second_at(&actor, sitting, by.as_ref()).await?;
        self.store
            .write(move |tx| {
                let (congress, session, at) = roll_call::place(tx, sitting)?;
                super::standing::permit_either(&actor, ActOfTwo::AdoptOfficers, congress.id)?;
                if at.quorum_present.is_none() {
                    return Err(ServiceError::refused(Problem::error("no-quorum")));
                }
                refuse_without_names(tx, session.id)?;
                let press = Pressing {
                    act: ActOfTwo::AdoptOfficers,
                    subject: Subject::Sitting(sitting.0),
                    congress: congress.id,
                    session: session.id,
                    actor: &actor,
                    second: second.as_ref(),
                    seen,
                    now,
                };
                let (grant, people) = match stand(tx, &press, || Ok(String::new()))? {
                    Standing::Asked(grant) => {
                        let what = What::Day(DayEvent::AdoptionAsked { sitting });
                        return Ok(Written::recorded(false, Event::new(&grant, now, what)));
                    }
                    Standing::Both(grant, people, _) => (grant, people),
                };
                let adopted = officers::adopt(tx, session.id, &at.held_on)?;
                let what = What::Day(DayEvent::OfficersAdopted {
                    sitting,
                    officers: u64::try_from(adopted).unwrap_or(u64::MAX),
                    people: format!("{} {}", people.first(), people.second()),
                });
                Ok(Written::recorded(true, Event::new(&grant, now, what)))
            })
            .await
    }

    /// The copies of officers in a rehearsal count as adopted from its start.
    pub(super) async fn adopt_the_copies(
        &self,
        actor: &Actor,
        sitting: SittingId,
    ) -> Result<(), ServiceError> {
        let (actor, now) = (actor.clone(), self.clock.now());
        self.store
            .write(move |tx| {
                let (congress, session, at) = roll_call::place(tx, sitting)?;
                let grant = permit(&actor, Action::KeepRoll, congress.id)?;
                if rehearsals::find_real(tx, congress.id)?.is_none() {
                    return Err(ServiceError::refused(Problem::error("not-a-rehearsal")));
                }
                refuse_without_names(tx, session.id)?;
                adopt_alone(tx, &grant, sitting, &at.held_on, now)
            })
            .await
    }

    /// The officer whose PIN was typed beside an act of two on a sitting.
    pub(super) async fn second_at(
        &self,
        actor: &Actor,
        sitting: SittingId,
        by: Option<&ByPin>,
    ) -> Result<Option<super::standing::Second>, ServiceError> {
        let Some(by) = by else { return Ok(None) };
        let session = self
            .store
            .read(move |tx| Ok::<_, ServiceError>(sessions::get_sitting(tx, sitting)?.session))
            .await?;
        let asks = match actor.device {
            Some(_) => Action::Witness,
            None => Action::KeepRoll,
        };
        let actions = (asks, Action::Witness);
        self.check_pin(actor, session, actions, by).await.map(Some)
    }
}

fn adopt_alone(
    tx: &WriteTx<'_>,
    grant: &crate::domain::access::Grant,
    sitting: SittingId,
    on: &str,
    now: jiff::Timestamp,
) -> Result<Written<()>, ServiceError> {
    let session = sessions::get_sitting(tx, sitting)?.session;
    let adopted = officers::adopt(tx, session, on)?;
    let subject = Subject::Sitting(sitting.0);
    acts_done::create(tx, subject, ADOPT_OFFICERS, account_of(grant)?, None, now)?;
    let what = What::Day(DayEvent::OfficersAdopted {
        sitting,
        officers: u64::try_from(adopted).unwrap_or(u64::MAX),
        people: "rehearsal".to_owned(),
    });
    Ok(Written::recorded((), Event::new(grant, now, what)))
}

/// Somebody is proposed, a chief scrutineer among the named.
fn refuse_without_names(
    tx: &ReadTx<'_>,
    session: crate::domain::id::SessionId,
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

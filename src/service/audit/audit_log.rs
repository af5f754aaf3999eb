//! The way on where the audit log is broken and no backup leads on: two people of a congress go on with
//! one poll in spite of breaks that they name, and say why. What they accept is in the log, on the poll's
//! forms and in its statement for ever; a break that is made later stops the poll again.
//!
//! It changes nothing of what is compared of the rounds themselves: a fact that is not as it was fixed
//! still stops them.

use super::log;
use super::log::{accepted, newest, open};
use crate::act_of_two::ask::{ActProgress, find_asked, stand, stood_before};
use crate::act_of_two::press::{ActOutcome, PendingAct, Press};
use crate::poll::draft::refuse_withdrawn;
use crate::{Service, ServiceError, permit};
use domain::access::{Action, Actor};
use domain::act_of_two::ActOfTwo;
use domain::audit::broken_log::{Acceptance, LogEvent, LogGap, MOST_GAPS};
use domain::audit::chain::ChainHead;
use domain::audit::{Event, EventKind};
use domain::id::PollId;
use domain::poll::Poll;
use domain::problem::Problem;
use domain::sitting::officer::Officer;
use store::Written;
use store::act_of_two::act_requests::RequestSubject;
use store::sitting::officers;

/// How the log stands, and what of it was accepted for a poll.
#[derive(Debug, Clone)]
pub struct LogView {
    /// The poll.
    pub poll: Poll,
    /// The last line of the congress's chain.
    pub head: ChainHead,
    /// Its breaks, those included that were accepted; a few more than [`MOST_GAPS`] at most.
    pub gaps: Vec<LogGap>,
    /// What two people accepted for this poll.
    pub accepted: Vec<Acceptance>,
    /// What waits for the second person.
    pub asked: Option<PendingAct>,
    /// The officers of the session.
    pub officers: Vec<Officer>,
}

impl LogView {
    /// The breaks that nobody accepted.
    #[must_use]
    pub fn open(&self) -> Vec<LogGap> {
        open(&self.gaps, &self.accepted)
    }
}

impl Service {
    /// How the log stands, read from its first line.
    ///
    /// # Errors
    /// [`ServiceError::NotFound`], also for strangers to the congress.
    pub async fn get_log(&self, actor: &Actor, id: PollId) -> Result<LogView, ServiceError> {
        let actor = actor.clone();
        self.store
            .read(move |tx| {
                let place = newest(tx, id)?;
                permit(&actor, Action::Look, place.congress.id)?;
                let (proven, gaps) = log::list_gaps(tx, place.congress.id)?;
                Ok(LogView {
                    head: proven.head,
                    gaps,
                    accepted: accepted(tx, &place)?,
                    asked: find_asked(tx, ActOfTwo::AcceptLog, RequestSubject::Poll(id.0))?,
                    officers: officers::list(tx, place.session.id)?,
                    poll: place.poll,
                })
            })
            .await
    }

    /// Asks to go on with a poll in spite of the breaks that the log has now, or confirms that.
    ///
    /// # Errors
    /// Refused: `log-holds` when there is nothing to accept, `log-too-broken` above [`MOST_GAPS`]
    /// breaks, `act-changed` when other breaks were asked for, and as for every act of two. Invalid:
    /// `reason-missing`.
    pub async fn accept_log(
        &self,
        actor: &Actor,
        id: PollId,
        press: Press,
    ) -> Result<ActOutcome, ServiceError> {
        let subject = RequestSubject::Poll(id.0);
        let pressing = self.pressing(actor, ActOfTwo::AcceptLog, subject, press);
        let pressing = pressing.await?;
        let asker = actor.clone();
        // The whole log is read before anybody waits for the writer.
        let (proven, gaps) = self
            .store
            .read(move |tx| {
                let congress = newest(tx, id)?.congress.id;
                permit(&asker, Action::Look, congress)?;
                log::list_gaps(tx, congress)
            })
            .await?;
        self.store
            .write(move |tx| {
                let place = newest(tx, id)?;
                permit(&pressing.actor, Action::Certify, place.congress.id)?;
                refuse_withdrawn(&place.poll)?;
                let gaps = open(&gaps, &accepted(tx, &place)?);
                let problem = match gaps.len() {
                    0 => Some("log-holds"),
                    1..=MOST_GAPS => None,
                    _ => Some("log-too-broken"),
                };
                if let Some(code) = problem {
                    return Err(ServiceError::refused(Problem::error(code)));
                }
                log::follow(tx, proven)?;
                let reason = pressing.reason.clone();
                let given = || match reason.as_str() {
                    "" => {
                        let problem = Problem::error("reason-missing").at("reason");
                        Err(ServiceError::invalid(problem))
                    }
                    _ => Ok(Acceptance {
                        gaps: gaps.clone(),
                        reason: reason.clone(),
                    }
                    .write()),
                };
                let now = pressing.now;
                let (grant, people, given) = match stand(tx, &pressing, given)? {
                    ActProgress::Asked(grant) => {
                        let what = EventKind::Log(LogEvent::Asked { poll: id });
                        let event = Event::new(&grant, now, what);
                        return Ok(Written::recorded(ActOutcome::Asked, event));
                    }
                    ActProgress::Before(who) => return Ok(stood_before(ActOutcome::waits(who))),
                    ActProgress::Both(grant, people, given) => (grant, *people, given),
                };
                let changed = || ServiceError::refused(Problem::error("act-changed"));
                let asked = Acceptance::read(&given).ok_or_else(changed)?;
                if asked.gaps != gaps {
                    return Err(changed());
                }
                let what = EventKind::Log(LogEvent::Accepted {
                    poll: id,
                    accepted: asked,
                    people: format!("{} {}", people.first(), people.second()),
                });
                let event = Event::new(&grant, now, what);
                Ok(Written::recorded(ActOutcome::Done, event))
            })
            .await
    }
}

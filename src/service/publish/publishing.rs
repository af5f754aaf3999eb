//! Publishing a certified result: two people, one notice for each version.

use crate::act_of_two::ask::{ActProgress, stand, stood_before};
use crate::act_of_two::press::{ActOutcome, Press};
use crate::audit::log;
use crate::round::fixed;
use crate::{Service, ServiceError, permit};
use domain::access::{Action, Actor};
use domain::act_of_two::ActOfTwo;
use domain::audit::{Event, EventKind};
use domain::id::PollId;
use domain::problem::Problem;
use store::Written;
use store::act_of_two::act_requests::RequestSubject;
use store::poll::polls;
use store::publish::notices;
use store::sitting::sessions;
use store::statement::statements;

impl Service {
    /// Asks for the newest certified statement to be published, or confirms it.
    ///
    /// # Errors
    /// Refused: `not-certified`, `published-already`, and as for every act of two.
    pub async fn publish(
        &self,
        actor: &Actor,
        poll: PollId,
        press: Press,
    ) -> Result<ActOutcome, ServiceError> {
        let head = self.prove_log(poll).await?;
        let subject = RequestSubject::Poll(poll.0);
        let pressing = self
            .pressing(actor, ActOfTwo::Publish, subject, press)
            .await?;
        self.store
            .write(move |tx| {
                let session = sessions::get(tx, polls::get(tx, poll)?.session)?;
                permit(&pressing.actor, Action::Publish, session.congress)?;
                let newest = statements::list(tx, poll)?.pop();
                let Some(statement) = newest else {
                    return Err(ServiceError::refused(Problem::error("not-certified")));
                };
                log::follow(tx, head)?;
                fixed::refuse_changed_poll(tx, poll)?;
                let published = notices::list(tx, poll)?;
                if published
                    .iter()
                    .any(|notice| notice.statement == statement.id)
                {
                    return Err(ServiceError::refused(Problem::error("published-already")));
                }
                let now = pressing.now;
                let grant = match stand(tx, &pressing, || Ok(String::new()))? {
                    ActProgress::Asked(grant) => {
                        let event = Event::new(&grant, now, EventKind::PublishAsked { poll });
                        return Ok(Written::recorded(ActOutcome::Asked, event));
                    }
                    ActProgress::Before(who) => return Ok(stood_before(ActOutcome::waits(who))),
                    ActProgress::Both(grant, ..) => grant,
                };
                let statement = statement.id;
                let notice = notices::create(tx, poll, session.id, statement, now)?;
                let number = notices::find(tx, notice)?.map_or(0, |notice| notice.number);
                let what = EventKind::Published {
                    notice,
                    poll,
                    statement,
                    number,
                };
                let event = Event::new(&grant, now, what);
                Ok(Written::recorded(ActOutcome::Done, event))
            })
            .await
    }
}

//! Publishing a certified result: two people, one notice for each version.

use super::standing::{ByPin, Pressing, Standing, stand};
use super::{Service, ServiceError, checking, fixed, permit};
use crate::domain::access::{Action, Actor};
use crate::domain::act_of_two::ActOfTwo;
use crate::domain::audit::{Event, What};
use crate::domain::id::{NoticeId, PollId};
use crate::domain::problem::Problem;
use crate::store::act_requests::Subject;
use crate::store::{Written, notices, polls, sessions, statements};

/// What came of pressing "publish".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Publishing {
    /// It waits for a second person.
    Asked,
    /// The notice is public.
    Published(NoticeId),
}

/// The act's word where requests are kept.
pub(super) const PUBLISH: &str = "publish";

impl Service {
    /// Asks for the newest certified statement to be published, or confirms it, with an account.
    ///
    /// # Errors
    /// As [`Service::publish_beside`].
    pub async fn publish(&self, actor: &Actor, poll: PollId) -> Result<Publishing, ServiceError> {
        self.publish_beside(actor, poll, None).await
    }

    /// Asks for the newest certified statement to be published, or confirms it, also with an officer's
    /// PIN.
    ///
    /// # Errors
    /// Refused: `not-certified`, `published-already`, and as for every act of two.
    pub async fn publish_beside(
        &self,
        actor: &Actor,
        poll: PollId,
        by: Option<ByPin>,
    ) -> Result<Publishing, ServiceError> {
        let (actor, now) = (actor.clone(), self.clock.now());
        let head = self.prove_log().await?;
        let second = self
            .second_of_poll(&actor, poll, Action::Publish, by)
            .await?;
        self.store
            .write(move |tx| {
                let session = sessions::get(tx, polls::get(tx, poll)?.session)?;
                permit(&actor, Action::Publish, session.congress)?;
                let newest = statements::list(tx, poll)?.pop();
                let Some(statement) = newest else {
                    return Err(ServiceError::refused(Problem::error("not-certified")));
                };
                checking::follow(tx, head)?;
                fixed::refuse_changed_poll(tx, poll)?;
                let published = notices::list(tx, poll)?;
                if published
                    .iter()
                    .any(|notice| notice.statement == statement.id)
                {
                    return Err(ServiceError::refused(Problem::error("published-already")));
                }
                let press = Pressing {
                    act: ActOfTwo::Publish,
                    subject: Subject::Poll(poll.0),
                    congress: session.congress,
                    session: session.id,
                    actor: &actor,
                    second: second.as_ref(),
                    seen: None,
                    now,
                };
                let grant = match stand(tx, &press, || Ok(String::new()))? {
                    Standing::Asked(grant) => {
                        let event = Event::new(&grant, now, What::PublishAsked { poll });
                        return Ok(Written::recorded(Publishing::Asked, event));
                    }
                    Standing::Both(grant, ..) => grant,
                };
                let statement = statement.id;
                let notice = notices::create(tx, poll, session.id, statement, now)?;
                let number = notices::find(tx, notice)?.map_or(0, |notice| notice.number);
                let what = What::Published {
                    notice,
                    poll,
                    statement,
                    number,
                };
                let event = Event::new(&grant, now, what);
                Ok(Written::recorded(Publishing::Published(notice), event))
            })
            .await
    }
}

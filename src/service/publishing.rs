//! Publishing a certified result: two people, one notice for each version.

use super::standing::account_person;
use super::{Service, ServiceError, account_of, checking, fixed, permit};
use crate::domain::access::{Action, Actor};
use crate::domain::audit::{Event, What};
use crate::domain::id::{NoticeId, PollId};
use crate::domain::problem::Problem;
use crate::domain::two_people::TwoPeople;
use crate::store::act_requests::{self, Subject};
use crate::store::acts_done;
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
    /// Asks for the newest certified statement to be published, or confirms it.
    ///
    /// # Errors
    /// Refused: `not-certified`, `published-already`, `same-person`, `fact-changed`, `chain-broken`.
    pub async fn publish(&self, actor: &Actor, poll: PollId) -> Result<Publishing, ServiceError> {
        let (actor, now) = (actor.clone(), self.clock.now());
        let head = self.prove_log().await?;
        self.store
            .write(move |tx| {
                let session = sessions::get(tx, polls::get(tx, poll)?.session)?;
                let grant = permit(&actor, Action::Publish, session.congress)?;
                let account = account_of(&grant)?;
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
                let subject = Subject::Poll(poll.0);
                let Some((first, _)) = act_requests::find(tx, subject, PUBLISH)? else {
                    act_requests::save(tx, subject, PUBLISH, account, now, "")?;
                    let event = Event::new(&grant, now, What::PublishAsked { poll });
                    return Ok(Written::recorded(Publishing::Asked, event));
                };
                let told = format!("poll={poll}");
                let told = ("publish-asked", told.as_str());
                fixed::refuse_unasked(tx, session.congress, told, None, first)?;
                let first = account_person(tx, session.id, first)?;
                let second = account_person(tx, session.id, account)?;
                let people = TwoPeople::of(first, second).map_err(ServiceError::refused)?;
                act_requests::remove_all(tx, subject)?;
                let first = people.first().account.unwrap_or(account);
                acts_done::create(tx, subject, PUBLISH, first, Some(people.second()), now)?;
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

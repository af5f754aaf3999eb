//! Acts of two through the use cases, as the pages make them: asked for where nothing waits, confirmed
//! by the digest of what waits where somebody else asked.

use domain::access::Actor;
use domain::act_of_two::ActOfTwo;
use domain::id::{PollId, RoundId, SittingId};
use domain::round::RoundAct;
use service::act_of_two::confirm::RequestSubject;
use service::act_of_two::press::ActOutcome;
use service::act_of_two::press::Press;
use service::{Service, ServiceError};

/// What somebody does who has the page before them.
pub trait AsShown {
    /// The press that the page offers: asking, or confirming what it shows.
    async fn press_shown(
        &self,
        actor: &Actor,
        act: ActOfTwo,
        subject: RequestSubject,
        reason: &str,
    ) -> Result<Press, ServiceError>;

    /// An act on a round.
    async fn act_shown(
        &self,
        actor: &Actor,
        round: RoundId,
        act: RoundAct,
        reason: &str,
    ) -> Result<ActOutcome, ServiceError>;

    /// Publishing.
    async fn publish_shown(&self, actor: &Actor, poll: PollId) -> Result<ActOutcome, ServiceError>;

    /// Noting that the sitting adopted its officers.
    async fn adopt_shown(
        &self,
        actor: &Actor,
        sitting: SittingId,
    ) -> Result<ActOutcome, ServiceError>;
}

impl AsShown for Service {
    async fn press_shown(
        &self,
        actor: &Actor,
        act: ActOfTwo,
        subject: RequestSubject,
        reason: &str,
    ) -> Result<Press, ServiceError> {
        let waits = self.find_asked(actor, act, subject).await?;
        let theirs = waits.filter(|one| Some(one.asked_by) != actor.account);
        Ok(match theirs {
            Some(one) => Press::confirming(one.seen),
            None => Press::asking(reason),
        })
    }

    async fn act_shown(
        &self,
        actor: &Actor,
        round: RoundId,
        act: RoundAct,
        reason: &str,
    ) -> Result<ActOutcome, ServiceError> {
        let (two, subject) = (ActOfTwo::Round(act), RequestSubject::Round(round.0));
        let press = self.press_shown(actor, two, subject, reason).await?;
        self.press(actor, round, act, press).await
    }

    async fn publish_shown(&self, actor: &Actor, poll: PollId) -> Result<ActOutcome, ServiceError> {
        let (act, subject) = (ActOfTwo::Publish, RequestSubject::Poll(poll.0));
        let press = self.press_shown(actor, act, subject, "").await?;
        self.publish(actor, poll, press).await
    }

    async fn adopt_shown(
        &self,
        actor: &Actor,
        sitting: SittingId,
    ) -> Result<ActOutcome, ServiceError> {
        let (act, subject) = (ActOfTwo::AdoptOfficers, RequestSubject::Sitting(sitting.0));
        let press = self.press_shown(actor, act, subject, "").await?;
        self.adopt_officers(actor, sitting, press).await
    }
}

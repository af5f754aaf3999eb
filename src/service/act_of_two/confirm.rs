//! What waits for a second person, what exactly would be done, and confirming it: on an officer's own
//! device with the PIN, or where the own account is signed in.
//!
//! Whoever confirms sends the digest of what was shown to them; when something else waits meanwhile,
//! nothing is done.

use super::ask::{find_asked, refuse_unadopted};
use super::person::{first_person, person_of};
use super::place::place_of;
use super::press::PinEntry;
use super::press::Press;
use super::show::ActFact;
use super::show::shown_on;
use crate::act_of_two::press::ActOutcome;
use crate::sitting::acting_officers::selves;

use crate::{Service, ServiceError, permit};
use domain::access::Actor;
use domain::act_of_two::ActOfTwo;
use domain::act_of_two::two_people::TwoPeople;
use domain::digest::Digest;
use domain::id::{ListId, OfficerId, PollId, RoundId, SittingId};
use domain::problem::Problem;
use store::ReadTx;
use store::act_of_two::act_requests;
use store::act_of_two::act_requests::ActRequest;
pub use store::act_of_two::act_requests::RequestSubject;
use store::people::congresses;

use store::sitting::officers;

/// Something that waits for a second person.
#[derive(Debug, Clone)]
pub struct PendingConfirmation {
    pub subject: RequestSubject,
    pub act: ActOfTwo,
    pub congress: String,
    /// The poll's title; empty where it is of no poll.
    pub poll: String,
    pub asked: ActRequest,
    /// What exactly would be done.
    pub shown: Vec<ActFact>,
    pub digest: Digest,
    /// Whether the reader asked for it.
    pub is_mine: bool,
    /// Why the reader, who did not ask, cannot be the second person; none where nothing bars them.
    pub bar: Option<Problem>,
}

/// A confirmation.
#[derive(Clone)]
pub struct Confirmation {
    /// What the act is on.
    pub subject: RequestSubject,
    /// The act's word.
    pub word: String,
    /// The digest of what was shown.
    pub seen: Digest,
    /// The PIN, on an officer's device.
    pub pin: String,
    /// What the second person types: the papers of each box, counted once more.
    pub boxes: Vec<u32>,
}

/// A PIN is never printed.
impl std::fmt::Debug for Confirmation {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Confirmation")
            .field("subject", &self.subject)
            .field("word", &self.word)
            .finish_non_exhaustive()
    }
}

impl Service {
    /// What waits for a second person that the actor may be, or asked for.
    pub async fn list_waiting(
        &self,
        actor: &Actor,
    ) -> Result<Vec<PendingConfirmation>, ServiceError> {
        let actor = actor.clone();
        self.store
            .read(move |tx| {
                let mut waiting = Vec::new();
                let selves = selves(tx, &actor)?;
                for (subject, asked) in act_requests::list_all(tx)? {
                    for actor in &selves {
                        waiting.extend(waiting_for(tx, actor, subject, asked.clone())?);
                    }
                }
                Ok(waiting)
            })
            .await
    }

    /// Confirms what somebody asked for.
    ///
    /// # Errors
    /// Refused: `act-changed` when nothing, or something else, waits than was shown. As the act itself;
    /// on an officer's device also the problems of a PIN.
    pub async fn confirm(
        &self,
        actor: &Actor,
        confirmed: Confirmation,
    ) -> Result<ActOutcome, ServiceError> {
        let (subject, seen) = (confirmed.subject, confirmed.seen);
        let act = ActOfTwo::find(subject.on(), &confirmed.word);
        let act = act.ok_or(ServiceError::NotFound("act"))?;
        let asker = actor.clone();
        let (waits, actor) = self
            .store
            .read(move |tx| {
                let actor = self_at(tx, &asker, subject)?;
                Ok::<_, ServiceError>((find_asked(tx, act, subject)?, actor))
            })
            .await?;
        let actor = &actor;
        if waits.is_none_or(|waits| waits.seen != seen) {
            return Err(ServiceError::refused(Problem::error("act-changed")));
        }
        let by_pin = actor.device.map(|device| PinEntry {
            officer: device.officer,
            pin: confirmed.pin.trim().to_owned(),
        });
        let press = Press {
            by_pin,
            ..Press::confirming(seen)
        };
        let id = subject.words().1;
        match act {
            ActOfTwo::Round(act) => self.press(actor, RoundId(id), act, press).await,
            ActOfTwo::EnterPapers => {
                let boxes = confirmed.boxes;
                self.enter_papers(actor, RoundId(id), boxes, press).await
            }
            ActOfTwo::DecideByPresidium => {
                self.decide_by_presidium(actor, RoundId(id), Vec::new(), press)
                    .await
            }
            ActOfTwo::Publish => self.publish(actor, PollId(id), press).await,
            ActOfTwo::Correct => self.correct(actor, PollId(id), None, press).await,
            ActOfTwo::WithdrawPoll => self.withdraw_poll(actor, PollId(id), press).await,
            ActOfTwo::AcceptLog => self.accept_log(actor, PollId(id), press).await,
            ActOfTwo::ReviseList => self.confirm_revision(actor, ListId(id), press).await,
            ActOfTwo::ClearPin => self.clear_pin(actor, OfficerId(id), press).await,
            ActOfTwo::AdoptOfficers => self.adopt_officers(actor, SittingId(id), press).await,
            ActOfTwo::GiveOfficerSlips => {
                self.give_officer_slips(actor, SittingId(id), Vec::new(), press)
                    .await
            }
            ActOfTwo::PrintSlips => {
                let printed = self.confirm_slips(actor, SittingId(id), press).await;
                printed.map(|()| ActOutcome::Done)
            }
            ActOfTwo::Arrive(deputy) | ActOfTwo::Leave(deputy) => {
                self.move_deputy(actor, SittingId(id), deputy, press).await
            }
            ActOfTwo::Closing(act) => self.close_sitting(actor, SittingId(id), act, press).await,
        }
    }
}

impl Service {
    /// Takes back, or refuses, what a page showed.
    ///
    /// # Errors
    /// As `Service::drop_asked`.
    pub async fn drop_shown(&self, actor: &Actor, shown: Confirmation) -> Result<(), ServiceError> {
        let act = ActOfTwo::find(shown.subject.on(), &shown.word);
        let act = act.ok_or(ServiceError::NotFound("act"))?;
        let (asker, subject) = (actor.clone(), shown.subject);
        let actor = self.store.read(move |tx| self_at(tx, &asker, subject));
        let actor = actor.await?;
        self.drop_asked(&actor, act, subject, shown.seen).await
    }
}

/// Whoever acts, as who they are where something waits.
pub(crate) fn self_at(
    tx: &ReadTx<'_>,
    actor: &Actor,
    subject: RequestSubject,
) -> Result<Actor, ServiceError> {
    let (_, session, _) = place_of(tx, subject)?;
    for one in selves(tx, actor)? {
        if let Some(device) = one.device
            && session == Some(officers::get(tx, device.officer)?.session)
        {
            return Ok(one);
        }
    }
    Ok(actor.clone())
}

/// What waits, if the actor may confirm it, or asked for it.
fn waiting_for(
    tx: &ReadTx<'_>,
    actor: &Actor,
    subject: RequestSubject,
    asked: ActRequest,
) -> Result<Option<PendingConfirmation>, ServiceError> {
    let Some(act) = ActOfTwo::find(subject.on(), &asked.act) else {
        return Ok(None);
    };
    let (congress, session, poll) = place_of(tx, subject)?;
    let is_mine = actor.account == Some(asked.asked_by);
    if !is_mine && permit(actor, act.line().confirms, congress).is_err() {
        return Ok(None);
    }
    if let Some(device) = actor.device {
        // An officer is one of a session, and changes no list.
        if session != Some(officers::get(tx, device.officer)?.session) {
            return Ok(None);
        }
    }
    let Some((waits, shown)) = shown_on(tx, act, subject)? else {
        return Ok(None);
    };
    let first = first_person(tx, session, asked.asked_by)?;
    let me = person_of(tx, session, actor)?;
    let bar = TwoPeople::of(first, me).err().filter(|_| !is_mine);
    if !is_mine && bar.is_none() && refuse_unadopted(tx, act, session, &[first, me]).is_err() {
        // Whoever may not confirm it is not asked to.
        return Ok(None);
    }
    Ok(Some(PendingConfirmation {
        digest: waits.seen,
        congress: congresses::get(tx, congress)?.name,
        is_mine,
        bar,
        subject,
        act,
        poll,
        asked,
        shown,
    }))
}

//! Acts on a round: who asks, who confirms, what stands against it, what it changes.
//!
//! An act that needs two is asked for by one account and confirmed by another, or at once by an
//! officer's PIN on the same screen; the second finds the same guards as the first. Each act is one
//! transaction, and whoever presses an act that is done already is told who did it.

use super::act_inputs::ActInputs;
use super::card_shares::CardShares;
use super::context::{ActContext, RoundContext, advance, take_leave};
use super::counting::close;
use super::counting::count;
use super::counting::open_box;
use super::counting::void;
use super::facts::facts;
use super::proving::refuse_other_box;
use super::sealed::NewBoxSecrets;
use super::sealing;
use super::turnout::{held, turnout};
use super::{fixed, freezing};
use crate::act_of_two::ask::{ActProgress, stand, stood_before};
use crate::act_of_two::person::SecondPerson;
use crate::act_of_two::press::ActOutcome;
use crate::act_of_two::press::PinEntry;
use crate::act_of_two::press::Press;
use crate::audit::log;
use crate::poll::draft::refuse_withdrawn;
use crate::statement::certifying::certify;
use crate::{Service, ServiceError, account_of, permit};
use domain::access::{Action, Actor};
use domain::act_of_two::ActOfTwo;

use domain::audit::{Event, EventKind};

use domain::id::{RoundId, SessionId};

use domain::problem::Problem;
use domain::round::{RoundAct, missing};

use store::act_of_two::act_requests;
use store::act_of_two::act_requests::RequestSubject;
use store::act_of_two::acts_done;
pub use store::act_of_two::acts_done::ActDone;

use store::poll::rehearsals;
use store::round::{rounds, sealed_boxes};

use store::voting::box_file::rights;
use store::voting::slip_prints;
use store::{ReadTx, WriteTx, Written};

impl Service {
    /// Asks for an act on a round, or does it at once where one person is enough. `reason` is that of
    /// [`Press`].
    ///
    /// # Errors
    /// As [`Service::press`].
    pub async fn act_on_round(
        &self,
        actor: &Actor,
        id: RoundId,
        act: RoundAct,
        reason: &str,
    ) -> Result<ActOutcome, ServiceError> {
        self.press(actor, id, act, Press::asking(reason)).await
    }

    /// A press of an act's button: asks, confirms, or does the act with an officer's PIN. Whether the
    /// actor may is asked before any PIN is looked at and before any box is touched.
    ///
    /// # Errors
    /// Denied. Refused with everything that is missing, or `same-person`, `reason-missing`,
    /// `act-not-asked` and `act-changed` as for every act of two. Invalid at `pin`:
    /// `pin-wrong` with the tries left, and why a PIN may not stand for the act. Opening is also
    /// refused with what is wrong about the box. What opening or voiding leaves to be scrubbed is done by
    /// a task: the act is done before, and the round dirty until then.
    pub async fn press(
        &self,
        actor: &Actor,
        id: RoundId,
        act: RoundAct,
        press: Press,
    ) -> Result<ActOutcome, ServiceError> {
        self.session_of(actor, id, act.action()).await?;
        let press = Press {
            by_pin: press.by_pin.filter(|_| act.needs_two()),
            ..press
        };
        let (two, subject) = (ActOfTwo::Round(act), RequestSubject::Round(id.0));
        let pressing = self.pressing(actor, two, subject, press).await?;
        let (actor, now) = (actor.clone(), pressing.now);
        let brought = self.bring(id, act).await?;
        let card_shares = self.card_shares.clone();
        let (acted, fresh) = self
            .store
            .write(move |tx| {
                let place = RoundContext::of(tx, id)?;
                let grant = permit(&actor, act.action(), place.congress.id)?;
                if let Some(done) = done_before(tx, &place, act)? {
                    let seen = "a press of what is done already changes nothing";
                    let value = (ActOutcome::DoneBefore(done), None);
                    return Ok::<_, ServiceError>(Written::quiet(value, seen));
                }
                refuse(tx, &place, act, &card_shares)?;
                let given = || reason_of(tx, &place, act, &pressing.reason);
                let (people, reason) = match (act.needs_two(), actor.device) {
                    (false, None) => {
                        let alone = account_of(&grant)?;
                        acts_done::create(tx, subject, act.word(), alone, None, now)?;
                        (None, pressing.reason.clone())
                    }
                    (false, Some(_)) => {
                        let problem = Problem::error("act-not-asked");
                        return Err(ServiceError::refused(problem));
                    }
                    (true, _) => match stand(tx, &pressing, given)? {
                        ActProgress::Asked(grant) => {
                            let what = EventKind::ActAsked { round: id, act };
                            let event = Event::new(&grant, now, what);
                            return Ok(Written::recorded((ActOutcome::Asked, None), event));
                        }
                        ActProgress::Before(who) => {
                            return Ok(stood_before((ActOutcome::waits(who), None)));
                        }
                        ActProgress::Both(_, people, given) => (Some(*people), given),
                    },
                };
                act_requests::remove_all(tx, subject)?;
                let doing = ActContext {
                    grant: &grant,
                    now,
                    reason: &reason,
                    people,
                    alone: None,
                };
                let (events, fresh) = perform(tx, act, place, &doing, brought)?;
                Ok(Written::recorded_all((ActOutcome::Done, fresh), events))
            })
            .await?;
        if let Some(fresh) = fresh {
            self.deliver_shares(id, fresh)?;
        }
        if acted == ActOutcome::Done && matches!(act, RoundAct::OpenBox | RoundAct::Void) {
            self.clear_desks(id);
        }
        if acted == ActOutcome::Done && act.moves_box() {
            self.background_tasks.run_now().await;
        }
        Ok(acted)
    }

    /// Nothing of an opened, void or wiped round stays in memory: no key, no card, no typed paper.
    pub(crate) fn clear_desks(&self, id: RoundId) {
        self.frozen_rounds.forget(id);
        self.card_shares.forget(id);
        self.counting_table.forget(id);
    }

    /// The officer whose PIN was typed, if one was; both actor and officer must be permitted.
    pub(crate) async fn second_of(
        &self,
        actor: &Actor,
        id: RoundId,
        action: Action,
        by_pin: Option<&PinEntry>,
    ) -> Result<Option<SecondPerson>, ServiceError> {
        self.second_for(actor, id, (action, action), by_pin).await
    }

    /// The same where actor and officer do different things.
    pub(crate) async fn second_for(
        &self,
        actor: &Actor,
        id: RoundId,
        actions: (Action, Action),
        by_pin: Option<&PinEntry>,
    ) -> Result<Option<SecondPerson>, ServiceError> {
        let Some(by) = by_pin else { return Ok(None) };
        let session = self.session_of(actor, id, actions.0).await?;
        self.check_pin(actor, session, actions, by).await.map(Some)
    }

    /// The session that a round belongs to, for those who may do something there.
    pub(crate) async fn session_of(
        &self,
        actor: &Actor,
        id: RoundId,
        action: Action,
    ) -> Result<SessionId, ServiceError> {
        let actor = actor.clone();
        self.store
            .read(move |tx| {
                let place = RoundContext::of(tx, id)?;
                permit(&actor, action, place.congress.id)?;
                Ok(place.session.id)
            })
            .await
    }
}

/// The act as it was done before, where the round has passed it: a second press is no mistake.
fn done_before(
    tx: &ReadTx<'_>,
    place: &RoundContext,
    act: RoundAct,
) -> Result<Option<ActDone>, ServiceError> {
    if !place.round.stage.has_passed(act) {
        return Ok(None);
    }
    let done = acts_done::list(tx, RequestSubject::Round(place.round.id.0))?;
    Ok(done.into_iter().rfind(|one| one.act == act.word()))
}

/// Refuses an act that something stands against; what is not as it was fixed stands against every
/// act but voiding.
fn refuse(
    tx: &ReadTx<'_>,
    place: &RoundContext,
    act: RoundAct,
    card_shares: &CardShares,
) -> Result<(), ServiceError> {
    if act != RoundAct::RecordCards {
        refuse_earlier(tx, place)?;
        refuse_withdrawn(&place.poll)?;
    }
    refuse_in_rehearsal(tx, place, act)?;
    if act != RoundAct::Void {
        fixed::refuse_changed(tx, place)?;
    }
    let mut against = missing(act, &facts(tx, place, card_shares)?);
    if against.is_empty() && act == RoundAct::Freeze {
        against = freezing::against(tx, place)?;
    }
    if against.is_empty() {
        Ok(())
    } else {
        Err(ServiceError::Refused(against))
    }
}

/// A round that another one follows is history: nothing is done to it any more.
fn refuse_earlier(tx: &ReadTx<'_>, place: &RoundContext) -> Result<(), ServiceError> {
    let newest = rounds::list(tx, place.poll.id)?.pop();
    if newest.is_none_or(|newest| newest.id == place.round.id) {
        return Ok(());
    }
    let problem = Problem::error("round-is-past").with("number", place.round.number);
    Err(ServiceError::refused(problem))
}

/// A rehearsal ends with the count: it never comes to a certified record.
fn refuse_in_rehearsal(
    tx: &ReadTx<'_>,
    place: &RoundContext,
    act: RoundAct,
) -> Result<(), ServiceError> {
    if act != RoundAct::Certify || rehearsals::find_real(tx, place.congress.id)?.is_none() {
        return Ok(());
    }
    let problem = Problem::error("rehearsal-ends-here");
    Err(ServiceError::refused(problem))
}

/// What the first of two typed beside the button, as it is kept.
fn reason_of(
    tx: &ReadTx<'_>,
    place: &RoundContext,
    act: RoundAct,
    typed: &str,
) -> Result<String, ServiceError> {
    match act {
        RoundAct::Void if typed.is_empty() => {
            let problem = Problem::error("reason-missing").at("reason");
            Err(ServiceError::invalid(problem))
        }
        RoundAct::Seal | RoundAct::SealAgain => {
            let chosen = sealing::chosen(tx, place, typed)?.word();
            let waits =
                act_requests::find(tx, RequestSubject::Round(place.round.id.0), act.word())?;
            // A choice that waits is replaced by another choice, never by none.
            if typed.is_empty() && waits.is_some_and(|waits| waits.reason != chosen) {
                let problem = Problem::error("holding-missing").at("holding");
                return Err(ServiceError::invalid(problem));
            }
            Ok(chosen.to_owned())
        }
        RoundAct::RecordCards => Ok(super::facts::destroyed(tx, place, typed)?.to_string()),
        RoundAct::Freeze
        | RoundAct::StartIssuing
        | RoundAct::OpenVote
        | RoundAct::Pause
        | RoundAct::Resume
        | RoundAct::CloseVote
        | RoundAct::ConfirmAccount
        | RoundAct::OpenBox
        | RoundAct::Count
        | RoundAct::Certify
        | RoundAct::Void => Ok(typed.to_owned()),
    }
}

fn perform(
    tx: &WriteTx<'_>,
    act: RoundAct,
    place: RoundContext,
    doing: &ActContext<'_>,
    brought: ActInputs,
) -> Result<(Vec<Event>, Option<NewBoxSecrets>), ServiceError> {
    let events = match brought {
        ActInputs::Drawn(drawn) => {
            let (events, fresh) = sealing::seal(tx, place, act, doing, &drawn)?;
            return Ok((events, Some(fresh)));
        }
        ActInputs::Papers(papers) => open_box(tx, place, doing, &papers)?,
        ActInputs::Epoch(epoch) => {
            refuse_other_box(tx, &place, epoch)?;
            perform_alone(tx, act, place, doing)?
        }
        ActInputs::Log(head) => {
            log::follow(tx, head)?;
            perform_alone(tx, act, place, doing)?
        }
        ActInputs::Nothing => perform_alone(tx, act, place, doing)?,
    };
    Ok((events, None))
}

/// Acts that need nothing but what is stored.
pub(crate) fn perform_alone(
    tx: &WriteTx<'_>,
    act: RoundAct,
    place: RoundContext,
    doing: &ActContext<'_>,
) -> Result<Vec<Event>, ServiceError> {
    let id = place.round.id;
    let plain = |detail: String| Ok(vec![doing.event(id, act, detail)]);
    match act {
        RoundAct::Freeze => freezing::freeze(tx, place, doing),
        // They bring something along, or the guards have refused them: only a race comes here.
        RoundAct::Seal | RoundAct::SealAgain | RoundAct::OpenBox => Err(ServiceError::Busy),
        RoundAct::RecordCards => {
            let destroyed = super::facts::destroyed(tx, &place, doing.reason)?;
            sealed_boxes::record_destroyed(tx, id, destroyed)?;
            plain(format!("destroyed={destroyed}"))
        }
        RoundAct::StartIssuing | RoundAct::Resume => {
            advance(tx, place, act)?;
            plain(String::new())
        }
        RoundAct::Pause => {
            take_leave(tx, &place, act, doing)?;
            advance(tx, place, act)?;
            plain(String::new())
        }
        RoundAct::OpenVote => {
            let issued = held(tx, &place.round)?.issued;
            // It admits nothing before this is committed: only then is it opened.
            rights::make(tx, id, place.sitting.id)?;
            slip_prints::forget(tx, place.sitting.id)?;
            advance(tx, place, act)?;
            plain(format!("issued={issued}"))
        }
        RoundAct::CloseVote => close(tx, place, doing),
        RoundAct::ConfirmAccount => {
            let turnout = turnout(tx, &place.round)?;
            let returned = turnout.returned().unwrap_or(turnout.slips());
            let issued = turnout.issued();
            advance(tx, place, act)?;
            let account = fixed::fix_account(tx, id)?;
            plain(format!(
                "issued={issued} returned={returned} account={account}"
            ))
        }
        RoundAct::Count => count(tx, place, doing),
        RoundAct::Certify => {
            let people = doing
                .people
                .ok_or(ServiceError::NotFound("second person"))?;
            certify(tx, &place, people, doing)
        }
        RoundAct::Void => void(tx, place, doing),
    }
}

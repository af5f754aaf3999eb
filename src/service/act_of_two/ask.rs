//! The one way to every act of two: somebody asks, it is shown to somebody else, and that one confirms
//! what was shown.
//!
//! Asking never confirms. A confirmation carries the digest of what its page showed: who asked, when,
//! why, and what exactly would be done. When something else waits by then, or nothing, nothing is done.

use jiff::Timestamp;

use super::person::{SecondPerson, first_person, person_of, refuse_not_adopted};
use super::place::place_of;
use super::press::{PendingAct, Press, PressIntent};
use super::show::shown_on;
use crate::round::fixed;
use crate::{Service, ServiceError, account_of, permit, permit_over_line};
use domain::access::line::LineContent;
use domain::access::{Actor, Grant};
use domain::act_of_two::ActOfTwo;
use domain::act_of_two::two_people::{Person, TwoPeople};
use domain::audit::{Event, EventKind};
use domain::digest::Digest;
use domain::id::{AccountId, CongressId, ListId, SessionId};
use domain::problem::Problem;
use domain::sitting::event::DayEvent;
use store::act_of_two::act_requests::RequestSubject;
use store::act_of_two::{act_requests, acts_done};
use store::poll::candidate_lists;
use store::sitting::officers;
use store::{ReadTx, WriteTx, Written};

/// What waits on something.
pub(crate) fn asked_on(
    tx: &ReadTx<'_>,
    subject: RequestSubject,
) -> Result<Vec<PendingAct>, ServiceError> {
    let mut asked = Vec::new();
    for request in act_requests::list(tx, subject)? {
        if let Some(act) = ActOfTwo::find(subject.on(), &request.act) {
            asked.extend(find_asked(tx, act, subject)?);
        }
    }
    Ok(asked)
}

/// What waits under one act.
pub(crate) fn find_asked(
    tx: &ReadTx<'_>,
    act: ActOfTwo,
    subject: RequestSubject,
) -> Result<Option<PendingAct>, ServiceError> {
    Ok(shown_on(tx, act, subject)?.map(|(asked, _)| asked))
}

/// A press of an act of two, with what was found out before its transaction.
pub(crate) struct CheckedPress {
    pub(crate) act: ActOfTwo,
    pub(crate) subject: RequestSubject,
    pub(crate) actor: Actor,
    /// What was typed beside the button.
    pub(crate) reason: String,
    pub(crate) said: PressIntent,
    pub(crate) now: Timestamp,
    /// Whose PIN was typed.
    second: Option<SecondPerson>,
}

/// How an act of two stands after a press.
pub(crate) enum ActProgress {
    /// The actor is the first: it waits for somebody else now.
    Asked(Grant),
    /// It waited already, and nothing was confirmed: who else asked; none where it was the actor.
    Before(Option<String>),
    /// Both stand for it, with what the first one gave.
    Both(Grant, Box<TwoPeople>, String),
}

/// Nothing is written of a press that finds the question standing.
pub(crate) fn stood_before<T>(value: T) -> Written<T> {
    let seen = "asking for what waits already changes nothing";
    Written::quiet(value, seen)
}

/// The permission to ask for an act of two or to confirm it.
pub(crate) fn permit_either(
    actor: &Actor,
    act: ActOfTwo,
    congress: CongressId,
) -> Result<Grant, ServiceError> {
    let line = act.line();
    permit(actor, line.asks, congress).or_else(|_| permit(actor, line.confirms, congress))
}

/// The two presses of an act of two: the first one's `given` is kept, the second one agrees to it.
/// Once both stand for it nothing waits under it any more, and who they were is noted.
///
/// # Errors
/// As [`settle`].
pub(crate) fn stand(
    tx: &WriteTx<'_>,
    pressing: &CheckedPress,
    given: impl FnOnce() -> Result<String, ServiceError>,
) -> Result<ActProgress, ServiceError> {
    let standing = settle(tx, pressing, given)?;
    if let ActProgress::Both(_, people, _) = &standing {
        note(tx, pressing, **people)?;
    }
    Ok(standing)
}

/// The same without noting that it is done, for an act that both must agree on first.
///
/// Whoever asked may ask again, which takes the place of what was asked before; anybody else who asks
/// finds the question standing.
///
/// # Errors
/// Denied to whoever may neither ask nor confirm. Refused: `same-person`; `same-browser` in the browser
/// in which it was asked for; `not-an-adopted-officer` and `officer-must-stand` once the sitting adopted
/// its officers; `act-not-asked` for an officer's device, which never asks; `line-is-open` where others
/// could listen to a confirmation; `act-changed`
/// when something else waits than was shown, or nothing; `fact-changed` when the log does not tell of
/// the asking.
pub(crate) fn settle(
    tx: &WriteTx<'_>,
    pressing: &CheckedPress,
    given: impl FnOnce() -> Result<String, ServiceError>,
) -> Result<ActProgress, ServiceError> {
    let (act, subject, actor) = (pressing.act, pressing.subject, &pressing.actor);
    let (line, word) = (act.line(), act.word());
    let (congress, session, _) = place_of(tx, subject)?;
    let grant = permit_either(actor, act, congress)?;
    let me = person_of(tx, session, actor)?;
    let by_pin = pressing.second.as_ref();
    let by_pin = by_pin.map(|second| second.person(tx)).transpose()?;
    // On the own device it is the officer in that browser; on somebody else's screen it is the way out.
    let by_pin = by_pin.map(|second| Person {
        browser: actor.browser.filter(|_| actor.device.is_some()),
        ..second
    });
    if actor.device.is_some() && (by_pin.is_none() || pressing.said == PressIntent::Ask) {
        // A device does nothing without its PIN, and confirms only what it was shown.
        return Err(ServiceError::refused(Problem::error("act-not-asked")));
    }
    if by_pin.is_some() || pressing.said != PressIntent::Ask {
        permit_over_line(actor, LineContent::SecondWord)?;
    }
    let waiting = act_requests::find(tx, subject, &word)?;
    match (pressing.said, waiting) {
        // What was shown was confirmed or taken back meanwhile: this is no asking anew.
        (PressIntent::Confirm(_), None) => {
            Err(ServiceError::refused(Problem::error("act-changed")))
        }
        (PressIntent::Ask, Some(waiting)) if actor.account != Some(waiting.asked_by) => {
            Ok(ActProgress::Before(Some(waiting.asked_by_name)))
        }
        (PressIntent::Ask, waiting) => {
            let grant = permit(actor, line.asks, congress)?;
            refuse_unadopted(tx, act, session, &[me])?;
            let given = given()?;
            if waiting.is_some_and(|waiting| waiting.reason == given) {
                return Ok(ActProgress::Before(None));
            }
            if let Some(second) = by_pin {
                let people = Box::new(two(me, second)?);
                refuse_unadopted(tx, act, session, &[me, second])?;
                return Ok(ActProgress::Both(grant, people, given));
            }
            let by = (account_of(&grant)?, actor.browser, me.screen);
            act_requests::save(tx, subject, &word, by, pressing.now, &given)?;
            Ok(ActProgress::Asked(grant))
        }
        (PressIntent::Confirm(seen), Some(waiting)) => {
            refuse_untold(tx, pressing, congress, waiting.asked_by)?;
            let first = Person {
                browser: waiting.browser,
                screen: waiting.screen,
                ..first_person(tx, session, waiting.asked_by)?
            };
            let second = by_pin.unwrap_or(me);
            let people = two(first, second)?;
            if by_pin.is_none() {
                permit(actor, line.confirms, congress)?;
            }
            refuse_unadopted(tx, act, session, &[first, second])?;
            let waits = find_asked(tx, act, subject)?;
            if waits.is_none_or(|waits| waits.seen != seen) {
                return Err(ServiceError::refused(Problem::error("act-changed")));
            }
            Ok(ActProgress::Both(grant, Box::new(people), waiting.reason))
        }
    }
}

/// Notes who stood for an act, under which nothing waits any more.
pub(crate) fn note(
    tx: &WriteTx<'_>,
    pressing: &CheckedPress,
    people: TwoPeople,
) -> Result<(), ServiceError> {
    let (subject, word) = (pressing.subject, pressing.act.word());
    act_requests::remove(tx, subject, &word)?;
    let first = people.first().account;
    let first = first.ok_or(ServiceError::NotFound("account"))?;
    let second = Some(people.second());
    acts_done::create(tx, subject, &word, first, second, pressing.now)?;
    Ok(())
}

/// What is of a session is stood for by its adopted officers; a candidate list is of none.
pub(crate) fn refuse_unadopted(
    tx: &ReadTx<'_>,
    act: ActOfTwo,
    session: Option<SessionId>,
    people: &[Person],
) -> Result<(), ServiceError> {
    match session {
        Some(session) => refuse_not_adopted(tx, session, act.line().confirms, people),
        None => Ok(()),
    }
}

fn two(first: Person, second: Person) -> Result<TwoPeople, ServiceError> {
    TwoPeople::of(first, second).map_err(ServiceError::refused)
}

/// Refuses what the log does not tell was asked for by that person. A movement names no deputy there,
/// and a correction is told of its round: the latter is compared apart.
fn refuse_untold(
    tx: &ReadTx<'_>,
    pressing: &CheckedPress,
    congress: CongressId,
    first: AccountId,
) -> Result<(), ServiceError> {
    let (kind, act) = match pressing.act {
        ActOfTwo::Round(act) => ("act-asked", Some(act.word())),
        ActOfTwo::Closing(act) => ("sitting-asked", Some(act.word())),
        ActOfTwo::EnterPapers => ("papers-entered", None),
        ActOfTwo::DecideByPresidium => ("presidium-asked", None),
        ActOfTwo::Publish => ("publish-asked", None),
        ActOfTwo::ReviseList => ("revision-asked", None),
        ActOfTwo::ClearPin => ("pin-clear-asked", None),
        ActOfTwo::AdoptOfficers => ("adoption-asked", None),
        ActOfTwo::GiveOfficerSlips => ("officer-slips-asked", None),
        ActOfTwo::PrintSlips => ("slips-asked", None),
        ActOfTwo::WithdrawPoll => ("withdraw-asked", None),
        ActOfTwo::AcceptLog => ("log-accept-asked", None),
        ActOfTwo::Correct | ActOfTwo::Arrive(_) | ActOfTwo::Leave(_) => return Ok(()),
    };
    let (on, id) = pressing.subject.words();
    let subject = format!("{on}={id}");
    fixed::refuse_unasked(tx, congress, (kind, subject.as_str()), act, first)
}

impl Service {
    /// A press with the officer whose PIN was typed beside it, if one was. Whether the actor may is
    /// asked before any PIN is looked at.
    ///
    /// # Errors
    /// As for [`Service::check_pin`].
    pub(crate) async fn pressing(
        &self,
        actor: &Actor,
        act: ActOfTwo,
        subject: RequestSubject,
        press: Press,
    ) -> Result<CheckedPress, ServiceError> {
        let second = match press.by_pin {
            Some(by) => {
                let place = self.store.read(move |tx| place_of(tx, subject)).await?;
                let session = place.1.ok_or(ServiceError::NotFound("session"))?;
                let line = act.line();
                let asks = match actor.device {
                    Some(_) => line.confirms,
                    None => line.asks,
                };
                let actions = (asks, line.confirms);
                Some(self.check_pin(actor, session, actions, &by).await?)
            }
            None => None,
        };
        Ok(CheckedPress {
            act,
            subject,
            actor: actor.clone(),
            reason: press.reason.trim().to_owned(),
            said: press.said,
            now: self.clock.now(),
            second,
        })
    }

    /// What waits under an act of two, as the pages show it to whoever may confirm it.
    ///
    /// # Errors
    /// [`ServiceError::NotFound`] for strangers to the congress.
    pub async fn find_asked(
        &self,
        actor: &Actor,
        act: ActOfTwo,
        subject: RequestSubject,
    ) -> Result<Option<PendingAct>, ServiceError> {
        let actor = actor.clone();
        self.store
            .read(move |tx| {
                let (congress, _, _) = place_of(tx, subject)?;
                permit_either(&actor, act, congress)?;
                find_asked(tx, act, subject)
            })
            .await
    }

    /// Takes back what waits, for whoever asked, or refuses it, for whoever might confirm it: nothing is
    /// done, and it may be asked for anew. `seen` is the digest of what was shown.
    ///
    /// # Errors
    /// Denied to everybody else, or refused as a confirmation. Refused: `act-changed` when something else
    /// waits than was shown.
    pub(crate) async fn drop_asked(
        &self,
        actor: &Actor,
        act: ActOfTwo,
        subject: RequestSubject,
        seen: Digest,
    ) -> Result<(), ServiceError> {
        let (actor, now) = (actor.clone(), self.clock.now());
        self.store
            .write(move |tx| {
                let (congress, session, _) = place_of(tx, subject)?;
                let grant = permit_either(&actor, act, congress)?;
                let by = person_of(tx, session, &actor)?;
                if actor.device.is_some() && !is_of(tx, session, by)? {
                    return Err(ServiceError::NotFound("act"));
                }
                let waits = find_asked(tx, act, subject)?;
                let waits = waits.filter(|waits| waits.seen == seen);
                let waits =
                    waits.ok_or_else(|| ServiceError::refused(Problem::error("act-changed")))?;
                if actor.account != Some(waits.asked_by) {
                    // Whoever may not confirm it does not refuse it either.
                    permit(&actor, act.line().confirms, congress)?;
                    let first = first_person(tx, session, waits.asked_by)?;
                    two(first, by)?;
                    refuse_unadopted(tx, act, session, &[first, by])?;
                }
                act_requests::remove(tx, subject, &act.word())?;
                if let (ActOfTwo::ReviseList, RequestSubject::List(list)) = (act, subject) {
                    candidate_lists::update_proposed(tx, ListId(list), &[])?;
                }
                let (on, id) = subject.words();
                let told = DayEvent::AskingDropped {
                    on,
                    id,
                    act: act.word(),
                    by: by.to_string(),
                };
                Ok(Written::recorded(
                    (),
                    Event::new(&grant, now, EventKind::Day(told)),
                ))
            })
            .await
    }
}

/// Whether the officer of a device is one of a session.
fn is_of(
    tx: &ReadTx<'_>,
    session: Option<SessionId>,
    officer: Person,
) -> Result<bool, ServiceError> {
    let Some(id) = officer.officer else {
        return Ok(false);
    };
    Ok(session == Some(officers::get(tx, id)?.session))
}

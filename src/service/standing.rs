//! Who stands for an act: the person behind an account, a device or a PIN; trying a PIN; and the two
//! presses of an act of two.
//!
//! A try is counted before the PIN is looked at, so that no number of tries at once can go past the
//! lock; a right one takes the count back. Whether somebody may is asked before any PIN is.

use jiff::Timestamp;

use super::{Service, ServiceError, fixed, permit};
use crate::domain::access::{Action, Actor, Grant};
use crate::domain::act_of_two::ActOfTwo;
use crate::domain::audit::{Event, What};
use crate::domain::digest::Digest;
use crate::domain::id::{AccountId, CongressId, OfficerId, SessionId};
use crate::domain::problem::Problem;
use crate::domain::session::event::DayEvent;
use crate::domain::session::officer::{MOST_WRONG_PINS, Officer};
use crate::domain::two_people::{Person, Screen, Stands, TwoPeople};
use crate::password::Lane;
use crate::store::act_requests::{self, Subject};
use crate::store::{ReadTx, WriteTx, Written, accounts, acts_done, congresses, officers, sessions};

/// What an officer types: on their own device, or as the second person on somebody else's screen.
#[derive(Clone)]
pub struct ByPin {
    /// Which officer.
    pub officer: OfficerId,
    /// Their PIN.
    pub pin: String,
    /// The digest of what they were shown, where they confirm what was shown to them.
    pub seen: Option<Digest>,
}

/// The PIN is never printed.
impl std::fmt::Debug for ByPin {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ByPin")
            .field("officer", &self.officer)
            .finish_non_exhaustive()
    }
}

/// An officer whose PIN was right.
#[derive(Debug, Clone)]
pub(super) struct Second {
    pub(super) officer: Officer,
    /// Where it was typed.
    screen: Screen,
    /// The digest of what they were shown.
    pub(super) seen: Option<Digest>,
}

impl Second {
    /// The person that they are.
    pub(super) fn person(&self, tx: &ReadTx<'_>) -> Result<Person, ServiceError> {
        officer_person(tx, &self.officer, self.screen)
    }
}

/// The person who signed in with an account: with the officer and the deputy that they are in this
/// session, so that no second account or post makes two of one.
pub(super) fn account_person(
    tx: &ReadTx<'_>,
    session: SessionId,
    account: AccountId,
) -> Result<Person, ServiceError> {
    let deputy = accounts::find_deputy(tx, account)?;
    let named = officers::list(tx, session)?.into_iter().find(|officer| {
        officer.account == Some(account) || (deputy.is_some() && officer.deputy == deputy)
    });
    Ok(Person {
        stands: Stands::Account(account),
        screen: Screen::Account,
        opened_by: accounts::find_opened_by(tx, account)?,
        account: Some(account),
        officer: named.as_ref().map(|officer| officer.id),
        deputy: deputy.or(named.and_then(|officer| officer.deputy)),
    })
}

/// The person whose PIN was right, or whose device it is.
pub(super) fn officer_person(
    tx: &ReadTx<'_>,
    officer: &Officer,
    screen: Screen,
) -> Result<Person, ServiceError> {
    let by_deputy = match officer.deputy {
        Some(deputy) => accounts::find_of_deputy(tx, deputy)?,
        None => None,
    };
    let by_account = match officer.account {
        Some(account) => accounts::find_deputy(tx, account)?,
        None => None,
    };
    Ok(Person {
        stands: Stands::Pin(officer.id),
        screen,
        opened_by: None,
        account: officer.account.or(by_deputy),
        officer: Some(officer.id),
        deputy: officer.deputy.or(by_account),
    })
}

/// The person behind whoever acts: an account, or an officer on the own device.
pub(super) fn person_of(
    tx: &ReadTx<'_>,
    session: SessionId,
    actor: &Actor,
) -> Result<Person, ServiceError> {
    if let Some(device) = actor.device {
        let officer = officers::get(tx, device.officer)?;
        return officer_person(tx, &officer, device.screen);
    }
    let account = actor.account.ok_or(ServiceError::NotFound("account"))?;
    account_person(tx, session, account)
}

/// The permission to ask for an act of two or to confirm it.
pub(super) fn permit_either(
    actor: &Actor,
    act: ActOfTwo,
    congress: CongressId,
) -> Result<Grant, ServiceError> {
    let line = act.line();
    permit(actor, line.asks, congress).or_else(|_| permit(actor, line.confirms, congress))
}

/// A press of an act of two.
pub(super) struct Pressing<'p> {
    pub(super) act: ActOfTwo,
    pub(super) subject: Subject,
    pub(super) congress: CongressId,
    pub(super) session: SessionId,
    pub(super) actor: &'p Actor,
    /// Whose PIN was typed.
    pub(super) second: Option<&'p Second>,
    /// The digest of what was shown to an account that confirms.
    pub(super) seen: Option<Digest>,
    pub(super) now: Timestamp,
}

/// How an act of two stands after a press.
pub(super) enum Standing {
    /// The actor is the first: it waits for somebody else now.
    Asked(Grant),
    /// Both stand for it, with what the first one gave. Nothing waits any more, and who stood for it
    /// is noted.
    Both(Grant, TwoPeople, String),
}

/// The two presses of an act of two: the first one's `given` is kept, the second one agrees to it.
///
/// # Errors
/// Denied to whoever may neither ask nor confirm. Refused: `same-person`, `act-not-asked` for an
/// officer's device when nobody asked, `act-changed` when something else waits than was shown.
pub(super) fn stand(
    tx: &WriteTx<'_>,
    press: &Pressing<'_>,
    given: impl FnOnce() -> Result<String, ServiceError>,
) -> Result<Standing, ServiceError> {
    let (actor, word) = (press.actor, press.act.word());
    let line = press.act.line();
    let grant = permit_either(actor, press.act, press.congress)?;
    let me = person_of(tx, press.session, actor)?;
    let second = press.second.map(|second| second.person(tx)).transpose()?;
    let asked = act_requests::find(tx, press.subject, &word)?;
    if asked.is_none() && press.seen.is_some() {
        // What was shown was confirmed or taken back meanwhile: this is no asking anew.
        return Err(ServiceError::refused(Problem::error("act-changed")));
    }
    let (people, given) = match (asked, second) {
        (None, None) => {
            refuse_unless_asked(actor)?;
            let grant = permit(actor, line.asks, press.congress)?;
            let account = super::account_of(&grant)?;
            act_requests::save(tx, press.subject, &word, account, press.now, &given()?)?;
            return Ok(Standing::Asked(grant));
        }
        (None, Some(second)) => {
            refuse_unless_asked(actor)?;
            permit(actor, line.asks, press.congress)?;
            (two(me, second)?, given()?)
        }
        (Some((first, given)), second) => {
            refuse_unasked(tx, press, first)?;
            let first = account_person(tx, press.session, first)?;
            let people = two(first, second.unwrap_or(me))?;
            if second.is_none() {
                permit(actor, line.confirms, press.congress)?;
            }
            let seen = press.second.and_then(|second| second.seen).or(press.seen);
            refuse_unless_seen(tx, press.act, press.subject, seen)?;
            (people, given)
        }
    };
    act_requests::remove(tx, press.subject, &word)?;
    let first = people
        .first()
        .account
        .ok_or(ServiceError::NotFound("account"))?;
    let second = Some(people.second());
    acts_done::create(tx, press.subject, &word, first, second, press.now)?;
    Ok(Standing::Both(grant, people, given))
}

/// Refuses what the log does not tell was asked for by that person, where the log tells it by the thing
/// alone. A movement names no deputy there, and a correction is told of its round: both are compared apart.
fn refuse_unasked(
    tx: &ReadTx<'_>,
    press: &Pressing<'_>,
    first: AccountId,
) -> Result<(), ServiceError> {
    let kind = match press.act {
        ActOfTwo::Publish => "publish-asked",
        ActOfTwo::DecideByPresidium => "presidium-asked",
        ActOfTwo::AdoptOfficers => "adoption-asked",
        ActOfTwo::GiveOfficerSlips => "officer-slips-asked",
        ActOfTwo::ClearPin => "pin-clear-asked",
        ActOfTwo::Round(_)
        | ActOfTwo::EnterPapers
        | ActOfTwo::Correct
        | ActOfTwo::ReviseList
        | ActOfTwo::PrintSlips
        | ActOfTwo::Arrive(_)
        | ActOfTwo::Leave(_) => return Ok(()),
    };
    let (on, id) = press.subject.words();
    let subject = format!("{on}={id}");
    fixed::refuse_unasked(tx, press.congress, (kind, subject.as_str()), None, first)
}

fn two(first: Person, second: Person) -> Result<TwoPeople, ServiceError> {
    TwoPeople::of(first, second).map_err(ServiceError::refused)
}

/// An officer's device confirms what an account asked for; it never asks itself.
pub(super) fn refuse_unless_asked(actor: &Actor) -> Result<(), ServiceError> {
    if actor.device.is_none() {
        return Ok(());
    }
    Err(ServiceError::refused(Problem::error("act-not-asked")))
}

/// Whoever confirms agrees to what was shown to them, and to nothing else.
pub(super) fn refuse_unless_seen(
    tx: &ReadTx<'_>,
    act: ActOfTwo,
    subject: Subject,
    seen: Option<Digest>,
) -> Result<(), ServiceError> {
    let Some(seen) = seen else { return Ok(()) };
    if super::confirming::digest_of(tx, act, subject)? == Some(seen) {
        return Ok(());
    }
    Err(ServiceError::refused(Problem::error("act-changed")))
}

impl Service {
    /// Tries an officer's PIN for an action in a session; `asks` is what the actor must be permitted
    /// beside it.
    ///
    /// # Errors
    /// Denied, before the PIN is looked at. Invalid at `pin`: what [`Officer::may_confirm`] says,
    /// `pin-wrong` with the tries left. Not found: an officer of another session.
    pub(super) async fn check_pin(
        &self,
        actor: &Actor,
        session: SessionId,
        (asks, action): (Action, Action),
        by: &ByPin,
    ) -> Result<Second, ServiceError> {
        let (id, asker, now) = (by.officer, actor.clone(), self.clock.now());
        let screen = match actor.device {
            Some(device) if device.officer == id => device.screen,
            // No device stands for another officer than its own.
            Some(_) => return Err(ServiceError::NotFound("officer")),
            None => Screen::Clerk,
        };
        let (officer, stored) = self
            .store
            .write(move |tx| {
                let officer = officers::get(tx, id)?;
                if officer.session != session {
                    return Err(ServiceError::NotFound("officer"));
                }
                permit(&asker, asks, sessions::get(tx, session)?.congress)?;
                officer.may_confirm(action).map_err(ServiceError::invalid)?;
                officers::update_wrong_pins(tx, id, officer.wrong_pins + 1)?;
                let stored = officers::get_pin(tx, id)?;
                let tried = "a try at a PIN is counted before the PIN is looked at";
                Ok(Written::quiet((officer, stored), tried))
            })
            .await?;
        let verified = self.passwords.verify(&by.pin, Some(&stored), Lane::Known);
        let is_right = verified.await.map_err(ServiceError::from);
        let tries = match &is_right {
            Ok(true) => Some(0),
            Ok(false) => None,
            // Nobody looked at it: it does not count.
            Err(_) => Some(officer.wrong_pins),
        };
        if let Some(tries) = tries {
            let taken_back = "a right PIN, or one that nobody looked at, takes the count back";
            self.store
                .write(move |tx| {
                    officers::update_wrong_pins(tx, id, tries)?;
                    Ok::<_, ServiceError>(Written::quiet((), taken_back))
                })
                .await?;
        }
        if is_right? {
            return Ok(Second {
                officer,
                screen,
                seen: by.seen,
            });
        }
        let actor = actor.clone();
        let left = self
            .store
            .write(move |tx| {
                let officer = officers::get(tx, id)?;
                let session = sessions::get(tx, officer.session)?;
                let congress = congresses::get(tx, session.congress)?;
                let grant = permit(&actor, Action::Look, congress.id)?;
                let left = MOST_WRONG_PINS.saturating_sub(officer.wrong_pins);
                let what = What::Day(DayEvent::PinWrong { officer: id, left });
                Ok::<_, ServiceError>(Written::recorded(left, Event::new(&grant, now, what)))
            })
            .await?;
        let code = if left == 0 { "pin-locked" } else { "pin-wrong" };
        let problem = Problem::error(code).at("pin").with("name", officer.name);
        Err(ServiceError::invalid(if left == 0 {
            problem
        } else {
            problem.with("left", left)
        }))
    }
}

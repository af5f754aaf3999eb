//! Who asks for or confirms an act: the person behind an account, a device or a PIN; and trying a PIN.
//!
//! A try is counted before the PIN is looked at, so that no number of tries at once can go past the
//! lock; a right one takes the count back. Tries are counted by officer and by the account or device
//! that typed: nobody locks a PIN for anybody else. Whether somebody may is asked before any PIN is.

use super::press::PinEntry;
use crate::access::password::HashQueue;
use crate::{Service, ServiceError, permit};
use domain::access::line::LineSafety;
use domain::access::{Action, Actor};
use domain::act_of_two::two_people::{ActScreen, Participation, Person};
use domain::audit::{Event, EventKind};
use domain::id::{AccountId, CongressId, SessionId};
use domain::problem::Problem;
use domain::sitting::event::DayEvent;
use domain::sitting::officer::{MOST_WRONG_PINS, Officer};
use domain::sitting::participant::{Participant, ParticipantRules};
use store::people::{accounts, congresses};
use store::sitting::{officer_slips, officers, sessions};
use store::{ReadTx, Written};

/// An officer whose PIN was right.
#[derive(Debug, Clone)]
pub(crate) struct SecondPerson {
    pub(crate) officer: Officer,
    /// Where it was typed.
    screen: ActScreen,
}

impl SecondPerson {
    /// The person that they are.
    pub(crate) fn person(&self, tx: &ReadTx<'_>) -> Result<Person, ServiceError> {
        officer_person(tx, &self.officer, self.screen)
    }
}

/// The person who signed in with an account: with the officer and the deputy that they are in this
/// session, so that no second account or post makes two of one.
pub(crate) fn account_person(
    tx: &ReadTx<'_>,
    session: SessionId,
    account: AccountId,
) -> Result<Person, ServiceError> {
    let deputy = accounts::find_deputy(tx, account)?;
    let named = officers::list(tx, session)?.into_iter().find(|officer| {
        officer.account == Some(account) || (deputy.is_some() && officer.deputy == deputy)
    });
    Ok(Person {
        stands: Participation::Account(account),
        screen: ActScreen::Account,
        opened_by: accounts::find_opened_by(tx, account)?,
        account: Some(account),
        officer: named.as_ref().map(|officer| officer.id),
        deputy: deputy.or(named.and_then(|officer| officer.deputy)),
        browser: None,
    })
}

/// The person whose PIN was right, or whose device it is.
pub(crate) fn officer_person(
    tx: &ReadTx<'_>,
    officer: &Officer,
    screen: ActScreen,
) -> Result<Person, ServiceError> {
    let by_deputy = match officer.deputy {
        Some(deputy) => accounts::find_of_deputy(tx, deputy)?,
        None => None,
    };
    let by_account = match officer.account {
        Some(account) => accounts::find_deputy(tx, account)?,
        None => None,
    };
    let slip = officer_slips::find(tx, officer.id)?;
    Ok(Person {
        stands: Participation::Pin(officer.id),
        screen,
        opened_by: slip.and_then(|slip| slip.opened_by()),
        account: officer.account.or(by_deputy),
        officer: Some(officer.id),
        deputy: officer.deputy.or(by_account),
        browser: None,
    })
}

/// The person who signed in with an account, for an act that may be of no session.
pub(crate) fn first_person(
    tx: &ReadTx<'_>,
    session: Option<SessionId>,
    account: AccountId,
) -> Result<Person, ServiceError> {
    if let Some(session) = session {
        return account_person(tx, session, account);
    }
    Ok(Person {
        opened_by: accounts::find_opened_by(tx, account)?,
        deputy: accounts::find_deputy(tx, account)?,
        ..Person::from(account)
    })
}

/// The person behind whoever acts: an account, or an officer on the own device.
pub(crate) fn person_of(
    tx: &ReadTx<'_>,
    session: Option<SessionId>,
    actor: &Actor,
) -> Result<Person, ServiceError> {
    let person = match actor.device {
        Some(device) => {
            let officer = officers::get(tx, device.officer)?;
            officer_person(tx, &officer, device.screen)?
        }
        None => {
            let account = actor.account.ok_or(ServiceError::NotFound("account"))?;
            let screen = match actor.line {
                LineSafety::Closed => ActScreen::Account,
                LineSafety::Open => ActScreen::OpenLine,
            };
            Person {
                screen,
                ..first_person(tx, session, account)?
            }
        }
    };
    Ok(Person {
        browser: actor.browser,
        ..person
    })
}

/// Somebody with their name and with the roles of their account in a congress, as the law asks for them.
pub(crate) fn standee(
    tx: &ReadTx<'_>,
    congress: CongressId,
    person: Person,
) -> Result<Participant, ServiceError> {
    let (name, roles) = match person.stands {
        Participation::Account(account) => {
            let actor = accounts::get_actor(tx, account)?;
            let roles = actor.roles_in(congress).collect();
            (actor.name, roles)
        }
        Participation::Pin(officer) => (officers::get(tx, officer)?.name, Vec::new()),
    };
    Ok(Participant {
        person,
        name,
        roles,
    })
}

/// Refuses whoever stands for something in a session by a role of the account alone, once the sitting
/// adopted its officers.
pub(crate) fn refuse_not_adopted(
    tx: &ReadTx<'_>,
    session: SessionId,
    confirms: Action,
    people: &[Person],
) -> Result<(), ServiceError> {
    let named = officers::list(tx, session)?;
    let congress = sessions::get(tx, session)?.congress;
    let bench = ParticipantRules {
        confirms,
        named: &named,
    };
    let mut standees = Vec::new();
    for person in people {
        standees.push(standee(tx, congress, *person)?);
    }
    let checked = match standees.as_slice() {
        [first, second] => bench.check(first, second),
        alone => alone.iter().try_for_each(|one| bench.check_first(one)),
    };
    checked.map_err(ServiceError::refused)
}

impl Service {
    /// Tries an officer's PIN for an action in a session; `asks` is what the actor must be permitted
    /// beside it.
    ///
    /// # Errors
    /// Denied, before the PIN is looked at. Invalid at `pin`: `pin-empty`, which is no try; what [`Officer::may_confirm`] and
    /// [`Officer::try_pin`] say, `pin-wrong` with the tries left to whoever types. Not found: an officer of another session.
    pub(crate) async fn check_pin(
        &self,
        actor: &Actor,
        session: SessionId,
        (asks, action): (Action, Action),
        by: &PinEntry,
    ) -> Result<SecondPerson, ServiceError> {
        let (id, asker, now) = (by.officer, actor.clone(), self.clock.now());
        let is_empty = by.pin.trim().is_empty();
        let screen = match actor.device {
            Some(device) if device.officer == id => device.screen,
            // No device stands for another officer than its own.
            Some(_) => return Err(ServiceError::NotFound("officer")),
            None => ActScreen::Clerk,
        };
        let (officer, stored, tries) = self
            .store
            .write(move |tx| {
                let officer = officers::get(tx, id)?;
                if officer.session != session {
                    return Err(ServiceError::NotFound("officer"));
                }
                permit(&asker, asks, sessions::get(tx, session)?.congress)?;
                officer.may_confirm(action).map_err(ServiceError::invalid)?;
                if is_empty {
                    // Nothing was tried.
                    let problem = Problem::error("pin-empty").at("pin");
                    return Err(ServiceError::invalid(problem.with("name", officer.name)));
                }
                let before = officers::count_tries(tx, id, asker.account)?;
                let tries = officer.try_pin(before).map_err(ServiceError::invalid)?;
                officers::update_tries(tx, id, asker.account, tries)?;
                let stored = officers::get_pin(tx, id)?;
                let tried = "a try at a PIN is counted before the PIN is looked at";
                Ok(Written::quiet((officer, stored, tries), tried))
            })
            .await?;
        let verified = self
            .passwords
            .verify(&by.pin, Some(&stored), HashQueue::Known);
        let is_right = verified.await.map_err(ServiceError::from);
        if !matches!(is_right, Ok(false)) {
            // Where nobody looked at it, this one try does not count, and those beside it do.
            let (is_seen, typed_by) = (is_right.is_ok(), actor.account);
            let taken_back = "a right PIN, or one that nobody looked at, takes the count back";
            self.store
                .write(move |tx| {
                    let tries = officers::count_tries(tx, id, typed_by)?;
                    let left = if is_seen { 0 } else { tries.saturating_sub(1) };
                    officers::update_tries(tx, id, typed_by, left)?;
                    Ok::<_, ServiceError>(Written::quiet((), taken_back))
                })
                .await?;
        }
        if is_right? {
            return Ok(SecondPerson { officer, screen });
        }
        let actor = actor.clone();
        let left = self
            .store
            .write(move |tx| {
                let session = sessions::get(tx, session)?;
                let congress = congresses::get(tx, session.congress)?;
                let grant = permit(&actor, Action::Look, congress.id)?;
                let left = MOST_WRONG_PINS.saturating_sub(tries);
                let what = EventKind::Day(DayEvent::PinWrong { officer: id, left });
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

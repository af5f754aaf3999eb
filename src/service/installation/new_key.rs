//! A new key for an installation whose key file is lost or in wrong hands: an act of two people at the machine.
//!
//! Nothing that lived under the old key can be told from a forgery any more, so all of it ends in the same
//! transaction. The new file waits beside the old one until the database names it.

use std::path::Path;

use super::keys::{self, Keys};
use crate::access::password::{HashCost, HashQueue, Passwords};
use crate::{Service, ServiceError};
use domain::access::{self, Actor};
use domain::act_of_two::two_people::{Person, TwoPeople};
use domain::audit::{Event, EventKind};
use domain::installation::new_key::{KeyEvent, may_draw, reaches};
use domain::problem::Problem;
use machine::clock::Clock;
use machine::random::Random;
use store::installation::key_names;
pub use store::installation::key_names::{EndedCounts, RunningVote};
use store::people::accounts;
use store::{Store, Written};

/// One of the two, as typed at the machine.
#[derive(Clone)]
pub struct TypedCredentials {
    pub username: String,
    /// The password, never printed.
    pub password: String,
}

/// What a new key would end, said before anybody confirms it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyEnding {
    /// In numbers.
    pub ended: EndedCounts,
    /// The votes that run: their slips are void, what was cast can be counted.
    pub voting: Vec<RunningVote>,
}

impl Service {
    /// What a new key would end in a data directory that no server works in.
    ///
    /// # Errors
    /// Not found: no database.
    pub async fn count_ending(directory: &Path) -> Result<KeyEnding, ServiceError> {
        if !store::is_made(directory) {
            return Err(ServiceError::NotFound("database"));
        }
        let store = Store::open(directory)?;
        store
            .read(|tx| {
                Ok(KeyEnding {
                    ended: key_names::count_living(tx)?,
                    voting: key_names::list_voting(tx)?,
                })
            })
            .await
    }

    /// Draws a new key for a data directory that no server works in, and ends what lived under the old one:
    /// slips, printed first sign-ins, sign-ins, PINs. A key file that was there is kept aside.
    ///
    /// # Errors
    /// Not found: no database. Invalid: `sign-in-wrong` for either of the two, `same-person`, `new-key-roles`
    /// when neither is a clerk or an administrator or one is not of the staff, `new-key-votes` when a vote of a
    /// congress runs that neither serves and neither is of the prefecture, `password-first` when something lives and the password of one is still the one that somebody else chose.
    pub async fn draw_new_key(
        directory: &Path,
        clock: &Clock,
        random: &Random,
        first: TypedCredentials,
        second: TypedCredentials,
    ) -> Result<EndedCounts, ServiceError> {
        if !store::is_made(directory) {
            return Err(ServiceError::NotFound("database"));
        }
        let broken = |error: std::io::Error| ServiceError::Broken(error.into());
        let store = Store::open(directory)?;
        let passwords = Passwords::start(HashCost::PASSWORD)?;
        let first = tried(&store, &passwords, first).await?;
        let second = tried(&store, &passwords, second).await?;
        refuse(&store, &first, &second).await?;
        let drawn = Keys::draw(random)?;
        let waiting = keys::waiting(directory);
        if waiting.exists() {
            std::fs::remove_file(&waiting).map_err(broken)?;
        }
        drawn.write(&waiting).map_err(broken)?;
        let (name, now, grant) = (drawn.name(), clock.now(), access::own(&first.actor));
        let second = second
            .actor
            .account
            .ok_or(ServiceError::NotFound("account"))?;
        let ended = store
            .write(move |tx| {
                let ended = key_names::end_all(tx, now)?;
                key_names::save(tx, name)?;
                let numbers = [ended.slips, ended.invitations, ended.sign_ins, ended.pins];
                let what = EventKind::Key(KeyEvent::Replaced {
                    key: name,
                    second,
                    ended: numbers,
                });
                Ok::<_, ServiceError>(Written::recorded(ended, Event::new(&grant, now, what)))
            })
            .await?;
        keys::finish(directory, name).map_err(broken)?;
        Ok(ended)
    }
}

struct KeyTrial {
    actor: Actor,
    has_first_password: bool,
}

/// Who a username and a password are.
async fn tried(
    store: &Store,
    passwords: &Passwords,
    typed: TypedCredentials,
) -> Result<KeyTrial, ServiceError> {
    let name = typed.username.trim().to_ascii_lowercase();
    let found = store
        .read(move |tx| {
            let Some(account) = accounts::find(tx, &name)? else {
                return Ok(None);
            };
            let actor = accounts::get_actor(tx, account.id)?;
            Ok::<_, ServiceError>(Some((account, actor)))
        })
        .await?;
    let stored = found
        .as_ref()
        .map(|(account, _)| account.password_hash.as_str());
    let stored = stored.filter(|hash| !hash.is_empty());
    let is_right = passwords
        .verify(&typed.password, stored, HashQueue::Known)
        .await?;
    match (found, is_right) {
        (Some((account, actor)), true) => Ok(KeyTrial {
            actor,
            has_first_password: account.must_change,
        }),
        _ => {
            let problem = Problem::error("sign-in-wrong").at(typed.username);
            Err(ServiceError::invalid(problem))
        }
    }
}

async fn refuse(store: &Store, first: &KeyTrial, second: &KeyTrial) -> Result<(), ServiceError> {
    let person = |tried: &KeyTrial| {
        let account = tried
            .actor
            .account
            .ok_or(ServiceError::NotFound("account"))?;
        Ok::<_, ServiceError>(Person {
            deputy: tried.actor.deputy,
            ..Person::from(account)
        })
    };
    TwoPeople::of(person(first)?, person(second)?).map_err(ServiceError::invalid)?;
    if !may_draw(&first.actor, &second.actor) {
        return Err(ServiceError::invalid(Problem::error("new-key-roles")));
    }
    let running = store
        .read(|tx| Ok::<_, ServiceError>(key_names::list_voting(tx)?))
        .await?;
    let reaches = |one: &RunningVote| {
        reaches(&first.actor, one.congress) || reaches(&second.actor, one.congress)
    };
    if let Some(other) = running.iter().find(|one| !reaches(one)) {
        let problem = Problem::error("new-key-votes").with("name", &other.name);
        return Err(ServiceError::invalid(problem));
    }
    // Who chose the first passwords of both would be two people; where nothing lives, nothing is lost.
    let has_living = store
        .read(|tx| Ok::<_, ServiceError>(key_names::has_living(tx)?))
        .await?;
    let with_first = [first, second]
        .into_iter()
        .find(|one| one.has_first_password);
    match with_first.filter(|_| has_living) {
        Some(one) => {
            let problem = Problem::error("password-first").with("name", &one.actor.name);
            Err(ServiceError::invalid(problem))
        }
        None => Ok(()),
    }
}

//! Naming the officers of a session, adopting them, and their PINs.

use super::roll_call;
use super::standing::{ByPin, account_person, officer_person};
use super::{Service, ServiceError, account_of, permit};
use crate::domain::access::{Action, Actor};
use crate::domain::audit::{Event, What};
use crate::domain::congress::Congress;
use crate::domain::id::{OfficerId, SessionId, SittingId};
use crate::domain::problem::Problem;
use crate::domain::session::event::DayEvent;
use crate::domain::session::officer::{Officer, Post, check_pin};
use crate::domain::session::{Session, Sitting};
use crate::domain::two_people::TwoPeople;
pub use crate::store::act_requests::ActRequest;
use crate::store::act_requests::{self, Subject};
use crate::store::acts_done;
use crate::store::{
    ReadTx, Written, accounts, congresses, deputies, officers, polls, projects, rounds, sessions,
    units,
};

/// The word of taking a PIN away, where requests are kept.
const CLEAR_PIN: &str = "clear-pin";
/// The word of the adoption, beside the acts of a sitting.
pub(super) const ADOPT_OFFICERS: &str = "adopt-officers";

/// A session's officers with what the page says of them.
#[derive(Debug, Clone)]
pub struct OfficersView {
    /// Whose.
    pub congress: Congress,
    /// The session.
    pub session: Session,
    /// Its sittings.
    pub sittings: Vec<Sitting>,
    /// The officers, each with what waits for a second person.
    pub officers: Vec<(Officer, Option<ActRequest>)>,
    /// Warnings about officers who work for a unit on a slate.
    pub interested: Vec<Problem>,
    /// The names of the congress's units, for the form.
    pub units: Vec<String>,
}

/// What the form for an officer asks.
#[derive(Debug, Clone)]
pub struct NewOfficer {
    /// What for.
    pub post: Post,
    /// The roster's number of the deputy; empty for one of the staff.
    pub number: String,
    /// Name, where no deputy is named.
    pub name: String,
    /// The username with which they also sign in; empty when they have no account.
    pub username: String,
    /// Where they work.
    pub unit: String,
}

impl Service {
    /// The officers of a session.
    ///
    /// # Errors
    /// [`ServiceError::NotFound`], also for strangers to the congress.
    pub async fn list_officers(
        &self,
        actor: &Actor,
        id: SessionId,
    ) -> Result<OfficersView, ServiceError> {
        let actor = actor.clone();
        self.store
            .read(move |tx| {
                let session = sessions::get(tx, id)?;
                let congress = congresses::get(tx, session.congress)?;
                permit(&actor, Action::Look, congress.id)?;
                let mut listed = Vec::new();
                for officer in officers::list(tx, id)? {
                    let asked = act_requests::list(tx, Subject::Officer(officer.id.0))?.pop();
                    listed.push((officer, asked));
                }
                Ok(OfficersView {
                    interested: interested(tx, id)?,
                    sittings: sessions::list_sittings(tx, id)?,
                    units: units::list(tx, congress.id)?
                        .into_iter()
                        .map(|unit| unit.name)
                        .collect(),
                    officers: listed,
                    congress,
                    session,
                })
            })
            .await
    }

    /// The session that an officer belongs to.
    ///
    /// # Errors
    /// [`ServiceError::NotFound`], also for strangers to the congress.
    pub async fn session_of_officer(
        &self,
        actor: &Actor,
        id: OfficerId,
    ) -> Result<SessionId, ServiceError> {
        let actor = actor.clone();
        self.store
            .read(move |tx| {
                let session = sessions::get(tx, officers::get(tx, id)?.session)?;
                permit(&actor, Action::Look, session.congress)?;
                Ok(session.id)
            })
            .await
    }

    /// Proposes an officer.
    ///
    /// # Errors
    /// Invalid: `deputy-unknown` at `number`, `officer-name` at `name`, `username-unknown` at
    /// `username`, `officer-twice`, `chief-twice`.
    pub async fn propose_officer(
        &self,
        actor: &Actor,
        session: SessionId,
        new: NewOfficer,
    ) -> Result<OfficerId, ServiceError> {
        let (actor, now) = (actor.clone(), self.clock.now());
        self.store
            .write(move |tx| {
                let held = sessions::get(tx, session)?;
                let grant = permit(&actor, Action::KeepRoll, held.congress)?;
                let (number, username) = (new.number.trim(), new.username.trim());
                let deputy = deputies::list(tx, held.congress, held.body)?
                    .into_iter()
                    .find(|deputy| deputy.number == number);
                if !number.is_empty() && deputy.is_none() {
                    let problem = Problem::error("deputy-unknown").at("number");
                    return Err(ServiceError::invalid(problem.with("number", number)));
                }
                let name = match &deputy {
                    Some(deputy) => deputy.name.clone(),
                    None => new.name.trim().to_owned(),
                };
                if name.is_empty() || name.chars().count() > 40 {
                    return Err(ServiceError::invalid(
                        Problem::error("officer-name").at("name"),
                    ));
                }
                let account = match username {
                    "" => None,
                    username => Some(accounts::find(tx, username)?.ok_or_else(|| {
                        let problem = Problem::error("username-unknown").at("username");
                        ServiceError::invalid(problem.with("name", username))
                    })?),
                };
                let is_chief = |one: &Officer| one.post == Post::ChiefScrutineer;
                let named = officers::list(tx, session)?;
                if new.post == Post::ChiefScrutineer && named.iter().any(is_chief) {
                    return Err(ServiceError::invalid(
                        Problem::error("chief-twice").at("post"),
                    ));
                }
                let officer = Officer {
                    id: OfficerId(0),
                    session,
                    post: new.post,
                    name: name.clone(),
                    deputy: deputy.map(|deputy| deputy.id),
                    account: account.map(|account| account.id),
                    unit: new.unit.trim().to_owned(),
                    adopted_on: None,
                    has_pin: false,
                    wrong_pins: 0,
                };
                let officer = officers::create(tx, &officer).map_err(|error| {
                    if !error.is_constraint() {
                        return error.into();
                    }
                    let problem = Problem::error("officer-twice").at("number");
                    ServiceError::invalid(problem.with("name", name))
                })?;
                let post = new.post.word();
                let what = What::Day(DayEvent::OfficerProposed { officer, post });
                Ok(Written::recorded(officer, Event::new(&grant, now, what)))
            })
            .await
    }

    /// Takes an officer from the list before the adoption.
    ///
    /// # Errors
    /// Refused: `officer-adopted`.
    pub async fn withdraw_officer(&self, actor: &Actor, id: OfficerId) -> Result<(), ServiceError> {
        let (actor, now) = (actor.clone(), self.clock.now());
        self.store
            .write(move |tx| {
                let officer = officers::get(tx, id)?;
                let session = sessions::get(tx, officer.session)?;
                let grant = permit(&actor, Action::KeepRoll, session.congress)?;
                if officer.adopted_on.is_some() {
                    let problem = Problem::error("officer-adopted").with("name", officer.name);
                    return Err(ServiceError::refused(problem));
                }
                act_requests::remove_all(tx, Subject::Officer(id.0))?;
                officers::remove(tx, id)?;
                let what = What::Day(DayEvent::OfficerWithdrawn { officer: id });
                Ok(Written::recorded((), Event::new(&grant, now, what)))
            })
            .await
    }

    /// Notes that a sitting adopted the officers who are proposed.
    ///
    /// # Errors
    /// Refused: `no-quorum`, `officers-no-chief`, `officers-none-proposed`.
    pub async fn adopt_officers(
        &self,
        actor: &Actor,
        sitting: SittingId,
    ) -> Result<(), ServiceError> {
        let (actor, now) = (actor.clone(), self.clock.now());
        self.store
            .write(move |tx| {
                let (congress, session, at) = roll_call::place(tx, sitting)?;
                let grant = permit(&actor, Action::KeepRoll, congress.id)?;
                let account = account_of(&grant)?;
                if at.quorum_present.is_none() {
                    return Err(ServiceError::refused(Problem::error("no-quorum")));
                }
                let named = officers::list(tx, session.id)?;
                if !named.iter().any(|one| one.post == Post::ChiefScrutineer) {
                    return Err(ServiceError::refused(Problem::error("officers-no-chief")));
                }
                let adopted = officers::adopt(tx, session.id, &at.held_on)?;
                if adopted == 0 {
                    let problem = Problem::error("officers-none-proposed");
                    return Err(ServiceError::refused(problem));
                }
                let subject = Subject::Sitting(sitting.0);
                acts_done::create(tx, subject, ADOPT_OFFICERS, account, None, now)?;
                let officers = u64::try_from(adopted).unwrap_or(u64::MAX);
                let what = What::Day(DayEvent::OfficersAdopted { sitting, officers });
                Ok(Written::recorded((), Event::new(&grant, now, what)))
            })
            .await
    }

    /// Keeps the PIN that an officer types on the clerk's screen. One that exists is changed only
    /// after clerk and chief scrutineer took it away.
    ///
    /// # Errors
    /// Invalid: what [`check_pin`] of the domain says, `pin-repeat`. Refused: `pin-exists`.
    pub async fn set_pin(
        &self,
        actor: &Actor,
        id: OfficerId,
        pin: &str,
        repeat: &str,
    ) -> Result<(), ServiceError> {
        check_pin(pin).map_err(ServiceError::invalid)?;
        if pin != repeat {
            return Err(ServiceError::invalid(
                Problem::error("pin-repeat").at("repeat"),
            ));
        }
        let hash = self.passwords.hash(pin, self.random.bytes()?).await?;
        let (actor, now) = (actor.clone(), self.clock.now());
        self.store
            .write(move |tx| {
                let officer = officers::get(tx, id)?;
                let session = sessions::get(tx, officer.session)?;
                let grant = permit(&actor, Action::KeepRoll, session.congress)?;
                if officer.has_pin {
                    let problem = Problem::error("pin-exists").with("name", officer.name);
                    return Err(ServiceError::refused(problem));
                }
                officers::update_pin(tx, id, &hash)?;
                let what = What::Day(DayEvent::PinSet { officer: id });
                Ok(Written::recorded((), Event::new(&grant, now, what)))
            })
            .await
    }

    /// Asks for an officer's PIN to be taken away, or confirms it: the clerk and the chief scrutineer,
    /// by account or PIN; where it is the chief's own, a scrutineer. The officer then chooses a new
    /// one. Answers whether it is done.
    ///
    /// # Errors
    /// Refused: `same-person`, `pin-missing`, `clear-pin-needs-chief`. Invalid at `pin`, as
    /// [`Service::press`].
    pub async fn clear_pin(
        &self,
        actor: &Actor,
        id: OfficerId,
        by: Option<ByPin>,
    ) -> Result<bool, ServiceError> {
        let (actor, now) = (actor.clone(), self.clock.now());
        let officer = self
            .store
            .read(move |tx| Ok::<_, ServiceError>(officers::get(tx, id)?))
            .await?;
        let second = match by {
            Some(by) => {
                let action = Action::ActOnRound;
                Some(self.check_pin(&actor, officer.session, action, &by).await?)
            }
            None => None,
        };
        self.store
            .write(move |tx| {
                let officer = officers::get(tx, id)?;
                let session = sessions::get(tx, officer.session)?;
                let grant = permit(&actor, Action::ActOnRound, session.congress)?;
                let account = account_of(&grant)?;
                if !officer.has_pin {
                    let problem = Problem::error("pin-missing").with("name", officer.name);
                    return Err(ServiceError::refused(problem));
                }
                let subject = Subject::Officer(id.0);
                let me = account_person(tx, session.id, account)?;
                let asked = act_requests::find(tx, subject, CLEAR_PIN)?;
                let (first, confirming) = match (asked, &second) {
                    (None, None) => {
                        act_requests::save(tx, subject, CLEAR_PIN, account, now, "")?;
                        let what = What::Day(DayEvent::PinClearAsked { officer: id });
                        return Ok(Written::recorded(false, Event::new(&grant, now, what)));
                    }
                    (None, Some(second)) => (me, officer_person(tx, second)?),
                    (Some((first, _)), second) => {
                        let first = account_person(tx, session.id, first)?;
                        match second {
                            Some(second) => (first, officer_person(tx, second)?),
                            None => (first, me),
                        }
                    }
                };
                let people = TwoPeople::of(first, confirming).map_err(ServiceError::refused)?;
                refuse_without_chief(tx, &officer, people)?;
                act_requests::remove_all(tx, subject)?;
                officers::update_pin(tx, id, "")?;
                let first = people.first().account.unwrap_or(account);
                let second = Some(people.second());
                acts_done::create(tx, subject, CLEAR_PIN, first, second, now)?;
                let what = What::Day(DayEvent::PinCleared {
                    officer: id,
                    people: format!("{} {}", people.first().stands, people.second().stands),
                });
                Ok(Written::recorded(true, Event::new(&grant, now, what)))
            })
            .await
    }
}

/// One of the two must be the chief scrutineer; for the chief's own PIN, another scrutineer.
fn refuse_without_chief(
    tx: &ReadTx<'_>,
    officer: &Officer,
    people: TwoPeople,
) -> Result<(), ServiceError> {
    let named = officers::list(tx, officer.session)?;
    let wanted = match officer.post {
        Post::ChiefScrutineer => Post::Scrutineer,
        Post::Scrutineer | Post::Teller => Post::ChiefScrutineer,
    };
    let is_wanted = |id: OfficerId| {
        let is = |one: &Officer| one.id == id && one.post == wanted && one.adopted_on.is_some();
        named.iter().any(is)
    };
    let of_the_two = [people.first().officer, people.second().officer];
    if of_the_two.into_iter().flatten().any(is_wanted) {
        return Ok(());
    }
    let problem = Problem::error("clear-pin-needs-chief").with("role", wanted.word());
    Err(ServiceError::refused(problem))
}

/// Warnings about the officers of a session who work for a unit that leads a project on one of its
/// slates, or stands on one itself.
pub(super) fn interested(
    tx: &ReadTx<'_>,
    session: SessionId,
) -> Result<Vec<Problem>, ServiceError> {
    let mut lead_units = Vec::new();
    for poll in polls::list(tx, session)? {
        for round in rounds::list(tx, poll.id)? {
            for line in rounds::list_lines(tx, round.id)? {
                lead_units.push(match line.subject.project() {
                    Some(project) => projects::get(tx, project)?.sheet.lead_unit,
                    None => line.name,
                });
            }
        }
    }
    let named = officers::list(tx, session)?;
    let warned = named.iter().filter_map(|one| one.interest(&lead_units));
    Ok(warned.collect())
}

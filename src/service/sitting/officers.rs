//! Naming the officers of a session, and taking their PINs away.

use crate::act_of_two::ask::{ActProgress, asked_on, permit_either, stand, stood_before};
pub use crate::act_of_two::press::PendingAct;
use crate::act_of_two::press::{ActOutcome, Press};
use crate::round::acts::ActDone;
use crate::statement::certifying::done_by_two;
use crate::{Service, ServiceError, permit};
use domain::access::{Action, Actor};
use domain::act_of_two::ActOfTwo;
use domain::act_of_two::two_people::TwoPeople;
use domain::audit::{Event, EventKind};
use domain::congress::Congress;
use domain::id::{OfficerId, SessionId, SittingId};
use domain::library::wording;
use domain::people::person::Deputy;
use domain::problem::Problem;
use domain::sitting::event::DayEvent;
use domain::sitting::officer::{Officer, PinTries, Post};
use domain::sitting::{Session, Sitting};
use store::act_of_two::act_requests;
use store::act_of_two::act_requests::RequestSubject;
use store::library::projects;
use store::people::{accounts, congresses, deputies, units};
use store::poll::polls;
use store::round::rounds;
pub use store::sitting::officer_slips::OfficerSlip;
use store::sitting::{officer_slips, officers, sessions};
use store::{ReadTx, Written};

/// A session's officers with what the page says of them.
#[derive(Debug, Clone)]
pub struct OfficersView {
    pub congress: Congress,
    pub session: Session,
    pub sittings: Vec<Sitting>,
    /// The officers, each with what waits for a second person.
    pub officers: Vec<(Officer, Option<PendingAct>)>,
    /// Wrong tries at their PINs, by who typed them.
    pub tries: Vec<PinTries>,
    /// The slips that were given to officers without an account.
    pub slips: Vec<OfficerSlip>,
    /// What waits for a second person on each sitting: the adoption, the giving out of slips.
    pub asked: Vec<(SittingId, PendingAct)>,
    /// Who stood for each act of two of the session, and on which screen, the oldest first.
    pub stood: Vec<StoodFor>,
    /// Warnings about officers who work for a unit on a slate.
    pub interested: Vec<Problem>,
    /// Whether the reader prints officers' slips.
    pub may_print: bool,
    /// The names of the congress's units, for the form.
    pub units: Vec<String>,
}

/// An act of two with what it was on.
#[derive(Debug, Clone)]
pub struct StoodFor {
    /// The number of the sitting, of an act on one.
    pub sitting: Option<u32>,
    /// The poll's title, of an act on a poll or a round of it.
    pub poll: Option<String>,
    /// The round's number, of an act on one.
    pub round: Option<u32>,
    /// The act, both names, the screen and the time.
    pub done: ActDone,
}

/// What the form for an officer asks.
#[derive(Debug, Clone)]
pub struct NewOfficer {
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
                    let asked = asked_on(tx, RequestSubject::Officer(officer.id.0))?.pop();
                    listed.push((officer, asked));
                }
                let sittings = sessions::list_sittings(tx, id)?;
                let mut waiting = Vec::new();
                for sitting in &sittings {
                    let asked = asked_on(tx, RequestSubject::Sitting(sitting.id.0))?;
                    waiting.extend(asked.into_iter().map(|asked| (sitting.id, asked)));
                }
                Ok(OfficersView {
                    stood: stood_for(tx, &sittings)?,
                    interested: interested(tx, id)?,
                    tries: officers::list_tries(tx, id)?,
                    may_print: permit_either(&actor, ActOfTwo::GiveOfficerSlips, congress.id)
                        .is_ok(),
                    slips: officer_slips::list(tx, id)?,
                    asked: waiting,
                    sittings,
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
    /// Invalid: `deputy-unknown` at `number`, `officer-name` and `text-hidden` at `name`, `username-unknown` at
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
                let roster = deputies::list(tx, held.congress, held.body)?;
                let deputy = find_deputy(roster, number);
                if !number.is_empty() && deputy.is_none() {
                    let problem = Problem::error("deputy-unknown").at("number");
                    return Err(ServiceError::invalid(problem.with("number", number)));
                }
                let name = match &deputy {
                    Some(deputy) => deputy.name.clone(),
                    None => new.name.trim().to_owned(),
                };
                wording::refuse_turned("name", &name).map_err(ServiceError::invalid)?;
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
                    has_own_account: false,
                    unit: new.unit.trim().to_owned(),
                    adopted_on: None,
                    has_pin: false,
                };
                let officer = officers::create(tx, &officer).map_err(|error| {
                    if !error.is_constraint() {
                        return error.into();
                    }
                    let problem = Problem::error("officer-twice").at("number");
                    ServiceError::invalid(problem.with("name", name))
                })?;
                let post = new.post.word();
                let what = EventKind::Day(DayEvent::OfficerProposed { officer, post });
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
                act_requests::remove_all(tx, RequestSubject::Officer(id.0))?;
                officers::remove(tx, id)?;
                let what = EventKind::Day(DayEvent::OfficerWithdrawn { officer: id });
                Ok(Written::recorded((), Event::new(&grant, now, what)))
            })
            .await
    }

    /// Asks for an officer's PIN to be taken away, or confirms it: the clerk and the chief scrutineer,
    /// by account or PIN; where it is the chief's own, a scrutineer. The officer then chooses a new
    /// one.
    ///
    /// # Errors
    /// Refused: `same-person`, `pin-missing`, `clear-pin-needs-chief`. Invalid at `pin`, as
    /// [`Service::press`].
    pub async fn clear_pin(
        &self,
        actor: &Actor,
        id: OfficerId,
        press: Press,
    ) -> Result<ActOutcome, ServiceError> {
        let (act, subject) = (ActOfTwo::ClearPin, RequestSubject::Officer(id.0));
        let pressing = self.pressing(actor, act, subject, press).await?;
        self.store
            .write(move |tx| {
                let officer = officers::get(tx, id)?;
                let session = sessions::get(tx, officer.session)?;
                permit(&pressing.actor, Action::ActOnRound, session.congress)?;
                if !officer.has_pin {
                    let problem = Problem::error("pin-missing").with("name", officer.name);
                    return Err(ServiceError::refused(problem));
                }
                let now = pressing.now;
                let (grant, people) = match stand(tx, &pressing, || Ok(String::new()))? {
                    ActProgress::Asked(grant) => {
                        let what = EventKind::Day(DayEvent::PinClearAsked { officer: id });
                        let event = Event::new(&grant, now, what);
                        return Ok(Written::recorded(ActOutcome::Asked, event));
                    }
                    ActProgress::Before(who) => return Ok(stood_before(ActOutcome::waits(who))),
                    ActProgress::Both(grant, people, _) => (grant, *people),
                };
                refuse_without_chief(tx, &officer, people)?;
                officers::remove_pin(tx, id)?;
                let what = EventKind::Day(DayEvent::PinCleared {
                    officer: id,
                    people: format!("{} {}", people.first(), people.second()),
                });
                let event = Event::new(&grant, now, what);
                Ok(Written::recorded(ActOutcome::Done, event))
            })
            .await
    }
}

/// Who stood for each act of two of a session: on its sittings, its officers, its polls and their rounds.
fn stood_for(tx: &ReadTx<'_>, sittings: &[Sitting]) -> Result<Vec<StoodFor>, ServiceError> {
    let mut stood = Vec::new();
    let mut add = |subject, sitting, poll: Option<&str>, round| {
        for done in done_by_two(tx, subject)? {
            stood.push(StoodFor {
                sitting,
                poll: poll.map(str::to_owned),
                round,
                done,
            });
        }
        Ok::<_, ServiceError>(())
    };
    for sitting in sittings {
        let number = Some(sitting.number);
        add(RequestSubject::Sitting(sitting.id.0), number, None, None)?;
    }
    if let Some(session) = sittings.first().map(|sitting| sitting.session) {
        for officer in officers::list(tx, session)? {
            add(RequestSubject::Officer(officer.id.0), None, None, None)?;
        }
        for poll in polls::list(tx, session)? {
            let title = Some(poll.title.as_str());
            add(RequestSubject::Poll(poll.id.0), None, title, None)?;
            for round in rounds::list(tx, poll.id)? {
                let number = Some(round.number);
                add(RequestSubject::Round(round.id.0), None, title, number)?;
            }
        }
    }
    stood.sort_by_key(|one| one.done.done_at);
    Ok(stood)
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

/// The deputy of a number as it was typed: as the roster writes it, or, where that is plain, without its
/// zeros.
fn find_deputy(roster: Vec<Deputy>, typed: &str) -> Option<Deputy> {
    let bare = |number: &str| number.trim_start_matches('0').to_owned();
    let mut alike: Vec<Deputy> = roster
        .into_iter()
        .filter(|one| !typed.is_empty() && bare(&one.number) == bare(typed))
        .collect();
    match alike.iter().position(|one| one.number == typed) {
        Some(exact) => Some(alike.swap_remove(exact)),
        None if alike.len() == 1 => alike.pop(),
        None => None,
    }
}

/// Warnings about the officers of a session who work for a unit that leads a project on one of its
/// slates, or stands on one itself.
pub(crate) fn interested(
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

//! Putting sessions and sittings into the calendar, and seeing them.

use crate::{Service, ServiceError, permit};
use domain::access::{Action, Actor};
use domain::audit::{Event, EventKind};
use domain::congress::{Body, Congress};
use domain::id::{CongressId, SessionId, SittingId};
use domain::poll::{Poll, Round};
use domain::problem::Problem;
use domain::sitting::{Session, Sitting};
use store::people::congresses;
use store::poll::polls;
use store::round::rounds;
use store::sitting::sessions;
use store::{ReadTx, Written};

/// A session with its sittings and its polls' rounds.
#[derive(Debug, Clone)]
pub struct SessionView {
    pub congress: Congress,
    pub session: Session,
    /// Its sittings in order.
    pub sittings: Vec<Sitting>,
    /// Its polls, each with its rounds in order.
    pub polls: Vec<(Poll, Vec<Round>)>,
}

/// What the form for a new session asks.
#[derive(Debug, Clone)]
pub struct NewSession {
    pub congress: CongressId,
    /// The congress or its standing committee.
    pub body: Body,
    /// The term (届).
    pub term_no: u32,
    /// The number in the term (次).
    pub session_no: u32,
    /// The year whose projects it decides.
    pub year: i16,
    /// The civil date of its first sitting, ISO 8601.
    pub held_on: jiff::civil::Date,
}

impl Service {
    /// Puts a session with its first sitting into the calendar.
    ///
    /// # Errors
    /// Invalid: `body-missing` for a township's standing committee, `session-number`,
    /// `session-exists`.
    pub async fn create_session(
        &self,
        actor: &Actor,
        new: NewSession,
    ) -> Result<(SessionId, SittingId), ServiceError> {
        let grant = permit(actor, Action::Prepare, new.congress)?;
        let now = self.clock.now();
        self.store
            .write(move |tx| {
                let congress = congresses::get(tx, new.congress)?;
                let problems = check(&new, &congress);
                if !problems.is_empty() {
                    return Err(ServiceError::Invalid(problems));
                }
                let session = Session {
                    id: SessionId(0),
                    congress: new.congress,
                    body: new.body,
                    term_no: new.term_no,
                    session_no: new.session_no,
                    year: new.year,
                };
                let session = sessions::create(tx, &session).map_err(|error| {
                    if !error.is_constraint() {
                        return error.into();
                    }
                    ServiceError::invalid(Problem::error("session-exists").at("session_no"))
                })?;
                let held_on = new.held_on.to_string();
                let sitting = sessions::create_sitting(tx, session, 1, &held_on)?;
                let event = Event::new(&grant, now, EventKind::SessionCreated { session });
                Ok(Written::recorded((session, sitting), event))
            })
            .await
    }

    /// A congress for those who prepare its sessions.
    ///
    /// # Errors
    /// [`ServiceError::NotFound`] or [`ServiceError::Denied`].
    pub async fn get_own_congress(
        &self,
        actor: &Actor,
        id: CongressId,
    ) -> Result<Congress, ServiceError> {
        permit(actor, Action::Look, id)?;
        self.store
            .read(move |tx| Ok(congresses::get(tx, id)?))
            .await
    }

    /// A session for those who work in its congress.
    ///
    /// # Errors
    /// [`ServiceError::NotFound`], also for a session of a congress the actor is a stranger to.
    pub async fn get_session(
        &self,
        actor: &Actor,
        id: SessionId,
    ) -> Result<SessionView, ServiceError> {
        let actor = actor.clone();
        self.store
            .read(move |tx| {
                let view = view(tx, id)?;
                permit(&actor, Action::Look, view.congress.id)?;
                Ok(view)
            })
            .await
    }
}

/// A session with everything that hangs on it.
pub(crate) fn view(tx: &ReadTx<'_>, id: SessionId) -> Result<SessionView, ServiceError> {
    let session = sessions::get(tx, id)?;
    let congress = congresses::get(tx, session.congress)?;
    let sittings = sessions::list_sittings(tx, id)?;
    let mut listed = Vec::new();
    for poll in polls::list(tx, id)? {
        let rounds = rounds::list(tx, poll.id)?;
        listed.push((poll, rounds));
    }
    Ok(SessionView {
        congress,
        session,
        sittings,
        polls: listed,
    })
}

fn check(new: &NewSession, congress: &Congress) -> Vec<Problem> {
    let mut problems = Vec::new();
    if !new.body.exists_at(congress.level) {
        problems.push(Problem::error("body-missing").at("body"));
    }
    if !(1..=99).contains(&new.term_no) {
        problems.push(Problem::error("session-number").at("term_no"));
    }
    if !(1..=99).contains(&new.session_no) {
        problems.push(Problem::error("session-number").at("session_no"));
    }
    if !(2000..=2200).contains(&new.year) {
        problems.push(Problem::error("year-form").at("year"));
    }
    problems
}

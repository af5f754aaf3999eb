//! Correcting a certified statement: one asks for one change with its reason, another confirms exactly
//! that, and a new version follows; the earlier ones stay.

use super::acts::{Doing, Place};
use super::asking::{ActRequest, CORRECT};
use super::certifying::{certified, counted_rounds, write};
use super::library::editing::rename;
use super::polling::rules_of;
use super::standing::{ByPin, Pressing, Standing, stand};
use super::{Service, ServiceError, checking, fixed, permit};
use crate::domain::access::{Action, Actor};
use crate::domain::act_of_two::ActOfTwo;
use crate::domain::audit::{Event, What};
use crate::domain::id::{OfficerId, PollId, StatementId};
use crate::domain::poll::round::{RoundAct, RoundStage};
use crate::domain::poll::{RoundLine, Subject as Asked};
use crate::domain::problem::Problem;
use crate::domain::session::officer::Officer;
use crate::domain::statement::correction::Correction;
use crate::store::act_requests::{self, Subject};
use crate::store::{ReadTx, WriteTx, Written, accounts, officers, rounds, statements};

/// What a form asks to be corrected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wanted {
    /// So many papers of a round were found after the count.
    PapersFound {
        /// The round's number.
        round: u32,
        /// How many.
        papers: u32,
    },
    /// A line of a round is called so on the notice.
    Name {
        /// The round's number.
        round: u32,
        /// The line.
        line: u16,
        /// The name as it should read.
        to: String,
    },
    /// An officer is called so.
    Officer {
        /// Who.
        officer: OfficerId,
        /// The name as it should read.
        to: String,
    },
}

/// A correction that waits for its second person.
#[derive(Debug, Clone)]
pub struct Waiting {
    /// Who asked, and when.
    pub request: ActRequest,
    /// What changes.
    pub correction: Correction,
    /// Why.
    pub reason: String,
}

/// What came of pressing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Corrected {
    /// It waits for a second person.
    Asked,
    /// Somebody else asked a moment ago: nothing was confirmed.
    AskedBefore(String),
    /// A new version stands.
    Done(StatementId),
}

impl Service {
    /// What a correction of a poll's statement waits with, and the officers whose lines may be set
    /// right.
    ///
    /// # Errors
    /// [`ServiceError::NotFound`] for strangers to the congress.
    pub async fn get_correcting(
        &self,
        actor: &Actor,
        poll: PollId,
    ) -> Result<(Option<Waiting>, Vec<Officer>), ServiceError> {
        let actor = actor.clone();
        self.store
            .read(move |tx| {
                let place = last_place(tx, poll)?;
                permit(&actor, Action::Look, place.congress.id)?;
                Ok((waiting(tx, poll)?, officers::list(tx, place.session.id)?))
            })
            .await
    }

    /// Asks for a correction of a certified statement, with its reason.
    ///
    /// # Errors
    /// Refused: `not-certified`, `fact-changed`, `chain-broken`. Invalid: `reason-missing`, and what
    /// [`Correction`] says of its kind.
    pub async fn ask_correction(
        &self,
        actor: &Actor,
        poll: PollId,
        wanted: Wanted,
        reason: &str,
    ) -> Result<Corrected, ServiceError> {
        let reason = reason.trim().to_owned();
        let press = Press::Ask(wanted, reason);
        self.press_correction(actor, poll, press, None).await
    }

    /// Confirms the correction that a page showed, by the mark of its request: a new version follows,
    /// the earlier ones stay.
    ///
    /// # Errors
    /// Refused: `not-certified`, `same-person`, `request-changed`, `fact-changed`, `chain-broken`.
    pub async fn confirm_correction(
        &self,
        actor: &Actor,
        poll: PollId,
        mark: &str,
    ) -> Result<Corrected, ServiceError> {
        let press = Press::Confirm(Some(mark.to_owned()));
        self.press_correction(actor, poll, press, None).await
    }

    /// Confirms what waits, whose digest was compared before, also with an officer's PIN.
    ///
    /// # Errors
    /// As [`Service::confirm_correction`], and the problems of a PIN.
    pub(super) async fn confirm_shown_correction(
        &self,
        actor: &Actor,
        poll: PollId,
        by: Option<ByPin>,
    ) -> Result<Corrected, ServiceError> {
        let press = Press::Confirm(None);
        self.press_correction(actor, poll, press, by).await
    }

    /// Whether somebody may correct a poll's statement: asked before the form is judged.
    ///
    /// # Errors
    /// Denied; [`ServiceError::NotFound`] for strangers to the congress.
    pub async fn permit_correcting(&self, actor: &Actor, poll: PollId) -> Result<(), ServiceError> {
        let actor = actor.clone();
        self.store
            .read(move |tx| {
                let place = last_place(tx, poll)?;
                permit(&actor, Action::Certify, place.congress.id).map(drop)
            })
            .await
    }

    async fn press_correction(
        &self,
        actor: &Actor,
        poll: PollId,
        press: Press,
        by: Option<ByPin>,
    ) -> Result<Corrected, ServiceError> {
        let (actor, now) = (actor.clone(), self.clock.now());
        let head = self.prove_log().await?;
        let second = self
            .second_of_poll(&actor, poll, Action::Certify, by)
            .await?;
        self.store
            .write(move |tx| {
                let place = last_place(tx, poll)?;
                permit(&actor, Action::Certify, place.congress.id)?;
                refuse_uncertified(&place)?;
                checking::follow(tx, head)?;
                fixed::refuse_changed_poll(tx, poll)?;
                let waits = waiting(tx, poll)?;
                let given = match (&press, &waits) {
                    (Press::Ask(..), Some(before)) => {
                        let who = accounts::get_name(tx, before.request.asked_by)?;
                        let seen = "asking for what somebody asked for before changes nothing";
                        return Ok(Written::quiet(Corrected::AskedBefore(who), seen));
                    }
                    (Press::Ask(wanted, reason), None) => request(tx, &place, wanted, reason)?,
                    (Press::Confirm(mark), Some(shown))
                        if mark.as_ref().is_none_or(|mark| *mark == shown.request.mark) =>
                    {
                        refuse_unasked(tx, &place, &shown.request)?;
                        String::new()
                    }
                    (Press::Confirm(_), _) => {
                        return Err(ServiceError::refused(Problem::error("request-changed")));
                    }
                };
                let press = Pressing {
                    act: ActOfTwo::Correct,
                    subject: Subject::Poll(poll.0),
                    congress: place.congress.id,
                    session: place.session.id,
                    actor: &actor,
                    second: second.as_ref(),
                    seen: None,
                    now,
                };
                let (grant, people, text) = match stand(tx, &press, || Ok(given))? {
                    Standing::Asked(grant) => {
                        let what = What::ActAsked {
                            round: place.round.id,
                            act: RoundAct::Certify,
                        };
                        let event = Event::new(&grant, now, what);
                        return Ok(Written::recorded(Corrected::Asked, event));
                    }
                    Standing::Both(grant, people, text) => (grant, people, text),
                };
                let read = Correction::of_request(&text);
                let (correction, reason) = read.ok_or(ServiceError::NotFound("correction"))?;
                let doing = Doing {
                    grant: &grant,
                    now,
                    reason: &reason,
                    people: None,
                };
                set_right(tx, &place, &doing, &correction)?;
                let (statement, hash) = write(
                    tx,
                    &place,
                    people,
                    &doing,
                    Some((&correction, reason.as_str())),
                )?;
                let event = certified(&doing, poll, statement, hash);
                Ok(Written::recorded(Corrected::Done(statement), event))
            })
            .await
    }
}

/// A press of a correction's button.
enum Press {
    /// Asking for this, with its reason.
    Ask(Wanted, String),
    /// Confirming what waits, by its mark where a page showed it.
    Confirm(Option<String>),
}

/// What is asked for, with its reason, as one text for the second person.
fn request(
    tx: &ReadTx<'_>,
    place: &Place,
    wanted: &Wanted,
    reason: &str,
) -> Result<String, ServiceError> {
    let made = correction(tx, place, wanted)?;
    if reason.is_empty() {
        let problem = Problem::error("reason-missing").at("reason");
        return Err(ServiceError::invalid(problem));
    }
    Ok(made.request(reason))
}

/// Refuses a request that the log does not tell.
fn refuse_unasked(
    tx: &ReadTx<'_>,
    place: &Place,
    request: &ActRequest,
) -> Result<(), ServiceError> {
    let told = format!("round={}", place.round.id);
    let told = ("act-asked", told.as_str());
    let act = Some(RoundAct::Certify);
    fixed::refuse_unasked(tx, place.congress.id, told, act, request.asked_by)
}

fn last_place(tx: &ReadTx<'_>, poll: PollId) -> Result<Place, ServiceError> {
    let last = rounds::list(tx, poll)?.pop();
    Place::of(tx, last.ok_or(ServiceError::NotFound("poll"))?.id)
}

fn refuse_uncertified(place: &Place) -> Result<(), ServiceError> {
    if place.round.stage == RoundStage::Certified {
        return Ok(());
    }
    Err(ServiceError::refused(Problem::error("not-certified")))
}

/// The correction that waits on a poll.
fn waiting(tx: &ReadTx<'_>, poll: PollId) -> Result<Option<Waiting>, ServiceError> {
    let asked = act_requests::list(tx, Subject::Poll(poll.0))?;
    let Some(request) = asked.into_iter().find(|one| one.act == CORRECT) else {
        return Ok(None);
    };
    let read = Correction::of_request(&request.reason);
    Ok(read.map(|(correction, reason)| Waiting {
        request,
        correction,
        reason,
    }))
}

/// What is wanted, checked against the poll as it stands.
fn correction(tx: &ReadTx<'_>, place: &Place, wanted: &Wanted) -> Result<Correction, ServiceError> {
    let counted = counted_rounds(tx, place.poll.id)?;
    let of = |number: u32| {
        let found = counted
            .iter()
            .find(|(place, _, outcome)| place.round.number == number && outcome.is_some());
        found.ok_or(ServiceError::NotFound("round"))
    };
    match wanted {
        Wanted::PapersFound { round, papers } => {
            let (round, papers) = (*round, *papers);
            let (place, _, outcome) = of(round)?;
            let outcome = outcome.as_ref().ok_or(ServiceError::NotFound("round"))?;
            let rules = rules_of(&place.round)?;
            let made = Correction::papers_found(round, papers, outcome, &rules);
            made.map_err(ServiceError::invalid)
        }
        Wanted::Name { round, line, to } => {
            let (round, line) = (*round, *line);
            let (_, lines, _) = of(round)?;
            let mut lines = lines.clone();
            SetRight::of(tx, place.poll.id, None)?.apply(&mut lines);
            let found = lines.iter().find(|one| one.line_no == line);
            let before = &found.ok_or(ServiceError::NotFound("line"))?.name;
            let others = lines.iter().filter(|one| one.line_no != line);
            let others: Vec<String> = others.map(|one| one.name.clone()).collect();
            let made = Correction::name((round, line), before, to, &others);
            made.map_err(ServiceError::invalid)
        }
        Wanted::Officer { officer, to } => {
            let officer = officers::get(tx, *officer)?;
            if officer.session != place.session.id {
                return Err(ServiceError::NotFound("officer"));
            }
            let made = Correction::officer(officer.id, &officer.name, to);
            made.map_err(ServiceError::invalid)
        }
    }
}

/// What a correction sets right beyond the statement: the project is called so in the library and in
/// the year after, the officer on the lists and where officers sign. What each was called stays beside
/// it.
fn set_right(
    tx: &WriteTx<'_>,
    place: &Place,
    doing: &Doing<'_>,
    correction: &Correction,
) -> Result<(), ServiceError> {
    match correction {
        Correction::PapersFound { .. } => Ok(()),
        Correction::Name {
            round, line, after, ..
        } => match find_line(tx, place.poll.id, (*round, *line))?.and_then(|one| one.whole()) {
            Some(project) => rename(tx, doing.grant, doing.now, project, after),
            None => Ok(()),
        },
        Correction::OfficerName { officer, after, .. } => {
            Ok(officers::update_name(tx, *officer, after)?)
        }
    }
}

/// What a line of a poll's round asks about.
fn find_line(
    tx: &ReadTx<'_>,
    poll: PollId,
    (round, line): (u32, u16),
) -> Result<Option<Asked>, ServiceError> {
    let rounds = rounds::list(tx, poll)?;
    let Some(found) = rounds.into_iter().find(|one| one.number == round) else {
        return Ok(None);
    };
    let lines = rounds::list_lines(tx, found.id)?.into_iter();
    let mut lines = lines.filter(|one| one.line_no == line);
    Ok(lines.next().map(|one| one.subject))
}

/// How names read that certified versions of a poll's statement have set right.
pub(super) struct SetRight(Vec<(Asked, String)>);

impl SetRight {
    /// The names of the versions up to one, or of all.
    pub(super) fn of(
        tx: &ReadTx<'_>,
        poll: PollId,
        up_to: Option<u32>,
    ) -> Result<Self, ServiceError> {
        let mut names = Self(Vec::new());
        for version in statements::list(tx, poll)? {
            let correction = Correction::of_statement(&version.text);
            if let Some(correction) =
                correction.filter(|_| up_to.is_none_or(|last| version.version <= last))
            {
                names.add(tx, poll, &correction)?;
            }
        }
        Ok(names)
    }

    /// One correction more.
    pub(super) fn add(
        &mut self,
        tx: &ReadTx<'_>,
        poll: PollId,
        correction: &Correction,
    ) -> Result<(), ServiceError> {
        if let Correction::Name {
            round, line, after, ..
        } = correction
        {
            let asked = find_line(tx, poll, (*round, *line))?;
            self.0.extend(asked.map(|asked| (asked, after.clone())));
        }
        Ok(())
    }

    /// Gives lines their names, also where another round of the poll asks about the same.
    pub(super) fn apply(&self, lines: &mut [RoundLine]) {
        for (asked, name) in &self.0 {
            for line in lines.iter_mut().filter(|line| line.subject == *asked) {
                name.clone_into(&mut line.name);
            }
        }
    }
}

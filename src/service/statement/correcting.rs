//! Correcting a certified statement: one asks for one change with its reason, another confirms exactly
//! that, and a new version follows; the earlier ones stay.

use super::certifying::{certified, write};
use super::corrections::{CorrectedNames, corrections, find_line};
use super::counted::counted_rounds;
use crate::act_of_two::ask::{ActProgress, find_asked, stand, stood_before};
use crate::act_of_two::press::{ActOutcome, PendingAct, Press, PressIntent};
use crate::audit::log;
use crate::library::editing::rename;
use crate::round::context::{ActContext, RoundContext};
use crate::round::fixed;
use crate::round::rules::rules_of;
use crate::{Service, ServiceError, permit};
use domain::access::{Action, Actor};
use domain::act_of_two::ActOfTwo;
use domain::audit::{Event, EventKind};
use domain::id::{OfficerId, PollId, UnitId};
use domain::poll::Subject;
use domain::problem::Problem;
use domain::round::{RoundAct, RoundStage};
use domain::sitting::officer::Officer;
use domain::statement::correction::Correction;
use store::act_of_two::act_requests::RequestSubject;
use store::people::units;
use store::round::rounds;
use store::sitting::officers;
use store::{ReadTx, WriteTx, Written};

/// What a form asks to be corrected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CorrectionRequest {
    /// So many papers of a round were found after the count.
    PapersFound {
        /// The round's number.
        round: u32,
        papers: u32,
    },
    /// A line of a round is called so on the notice.
    Name {
        /// The round's number.
        round: u32,
        line: u16,
        /// The name as it should read.
        to: String,
    },
    /// An officer is called so.
    Officer {
        officer: OfficerId,
        /// The name as it should read.
        to: String,
    },
}

/// A correction that waits for its second person.
#[derive(Debug, Clone)]
pub struct PendingCorrection {
    /// Who asked, and when.
    pub request: PendingAct,
    /// What changes.
    pub correction: Correction,
    pub reason: String,
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
    ) -> Result<(Option<PendingCorrection>, Vec<Officer>), ServiceError> {
        let actor = actor.clone();
        self.store
            .read(move |tx| {
                let place = last_place(tx, poll)?;
                permit(&actor, Action::Look, place.congress.id)?;
                Ok((waiting(tx, poll)?, officers::list(tx, place.session.id)?))
            })
            .await
    }

    /// Asks for a correction of a certified statement, with its reason, or confirms the one that a page
    /// showed: a new version follows, the earlier ones stay. `wanted` is what is asked for, and nothing
    /// where something is confirmed.
    ///
    /// # Errors
    /// Refused: `not-certified`, `fact-changed`, `chain-broken`, and as for every act of two. Invalid:
    /// `reason-missing`, what [`Correction`] says of its kind, and the problems of a PIN.
    pub async fn correct(
        &self,
        actor: &Actor,
        poll: PollId,
        wanted: Option<CorrectionRequest>,
        press: Press,
    ) -> Result<ActOutcome, ServiceError> {
        self.permit_correcting(actor, poll).await?;
        let head = self.prove_log(poll).await?;
        let (act, subject) = (ActOfTwo::Correct, RequestSubject::Poll(poll.0));
        let pressing = self.pressing(actor, act, subject, press).await?;
        self.store
            .write(move |tx| {
                let now = pressing.now;
                let place = last_place(tx, poll)?;
                permit(&pressing.actor, Action::Certify, place.congress.id)?;
                refuse_uncertified(&place)?;
                log::follow(tx, head)?;
                fixed::refuse_changed_poll(tx, poll)?;
                if let (PressIntent::Confirm(_), Some(shown)) = (pressing.said, waiting(tx, poll)?)
                {
                    refuse_unasked(tx, &place, &shown.request)?;
                }
                let given = || request(tx, &place, wanted.as_ref(), &pressing.reason);
                let (grant, people, text) = match stand(tx, &pressing, given)? {
                    ActProgress::Asked(grant) => {
                        let what = EventKind::ActAsked {
                            round: place.round.id,
                            act: RoundAct::Certify,
                        };
                        let event = Event::new(&grant, now, what);
                        return Ok(Written::recorded(ActOutcome::Asked, event));
                    }
                    ActProgress::Before(who) => return Ok(stood_before(ActOutcome::waits(who))),
                    ActProgress::Both(grant, people, text) => (grant, *people, text),
                };
                let read = Correction::of_request(&text);
                let (correction, reason) = read.ok_or(ServiceError::NotFound("correction"))?;
                let doing = ActContext {
                    grant: &grant,
                    now,
                    reason: &reason,
                    people: None,
                    alone: None,
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
                Ok(Written::recorded(ActOutcome::Done, event))
            })
            .await
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
}

/// What is asked for, with its reason, as one text for the second person.
fn request(
    tx: &ReadTx<'_>,
    place: &RoundContext,
    wanted: Option<&CorrectionRequest>,
    reason: &str,
) -> Result<String, ServiceError> {
    let kind = || ServiceError::invalid(Problem::error("correction-kind").at("kind"));
    let made = correction(tx, place, wanted.ok_or_else(kind)?)?;
    if reason.is_empty() {
        let problem = Problem::error("reason-missing").at("reason");
        return Err(ServiceError::invalid(problem));
    }
    Ok(made.request(reason))
}

/// Refuses a request that the log does not tell.
fn refuse_unasked(
    tx: &ReadTx<'_>,
    place: &RoundContext,
    request: &PendingAct,
) -> Result<(), ServiceError> {
    let told = format!("round={}", place.round.id);
    let told = ("act-asked", told.as_str());
    let act = Some(RoundAct::Certify.word());
    fixed::refuse_unasked(tx, place.congress.id, told, act, request.asked_by)
}

fn last_place(tx: &ReadTx<'_>, poll: PollId) -> Result<RoundContext, ServiceError> {
    let last = rounds::list(tx, poll)?.pop();
    RoundContext::of(tx, last.ok_or(ServiceError::NotFound("poll"))?.id)
}

fn refuse_uncertified(place: &RoundContext) -> Result<(), ServiceError> {
    if place.round.stage == RoundStage::Certified {
        return Ok(());
    }
    Err(ServiceError::refused(Problem::error("not-certified")))
}

/// The correction that waits on a poll.
fn waiting(tx: &ReadTx<'_>, poll: PollId) -> Result<Option<PendingCorrection>, ServiceError> {
    let Some(request) = find_asked(tx, ActOfTwo::Correct, RequestSubject::Poll(poll.0))? else {
        return Ok(None);
    };
    let read = Correction::of_request(&request.reason);
    Ok(read.map(|(correction, reason)| PendingCorrection {
        request,
        correction,
        reason,
    }))
}

/// What is wanted, checked against the poll as it stands.
pub(super) fn correction(
    tx: &ReadTx<'_>,
    place: &RoundContext,
    wanted: &CorrectionRequest,
) -> Result<Correction, ServiceError> {
    let counted = counted_rounds(tx, place.poll.id)?;
    let of = |number: u32| {
        let found = counted
            .iter()
            .find(|(place, _, outcome)| place.round.number == number && outcome.is_some());
        found.ok_or(ServiceError::NotFound("round"))
    };
    match wanted {
        CorrectionRequest::PapersFound { round, papers } => {
            let (round, papers) = (*round, *papers);
            let (place, _, outcome) = of(round)?;
            let outcome = outcome.as_ref().ok_or(ServiceError::NotFound("round"))?;
            let rules = rules_of(&place.round)?;
            let earlier = corrections(tx, place.poll.id)?;
            let earlier: Vec<Correction> = earlier.into_iter().map(|(_, one)| one).collect();
            let made = Correction::papers_found(round, papers, &earlier, outcome, &rules);
            made.map_err(ServiceError::invalid)
        }
        CorrectionRequest::Name { round, line, to } => {
            let (round, line) = (*round, *line);
            let (_, voted, _) = of(round)?;
            let mut lines = voted.clone();
            let set_right = CorrectedNames::of(tx, place.poll.id, None)?;
            set_right.apply(&mut lines);
            let found = lines.iter().find(|one| one.line_no == line);
            let before = &found.ok_or(ServiceError::NotFound("line"))?.name;
            let own = &found.ok_or(ServiceError::NotFound("line"))?.subject;
            let others = lines.iter().chain(voted).filter(|one| one.line_no != line);
            let others = others.map(|one| one.name.clone());
            let others: Vec<String> = others.chain(set_right.of_others(own)).collect();
            let made = Correction::name((round, line), before, to, &others);
            made.map_err(ServiceError::invalid)
        }
        CorrectionRequest::Officer { officer, to } => {
            let officer = officers::get(tx, *officer)?;
            if officer.session != place.session.id {
                return Err(ServiceError::NotFound("officer"));
            }
            let made = Correction::officer((officer.id, officer.post), &officer.name, to);
            made.map_err(ServiceError::invalid)
        }
    }
}

/// What a correction sets right beyond the statement: the project is called so in the library and in
/// the year after, the officer on the lists and where officers sign. What each was called stays beside
/// it.
fn set_right(
    tx: &WriteTx<'_>,
    place: &RoundContext,
    doing: &ActContext<'_>,
    correction: &Correction,
) -> Result<(), ServiceError> {
    match correction {
        Correction::PapersFound { .. } => Ok(()),
        Correction::Name {
            round, line, after, ..
        } => match find_line(tx, place.poll.id, (*round, *line))? {
            Some(Subject::Project(project)) => rename(tx, doing.grant, doing.now, project, after),
            Some(Subject::Unit(unit)) => rename_unit(tx, unit, after),
            Some(Subject::Part { .. }) | None => Ok(()),
        },
        Correction::OfficerName { officer, after, .. } => {
            Ok(officers::update_name(tx, *officer, after)?)
        }
    }
}

/// The unit is called so from now on, on its own page and where it leads projects; rounds that voted on it
/// keep its earlier name.
fn rename_unit(tx: &WriteTx<'_>, unit: UnitId, name: &str) -> Result<(), ServiceError> {
    let found = units::get(tx, unit)?;
    if let Some(other) = units::find(tx, found.congress, name)?
        && other.id != unit
    {
        let problem = Problem::error("correction-name-taken").at("name");
        return Err(ServiceError::invalid(problem));
    }
    rounds::keep_voted_unit(tx, unit)?;
    Ok(units::update_name(tx, &found, name)?)
}

//! Acts on a round: who asks, who confirms, what stands against it, what it changes.
//!
//! An act that needs two is asked for by one account and confirmed by another; the second finds the
//! same guards as the first. Each act is one transaction, whoever presses twice is told so.

use jiff::Timestamp;

use super::{Service, ServiceError, freezing, permit};
use crate::domain::access::{Action, Actor, Grant};
use crate::domain::audit::{Event, What};
use crate::domain::congress::Congress;
use crate::domain::id::{AccountId, RoundId};
use crate::domain::poll::round::{RoundAct, RoundFacts, RoundStage, TwoPeople, missing};
use crate::domain::poll::{Poll, Round};
use crate::domain::problem::Problem;
use crate::domain::session::{Session, Sitting};
use crate::store::act_requests::{self, Subject};
use crate::store::{
    ReadTx, WriteTx, Written, attendances, boxes, cast, congresses, polls, rounds, sessions, slips,
};

/// What came of pressing an act's button.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Acted {
    /// It waits for a second person.
    Asked,
    /// It is done.
    Done,
}

/// A round with all that it belongs to.
#[derive(Debug, Clone)]
pub(super) struct Place {
    pub(super) congress: Congress,
    pub(super) session: Session,
    pub(super) sitting: Sitting,
    pub(super) poll: Poll,
    pub(super) round: Round,
}

impl Place {
    pub(super) fn of(tx: &ReadTx<'_>, id: RoundId) -> Result<Self, ServiceError> {
        let round = rounds::get(tx, id)?;
        let poll = polls::get(tx, round.poll)?;
        let sitting = sessions::get_sitting(tx, round.sitting)?;
        let session = sessions::get(tx, poll.session)?;
        let congress = congresses::get(tx, session.congress)?;
        Ok(Self {
            congress,
            session,
            sitting,
            poll,
            round,
        })
    }
}

/// The action that an act belongs to in the permission table.
fn action_of(act: RoundAct) -> Action {
    match act {
        RoundAct::Count => Action::Count,
        RoundAct::Certify => Action::Certify,
        RoundAct::Freeze
        | RoundAct::Seal
        | RoundAct::StartIssuing
        | RoundAct::OpenVote
        | RoundAct::Pause
        | RoundAct::Resume
        | RoundAct::CloseVote
        | RoundAct::ConfirmAccount
        | RoundAct::OpenBox
        | RoundAct::Void => Action::ActOnRound,
    }
}

impl Service {
    /// Asks for an act on a round, confirms what somebody else asked for, or does it at once where
    /// one person is enough. `reason` is needed to void a round.
    ///
    /// # Errors
    /// Refused with everything that is missing, or `same-person`, `reason-missing`. After opening
    /// or voiding, a scrub that could not finish leaves the act done and the round dirty.
    pub async fn act_on_round(
        &self,
        actor: &Actor,
        id: RoundId,
        act: RoundAct,
        reason: &str,
    ) -> Result<Acted, ServiceError> {
        let (actor, now, reason) = (actor.clone(), self.clock.now(), reason.trim().to_owned());
        let acted = self
            .store
            .write(move |tx| {
                let place = Place::of(tx, id)?;
                let grant = permit(&actor, action_of(act), place.congress.id)?;
                let account = grant.account().ok_or(ServiceError::NotFound("account"))?;
                refuse_earlier(tx, &place)?;
                let mut against = missing(act, &facts(tx, &place)?);
                if against.is_empty() && act == RoundAct::Freeze {
                    against = freezing::against(tx, &place)?;
                }
                if !against.is_empty() {
                    return Err(ServiceError::Refused(against));
                }
                let people = match settle(tx, id, act, account, &reason)? {
                    Settled::First => {
                        act_requests::save(
                            tx,
                            Subject::Round(id.0),
                            act.word(),
                            account,
                            now,
                            &reason,
                        )?;
                        let what = What::ActAsked { round: id, act };
                        let event = Event::new(&grant, now, what);
                        return Ok(Written::recorded(Acted::Asked, event));
                    }
                    Settled::One => None,
                    Settled::Both(people, asked_reason) => Some((people, asked_reason)),
                };
                act_requests::remove_all(tx, Subject::Round(id.0))?;
                let reason = people
                    .as_ref()
                    .map_or(reason.clone(), |(_, asked)| asked.clone());
                let doing = Doing {
                    grant: &grant,
                    now,
                    reason: &reason,
                };
                let events = perform(tx, act, place, people.map(|(people, _)| people), &doing)?;
                Ok(Written::recorded_all(Acted::Done, events))
            })
            .await?;
        if acted == Acted::Done && matches!(act, RoundAct::OpenBox | RoundAct::Void) {
            self.finish_scrubs().await?;
        }
        Ok(acted)
    }
}

/// A round that another one follows is history: nothing is done to it any more.
fn refuse_earlier(tx: &ReadTx<'_>, place: &Place) -> Result<(), ServiceError> {
    let newest = rounds::list(tx, place.poll.id)?.pop();
    if newest.is_none_or(|newest| newest.id == place.round.id) {
        return Ok(());
    }
    let problem = Problem::error("round-is-past").with("number", place.round.number);
    Err(ServiceError::refused(problem))
}

/// Who acts, when and why: what every step of an act hands on.
pub(super) struct Doing<'d> {
    pub(super) grant: &'d Grant,
    pub(super) now: Timestamp,
    pub(super) reason: &'d str,
}

impl Doing<'_> {
    /// The event of an act on a round, with its facts in canonical form.
    pub(super) fn event(&self, round: RoundId, act: RoundAct, detail: String) -> Event {
        Event::new(self.grant, self.now, What::Round { round, act, detail })
    }
}

enum Settled {
    /// The actor is the first of two.
    First,
    /// One person is enough.
    One,
    /// Both are there, with the reason that the first gave.
    Both(TwoPeople, String),
}

fn settle(
    tx: &ReadTx<'_>,
    id: RoundId,
    act: RoundAct,
    account: AccountId,
    reason: &str,
) -> Result<Settled, ServiceError> {
    if !act.needs_two() {
        return Ok(Settled::One);
    }
    match act_requests::find(tx, Subject::Round(id.0), act.word())? {
        Some((first, asked_reason)) => {
            let people = TwoPeople::of(first, account).map_err(ServiceError::refused)?;
            Ok(Settled::Both(people, asked_reason))
        }
        None if act == RoundAct::Void && reason.is_empty() => Err(ServiceError::invalid(
            Problem::error("reason-missing").at("reason"),
        )),
        None => Ok(Settled::First),
    }
}

/// What the guards ask about a round.
pub(super) fn facts(tx: &ReadTx<'_>, place: &Place) -> Result<RoundFacts, ServiceError> {
    let round = &place.round;
    let lines = rounds::list_lines(tx, round.id)?.len();
    let (printed, cancelled) = slips::count(tx, place.sitting.id)?;
    let (places, is_decided) = super::counting::decided(tx, place)?;
    Ok(RoundFacts {
        stage: round.stage,
        sitting: place.sitting.stage,
        rules_adopted: place.poll.rules_adopted,
        lines: u32::try_from(lines).unwrap_or(u32::MAX),
        places,
        present: attendances::count(tx, place.sitting.id)?.present,
        issued: attendances::count_issued(tx, place.sitting.id)?,
        printed,
        cancelled,
        returned: boxes::count(tx, round.id)?,
        spent: cast::count_spent(tx, round.id)?,
        is_clean: rounds::list_dirty(tx)?.is_empty(),
        is_decided,
    })
}

fn perform(
    tx: &WriteTx<'_>,
    act: RoundAct,
    place: Place,
    people: Option<TwoPeople>,
    doing: &Doing<'_>,
) -> Result<Vec<Event>, ServiceError> {
    let id = place.round.id;
    let plain = |detail: String| Ok(vec![doing.event(id, act, detail)]);
    match act {
        RoundAct::Freeze => freezing::freeze(tx, place, doing),
        RoundAct::Seal => {
            advance(tx, place, RoundStage::Sealed)?;
            plain("returned=0".to_owned())
        }
        RoundAct::StartIssuing => {
            advance(tx, place, RoundStage::Issuing)?;
            plain(String::new())
        }
        RoundAct::OpenVote => {
            let issued = attendances::count_issued(tx, place.sitting.id)?;
            cast::create_rights(tx, id, place.sitting.id)?;
            advance(tx, place, RoundStage::Open)?;
            plain(format!("issued={issued}"))
        }
        RoundAct::Pause => {
            advance(tx, place, RoundStage::Paused)?;
            plain(String::new())
        }
        RoundAct::Resume => {
            advance(tx, place, RoundStage::Open)?;
            plain(String::new())
        }
        RoundAct::CloseVote => super::counting::close(tx, place, doing),
        RoundAct::ConfirmAccount => {
            let round = &place.round;
            let account = format!(
                "issued={} returned={}",
                round.issued.unwrap_or(0),
                round.returned.unwrap_or(0)
            );
            advance(tx, place, RoundStage::Accounted)?;
            plain(account)
        }
        RoundAct::OpenBox => super::counting::open_box(tx, place, doing),
        RoundAct::Count => super::counting::count(tx, place, doing),
        RoundAct::Certify => {
            let people = people.ok_or(ServiceError::NotFound("second person"))?;
            super::certifying::certify(tx, &place, people, doing)
        }
        RoundAct::Void => super::counting::void(tx, place, doing),
    }
}

/// Saves a round at its next stage.
pub(super) fn advance(
    tx: &WriteTx<'_>,
    place: Place,
    stage: RoundStage,
) -> Result<(), ServiceError> {
    let round = Round {
        stage,
        ..place.round
    };
    Ok(rounds::update(tx, &round)?)
}

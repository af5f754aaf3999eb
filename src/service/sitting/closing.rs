//! Closing a sitting (闭会), an act of two of its own, and the ways out for a poll that it waits for:
//! its draft is given to another sitting, or two people withdraw it.

use super::context::{against_closed, place, sitting_event};
use crate::act_of_two::ask::{
    ActProgress, CheckedPress, asked_on, find_asked, stand, stood_before,
};
use crate::act_of_two::press::{ActOutcome, PendingAct, Press};
use crate::poll::draft;
use crate::poll::draft::refuse_withdrawn;
use crate::round::context::{ActContext, RoundContext};
use crate::round::freezing::unfreeze_project;
use crate::round::outcome::outcome;
use crate::voting::desk::refuse_counted_since;
use crate::{Service, ServiceError, permit};
use domain::access::{Action, Actor, Grant};
use domain::act_of_two::ActOfTwo;
use domain::act_of_two::two_people::TwoPeople;
use domain::audit::{Event, EventKind};
use domain::congress::Congress;
use domain::id::{PollId, SessionId, SittingId};
use domain::library::stage::ProjectStage;
use domain::poll::{Poll, Round};
use domain::problem::Problem;
use domain::round::RoundStage;
use domain::sitting::closing::{ClosingAct, HeldPoll, standing};
use domain::sitting::event::DayEvent;
use domain::sitting::officer::Officer;
use domain::sitting::stage::SittingStage;
use domain::sitting::{Session, Sitting};
use store::act_of_two::act_requests::RequestSubject;
use store::act_of_two::acts_done::ActDone;
use store::act_of_two::{act_requests, acts_done};
use store::library::projects;
use store::poll::{polls, rehearsals};
use store::round::{rounds, sealed_boxes};
use store::sitting::{officer_slips, officers, sessions};
use store::{ReadTx, WriteTx, Written};

/// A sitting that shall close, with what it waits for.
#[derive(Debug, Clone)]
pub struct ClosingView {
    pub congress: Congress,
    pub session: Session,
    pub sittings: u32,
    pub sitting: Sitting,
    /// Its polls, each with who asked for withdrawing it, where that waits.
    pub polls: Vec<(HeldPoll, Option<PendingAct>)>,
    /// Sittings of the session that a draft may be given to.
    pub others: Vec<Sitting>,
    /// What waits for a second person on the sitting.
    pub asked: Vec<PendingAct>,
    /// Who closed it or took that back, oldest first.
    pub done: Vec<ActDone>,
    /// The officers who may be the second person.
    pub officers: Vec<Officer>,
    /// A later sitting that has begun: closing is not taken back any more.
    pub followed_by: Option<u32>,
}

impl ClosingView {
    /// What stands against closing.
    #[must_use]
    pub fn against(&self) -> Vec<Problem> {
        let polls = self.polls.iter();
        polls.flat_map(|(poll, _)| poll.against_closing()).collect()
    }
}

impl Service {
    /// A sitting that shall close, and what it waits for.
    ///
    /// # Errors
    /// [`ServiceError::NotFound`], also for strangers to the congress.
    pub async fn get_closing(
        &self,
        actor: &Actor,
        id: SittingId,
    ) -> Result<ClosingView, ServiceError> {
        let actor = actor.clone();
        self.store
            .read(move |tx| {
                let (congress, session, sitting) = place(tx, id)?;
                permit(&actor, Action::Look, congress.id)?;
                let mut polls = Vec::new();
                for poll in held(tx, &congress, id)? {
                    let subject = RequestSubject::Poll(poll.poll.0);
                    let asked = find_asked(tx, ActOfTwo::WithdrawPoll, subject)?;
                    polls.push((poll, asked));
                }
                let others = sessions::list_sittings(tx, session.id)?;
                let sittings = u32::try_from(others.len()).unwrap_or(u32::MAX);
                let is_open = |one: &Sitting| one.id != id && one.stage != SittingStage::Closed;
                Ok(ClosingView {
                    polls,
                    sittings,
                    followed_by: followed_by(tx, &sitting)?,
                    others: others.into_iter().filter(is_open).collect(),
                    asked: asked_on(tx, RequestSubject::Sitting(id.0))?,
                    done: acts_done::list(tx, RequestSubject::Sitting(id.0))?,
                    officers: officers::list(tx, session.id)?,
                    congress,
                    session,
                    sitting,
                })
            })
            .await
    }

    /// Closes a sitting, or takes that back: asked for by one, confirmed by another.
    ///
    /// # Errors
    /// Refused: `sitting-out-of-turn`; what [`HeldPoll::against_closing`] says of each poll;
    /// `sitting-followed` for a closing that a later sitting has built upon; and as for every act of
    /// two. Invalid: `reason-missing` for a sitting that never reached its quorum and for taking a
    /// closing back, and the problems of a PIN.
    pub async fn close_sitting(
        &self,
        actor: &Actor,
        id: SittingId,
        act: ClosingAct,
        press: Press,
    ) -> Result<ActOutcome, ServiceError> {
        let subject = RequestSubject::Sitting(id.0);
        let pressing = self.pressing(actor, ActOfTwo::Closing(act), subject, press);
        let pressing = pressing.await?;
        self.store
            .write(move |tx| {
                let (congress, session, sitting) = place(tx, id)?;
                permit(&pressing.actor, Action::ActOnRound, congress.id)?;
                let has_quorum = sitting.quorum_present.is_some();
                let Some(stage) = act.after(sitting.stage, has_quorum) else {
                    let problem = Problem::error("sitting-out-of-turn");
                    let problem = problem.with("stage", sitting.stage.word());
                    return Err(ServiceError::refused(problem));
                };
                let against = against(tx, &congress, &sitting, act)?;
                if !against.is_empty() {
                    return Err(ServiceError::Refused(against));
                }
                let asks_why = act == ClosingAct::Reopen || !has_quorum;
                let asked = DayEvent::SittingAsked {
                    sitting: id,
                    act: act.word(),
                };
                let (grant, people, reason) = match both(tx, &pressing, asks_why, asked)? {
                    PressOutcome::Both(grant, people, reason) => (grant, *people, reason),
                    PressOutcome::Waits(waits) => return Ok(waits),
                };
                let now = pressing.now;
                act_requests::remove_all(tx, subject)?;
                sessions::update_sitting(tx, id, stage, sitting.due, sitting.quorum_present)?;
                if act == ClosingAct::Close {
                    // Whoever acts at a later sitting opens a device and chooses a PIN anew.
                    officer_slips::close_all(tx, session.id)?;
                    officers::remove_pins(tx, session.id)?;
                }
                let told = DayEvent::SittingClosed {
                    sitting: id,
                    act: act.word(),
                    people: format!("{} {}", people.first(), people.second()),
                    reason,
                };
                let events = vec![
                    sitting_event(tx, &grant, now, id, act.word())?,
                    Event::new(&grant, now, EventKind::Day(told)),
                ];
                Ok(Written::recorded_all(ActOutcome::Done, events))
            })
            .await
    }

    /// Withdraws a poll whose newest round is a draft: it is not held any more, its projects are
    /// candidates again, what was counted stays readable.
    ///
    /// # Errors
    /// Refused: `poll-withdrawn`, `withdraw-after-void` once the round is frozen, and as for every act
    /// of two. Invalid: `reason-missing`, and the problems of a PIN.
    pub async fn withdraw_poll(
        &self,
        actor: &Actor,
        poll: PollId,
        press: Press,
    ) -> Result<ActOutcome, ServiceError> {
        let subject = RequestSubject::Poll(poll.0);
        let pressing = self.pressing(actor, ActOfTwo::WithdrawPoll, subject, press);
        let pressing = pressing.await?;
        self.store
            .write(move |tx| {
                let newest = rounds::list(tx, poll)?.pop();
                let place = RoundContext::of(tx, newest.ok_or(ServiceError::NotFound("poll"))?.id)?;
                permit(&pressing.actor, Action::ActOnRound, place.congress.id)?;
                refuse_withdrawn(&place.poll)?;
                if place.round.stage != RoundStage::Draft {
                    let problem = Problem::error("withdraw-after-void");
                    let problem = problem.with("stage", place.round.stage.word());
                    return Err(ServiceError::refused(problem));
                }
                let asked = DayEvent::WithdrawAsked { poll };
                let (grant, people, reason) = match both(tx, &pressing, true, asked)? {
                    PressOutcome::Both(grant, people, reason) => (grant, *people, reason),
                    PressOutcome::Waits(waits) => return Ok(waits),
                };
                act_requests::remove_all(tx, subject)?;
                act_requests::remove_all(tx, RequestSubject::Round(place.round.id.0))?;
                let withdrawn = Poll {
                    withdrawn: reason.clone(),
                    ..place.poll.clone()
                };
                polls::update(tx, &withdrawn)?;
                take_off_the_slate(tx, &place, &grant, pressing.now)?;
                let told = DayEvent::PollWithdrawn {
                    poll,
                    people: format!("{} {}", people.first(), people.second()),
                    reason,
                };
                let event = Event::new(&grant, pressing.now, EventKind::Day(told));
                Ok(Written::recorded(ActOutcome::Done, event))
            })
            .await
    }

    /// Gives a draft to another sitting of its session, one that is not closed.
    ///
    /// # Errors
    /// Refused: `poll-withdrawn`, `poll-is-frozen`, `sitting-closed`. Not found: a sitting of another
    /// session.
    pub async fn give_to_sitting(
        &self,
        actor: &Actor,
        poll: PollId,
        to: SittingId,
    ) -> Result<(), ServiceError> {
        let (actor, now) = (actor.clone(), self.clock.now());
        self.store
            .write(move |tx| {
                let (place, grant) = draft::draft(tx, &actor, poll)?;
                let sitting = sessions::get_sitting(tx, to)?;
                if sitting.session != place.session.id {
                    return Err(ServiceError::NotFound("sitting"));
                }
                refuse_closed(&sitting)?;
                let round = place.round.id;
                // Whoever asked for freezing asked for a vote at another sitting.
                act_requests::remove_all(tx, RequestSubject::Round(round.0))?;
                rounds::update_sitting(tx, round, to)?;
                let what = EventKind::Day(DayEvent::RoundGiven { round, sitting: to });
                Ok(Written::recorded((), Event::new(&grant, now, what)))
            })
            .await
    }

    /// Adds the next sitting of a session.
    ///
    /// # Errors
    /// [`ServiceError::NotFound`] or [`ServiceError::Denied`]. Invalid: `sitting-before` at `held_on`, for a
    /// day before that of the last sitting.
    pub async fn add_sitting(
        &self,
        actor: &Actor,
        session: SessionId,
        held_on: jiff::civil::Date,
        seen: Option<u32>,
    ) -> Result<SittingId, ServiceError> {
        let (actor, now) = (actor.clone(), self.clock.now());
        self.store
            .write(move |tx| {
                let of = sessions::get(tx, session)?;
                let grant = permit(&actor, Action::Prepare, of.congress)?;
                let before = sessions::list_sittings(tx, session)?;
                refuse_counted_since(u32::try_from(before.len()).unwrap_or(u32::MAX), seen)?;
                let last = before.iter().map(|sitting| sitting.number).max();
                let number = last.unwrap_or(0).saturating_add(1);
                let held_on = held_on.to_string();
                if let Some(later) = before.iter().find(|one| one.held_on > held_on) {
                    let problem = Problem::error("sitting-before").at("held_on");
                    let problem = problem.with("day", &later.held_on);
                    return Err(ServiceError::invalid(problem));
                }
                let sitting = sessions::create_sitting(tx, session, number, &held_on)?;
                let what = EventKind::Day(DayEvent::SittingAdded { sitting, number });
                Ok(Written::recorded(sitting, Event::new(&grant, now, what)))
            })
            .await
    }
}

/// What comes of a press.
enum PressOutcome {
    /// It waits for a second person.
    Waits(Written<ActOutcome>),
    /// Both stand for it, with the reason that the first one gave.
    Both(Grant, Box<TwoPeople>, String),
}

/// Both people with the reason that the first one gave, or what comes of a press that only asked.
fn both(
    tx: &WriteTx<'_>,
    pressing: &CheckedPress,
    asks_why: bool,
    asked: DayEvent,
) -> Result<PressOutcome, ServiceError> {
    let given = || match pressing.reason.as_str() {
        "" if asks_why => {
            let problem = Problem::error("reason-missing").at("reason");
            Err(ServiceError::invalid(problem))
        }
        why => Ok(why.to_owned()),
    };
    Ok(match stand(tx, pressing, given)? {
        ActProgress::Asked(grant) => {
            let event = Event::new(&grant, pressing.now, EventKind::Day(asked));
            PressOutcome::Waits(Written::recorded(ActOutcome::Asked, event))
        }
        ActProgress::Before(who) => PressOutcome::Waits(stood_before(ActOutcome::waits(who))),
        ActProgress::Both(grant, people, why) => PressOutcome::Both(grant, people, why),
    })
}

/// What stands against closing, or against taking it back.
fn against(
    tx: &ReadTx<'_>,
    congress: &Congress,
    sitting: &Sitting,
    act: ClosingAct,
) -> Result<Vec<Problem>, ServiceError> {
    if act == ClosingAct::Reopen {
        let number = followed_by(tx, sitting)?;
        let of = |number: u32| Problem::error("sitting-followed").with("number", number);
        return Ok(number.map(of).into_iter().collect());
    }
    let held = held(tx, congress, sitting.id)?;
    Ok(held.iter().flat_map(HeldPoll::against_closing).collect())
}

/// A later sitting of the session that has begun.
fn followed_by(tx: &ReadTx<'_>, sitting: &Sitting) -> Result<Option<u32>, ServiceError> {
    let all = sessions::list_sittings(tx, sitting.session)?;
    let later = all
        .into_iter()
        .find(|one| one.number > sitting.number && one.stage != SittingStage::Planned);
    Ok(later.map(|one| one.number))
}

/// The polls of which a round was held at a sitting, or shall be.
fn held(
    tx: &ReadTx<'_>,
    congress: &Congress,
    sitting: SittingId,
) -> Result<Vec<HeldPoll>, ServiceError> {
    let is_rehearsal = rehearsals::find_real(tx, congress.id)?.is_some();
    let mut found: Vec<HeldPoll> = Vec::new();
    for round in rounds::list_at(tx, sitting)? {
        if found.iter().any(|one| one.poll == round.poll) {
            continue;
        }
        let poll = polls::get(tx, round.poll)?;
        let newest: Option<Round> = rounds::list(tx, poll.id)?.pop();
        let newest = newest.ok_or(ServiceError::NotFound("round"))?;
        let ends_here = is_rehearsal && is_final(tx, &newest)?;
        found.push(HeldPoll {
            standing: standing(&newest, sitting, !poll.withdrawn.is_empty(), ends_here),
            unrecorded: sealed_boxes::count_unrecorded(tx, poll.id)?,
            poll: poll.id,
            title: poll.title,
        });
    }
    Ok(found)
}

fn is_final(tx: &ReadTx<'_>, round: &Round) -> Result<bool, ServiceError> {
    if round.stage != RoundStage::Counted {
        return Ok(false);
    }
    let counted = outcome(tx, &RoundContext::of(tx, round.id)?)?;
    Ok(counted.is_some_and(|outcome| outcome.decision.is_final()))
}

/// The projects of a withdrawn poll are candidates again.
fn take_off_the_slate(
    tx: &WriteTx<'_>,
    place: &RoundContext,
    grant: &Grant,
    now: jiff::Timestamp,
) -> Result<(), ServiceError> {
    let doing = ActContext {
        grant,
        now,
        reason: "",
        people: None,
        alone: None,
    };
    for round in rounds::list(tx, place.poll.id)? {
        if round.stage == RoundStage::Draft && round.number == 1 {
            continue;
        }
        for line in rounds::list_lines(tx, round.id)? {
            let Some(id) = line.subject.whole() else {
                continue;
            };
            let project = projects::get(tx, id)?;
            if project.stage == ProjectStage::OnSlate {
                unfreeze_project(tx, &doing, &project)?;
            }
        }
    }
    Ok(())
}

/// Refuses a sitting that is over.
fn refuse_closed(sitting: &Sitting) -> Result<(), ServiceError> {
    against_closed(sitting).map_or(Ok(()), |problem| Err(ServiceError::refused(problem)))
}

//! Closing a sitting (闭会), an act of two of its own, and the ways out for a poll that it waits for:
//! its draft is given to another sitting, or two people withdraw it.

use super::acts::{Acted, Place};
use super::asking::{self, Meant, Pressed, Settled};
use super::counting::outcome;
use super::freezing::unfreeze_project;
use super::roll_call::{place, sitting_event};
use super::standing::{ByPin, Second, account_person};
use super::{Service, ServiceError, account_of, permit};
use crate::domain::access::{Action, Actor};
use crate::domain::audit::{Event, What};
use crate::domain::congress::Congress;
use crate::domain::id::{PollId, SessionId, SittingId};
use crate::domain::library::stage::ProjectStage;
use crate::domain::poll::round::RoundStage;
use crate::domain::poll::{Poll, Round};
use crate::domain::problem::Problem;
use crate::domain::session::closing::{HeldPoll, standing};
use crate::domain::session::event::DayEvent;
use crate::domain::session::officer::Officer;
use crate::domain::session::sitting::{SittingAct, SittingStage};
use crate::domain::session::{Session, Sitting};
use crate::domain::two_people::TwoPeople;
use crate::store::act_requests::{self, ActRequest, Subject};
use crate::store::acts_done::{self, ActDone};
use crate::store::{
    ReadTx, WriteTx, Written, accounts, officer_slips, officers, polls, projects, rehearsals,
    rounds, sealed_boxes, sessions,
};

/// The word of withdrawing a poll, where requests are kept.
pub const WITHDRAW: &str = "withdraw-poll";

/// A sitting that shall close, with what it waits for.
#[derive(Debug, Clone)]
pub struct ClosingView {
    /// Whose.
    pub congress: Congress,
    /// The session.
    pub session: Session,
    /// The sitting.
    pub sitting: Sitting,
    /// Its polls, each with what waits on it for a second person.
    pub polls: Vec<(HeldPoll, Vec<ActRequest>)>,
    /// Sittings of the session that a draft may be given to.
    pub others: Vec<Sitting>,
    /// What waits for a second person on the sitting.
    pub asked: Vec<ActRequest>,
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

/// A press of a button about a sitting or a poll that two stand for.
#[derive(Debug, Clone, Default)]
pub struct TwoPress {
    /// Why, where the act asks for a reason.
    pub reason: String,
    /// What the button said.
    pub meant: Meant,
    /// The second person, on the same screen.
    pub by_pin: Option<ByPin>,
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
                    let asked = act_requests::list(tx, Subject::Poll(poll.poll.0))?;
                    polls.push((poll, asked));
                }
                let others = sessions::list_sittings(tx, session.id)?;
                let is_open = |one: &Sitting| one.id != id && one.stage != SittingStage::Closed;
                Ok(ClosingView {
                    polls,
                    followed_by: followed_by(tx, &sitting)?,
                    others: others.into_iter().filter(is_open).collect(),
                    asked: act_requests::list(tx, Subject::Sitting(id.0))?,
                    done: acts_done::list(tx, Subject::Sitting(id.0))?,
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
    /// `sitting-followed` for a closing that a later sitting has built upon; `same-person`,
    /// `request-changed`. Invalid: `reason-missing` for a sitting that never reached its quorum and for
    /// taking a closing back, and the problems of a PIN.
    pub async fn close_sitting(
        &self,
        actor: &Actor,
        id: SittingId,
        act: SittingAct,
        press: TwoPress,
    ) -> Result<Acted, ServiceError> {
        let session = self.get_closing(actor, id).await?.session.id;
        let officer = self
            .second_by_pin(actor, session, press.by_pin.as_ref())
            .await?;
        let (actor, now) = (actor.clone(), self.clock.now());
        let reason = press.reason.trim().to_owned();
        self.store
            .write(move |tx| {
                let (congress, session, sitting) = place(tx, id)?;
                let grant = permit(&actor, Action::ActOnRound, congress.id)?;
                let account = account_of(&grant)?;
                let has_quorum = sitting.quorum_present.is_some();
                let stage = sitting.stage.after(act, has_quorum);
                let Some(stage) = stage.filter(|_| act.needs_two()) else {
                    let problem = Problem::error("sitting-out-of-turn");
                    let problem = problem.with("stage", sitting.stage.word());
                    return Err(ServiceError::refused(problem));
                };
                let against = against(tx, &congress, &sitting, act)?;
                if !against.is_empty() {
                    return Err(ServiceError::Refused(against));
                }
                let (subject, word) = (Subject::Sitting(id.0), act.word());
                let second = officer.as_ref().map(|second| second.person(tx));
                let pressed = Pressed {
                    me: account_person(tx, session.id, account)?,
                    second: second.transpose()?,
                    meant: &press.meant,
                };
                let settled = asking::settle(tx, session.id, (subject, word), &pressed)?;
                let asks_why = act == SittingAct::Reopen || !has_quorum;
                let begins = matches!(settled, Settled::First | Settled::Together(_));
                if begins && asks_why && reason.is_empty() {
                    let problem = Problem::error("reason-missing").at("reason");
                    return Err(ServiceError::invalid(problem));
                }
                let (people, why) = match settled {
                    Settled::First => {
                        asking::ask(tx, (subject, word), account, now, &reason)?;
                        let asked = DayEvent::SittingAsked {
                            sitting: id,
                            act: word,
                        };
                        let event = Event::new(&grant, now, What::Day(asked));
                        return Ok(Written::recorded(Acted::Asked, event));
                    }
                    Settled::AskedBefore(who) => return asked_before(tx, who),
                    Settled::Together(people) => (people, reason),
                    Settled::Both(people, why) => (people, why),
                };
                act_requests::remove_all(tx, subject)?;
                sessions::update_sitting(tx, id, stage, sitting.due, sitting.quorum_present)?;
                if act == SittingAct::Close {
                    // Whoever acts at a later sitting opens a device and chooses a PIN anew.
                    officer_slips::close_all(tx, session.id)?;
                    officers::remove_pins(tx, session.id)?;
                }
                done(tx, subject, word, people, now)?;
                let told = DayEvent::SittingClosed {
                    sitting: id,
                    act: word,
                    people: stand(people),
                    reason: why,
                };
                let events = vec![
                    sitting_event(tx, &grant, now, id, act)?,
                    Event::new(&grant, now, What::Day(told)),
                ];
                Ok(Written::recorded_all(Acted::Done, events))
            })
            .await
    }

    /// Withdraws a poll whose newest round is a draft: it is not held any more, its projects are
    /// candidates again, what was counted stays readable.
    ///
    /// # Errors
    /// Refused: `poll-withdrawn`, `withdraw-after-void` once the round is frozen, `same-person`,
    /// `request-changed`. Invalid: `reason-missing`, and the problems of a PIN.
    pub async fn withdraw_poll(
        &self,
        actor: &Actor,
        poll: PollId,
        press: TwoPress,
    ) -> Result<Acted, ServiceError> {
        let session = self.get_poll(actor, poll).await?.session.id;
        let officer = self
            .second_by_pin(actor, session, press.by_pin.as_ref())
            .await?;
        let (actor, now) = (actor.clone(), self.clock.now());
        let reason = press.reason.trim().to_owned();
        self.store
            .write(move |tx| {
                let newest = rounds::list(tx, poll)?.pop();
                let place = Place::of(tx, newest.ok_or(ServiceError::NotFound("poll"))?.id)?;
                let grant = permit(&actor, Action::ActOnRound, place.congress.id)?;
                let account = account_of(&grant)?;
                refuse_withdrawn(&place.poll)?;
                if place.round.stage != RoundStage::Draft {
                    let problem = Problem::error("withdraw-after-void");
                    let problem = problem.with("stage", place.round.stage.word());
                    return Err(ServiceError::refused(problem));
                }
                let subject = Subject::Poll(poll.0);
                let second = officer.as_ref().map(|second| second.person(tx));
                let pressed = Pressed {
                    me: account_person(tx, session, account)?,
                    second: second.transpose()?,
                    meant: &press.meant,
                };
                let settled = asking::settle(tx, session, (subject, WITHDRAW), &pressed)?;
                let begins = matches!(settled, Settled::First | Settled::Together(_));
                if begins && reason.is_empty() {
                    let problem = Problem::error("reason-missing").at("reason");
                    return Err(ServiceError::invalid(problem));
                }
                let (people, why) = match settled {
                    Settled::First => {
                        asking::ask(tx, (subject, WITHDRAW), account, now, &reason)?;
                        let what = What::Day(DayEvent::WithdrawAsked { poll });
                        return Ok(Written::recorded(
                            Acted::Asked,
                            Event::new(&grant, now, what),
                        ));
                    }
                    Settled::AskedBefore(who) => return asked_before(tx, who),
                    Settled::Together(people) => (people, reason),
                    Settled::Both(people, why) => (people, why),
                };
                act_requests::remove_all(tx, subject)?;
                act_requests::remove_all(tx, Subject::Round(place.round.id.0))?;
                let withdrawn = Poll {
                    withdrawn: why.clone(),
                    ..place.poll.clone()
                };
                polls::update(tx, &withdrawn)?;
                take_off_the_slate(tx, &place, &grant, now)?;
                done(tx, subject, WITHDRAW, people, now)?;
                let told = DayEvent::PollWithdrawn {
                    poll,
                    people: stand(people),
                    reason: why,
                };
                let event = Event::new(&grant, now, What::Day(told));
                Ok(Written::recorded(Acted::Done, event))
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
                let (place, grant) = super::polling::draft(tx, &actor, poll)?;
                let sitting = sessions::get_sitting(tx, to)?;
                if sitting.session != place.session.id {
                    return Err(ServiceError::NotFound("sitting"));
                }
                refuse_closed(&sitting)?;
                let round = place.round.id;
                // Whoever asked for freezing asked for a vote at another sitting.
                act_requests::remove_all(tx, Subject::Round(round.0))?;
                rounds::update_sitting(tx, round, to)?;
                let what = What::Day(DayEvent::RoundGiven { round, sitting: to });
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
    ) -> Result<SittingId, ServiceError> {
        let (actor, now) = (actor.clone(), self.clock.now());
        self.store
            .write(move |tx| {
                let of = sessions::get(tx, session)?;
                let grant = permit(&actor, Action::Prepare, of.congress)?;
                let before = sessions::list_sittings(tx, session)?;
                let last = before.iter().map(|sitting| sitting.number).max();
                let number = last.unwrap_or(0).saturating_add(1);
                let held_on = held_on.to_string();
                if let Some(later) = before.iter().find(|one| one.held_on > held_on) {
                    let problem = Problem::error("sitting-before").at("held_on");
                    let problem = problem.with("day", &later.held_on);
                    return Err(ServiceError::invalid(problem));
                }
                let sitting = sessions::create_sitting(tx, session, number, &held_on)?;
                let what = What::Day(DayEvent::SittingAdded { sitting, number });
                Ok(Written::recorded(sitting, Event::new(&grant, now, what)))
            })
            .await
    }

    /// The officer whose PIN was typed beside an act on a sitting or a poll.
    async fn second_by_pin(
        &self,
        actor: &Actor,
        session: SessionId,
        by: Option<&ByPin>,
    ) -> Result<Option<Second>, ServiceError> {
        let Some(by) = by else { return Ok(None) };
        let actions = (Action::ActOnRound, Action::ActOnRound);
        let officer = self.check_pin(actor, session, actions, by).await?;
        Ok(Some(officer))
    }
}

/// Somebody else asked a moment ago: nothing is written.
fn asked_before(
    tx: &WriteTx<'_>,
    who: crate::domain::id::AccountId,
) -> Result<Written<Acted>, ServiceError> {
    let seen = "asking for what somebody else asked for changes nothing";
    Ok(Written::quiet(
        Acted::AskedBefore(accounts::get_name(tx, who)?),
        seen,
    ))
}

fn stand(people: TwoPeople) -> String {
    format!("{} {}", people.first(), people.second())
}

fn done(
    tx: &WriteTx<'_>,
    subject: Subject,
    act: &str,
    people: TwoPeople,
    now: jiff::Timestamp,
) -> Result<(), ServiceError> {
    let first = people.first().account;
    let first = first.ok_or(ServiceError::NotFound("account"))?;
    let second = Some(people.second());
    Ok(acts_done::create(tx, subject, act, first, second, now)?)
}

/// What stands against closing, or against taking it back.
fn against(
    tx: &ReadTx<'_>,
    congress: &Congress,
    sitting: &Sitting,
    act: SittingAct,
) -> Result<Vec<Problem>, ServiceError> {
    if act == SittingAct::Reopen {
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
    let counted = outcome(tx, &Place::of(tx, round.id)?)?;
    Ok(counted.is_some_and(|outcome| outcome.decision.is_final()))
}

/// The projects of a withdrawn poll are candidates again.
fn take_off_the_slate(
    tx: &WriteTx<'_>,
    place: &Place,
    grant: &crate::domain::access::Grant,
    now: jiff::Timestamp,
) -> Result<(), ServiceError> {
    let doing = super::acts::Doing {
        grant,
        now,
        reason: "",
        people: None,
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

/// Refuses an act on a poll that was withdrawn.
pub(super) fn refuse_withdrawn(poll: &Poll) -> Result<(), ServiceError> {
    if poll.withdrawn.is_empty() {
        return Ok(());
    }
    Err(ServiceError::refused(Problem::error("poll-withdrawn")))
}

/// Refuses a sitting that is over.
fn refuse_closed(sitting: &Sitting) -> Result<(), ServiceError> {
    against_closed(sitting).map_or(Ok(()), |problem| Err(ServiceError::refused(problem)))
}

/// Refuses, at its field, a sitting that is over for a poll that shall be put to it.
pub(super) fn offer(tx: &ReadTx<'_>, id: SittingId) -> Result<(), ServiceError> {
    let sitting = sessions::get_sitting(tx, id)?;
    against_closed(&sitting).map_or(Ok(()), |problem| Err(ServiceError::invalid(problem)))
}

fn against_closed(sitting: &Sitting) -> Option<Problem> {
    let problem = Problem::error("sitting-closed").at("sitting");
    let is_closed = sitting.stage == SittingStage::Closed;
    is_closed.then(|| problem.with("number", sitting.number))
}

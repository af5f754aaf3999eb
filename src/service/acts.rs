//! Acts on a round: who asks, who confirms, what stands against it, what it changes.
//!
//! An act that needs two is asked for by one account and confirmed by another; the second finds the
//! same guards as the first. Each act is one transaction, whoever presses twice is told so.

use jiff::Timestamp;

use super::desk::Desk;
use super::opening::TakenOut;
use super::sealing::{self, DrawnBox, FreshBox};
use super::{Service, ServiceError, freezing, permit};
use crate::domain::access::{Action, Actor, Grant};
use crate::domain::audit::{Event, What};
use crate::domain::congress::Congress;
use crate::domain::id::{AccountId, RoundId};
use crate::domain::poll::round::{
    RoundAct, RoundFacts, RoundStage, SealedFacts, TwoPeople, missing,
};
use crate::domain::poll::{Poll, Round};
use crate::domain::problem::Problem;
use crate::domain::session::{Session, Sitting};
use crate::store::act_requests::{self, Subject};
use crate::store::{
    ReadTx, WriteTx, Written, attendances, boxes, cards, cast, congresses, polls, rounds,
    sealed_boxes, sessions, slips,
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
        | RoundAct::SealAgain
        | RoundAct::StartIssuing
        | RoundAct::OpenVote
        | RoundAct::Pause
        | RoundAct::Resume
        | RoundAct::CloseVote
        | RoundAct::ConfirmAccount
        | RoundAct::OpenBox
        | RoundAct::RecordCards
        | RoundAct::Void => Action::ActOnRound,
    }
}

/// What an act brings along that no transaction may make: bytes that were drawn, papers that were
/// taken out of the box.
enum Brought {
    Nothing,
    Drawn(DrawnBox),
    Papers(TakenOut),
}

impl Service {
    /// Asks for an act on a round, confirms what somebody else asked for, or does it at once where
    /// one person is enough. What is typed beside the button is `reason`: why a round is voided, who
    /// shall hold the key of a box (a word of `KeyHolding`), how many cards were destroyed.
    ///
    /// # Errors
    /// Refused with everything that is missing, or `same-person`, `reason-missing`; opening also
    /// with what is wrong about the box. After opening or voiding, a scrub that could not finish
    /// leaves the act done and the round dirty.
    pub async fn act_on_round(
        &self,
        actor: &Actor,
        id: RoundId,
        act: RoundAct,
        reason: &str,
    ) -> Result<Acted, ServiceError> {
        let (actor, now, reason) = (actor.clone(), self.clock.now(), reason.trim().to_owned());
        let brought = self.bring(id, act, actor.account).await?;
        let desk = self.desk.clone();
        let (acted, fresh) = self
            .store
            .write(move |tx| {
                let place = Place::of(tx, id)?;
                let grant = permit(&actor, action_of(act), place.congress.id)?;
                let account = grant.account().ok_or(ServiceError::NotFound("account"))?;
                if act != RoundAct::RecordCards {
                    refuse_earlier(tx, &place)?;
                }
                let mut against = missing(act, &facts(tx, &place, &desk)?);
                if against.is_empty() && act == RoundAct::Freeze {
                    against = freezing::against(tx, &place)?;
                }
                if !against.is_empty() {
                    return Err(ServiceError::Refused(against));
                }
                let people = match settle(tx, &place, act, account, &reason)? {
                    Settled::First(reason) => {
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
                        return Ok(Written::recorded((Acted::Asked, None), event));
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
                let people = people.map(|(people, _)| people);
                let (events, fresh) = perform(tx, act, place, people, &doing, brought)?;
                Ok(Written::recorded_all((Acted::Done, fresh), events))
            })
            .await?;
        if let Some(fresh) = fresh {
            self.hand_on(id, fresh)?;
        }
        if acted == Acted::Done && matches!(act, RoundAct::OpenBox | RoundAct::Void) {
            self.desk.forget(id);
            self.finish_scrubs().await?;
        }
        Ok(acted)
    }

    async fn bring(
        &self,
        round: RoundId,
        act: RoundAct,
        account: Option<AccountId>,
    ) -> Result<Brought, ServiceError> {
        Ok(match act {
            RoundAct::Seal | RoundAct::SealAgain => Brought::Drawn(self.draw_box()?),
            RoundAct::OpenBox => self
                .take_out(round, account)
                .await?
                .map_or(Brought::Nothing, Brought::Papers),
            // They need a clean store: what could not be scrubbed before is tried again.
            RoundAct::RecordCards | RoundAct::Certify => {
                self.finish_scrubs().await?;
                Brought::Nothing
            }
            RoundAct::Freeze
            | RoundAct::StartIssuing
            | RoundAct::OpenVote
            | RoundAct::Pause
            | RoundAct::Resume
            | RoundAct::CloseVote
            | RoundAct::ConfirmAccount
            | RoundAct::Count
            | RoundAct::Void => Brought::Nothing,
        })
    }

    /// After the commit: a new box's shares go to the desk, a demo's secret into its file. Were the
    /// machine to stop before this, the box would have to be sealed again.
    fn hand_on(&self, round: RoundId, fresh: FreshBox) -> Result<(), ServiceError> {
        self.desk.remove_key(round)?;
        self.desk.lay(round, fresh.shares);
        match fresh.secret {
            Some(secret) => self.desk.keep_key(round, &secret),
            None => Ok(()),
        }
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
    /// The actor is the first of two, with the reason as it is kept for the second.
    First(String),
    /// One person is enough.
    One,
    /// Both are there, with the reason that the first gave.
    Both(TwoPeople, String),
}

fn settle(
    tx: &ReadTx<'_>,
    place: &Place,
    act: RoundAct,
    account: AccountId,
    reason: &str,
) -> Result<Settled, ServiceError> {
    if !act.needs_two() {
        return Ok(Settled::One);
    }
    match act_requests::find(tx, Subject::Round(place.round.id.0), act.word())? {
        Some((first, asked_reason)) => {
            let people = TwoPeople::of(first, account).map_err(ServiceError::refused)?;
            Ok(Settled::Both(people, asked_reason))
        }
        None if act == RoundAct::Void && reason.is_empty() => Err(ServiceError::invalid(
            Problem::error("reason-missing").at("reason"),
        )),
        None if act == RoundAct::RecordCards => super::cards::destroyed(tx, place, reason)
            .map(|number| Settled::First(number.to_string())),
        None if matches!(act, RoundAct::Seal | RoundAct::SealAgain) => {
            let holding = sealing::chosen(tx, place, reason)?;
            Ok(Settled::First(holding.word().to_owned()))
        }
        None => Ok(Settled::First(reason.to_owned())),
    }
}

/// What the guards ask about a round.
pub(super) fn facts(
    tx: &ReadTx<'_>,
    place: &Place,
    desk: &Desk,
) -> Result<RoundFacts, ServiceError> {
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
        sealed: sealed_facts(tx, round.id, desk)?,
        unrecorded: sealed_boxes::count_unrecorded(tx, round.poll)?,
        is_clean: rounds::list_dirty(tx)?.is_empty(),
        is_decided,
    })
}

/// What is known of a round's sealed box: what is stored of it, and what lies on the desk.
fn sealed_facts(
    tx: &ReadTx<'_>,
    round: RoundId,
    desk: &Desk,
) -> Result<Option<SealedFacts>, ServiceError> {
    let Some(found) = sealed_boxes::find(tx, round)? else {
        return Ok(None);
    };
    let (made, lying) = (cards::list(tx, round)?, desk.on_desk(round));
    let has_server_key = super::opening::server_key(&found, desk)?.is_some();
    let count = |is: &dyn Fn(&cards::StoredCard) -> bool| {
        u32::try_from(made.iter().filter(|card| is(card)).count()).unwrap_or(u32::MAX)
    };
    Ok(Some(SealedFacts {
        holding: found.holding,
        shown: count(&|card| card.holder.is_some()),
        waiting: lying.waiting,
        checked: count(&|card| card.is_checked),
        given: lying.given,
        has_server_key,
        destroyed: found.destroyed,
    }))
}

fn perform(
    tx: &WriteTx<'_>,
    act: RoundAct,
    place: Place,
    people: Option<TwoPeople>,
    doing: &Doing<'_>,
    brought: Brought,
) -> Result<(Vec<Event>, Option<FreshBox>), ServiceError> {
    let events = match (act, brought) {
        (_, Brought::Drawn(drawn)) => {
            let (events, fresh) = sealing::seal(tx, place, act, doing, &drawn)?;
            return Ok((events, Some(fresh)));
        }
        (_, Brought::Papers(papers)) => super::counting::open_box(tx, place, doing, &papers),
        (act, Brought::Nothing) => perform_alone(tx, act, place, people, doing),
    };
    Ok((events?, None))
}

/// Acts that need nothing but what is stored.
fn perform_alone(
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
        // They bring something. If the first person's asking came just now, it must be pressed anew.
        RoundAct::Seal | RoundAct::SealAgain | RoundAct::OpenBox => Err(ServiceError::Busy),
        RoundAct::RecordCards => {
            let destroyed = super::cards::destroyed(tx, &place, doing.reason)?;
            sealed_boxes::record_destroyed(tx, id, destroyed)?;
            plain(format!("destroyed={destroyed}"))
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

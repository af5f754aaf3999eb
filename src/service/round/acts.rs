//! Acts on a round: who asks, who confirms, what stands against it, what it changes.
//!
//! An act that needs two is asked for by one account and confirmed by another, or at once by an
//! officer's PIN on the same screen; the second finds the same guards as the first. Each act is one
//! transaction, and whoever presses an act that is done already is told who did it.

use jiff::Timestamp;

use super::act_inputs::{ActInputs, NewBoxSecrets};
use super::card_shares::CardShares;
use super::sealing;
use super::turnout::{held, turnout};
use super::{fixed, freezing};
use crate::act_of_two::ask::{ActProgress, Press, stand, stood_before};
use crate::act_of_two::person::{PinEntry, SecondPerson};
use crate::{Service, ServiceError, account_of, permit};
use domain::access::{Action, Actor, Grant};
use domain::act_of_two::ActOfTwo;
use domain::act_of_two::two_people::TwoPeople;
use domain::audit::{Event, EventKind};
use domain::congress::Congress;
use domain::id::{RoundId, SessionId};
use domain::poll::{Poll, Round};
use domain::problem::Problem;
use domain::round::{RoundAct, RoundFacts, missing};
use domain::sitting::officer::Post;
use domain::sitting::{Session, Sitting};
use domain::voting::desk::{BallotMedium, HeldCounts};
use store::act_of_two::act_requests;
use store::act_of_two::act_requests::RequestSubject;
use store::act_of_two::acts_done;
pub use store::act_of_two::acts_done::ActDone;
use store::hand_count::batches;
use store::people::congresses;
use store::poll::{polls, rehearsals};
use store::round::{boxes, papers, rounds, sealed_boxes};
use store::sitting::{attendances, officers, sessions};
use store::voting::{cast, desks, slip_prints, slips};
use store::{ReadTx, WriteTx, Written};

/// What came of pressing an act's button.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ActOutcome {
    /// It waits for a second person.
    Asked,
    Done,
    /// It was done before, by those.
    DoneBefore(ActDone),
    /// Somebody else asked for it a moment ago: nothing was confirmed.
    AskedBefore(String),
}

impl ActOutcome {
    /// A press of what waits already: by whom, if it was somebody else.
    pub(crate) fn waits(who: Option<String>) -> Self {
        who.map_or(Self::Asked, Self::AskedBefore)
    }
}

/// A round with all that it belongs to.
#[derive(Debug, Clone)]
pub(crate) struct RoundContext {
    pub(crate) congress: Congress,
    pub(crate) session: Session,
    pub(crate) sitting: Sitting,
    pub(crate) poll: Poll,
    pub(crate) round: Round,
}

impl RoundContext {
    pub(crate) fn of(tx: &ReadTx<'_>, id: RoundId) -> Result<Self, ServiceError> {
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

impl Service {
    /// Asks for an act on a round, or does it at once where one person is enough. `reason` is that of
    /// [`Press`].
    ///
    /// # Errors
    /// As [`Service::press`].
    pub async fn act_on_round(
        &self,
        actor: &Actor,
        id: RoundId,
        act: RoundAct,
        reason: &str,
    ) -> Result<ActOutcome, ServiceError> {
        self.press(actor, id, act, Press::asking(reason)).await
    }

    /// A press of an act's button: asks, confirms, or does the act with an officer's PIN. Whether the
    /// actor may is asked before any PIN is looked at and before any box is touched.
    ///
    /// # Errors
    /// Denied. Refused with everything that is missing, or `same-person`, `reason-missing`,
    /// `act-not-asked` and `act-changed` as for every act of two. Invalid at `pin`:
    /// `pin-wrong` with the tries left, and why a PIN may not stand for the act. Opening is also
    /// refused with what is wrong about the box. What opening or voiding leaves to be scrubbed is done by
    /// a task: the act is done before, and the round dirty until then.
    pub async fn press(
        &self,
        actor: &Actor,
        id: RoundId,
        act: RoundAct,
        press: Press,
    ) -> Result<ActOutcome, ServiceError> {
        self.session_of(actor, id, act.action()).await?;
        let press = Press {
            by_pin: press.by_pin.filter(|_| act.needs_two()),
            ..press
        };
        let (two, subject) = (ActOfTwo::Round(act), RequestSubject::Round(id.0));
        let pressing = self.pressing(actor, two, subject, press).await?;
        let (actor, now) = (actor.clone(), pressing.now);
        let brought = self.bring(id, act).await?;
        let card_shares = self.card_shares.clone();
        let (acted, fresh) = self
            .store
            .write(move |tx| {
                let place = RoundContext::of(tx, id)?;
                let grant = permit(&actor, act.action(), place.congress.id)?;
                if let Some(done) = done_before(tx, &place, act)? {
                    let seen = "a press of what is done already changes nothing";
                    let value = (ActOutcome::DoneBefore(done), None);
                    return Ok::<_, ServiceError>(Written::quiet(value, seen));
                }
                refuse(tx, &place, act, &card_shares)?;
                let given = || reason_of(tx, &place, act, &pressing.reason);
                let (people, reason) = match (act.needs_two(), actor.device) {
                    (false, None) => {
                        let alone = account_of(&grant)?;
                        acts_done::create(tx, subject, act.word(), alone, None, now)?;
                        (None, pressing.reason.clone())
                    }
                    (false, Some(_)) => {
                        let problem = Problem::error("act-not-asked");
                        return Err(ServiceError::refused(problem));
                    }
                    (true, _) => match stand(tx, &pressing, given)? {
                        ActProgress::Asked(grant) => {
                            let what = EventKind::ActAsked { round: id, act };
                            let event = Event::new(&grant, now, what);
                            return Ok(Written::recorded((ActOutcome::Asked, None), event));
                        }
                        ActProgress::Before(who) => {
                            return Ok(stood_before((ActOutcome::waits(who), None)));
                        }
                        ActProgress::Both(_, people, given) => (Some(*people), given),
                    },
                };
                act_requests::remove_all(tx, subject)?;
                let doing = ActContext {
                    grant: &grant,
                    now,
                    reason: &reason,
                    people,
                };
                let (events, fresh) = perform(tx, act, place, &doing, brought)?;
                Ok(Written::recorded_all((ActOutcome::Done, fresh), events))
            })
            .await?;
        if let Some(fresh) = fresh {
            self.deliver_shares(id, fresh)?;
        }
        if acted == ActOutcome::Done && matches!(act, RoundAct::OpenBox | RoundAct::Void) {
            self.clear_desks(id);
            self.background_tasks.run_now().await;
        }
        Ok(acted)
    }

    /// Nothing of an opened, void or wiped round stays in memory: no key, no card, no typed paper.
    pub(crate) fn clear_desks(&self, id: RoundId) {
        self.frozen_rounds.forget(id);
        self.card_shares.forget(id);
        self.counting_table.forget(id);
    }

    /// The officer whose PIN was typed, if one was; both actor and officer must be permitted.
    pub(crate) async fn second_of(
        &self,
        actor: &Actor,
        id: RoundId,
        action: Action,
        by_pin: Option<&PinEntry>,
    ) -> Result<Option<SecondPerson>, ServiceError> {
        self.second_for(actor, id, (action, action), by_pin).await
    }

    /// The same where actor and officer do different things.
    pub(crate) async fn second_for(
        &self,
        actor: &Actor,
        id: RoundId,
        actions: (Action, Action),
        by_pin: Option<&PinEntry>,
    ) -> Result<Option<SecondPerson>, ServiceError> {
        let Some(by) = by_pin else { return Ok(None) };
        let session = self.session_of(actor, id, actions.0).await?;
        self.check_pin(actor, session, actions, by).await.map(Some)
    }

    /// The session that a round belongs to, for those who may do something there.
    pub(crate) async fn session_of(
        &self,
        actor: &Actor,
        id: RoundId,
        action: Action,
    ) -> Result<SessionId, ServiceError> {
        let actor = actor.clone();
        self.store
            .read(move |tx| {
                let place = RoundContext::of(tx, id)?;
                permit(&actor, action, place.congress.id)?;
                Ok(place.session.id)
            })
            .await
    }
}

/// The act as it was done before, where the round has passed it: a second press is no mistake.
fn done_before(
    tx: &ReadTx<'_>,
    place: &RoundContext,
    act: RoundAct,
) -> Result<Option<ActDone>, ServiceError> {
    if !place.round.stage.has_passed(act) {
        return Ok(None);
    }
    let done = acts_done::list(tx, RequestSubject::Round(place.round.id.0))?;
    Ok(done.into_iter().rfind(|one| one.act == act.word()))
}

/// Refuses an act that something stands against; what is not as it was fixed stands against every
/// act but voiding.
fn refuse(
    tx: &ReadTx<'_>,
    place: &RoundContext,
    act: RoundAct,
    card_shares: &CardShares,
) -> Result<(), ServiceError> {
    if act != RoundAct::RecordCards {
        refuse_earlier(tx, place)?;
        crate::sitting::closing::refuse_withdrawn(&place.poll)?;
    }
    refuse_in_rehearsal(tx, place, act)?;
    if act != RoundAct::Void {
        fixed::refuse_changed(tx, place)?;
    }
    let mut against = missing(act, &facts(tx, place, card_shares)?);
    if against.is_empty() && act == RoundAct::Freeze {
        against = freezing::against(tx, place)?;
    }
    if against.is_empty() {
        Ok(())
    } else {
        Err(ServiceError::Refused(against))
    }
}

/// A round that another one follows is history: nothing is done to it any more.
fn refuse_earlier(tx: &ReadTx<'_>, place: &RoundContext) -> Result<(), ServiceError> {
    let newest = rounds::list(tx, place.poll.id)?.pop();
    if newest.is_none_or(|newest| newest.id == place.round.id) {
        return Ok(());
    }
    let problem = Problem::error("round-is-past").with("number", place.round.number);
    Err(ServiceError::refused(problem))
}

/// A rehearsal ends with the count: it never comes to a certified record.
fn refuse_in_rehearsal(
    tx: &ReadTx<'_>,
    place: &RoundContext,
    act: RoundAct,
) -> Result<(), ServiceError> {
    if act != RoundAct::Certify || rehearsals::find_real(tx, place.congress.id)?.is_none() {
        return Ok(());
    }
    let problem = Problem::error("rehearsal-ends-here");
    Err(ServiceError::refused(problem))
}

/// Who acts, when and why: what every step of an act hands on.
pub(crate) struct ActContext<'d> {
    pub(crate) grant: &'d Grant,
    pub(crate) now: Timestamp,
    pub(crate) reason: &'d str,
    /// Both of them, where two stand for it.
    pub(crate) people: Option<TwoPeople>,
}

impl ActContext<'_> {
    /// The event of an act on a round, with its facts in canonical form.
    pub(crate) fn event(&self, round: RoundId, act: RoundAct, detail: String) -> Event {
        let detail = match self.people {
            Some(two) => {
                let (first, second) = (two.first(), two.second());
                format!("first={first} second={second} {detail}")
            }
            None => detail,
        };
        Event::new(
            self.grant,
            self.now,
            EventKind::Round { round, act, detail },
        )
    }
}

/// What the first of two typed beside the button, as it is kept.
fn reason_of(
    tx: &ReadTx<'_>,
    place: &RoundContext,
    act: RoundAct,
    typed: &str,
) -> Result<String, ServiceError> {
    match act {
        RoundAct::Void if typed.is_empty() => {
            let problem = Problem::error("reason-missing").at("reason");
            Err(ServiceError::invalid(problem))
        }
        RoundAct::Seal | RoundAct::SealAgain => {
            let chosen = sealing::chosen(tx, place, typed)?.word();
            let waits =
                act_requests::find(tx, RequestSubject::Round(place.round.id.0), act.word())?;
            // A choice that waits is replaced by another choice, never by none.
            if typed.is_empty() && waits.is_some_and(|waits| waits.reason != chosen) {
                let problem = Problem::error("holding-missing").at("holding");
                return Err(ServiceError::invalid(problem));
            }
            Ok(chosen.to_owned())
        }
        RoundAct::RecordCards => Ok(super::cards::destroyed(tx, place, typed)?.to_string()),
        RoundAct::Freeze
        | RoundAct::StartIssuing
        | RoundAct::OpenVote
        | RoundAct::Pause
        | RoundAct::Resume
        | RoundAct::CloseVote
        | RoundAct::ConfirmAccount
        | RoundAct::OpenBox
        | RoundAct::Count
        | RoundAct::Certify
        | RoundAct::Void => Ok(typed.to_owned()),
    }
}

/// What the guards ask about a round.
pub(crate) fn facts(
    tx: &ReadTx<'_>,
    place: &RoundContext,
    card_shares: &CardShares,
) -> Result<RoundFacts, ServiceError> {
    let round = &place.round;
    let lines = rounds::list_lines(tx, round.id)?.len();
    let (printed, cancelled) = slips::count(tx, place.sitting.id)?;
    let numbers = desks::get(tx, place.sitting.id)?;
    let now = desks::count_in_hand(tx, place.sitting.id)?;
    let account = papers::list_account(tx, round.id)?;
    let of_kind = |kind: BallotMedium| account.iter().find(|line| line.kind == kind);
    let in_hand = HeldCounts {
        slips: of_kind(BallotMedium::Slip).map_or(now.slips, |line| line.issued),
        papers: of_kind(BallotMedium::Paper).map_or(now.papers, |line| line.issued),
    };
    let held = held(tx, round)?;
    let (places, is_decided) = super::counting::decided(tx, place)?;
    Ok(RoundFacts {
        stage: round.stage,
        sitting: place.sitting.stage,
        rules_adopted: place.poll.rules_adopted,
        officers_adopted: officers::list(tx, place.session.id)?
            .iter()
            .any(|one| one.post == Post::ChiefScrutineer && one.adopted_on.is_some()),
        lines: u32::try_from(lines).unwrap_or(u32::MAX),
        places,
        present: attendances::count(tx, place.sitting.id)?.present,
        declared: place.sitting.quorum_present,
        // Once voting is closed it is what was fixed then: the roll's lines may go with the slips.
        issued: match round.issued {
            Some(fixed) => fixed,
            None => attendances::count_issued(tx, place.sitting.id)?,
        },
        slips_in_hand: in_hand.slips,
        reserve: numbers.reserve,
        unfinished: numbers.unfinished(),
        papers_in_hand: in_hand.papers,
        papers_printed: papers::count_printed(tx, round.id)?,
        papers_gone: held.gone.0.saturating_add(held.gone.1),
        papers_returned: of_kind(BallotMedium::Paper).and_then(|line| line.returned),
        papers_typed: batches::list(tx, round.id)?
            .iter()
            .map(|batch| batch.papers)
            .sum(),
        printed,
        cancelled,
        in_box: boxes::count(tx, round.id)?,
        spent: cast::count_spent(tx, round.id)?,
        sealed: super::cards::sealed_facts(tx, round.id, card_shares)?,
        unrecorded: sealed_boxes::count_unrecorded(tx, round.poll)?,
        is_clean: !rounds::list(tx, round.poll)?.iter().any(|one| one.is_dirty),
        is_decided,
    })
}

fn perform(
    tx: &WriteTx<'_>,
    act: RoundAct,
    place: RoundContext,
    doing: &ActContext<'_>,
    brought: ActInputs,
) -> Result<(Vec<Event>, Option<NewBoxSecrets>), ServiceError> {
    let events = match brought {
        ActInputs::Drawn(drawn) => {
            let (events, fresh) = sealing::seal(tx, place, act, doing, &drawn)?;
            return Ok((events, Some(fresh)));
        }
        ActInputs::Papers(papers) => super::counting::open_box(tx, place, doing, &papers)?,
        ActInputs::Epoch(epoch) => {
            super::proving::refuse_other_box(tx, &place, epoch)?;
            perform_alone(tx, act, place, doing)?
        }
        ActInputs::Log(head) => {
            crate::audit::checking::follow(tx, head)?;
            perform_alone(tx, act, place, doing)?
        }
        ActInputs::Nothing => perform_alone(tx, act, place, doing)?,
    };
    Ok((events, None))
}

/// Acts that need nothing but what is stored.
fn perform_alone(
    tx: &WriteTx<'_>,
    act: RoundAct,
    place: RoundContext,
    doing: &ActContext<'_>,
) -> Result<Vec<Event>, ServiceError> {
    let id = place.round.id;
    let plain = |detail: String| Ok(vec![doing.event(id, act, detail)]);
    match act {
        RoundAct::Freeze => freezing::freeze(tx, place, doing),
        // They bring something along, or the guards have refused them: only a race comes here.
        RoundAct::Seal | RoundAct::SealAgain | RoundAct::OpenBox => Err(ServiceError::Busy),
        RoundAct::RecordCards => {
            let destroyed = super::cards::destroyed(tx, &place, doing.reason)?;
            sealed_boxes::record_destroyed(tx, id, destroyed)?;
            plain(format!("destroyed={destroyed}"))
        }
        RoundAct::StartIssuing | RoundAct::Pause | RoundAct::Resume => {
            advance(tx, place, act)?;
            plain(String::new())
        }
        RoundAct::OpenVote => {
            let issued = held(tx, &place.round)?.issued;
            cast::create_rights(tx, id, place.sitting.id)?;
            slip_prints::forget(tx, place.sitting.id)?;
            advance(tx, place, act)?;
            plain(format!("issued={issued}"))
        }
        RoundAct::CloseVote => super::counting::close(tx, place, doing),
        RoundAct::ConfirmAccount => {
            let turnout = turnout(tx, &place.round)?;
            let returned = turnout.returned().unwrap_or(turnout.slips());
            let issued = turnout.issued();
            advance(tx, place, act)?;
            let account = fixed::fix_account(tx, id)?;
            plain(format!(
                "issued={issued} returned={returned} account={account}"
            ))
        }
        RoundAct::Count => super::counting::count(tx, place, doing),
        RoundAct::Certify => {
            let people = doing
                .people
                .ok_or(ServiceError::NotFound("second person"))?;
            crate::statement::certifying::certify(tx, &place, people, doing)
        }
        RoundAct::Void => super::counting::void(tx, place, doing),
    }
}

/// Saves a round at the stage to which an act leads.
pub(crate) fn advance(
    tx: &WriteTx<'_>,
    place: RoundContext,
    act: RoundAct,
) -> Result<(), ServiceError> {
    Ok(rounds::update(tx, &after(place.round, act)?)?)
}

/// A round at the stage to which an act leads.
pub(crate) fn after(round: Round, act: RoundAct) -> Result<Round, ServiceError> {
    round.after(act).map_err(ServiceError::refused)
}

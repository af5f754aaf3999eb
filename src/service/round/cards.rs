//! The cards of a sealed box: shown once to a holder, typed back and checked, given for opening.

use jiff::Timestamp;

use super::context::RoundContext;
use super::sealed::box_key;
use crate::act_of_two::person::{account_person, officer_person, person_of, refuse_not_adopted};
use crate::act_of_two::press::PinEntry;
use crate::round::view::{RoundView, round_view};
use crate::{Service, ServiceError, account_of, permit, permit_over_line};
use domain::access::line::LineContent;
use domain::access::{Action, Actor, Grant};
use domain::act_of_two::two_people::{ActScreen, Participation, Person};
use domain::audit::{Event, EventKind};
use domain::id::{RoundId, SessionId};
use domain::poll::Poll;
use domain::problem::Problem;
use domain::round::RoundStage;
use domain::round::card_event::{CARD_GIVEN, CardEvent};
use domain::round::holding::KeyHolding;
use domain::sitting::officer::Officer;
pub use seal::Card;
use seal::card::{BoxLabel, CardCheck, CardError, TypedCard, apart, find};
use seal::{BoxId, Share};
use store::act_of_two::act_requests::RequestSubject;
use store::act_of_two::acts_done;
use store::poll::{polls, rehearsals};
use store::round::cards::StoredCard;
use store::round::sealed_boxes;
pub use store::round::sealed_boxes::SealedBox;
use store::round::{cards, rounds};
use store::sitting::{officers, sessions};
use store::{ReadTx, WriteTx, Written};

/// A round's sealed box for its officers. No share and no hash is in it.
#[derive(Debug, Clone)]
pub struct BoxView {
    pub poll: Poll,
    /// The round with its facts and what waits for a second person.
    pub round: RoundView,
    /// The box; none before it is sealed.
    pub sealed: Option<SealedBox>,
    /// Its cards in order; none once it is open, or where the server holds the key.
    pub cards: Vec<CardView>,
    /// Whether the reader may hold a card, and holds none yet.
    pub may_hold: bool,
    /// The reader's own card.
    pub own: Option<OwnCard>,
    /// The session's officers, for those who take a card or confirm with a PIN.
    pub officers: Vec<Officer>,
    /// Whether all this is a rehearsal, whose key the server may hold.
    pub is_rehearsal: bool,
}

/// The card of whoever reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OwnCard {
    /// Its number, from 1.
    pub number: u8,
    /// Whether it was typed back and agreed.
    pub is_checked: bool,
}

/// A card as the officers see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CardView {
    /// Its number, from 1.
    pub number: u8,
    /// The name of who saw it.
    pub holder: Option<String>,
    /// Whether it was typed back and agreed.
    pub is_checked: bool,
    /// Whether it can still be shown.
    pub is_waiting: bool,
}

impl Service {
    /// A round's sealed box.
    ///
    /// # Errors
    /// [`ServiceError::NotFound`], also for strangers to the congress.
    pub async fn get_box(&self, actor: &Actor, id: RoundId) -> Result<BoxView, ServiceError> {
        let (actor, card_shares) = (actor.clone(), self.card_shares.clone());
        self.store
            .read(move |tx| {
                let place = RoundContext::of(tx, id)?;
                permit(&actor, Action::Look, place.congress.id)?;
                let made = cards::list(tx, id)?;
                let sealed = sealed_boxes::find(tx, id)?;
                let name = sealed.as_ref().map(|found| found.drawn);
                let waits = |number| name.is_some_and(|name| card_shares.has(name, number));
                let me = match actor.device {
                    Some(device) => Some(Participation::Pin(device.officer)),
                    None => actor.account.map(Participation::Account),
                };
                let is_mine = |card: &StoredCard| card.holder.is_some() && card.holder == me;
                let may = permit(&actor, Action::HoldCard, place.congress.id).is_ok();
                Ok(BoxView {
                    may_hold: may && !made.iter().any(is_mine),
                    own: made.iter().find(|card| is_mine(card)).map(|card| OwnCard {
                        number: card.number,
                        is_checked: card.is_checked,
                    }),
                    cards: made
                        .iter()
                        .map(|card| CardView {
                            number: card.number,
                            holder: card.holder.map(|_| card.holder_name.clone()),
                            is_checked: card.is_checked,
                            is_waiting: card.holder.is_none() && waits(card.number),
                        })
                        .collect(),
                    sealed,
                    officers: officers::list(tx, place.session.id)?,
                    is_rehearsal: rehearsals::find_real(tx, place.congress.id)?.is_some(),
                    round: round_view(tx, place.round, &card_shares)?,
                    poll: place.poll,
                })
            })
            .await
    }

    /// The rounds of a session whose box waits for its cards, to be shown or to be given.
    ///
    /// # Errors
    /// [`ServiceError::NotFound`], also for strangers to the congress.
    pub async fn list_boxes_of_session(
        &self,
        actor: &Actor,
        session: SessionId,
    ) -> Result<Vec<RoundId>, ServiceError> {
        let actor = actor.clone();
        self.store
            .read(move |tx| {
                permit(&actor, Action::Look, sessions::get(tx, session)?.congress)?;
                let mut waiting = Vec::new();
                for poll in polls::list(tx, session)? {
                    let newest = rounds::list(tx, poll.id)?.pop();
                    let newest = newest.filter(|round| {
                        matches!(round.stage, RoundStage::Sealed | RoundStage::Accounted)
                    });
                    waiting.extend(newest.map(|round| round.id));
                }
                Ok(waiting)
            })
            .await
    }

    /// Shows a card to its holder, once: to the account that pressed, or to the officer whose PIN was
    /// typed, on the own device or on that screen. Who it is and which browser shows it is written down
    /// before it is shown; no browser ever shows two cards of a box.
    ///
    /// # Errors
    /// Refused: `act-out-of-turn`, `card-shown`, `card-one-each`, `opened-by-other` beside whoever printed the
    /// slip of the own device, `card-one-browser`, `line-is-open`, `cards-gone` when the share is not in this
    /// process any more: the box must be sealed again. Invalid, at `pin`: as for an act.
    pub async fn show_card(
        &self,
        actor: &Actor,
        id: RoundId,
        number: u8,
        by_pin: Option<PinEntry>,
    ) -> Result<Card, ServiceError> {
        let (actor, now, card_shares) = (actor.clone(), self.clock.now(), self.card_shares.clone());
        permit_over_line(&actor, LineContent::Secret)?;
        let actions = (Action::ActOnRound, Action::HoldCard);
        let second = self
            .second_for(&actor, id, actions, by_pin.as_ref())
            .await?;
        let (named, name) = self
            .store
            .write(move |tx| {
                let place = RoundContext::of(tx, id)?;
                let action = match second {
                    Some(_) => Action::ActOnRound,
                    None => Action::HoldCard,
                };
                let grant = permit(&actor, action, place.congress.id)?;
                let session = place.session.id;
                let person = match &second {
                    Some(second) => second.person(tx)?,
                    // A device shows nothing without its PIN.
                    None if actor.device.is_some() => {
                        return Err(ServiceError::NotFound("card"));
                    }
                    None => {
                        let me = person_of(tx, Some(session), &actor)?;
                        refuse_not_adopted(tx, session, Action::HoldCard, &[me])?;
                        me
                    }
                };
                refuse_unless(&place, RoundStage::Sealed)?;
                let made = cards::list(tx, id)?;
                let card = made.iter().find(|card| card.number == number);
                let card = card.ok_or(ServiceError::NotFound("card"))?;
                let refused = |problem| Err(ServiceError::refused(problem));
                if card.holder.is_some() {
                    let problem = Problem::error("card-shown").with("number", number);
                    return refused(problem.with("who", card.holder_name.clone()));
                }
                for other in &made {
                    if holds(tx, session, other, &person)? {
                        let code = if is_held_by(tx, session, other, &person)? {
                            "card-one-each"
                        } else {
                            "opened-by-other"
                        };
                        let problem = Problem::error(code);
                        return refused(problem.with("number", other.number));
                    }
                    if actor.browser.is_some() && other.browser == actor.browser {
                        let problem = Problem::error("card-one-browser");
                        return refused(problem.with("number", other.number));
                    }
                }
                let (named, found) = named(tx, id)?;
                if !card_shares.has(found.drawn, number) {
                    return refused(Problem::error("cards-gone"));
                }
                cards::update_holder(tx, id, number, person, actor.browser)?;
                let what = EventKind::Card {
                    round: id,
                    card: number,
                    event: CardEvent::Shown(person),
                };
                let event = Event::new(&grant, now, what);
                Ok(Written::recorded((named, found.drawn), event))
            })
            .await?;
        let share = self.card_shares.take(name, number);
        let share = share.ok_or_else(|| ServiceError::refused(Problem::error("cards-gone")))?;
        Ok(Card::of(named, share))
    }

    /// Checks cards that are typed back against what is stored of them: the own card, and at the screen of
    /// an account also the one that was shown in this browser to an officer whose phone fails. All agree,
    /// or none is noted.
    ///
    /// # Errors
    /// Refused: `act-out-of-turn`. Invalid, at `card`: what is wrong with what was typed, and
    /// `card-not-own`.
    pub async fn check_cards(
        &self,
        actor: &Actor,
        id: RoundId,
        text: &str,
    ) -> Result<(), ServiceError> {
        let (actor, now) = (actor.clone(), self.clock.now());
        let typed: Vec<_> = apart(text).into_iter().map(TypedCard::read).collect();
        self.store
            .write(move |tx| {
                let place = RoundContext::of(tx, id)?;
                let grant = permit(&actor, Action::ActOnRound, place.congress.id)?;
                refuse_unless(&place, RoundStage::Sealed)?;
                let mut events = Vec::new();
                for typed in typed {
                    let card = recognise(tx, &place, typed)?.number();
                    refuse_foreign(tx, &place, &actor, card)?;
                    cards::update_checked(tx, id, card)?;
                    let what = EventKind::Card {
                        round: id,
                        card,
                        event: CardEvent::Checked,
                    };
                    events.push(Event::new(&grant, now, what));
                }
                Ok(Written::recorded_all((), events))
            })
            .await
    }

    /// Lays a card down for opening the box; answers its number. It is kept in this process alone,
    /// and for five minutes. A card that somebody else holds is given for its holder: the record names
    /// both, and a device gives its officer's own alone.
    ///
    /// # Errors
    /// Refused: `act-out-of-turn`. Invalid, at `card`: what is wrong with what was typed, `card-twice`,
    /// on a device `card-not-own`.
    pub async fn give_card(
        &self,
        actor: &Actor,
        id: RoundId,
        text: &str,
    ) -> Result<u8, ServiceError> {
        let (actor, now, text) = (actor.clone(), self.clock.now(), TypedCard::read(text));
        let card_shares = self.card_shares.clone();
        let (share, name) = self
            .store
            .write(move |tx| {
                let place = RoundContext::of(tx, id)?;
                let grant = permit(&actor, Action::ActOnRound, place.congress.id)?;
                refuse_unless(&place, RoundStage::Accounted)?;
                let name = named(tx, id)?.1.drawn;
                let share = recognise(tx, &place, text)?;
                let card = share.number();
                if card_shares
                    .given(name)
                    .iter()
                    .any(|given| given.number() == card)
                {
                    let problem = Problem::error("card-twice").with("number", card);
                    return Err(ServiceError::invalid(problem.at("card")));
                }
                if actor.device.is_some() {
                    refuse_foreign(tx, &place, &actor, card)?;
                }
                let event = given(tx, &place, (&actor, &grant), card, now)?;
                let what = EventKind::Card {
                    round: id,
                    card,
                    event,
                };
                let event = Event::new(&grant, now, what);
                Ok(Written::recorded((share, name), event))
            })
            .await?;
        let number = share.number();
        self.card_shares.give(id, name, share);
        Ok(number)
    }
}

/// What is told of a card that was given: by its holder, or by somebody else for the holder, which stands
/// beside the acts of two.
fn given(
    tx: &WriteTx<'_>,
    place: &RoundContext,
    (actor, grant): (&Actor, &Grant),
    number: u8,
    now: Timestamp,
) -> Result<CardEvent, ServiceError> {
    let session = place.session.id;
    let by = person_of(tx, Some(session), actor)?;
    let made = cards::list(tx, place.round.id)?;
    let card = made.iter().find(|card| card.number == number);
    let Some((card, holder)) = card.and_then(|card| Some((card, card.holder?))) else {
        return Ok(CardEvent::Given(by));
    };
    if actor.device.is_some() || is_held_by(tx, session, card, &by)? {
        return Ok(CardEvent::Given(by));
    }
    let of = held_by(tx, session, holder)?;
    let subject = RequestSubject::Round(place.round.id.0);
    acts_done::create(tx, subject, CARD_GIVEN, account_of(grant)?, Some(of), now)?;
    Ok(CardEvent::GivenFor { by, holder })
}

/// Refuses a card that somebody else holds, on a device of one's own.
fn refuse_foreign(
    tx: &ReadTx<'_>,
    place: &RoundContext,
    actor: &Actor,
    number: u8,
) -> Result<(), ServiceError> {
    let me = person_of(tx, Some(place.session.id), actor)?;
    let made = cards::list(tx, place.round.id)?;
    for card in made.iter().filter(|card| card.number == number) {
        // The way out where a phone fails: the card was shown in this very browser.
        let shown_here = actor.browser.is_some() && card.browser == actor.browser;
        if !shown_here && !holds(tx, place.session.id, card, &me)? {
            let problem = Problem::error("card-not-own").with("number", number);
            let problem = problem.with("who", card.holder_name.clone());
            return Err(ServiceError::invalid(problem.at("card")));
        }
    }
    Ok(())
}

/// Whether a card's holder is this person, however they stood for it.
fn holds(
    tx: &ReadTx<'_>,
    session: SessionId,
    card: &StoredCard,
    person: &Person,
) -> Result<bool, ServiceError> {
    match card.holder {
        Some(holder) => Ok(held_by(tx, session, holder)?.is_same(person)),
        None => Ok(false),
    }
}

/// Whether the holder of a card is this person and no other: an account that only printed the slip of the
/// holder's device is another.
fn is_held_by(
    tx: &ReadTx<'_>,
    session: SessionId,
    card: &StoredCard,
    person: &Person,
) -> Result<bool, ServiceError> {
    let alone = |person: Person| Person {
        opened_by: None,
        ..person
    };
    match card.holder {
        Some(holder) => {
            let holder = alone(held_by(tx, session, holder)?);
            Ok(holder.is_same(&alone(*person)))
        }
        None => Ok(false),
    }
}

/// The person who holds a card.
fn held_by(
    tx: &ReadTx<'_>,
    session: SessionId,
    holder: Participation,
) -> Result<Person, ServiceError> {
    match holder {
        Participation::Account(account) => account_person(tx, session, account),
        // Who it is matters here, not where.
        Participation::Pin(officer) => {
            officer_person(tx, &officers::get(tx, officer)?, ActScreen::Clerk)
        }
    }
}

fn refuse_unless(place: &RoundContext, stage: RoundStage) -> Result<(), ServiceError> {
    if place.round.stage == stage {
        return Ok(());
    }
    let problem = Problem::error("act-out-of-turn").with("stage", place.round.stage.word());
    Err(ServiceError::refused(problem))
}

/// The name of a round's box as its cards bear it, and the box.
fn named(tx: &ReadTx<'_>, id: RoundId) -> Result<(BoxLabel, SealedBox), ServiceError> {
    let found = sealed_boxes::find(tx, id)?.ok_or(ServiceError::NotFound("box"))?;
    let named = name_of(&found.name, found.holding).ok_or(ServiceError::NotFound("box"))?;
    Ok((named, found))
}

fn name_of(name: &str, holding: KeyHolding) -> Option<BoxLabel> {
    BoxId::read(name).map(|id| BoxLabel { id, holding })
}

/// The share of a typed card, if it is one of this round's box; else what is wrong with it.
fn recognise(
    tx: &ReadTx<'_>,
    place: &RoundContext,
    typed: Result<TypedCard, CardError>,
) -> Result<Share, ServiceError> {
    let invalid = |problem: Problem| Err(ServiceError::invalid(problem.at("card")));
    let typed = match typed {
        Ok(typed) => typed,
        Err(CardError::Characters) => return invalid(Problem::error("card-characters")),
        Err(CardError::Group(group)) => {
            return invalid(Problem::error("card-group").with("group", group));
        }
        Err(CardError::Digits(digits)) => {
            return invalid(Problem::error("card-digits").with("digits", digits));
        }
    };
    let id = place.round.id;
    let (this, found) = named(tx, id)?;
    let key = box_key(found.key.ok_or(ServiceError::NotFound("box"))?)?;
    let stored = cards::list(tx, id)?;
    let hashes: Vec<_> = stored.iter().map(|card| (card.number, card.hash)).collect();
    let others: Vec<BoxLabel> = sealed_boxes::list_names(tx, place.congress.id)?
        .into_iter()
        .filter(|(round, _, _)| *round != id)
        .filter_map(|(_, name, holding)| name_of(&name, holding))
        .collect();
    match find(&typed, this, key.context(), &hashes, &others) {
        CardCheck::Good(share) => Ok(share),
        CardCheck::Other(other) => {
            let problem = Problem::error("card-of-other").with("other", other.to_string());
            invalid(problem.with("this", this.id.to_string()))
        }
        CardCheck::Mistyped(Some(group)) => {
            invalid(Problem::error("card-group-wrong").with("group", group))
        }
        CardCheck::Mistyped(None) => invalid(Problem::error("card-mistyped")),
    }
}

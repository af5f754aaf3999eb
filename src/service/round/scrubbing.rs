//! What acts leave between the record and the boxes, and what deleting leaves in the record's log: one of the
//! chores.

use std::collections::BTreeSet;

use super::acts::perform_alone;
use super::context::{ActContext, RoundContext};
use crate::{Service, ServiceError};
use domain::access::{self, Action, Actor, Grant};
use domain::act_of_two::two_people::{Person, TwoPeople};
use domain::audit::{Event, EventKind};
use domain::id::{CongressId, RoundId};
use domain::round::RoundAct;
use domain::voting::box_file::Taking;
use store::act_of_two::act_requests::{self, RequestSubject};
use store::act_of_two::acts_done;
use store::people::congresses;
use store::poll::polls;
use store::round::{rounds, sealed_boxes};
use store::sitting::sessions;
use store::voting::box_file::{settling, state};
use store::{Written, installation};

impl Service {
    /// Makes boxes and record agree, removes the boxes that the record is done with and marks their rounds
    /// clean; answers whether nothing is left. What cannot be done, for a full disk or a folder that cannot be
    /// written, keeps its own round dirty, and nobody else's.
    pub(crate) async fn settle_boxes(&self) -> Result<bool, ServiceError> {
        let left = self.store.settle().await?;
        let mut is_done = left.failed == 0;
        for (round, taking) in left.follow {
            if let Err(error) = self.follow_box(round, taking).await {
                tracing::error!(%error, "the record does not follow a box yet");
                is_done = false;
            }
        }
        for name in left.remove {
            if let Err(error) = self.store.remove_box(name).await {
                tracing::warn!(%error, "a box is not removed yet");
                is_done = false;
            }
        }
        self.mark_clean().await?;
        Ok(is_done)
    }

    /// Settles the boxes, removes stray keys and empties the record's log of what was deleted; answers
    /// whether nothing is left.
    pub(crate) async fn finish_scrubs(&self) -> Result<bool, ServiceError> {
        // The keys first: they go also where the folder of the boxes cannot be written.
        self.remove_stray_keys().await?;
        let is_done = self.settle_boxes().await?;
        let traces = self.store.read(installation::find_traces).await?;
        if traces == 0 {
            return Ok(is_done);
        }
        if let Err(error) = self.store.checkpoint().await {
            tracing::warn!(%error, "the store is not scrubbed yet");
            return Ok(false);
        }
        let cleared = self.store.write(move |tx| {
            // What was deleted meanwhile stays to be scrubbed.
            installation::clear_traces(tx, traces)?;
            let why = "the log was emptied of what was deleted";
            Ok::<_, ServiceError>(Written::quiet(installation::find_traces(tx)? == 0, why))
        });
        Ok(cleared.await? && is_done)
    }

    /// The record follows a box from which leave to cast was taken by an act that it does not tell of: the
    /// program was ended, or the disk was full, between the two.
    async fn follow_box(&self, round: RoundId, taking: Taking) -> Result<(), ServiceError> {
        let now = self.clock.now();
        let act = taking.act;
        self.store
            .write(move |tx| {
                let place = RoundContext::of(tx, round)?;
                let waits = state::count_acts(tx, round)? < taking.number;
                if !waits || place.round.stage.after(act).is_none() {
                    let why = "the record has followed the box before";
                    return Ok(Written::quiet((), why));
                }
                let grant = of_machine(place.congress.id)?;
                let first = Person::from(taking.first);
                let people = taking.second.map(|second| TwoPeople::of(first, second));
                let people = people.transpose().map_err(ServiceError::refused)?;
                let doing = ActContext {
                    grant: &grant,
                    now,
                    reason: &taking.reason,
                    people,
                    alone: Some(taking.first),
                };
                let subject = RequestSubject::Round(round.0);
                let events = perform_alone(tx, act, place, &doing)?;
                let at = jiff::Timestamp::from_millisecond(taking.at).unwrap_or(now);
                acts_done::create(tx, subject, act.word(), taking.first, taking.second, at)?;
                act_requests::remove_all(tx, subject)?;
                Ok::<_, ServiceError>(Written::recorded_all((), events))
            })
            .await?;
        if act == RoundAct::Void {
            self.clear_desks(round);
        }
        Ok(())
    }

    /// Marks the rounds clean whose boxes are gone.
    async fn mark_clean(&self) -> Result<(), ServiceError> {
        let gone = |tx: &store::ReadTx<'_>| settling::list_gone(tx);
        if self.store.read(gone).await?.is_empty() {
            return Ok(());
        }
        let now = self.clock.now();
        self.store
            .write(move |tx| {
                let mut events = Vec::new();
                for round in settling::list_gone(tx)? {
                    let mut round = rounds::get(tx, round)?;
                    round.is_dirty = false;
                    rounds::update(tx, &round)?;
                    let poll = polls::get(tx, round.poll)?;
                    let session = sessions::get(tx, poll.session)?;
                    let congress = congresses::get(tx, session.congress)?;
                    let grant = of_machine(congress.id)?;
                    events.push(Event::new(
                        &grant,
                        now,
                        EventKind::Scrubbed { round: round.id },
                    ));
                }
                Ok::<_, ServiceError>(Written::recorded_all((), events))
            })
            .await
    }

    /// Removes the file of each key that the server held for a box which is open, void, wiped or sealed
    /// again with cards.
    async fn remove_stray_keys(&self) -> Result<(), ServiceError> {
        // The files first: one that is listed was written after its box was committed.
        let there = self.card_shares.list_keys()?;
        if there.is_empty() {
            return Ok(());
        }
        let held = self
            .store
            .read(|tx| Ok::<_, ServiceError>(sealed_boxes::list_held_by_server(tx)?))
            .await?;
        let held: BTreeSet<_> = held.into_iter().collect();
        for round in there {
            if !held.contains(&round) {
                self.card_shares.remove_key(round)?;
            }
        }
        Ok(())
    }
}

/// What the program does by itself.
fn of_machine(congress: CongressId) -> Result<Grant, ServiceError> {
    let machine = Actor::console();
    access::may(&machine, Action::Prepare, Some(congress)).map_err(ServiceError::Denied)
}

//! Scrubbing what opening, voiding and wiping left in the files: one of the chores.

use std::collections::BTreeSet;

use crate::{Service, ServiceError};
use domain::access::{self, Action, Actor};
use domain::audit::{Event, EventKind};
use domain::round::RoundStage;
use store::installation::ScrubDebt;
use store::people::congresses;
use store::poll::polls;
use store::round::{rounds, sealed_boxes};
use store::sitting::sessions;
use store::{Written, installation};

impl Service {
    /// Scrubs the store and marks the rounds clean; answers whether it is clean. When the scrub fails
    /// (a full disk, a reader that will not end) the rounds stay dirty and certifying stays refused.
    pub(crate) async fn finish_scrubs(&self) -> Result<bool, ServiceError> {
        let (dirty, traces) = self
            .store
            .read(|tx| {
                let traces = installation::find_traces(tx)?;
                Ok::<_, ServiceError>((rounds::list_dirty(tx)?, traces))
            })
            .await?;
        // The keys first: they go also where the disk has no room for the scrub.
        self.remove_stray_keys().await?;
        let scrubbed = if !dirty.is_empty() || traces.in_file > 0 {
            self.store.scrub().await
        } else if traces.in_log > 0 {
            self.store.checkpoint().await
        } else {
            return Ok(true);
        };
        if let Err(error) = scrubbed {
            tracing::warn!(%error, "the store is not scrubbed yet");
            return Ok(false);
        }
        let now = self.clock.now();
        self.store
            .write(move |tx| {
                let mut events = Vec::new();
                for mut round in rounds::list_dirty(tx)? {
                    // What was opened or voided since then stays to be scrubbed.
                    let was = dirty.iter().find(|was| was.id == round.id);
                    if was.is_none_or(|was| is_dirtied_anew(was.stage, round.stage)) {
                        continue;
                    }
                    round.is_dirty = false;
                    rounds::update(tx, &round)?;
                    let poll = polls::get(tx, round.poll)?;
                    let session = sessions::get(tx, poll.session)?;
                    let congress = congresses::get(tx, session.congress)?;
                    let machine = Actor::console();
                    let grant = access::may(&machine, Action::Prepare, Some(congress.id))
                        .map_err(ServiceError::Denied)?;
                    events.push(Event::new(
                        &grant,
                        now,
                        EventKind::Scrubbed { round: round.id },
                    ));
                }
                // What was deleted meanwhile stays to be scrubbed.
                installation::clear_traces(tx, traces)?;
                let left = installation::find_traces(tx)?;
                let is_clean = rounds::list_dirty(tx)?.is_empty() && left == ScrubDebt::default();
                Ok::<_, ServiceError>(Written::recorded_all(is_clean, events))
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

/// Whether a round that was dirty has been voided since, which deletes once more.
fn is_dirtied_anew(before: RoundStage, now: RoundStage) -> bool {
    before != RoundStage::Void && now == RoundStage::Void
}

//! Finishing what opening or voiding left dirty, now and after a restart.

use super::{Service, ServiceError};
use crate::domain::access::{self, Action, Actor};
use crate::domain::audit::{Event, What};
use crate::store::{Written, congresses, polls, rounds, sessions};

impl Service {
    /// Removes the keys of opened and voided boxes, scrubs the store and marks the rounds clean. When the scrub fails (a
    /// full disk, a reader that will not end) the rounds stay dirty, certifying stays refused, and
    /// this may be called again.
    ///
    /// # Errors
    /// [`ServiceError::Broken`] when the database itself cannot be read or written.
    pub(crate) async fn finish_scrubs(&self) -> Result<(), ServiceError> {
        let dirty = self
            .store
            .read(|tx| Ok::<_, ServiceError>(rounds::list_dirty(tx)?))
            .await?;
        if dirty.is_empty() {
            return Ok(());
        }
        for round in &dirty {
            self.desk.remove_key(round.id)?;
        }
        if let Err(error) = self.store.scrub().await {
            tracing::warn!(%error, "the store is not scrubbed yet");
            return Ok(());
        }
        let now = self.clock.now();
        self.store
            .write(move |tx| {
                let mut events = Vec::new();
                for mut round in dirty {
                    round.is_dirty = false;
                    rounds::update(tx, &round)?;
                    let poll = polls::get(tx, round.poll)?;
                    let session = sessions::get(tx, poll.session)?;
                    let congress = congresses::get(tx, session.congress)?;
                    let machine = Actor::console();
                    let grant = access::may(&machine, Action::Prepare, Some(congress.id))
                        .map_err(ServiceError::Denied)?;
                    events.push(Event::new(&grant, now, What::Scrubbed { round: round.id }));
                }
                Ok::<_, ServiceError>(Written::recorded_all((), events))
            })
            .await
    }
}

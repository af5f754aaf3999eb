//! What is done at every start and once a day without anybody asking.

use crate::{Service, ServiceError};
use domain::access::{self, Action, Actor};
use domain::audit::{Event, EventKind};
use domain::leads::event::LeadEvent;
use store::audit::heads;
use store::leads::lead_contacts;
use store::{ReadTx, Written, installation};

impl Service {
    /// Writes down, once, that this installation was restored, and from which backup; answers that nothing
    /// is left of it.
    pub(super) async fn tell_restored(&self) -> Result<bool, ServiceError> {
        let is_told = self
            .store
            .read(|tx| Ok::<_, ServiceError>(installation::find_restored(tx)?.is_none()))
            .await?;
        if is_told {
            return Ok(true);
        }
        let (now, console) = (self.clock.now(), Actor::console());
        let grant =
            access::may(&console, Action::Administer, None).map_err(ServiceError::Denied)?;
        self.store
            .write(move |tx| {
                let Some(from) = installation::find_restored(tx)? else {
                    let told = "the log tells of the restoring already";
                    return Ok::<_, ServiceError>(Written::quiet((), told));
                };
                installation::clear_restored(tx)?;
                let from = from.to_string();
                let event = Event::new(&grant, now, EventKind::Restored { from });
                Ok(Written::recorded((), event))
            })
            .await?;
        Ok(true)
    }

    /// Takes the heads of the congresses' chains into the installation's, where any went on: at the start, every
    /// hour, with every backup and with every act that certifies.
    pub(crate) async fn take_heads(&self) -> Result<(), ServiceError> {
        let now = self.clock.now();
        let untaken = move |tx: &ReadTx<'_>| Ok::<_, ServiceError>(heads::list_untaken(tx, now)?);
        if self.store.read(untaken).await?.is_empty() {
            return Ok(());
        }
        self.store
            .write(move |tx| {
                let events = heads::list_untaken(tx, now)?;
                Ok::<_, ServiceError>(Written::recorded_all((), events))
            })
            .await
    }

    /// Deletes the contacts of residents whose time is over, and their traces in the files; answers
    /// how many were deleted. One event a congress says how many.
    ///
    /// # Errors
    /// [`ServiceError::Broken`] when the database fails; what was deleted by then stays deleted, and
    /// the next run goes on.
    pub async fn forget_contacts(&self) -> Result<u64, ServiceError> {
        let now = self.clock.now();
        let due = self
            .store
            .read(move |tx| Ok::<_, ServiceError>(lead_contacts::list_due(tx, now)?))
            .await?;
        let mut gone = 0;
        for (congress, _) in due {
            let console = Actor::console();
            let grant = access::may(&console, Action::KeepLibrary, Some(congress))
                .map_err(ServiceError::Denied)?;
            gone += self
                .store
                .write(move |tx| {
                    let contacts = lead_contacts::remove_due(tx, congress, now)?;
                    installation::leave_traces(tx)?;
                    let event = LeadEvent::ContactsForgotten { congress, contacts };
                    let event = Event::new(&grant, now, EventKind::Lead(event));
                    Ok::<_, ServiceError>(Written::recorded(contacts, event))
                })
                .await?;
        }
        if gone > 0 {
            self.background_tasks.run_now().await;
        }
        Ok(gone)
    }
}

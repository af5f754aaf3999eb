//! The daily task: in one transaction a congress, debts are read, reminders written and put into the
//! outbox. A debt that was told is not told again on its day, however often the task runs.

use jiff::Timestamp;
use jiff::civil::Date;

use super::{Service, ServiceError, collect, permit};
use domain::access::{self, Action, Actor, Grant};
use domain::audit::{Event, EventKind};
use domain::id::CongressId;
use domain::reminder::debt::Debt;
use domain::reminder::delivery::Channel;
use domain::reminder::event::ReminderEvent;
use domain::reminder::schedule::HOUR;
use machine::clock::{beijing, day};
use store::people::congresses;
use store::reminder::{inbox, messages, outbox, settings};
use store::{WriteTx, Written};

impl Service {
    /// Writes the reminders of today in every congress in which the task has not run today; answers
    /// how many. Before eight in the morning it writes none.
    ///
    /// # Errors
    /// [`ServiceError::Broken`] when the database fails; congresses that were done stay done, and the
    /// next run goes on with the others.
    pub async fn write_reminders(&self) -> Result<u64, ServiceError> {
        let now = self.clock.now();
        if now.to_zoned_datetime(beijing()).hour() < HOUR {
            return Ok(0);
        }
        let waiting = self
            .store
            .read(move |tx| {
                let mut waiting = Vec::new();
                for congress in congresses::list(tx)? {
                    if !messages::has_run(tx, congress.id, day(now))? {
                        waiting.push(congress.id);
                    }
                }
                Ok::<_, ServiceError>(waiting)
            })
            .await?;
        let mut written = 0;
        for congress in waiting {
            let console = Actor::console();
            let grant = access::may(&console, Action::Look, Some(congress))
                .map_err(ServiceError::Denied)?;
            written += self.run_in(grant, congress, now).await?;
        }
        Ok(written)
    }

    /// Writes what is due now in one congress, because its office asks; answers how many.
    ///
    /// # Errors
    /// Denied; [`ServiceError::NotFound`] for strangers to the congress.
    pub async fn remind_now(
        &self,
        actor: &Actor,
        congress: CongressId,
    ) -> Result<u64, ServiceError> {
        let grant = permit(actor, Action::Supervise, congress)?;
        self.run_in(grant, congress, self.clock.now()).await
    }

    async fn run_in(
        &self,
        grant: Grant,
        congress: CongressId,
        now: Timestamp,
    ) -> Result<u64, ServiceError> {
        let written = self
            .store
            .write(move |tx| {
                let written = write(tx, congress, now)?;
                if written == 0 {
                    return Ok(Written::quiet(0, "nothing was due: the run alone is noted"));
                }
                let what = EventKind::Reminder(ReminderEvent::Written(congress, written));
                let event = Event::new(&grant, now, what);
                Ok::<_, ServiceError>(Written::recorded(written, event))
            })
            .await?;
        if written > 0 {
            self.outbox.wake();
        }
        Ok(written)
    }
}

fn write(tx: &WriteTx<'_>, congress: CongressId, now: Timestamp) -> Result<u64, ServiceError> {
    let today: Date = day(now);
    let schedule = settings::get_schedule(tx, congress)?;
    let debts = collect::owed(tx, congress, schedule, today)?;
    let told = messages::last_told(tx, congress)?;
    let run = messages::create_run(tx, congress, today, now)?;
    let is_due = |debt: &&Debt| schedule.is_due(debt, told.get(&debt.key()).copied(), today);
    let due: Vec<&Debt> = debts.iter().filter(is_due).collect();
    for key in inbox::list_unread_debts(tx, congress)? {
        let is_owed = debts.iter().any(|debt| debt.key() == key);
        if !is_owed || due.iter().any(|debt| debt.key() == key) {
            inbox::overtake(tx, congress, &key, now)?;
        }
    }
    for debt in &due {
        messages::create(tx, run, debt, today)?;
    }
    if !due.is_empty() {
        outbox::create(tx, run, Channel::Inbox, now)?;
        if settings::find_webhook(tx, congress)?.is_some() {
            outbox::create(tx, run, Channel::Webhook, now)?;
        }
    }
    Ok(u64::try_from(due.len()).unwrap_or(u64::MAX))
}

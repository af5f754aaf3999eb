//! Each person's inbox, and the channel that fills it.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::outbox::Notifier;
use super::{Service, ServiceError, collect};
use domain::access::Actor;
use domain::congress::Congress;
use domain::id::{AccountId, CongressId, ReminderId};
use domain::reminder::debt::{Debt, DebtKey, Debtor};
use domain::reminder::delivery::{Channel, Delivery, DeliveryFailure};
use store::people::congresses;
use store::reminder::inbox::InboxEntry;
use store::reminder::{inbox, messages, settings};
use store::{Store, WriteTx, Written};

/// A reminder in front of one person.
#[derive(Debug, Clone)]
pub struct InboxLine {
    pub id: ReminderId,
    /// What it is about, as it stood when it was written.
    pub debt: Debt,
    pub written_on: Date,
    pub is_read: bool,
    /// Whether the debt is owed still.
    pub is_owed: bool,
}

/// A person's inbox.
#[derive(Debug, Clone)]
pub struct MyInbox {
    /// Their reminders, newest first.
    pub lines: Vec<InboxLine>,
    pub congresses: BTreeMap<CongressId, Congress>,
    /// The day on which it is read.
    pub today: Date,
}

impl Service {
    /// A person's own reminders.
    pub async fn get_inbox(&self, actor: &Actor) -> Result<MyInbox, ServiceError> {
        let (account, today) = (reader(actor)?, self.today());
        self.store
            .read(move |tx| {
                let lines = inbox::list(tx, account)?;
                let (mut of, mut owed) = (BTreeMap::new(), BTreeSet::<DebtKey>::new());
                for line in &lines {
                    let congress = line.debt.congress;
                    if of.contains_key(&congress) {
                        continue;
                    }
                    of.insert(congress, congresses::get(tx, congress)?);
                    let schedule = settings::get_schedule(tx, congress)?;
                    let debts = collect::owed(tx, congress, schedule, today)?;
                    owed.extend(debts.iter().map(Debt::key));
                }
                let lines = lines.into_iter().map(|laid| shown(laid, &owed));
                Ok(MyInbox {
                    lines: lines.collect(),
                    congresses: of,
                    today,
                })
            })
            .await
    }

    /// Marks one reminder as read; answers with its debt.
    ///
    /// # Errors
    /// [`ServiceError::NotFound`] where it is none of theirs.
    pub async fn read_reminder(&self, actor: &Actor, id: ReminderId) -> Result<Debt, ServiceError> {
        let (account, now) = (reader(actor)?, self.clock.now());
        self.store
            .write(move |tx| {
                let found = inbox::find(tx, account, id)?;
                let debt = found.ok_or(ServiceError::NotFound("reminder"))?;
                inbox::read(tx, account, id, now)?;
                Ok(Written::quiet(debt, "reading a reminder is nobody's act"))
            })
            .await
    }

    /// Marks every reminder up to one as read: those that the reader saw on the page.
    pub async fn read_reminders(
        &self,
        actor: &Actor,
        last: ReminderId,
    ) -> Result<(), ServiceError> {
        let (account, now) = (reader(actor)?, self.clock.now());
        self.store
            .write(move |tx| {
                inbox::read_up_to(tx, account, last, now)?;
                Ok(Written::quiet((), "reading reminders is nobody's act"))
            })
            .await
    }
}

fn shown(laid: InboxEntry, owed: &BTreeSet<DebtKey>) -> InboxLine {
    InboxLine {
        is_owed: owed.contains(&laid.debt.key()),
        id: laid.id,
        debt: laid.debt,
        written_on: laid.written_on,
        is_read: laid.is_read,
    }
}

fn reader(actor: &Actor) -> Result<AccountId, ServiceError> {
    actor.account.ok_or(ServiceError::NotFound("account"))
}

/// The channel that lays each reminder in front of whoever owes.
#[derive(Clone)]
pub struct Inbox {
    store: Store,
}

impl Inbox {
    /// The inbox of a service.
    #[must_use]
    pub fn of(service: &Service) -> Self {
        Self {
            store: service.store.clone(),
        }
    }
}

impl Notifier for Inbox {
    fn channel(&self) -> Channel {
        Channel::Inbox
    }

    async fn notify(
        &self,
        delivery: &Delivery,
    ) -> Result<Result<(), DeliveryFailure>, ServiceError> {
        let run = delivery.run;
        self.store
            .write(move |tx| {
                for (id, debt) in messages::list_of_run(tx, run)? {
                    for account in readers(tx, debt)? {
                        inbox::create(tx, id, account)?;
                    }
                }
                Ok::<_, ServiceError>(Written::quiet(
                    Ok(()),
                    "the run that wrote the reminders is recorded",
                ))
            })
            .await
    }
}

/// Who hears of a debt. Where nobody is left at the debtor's, the office does.
fn readers(tx: &WriteTx<'_>, debt: Debt) -> Result<Vec<AccountId>, ServiceError> {
    let readers = inbox::list_readers(tx, &debt)?;
    if !readers.is_empty() {
        return Ok(readers);
    }
    let office = Debt {
        by: Debtor::Office,
        ..debt
    };
    Ok(inbox::list_readers(tx, &office)?)
}

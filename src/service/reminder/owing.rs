//! Who owes what, since when: the office's page, and the numbers of its reminders.

use jiff::civil::Date;

use super::{Service, ServiceError, collect, permit};
use domain::access::{Action, Actor};
use domain::audit::{Event, EventKind};
use domain::congress::Congress;
use domain::id::{CongressId, DeliveryId};
use domain::problem::Problem;
use domain::reminder::debt::Debt;
use domain::reminder::delivery::{Delivery, DeliveryStage};
use domain::reminder::event::ReminderEvent;
use domain::reminder::schedule::Schedule;
use store::Written;
use store::people::congresses;
use store::reminder::{messages, outbox, settings};

/// What is owed in a congress, and how its reminders go.
#[derive(Debug, Clone)]
pub struct DebtList {
    pub congress: Congress,
    /// The day on which it is read.
    pub today: Date,
    /// The debts, longest overdue first.
    pub debts: Vec<Debt>,
    /// The numbers of its reminders.
    pub schedule: Schedule,
    /// Milliseconds: when the daily task last ran.
    pub ran_at: Option<i64>,
    /// Deliveries that have not arrived, each with the moment of its run in milliseconds.
    pub open: Vec<(Delivery, i64)>,
}

impl Service {
    /// Who owes what in a congress, for its office.
    ///
    /// # Errors
    /// Denied; [`ServiceError::NotFound`] for strangers to the congress.
    pub async fn get_owing(
        &self,
        actor: &Actor,
        congress: CongressId,
    ) -> Result<DebtList, ServiceError> {
        permit(actor, Action::Supervise, congress)?;
        let today = self.today();
        self.store
            .read(move |tx| {
                let schedule = settings::get_schedule(tx, congress)?;
                Ok(DebtList {
                    congress: congresses::get(tx, congress)?,
                    today,
                    debts: collect::owed(tx, congress, schedule, today)?,
                    schedule,
                    ran_at: messages::find_last_run(tx, congress)?,
                    open: outbox::list_open(tx, congress)?,
                })
            })
            .await
    }

    /// Sets the numbers of a congress's reminders.
    ///
    /// # Errors
    /// Denied. Invalid: `days-between`.
    pub async fn set_schedule(
        &self,
        actor: &Actor,
        congress: CongressId,
        schedule: Schedule,
    ) -> Result<(), ServiceError> {
        let grant = permit(actor, Action::Supervise, congress)?;
        let problems = schedule.problems();
        if !problems.is_empty() {
            return Err(ServiceError::Invalid(problems));
        }
        let now = self.clock.now();
        self.store
            .write(move |tx| {
                settings::save_schedule(tx, congress, &schedule)?;
                let what = EventKind::Reminder(ReminderEvent::RuleSet(congress));
                Ok(Written::recorded((), Event::new(&grant, now, what)))
            })
            .await
    }

    /// Has a delivery that was given up tried again, from its first attempt; answers whose it is.
    ///
    /// # Errors
    /// [`ServiceError::NotFound`], also for strangers to the congress. Refused: `delivery-not-given-up`.
    pub async fn try_again(
        &self,
        actor: &Actor,
        id: DeliveryId,
    ) -> Result<CongressId, ServiceError> {
        let (actor, now) = (actor.clone(), self.clock.now());
        let congress = self
            .store
            .write(move |tx| {
                let delivery = outbox::get(tx, id)?;
                let grant = permit(&actor, Action::Supervise, delivery.congress)?;
                if delivery.stage != DeliveryStage::GivenUp {
                    let problem = Problem::error("delivery-not-given-up");
                    return Err(ServiceError::refused(problem));
                }
                let again = Delivery {
                    stage: DeliveryStage::Waiting,
                    attempts: 0,
                    next_at: now.as_millisecond(),
                    ..delivery
                };
                outbox::update(tx, &again)?;
                let what = EventKind::Reminder(ReminderEvent::TriedAgain(id));
                let event = Event::new(&grant, now, what);
                Ok(Written::recorded(again.congress, event))
            })
            .await?;
        self.outbox.wake();
        Ok(congress)
    }
}

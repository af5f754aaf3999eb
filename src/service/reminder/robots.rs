//! The webhook of a congress: set, tried and taken away by its office, and never shown again.

use super::webhook::{RobotMessage, Webhook};
use super::{Service, ServiceError, permit};
use domain::access::{Action, Actor};
use domain::audit::{Event, EventKind};
use domain::congress::Congress;
use domain::id::CongressId;
use domain::problem::Problem;
use domain::reminder::delivery::DeliveryFailure;
use domain::reminder::event::ReminderEvent;
use domain::reminder::webhook::{self, RobotKind};
use store::Written;
use store::people::congresses;
use store::reminder::settings;

/// What a page may show of a robot.
#[derive(Debug, Clone)]
pub struct ShownRobot {
    pub kind: RobotKind,
    /// Scheme and host of its address, without the key.
    pub origin: String,
    /// Whether its address is signed.
    pub is_signed: bool,
    /// Milliseconds: when the last message was sent to it, if one was.
    pub tried_at: Option<i64>,
    /// Why it did not arrive; none when it did.
    pub failure: Option<DeliveryFailure>,
}

/// A congress with its robot, if it has one.
#[derive(Debug, Clone)]
pub struct RobotPage {
    pub congress: Congress,
    pub robot: Option<ShownRobot>,
}

impl Service {
    /// The robot of a congress, for its office.
    ///
    /// # Errors
    /// Denied; [`ServiceError::NotFound`] for strangers to the congress.
    pub async fn get_robot(
        &self,
        actor: &Actor,
        congress: CongressId,
    ) -> Result<RobotPage, ServiceError> {
        permit(actor, Action::Supervise, congress)?;
        self.store
            .read(move |tx| {
                let found = settings::find_webhook(tx, congress)?;
                Ok(RobotPage {
                    congress: congresses::get(tx, congress)?,
                    robot: found.map(|found| ShownRobot {
                        kind: found.robot.kind,
                        origin: found.robot.address.origin().to_owned(),
                        is_signed: !found.robot.secret.0.is_empty(),
                        tried_at: found.tried_at,
                        failure: found.failure,
                    }),
                })
            })
            .await
    }

    /// Sets the robot of a congress: its kind, address and secret as they are typed.
    ///
    /// # Errors
    /// Denied. Invalid: what [`webhook::read`] says.
    pub async fn set_robot(
        &self,
        actor: &Actor,
        congress: CongressId,
        (kind, url, secret): (RobotKind, &str, &str),
        channel: &Webhook,
    ) -> Result<(), ServiceError> {
        let grant = permit(actor, Action::Supervise, congress)?;
        let robot = webhook::read(kind, url, secret, channel.hosts());
        let robot = robot.map_err(ServiceError::Invalid)?;
        let now = self.clock.now();
        self.store
            .write(move |tx| {
                settings::save_webhook(tx, congress, &robot, now)?;
                let what = EventKind::Reminder(ReminderEvent::WebhookSet(congress));
                Ok(Written::recorded((), Event::new(&grant, now, what)))
            })
            .await
    }

    /// Takes the robot of a congress away.
    ///
    /// # Errors
    /// Denied. Refused: `webhook-missing`.
    pub async fn remove_robot(
        &self,
        actor: &Actor,
        congress: CongressId,
    ) -> Result<(), ServiceError> {
        let grant = permit(actor, Action::Supervise, congress)?;
        let now = self.clock.now();
        self.store
            .write(move |tx| {
                if !settings::remove_webhook(tx, congress)? {
                    return Err(missing());
                }
                let what = EventKind::Reminder(ReminderEvent::WebhookRemoved(congress));
                Ok(Written::recorded((), Event::new(&grant, now, what)))
            })
            .await
    }

    /// Sends a trial message to the robot of a congress and keeps how it went.
    ///
    /// # Errors
    /// Denied. Refused: `webhook-missing`. [`ServiceError::Busy`] when too many messages wait.
    pub async fn try_robot(
        &self,
        actor: &Actor,
        congress: CongressId,
        channel: &Webhook,
    ) -> Result<(), ServiceError> {
        let grant = permit(actor, Action::Supervise, congress)?;
        let found = self
            .store
            .read(move |tx| {
                let found = settings::find_webhook(tx, congress)?;
                let whose = congresses::get(tx, congress)?;
                Ok::<_, ServiceError>((found.ok_or_else(missing)?, whose))
            })
            .await?;
        let (webhook, congress_told) = found;
        let message = RobotMessage {
            congress: congress_told,
            lines: Vec::new(),
        };
        let outcome = channel.say(webhook.robot, &message).await?;
        let now = self.clock.now();
        self.store
            .write(move |tx| {
                settings::note_try(tx, congress, now, outcome.err())?;
                let event = ReminderEvent::WebhookTried(congress, outcome.is_ok());
                let event = Event::new(&grant, now, EventKind::Reminder(event));
                Ok(Written::recorded((), event))
            })
            .await
    }
}

fn missing() -> ServiceError {
    ServiceError::refused(Problem::error("webhook-missing"))
}
